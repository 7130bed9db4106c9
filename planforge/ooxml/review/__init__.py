"""What reviewers leave in a Word file and what is left in one for them: tracked changes and comments."""
