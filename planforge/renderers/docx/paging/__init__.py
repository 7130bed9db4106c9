"""On which page everything lies, and what is changed so that page 1 and the last page are as the standard asks."""
