"""Targets: how much."""
