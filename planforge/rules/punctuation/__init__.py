"""Punctuation and numbers (GB/T 15834, GB/T 15835)."""
