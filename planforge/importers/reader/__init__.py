"""Paragraphs → Document: one reader for all formats."""

from planforge.importers.reader.assemble import read

__all__ = ["read"]
