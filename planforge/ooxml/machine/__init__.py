"""What the machine at hand has for Word files: fonts, and LibreOffice."""
