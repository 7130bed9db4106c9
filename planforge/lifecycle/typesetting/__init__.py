"""What a plan is set as: Word and PDF files, their pages as pictures, and copies of Word files set anew."""
