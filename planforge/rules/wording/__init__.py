"""Wording: words that are wrong, vague or weak."""
