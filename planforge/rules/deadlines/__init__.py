"""Deadlines: by when."""
