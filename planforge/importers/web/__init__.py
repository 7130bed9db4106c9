"""What the HTML importer is made of: where text stands in the source, and how elements flow into paragraphs."""
