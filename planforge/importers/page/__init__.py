"""What the PDF importer is made of: lines of a page, running heads, paragraphs, tables."""
