"""The characters of a paragraph in a Word file: where they stand, how to cut them out, where they are held twice."""
