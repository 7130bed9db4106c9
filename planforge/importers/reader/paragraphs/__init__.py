"""Paragraphs as a file has them → as the document has them: cut, joined, and without what a page adds."""
