"""Suppressions: findings that the author has set aside."""
