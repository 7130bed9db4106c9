"""What the DOCX importer is made of: the package, its numbering, its paragraphs and tables."""
