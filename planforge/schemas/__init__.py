"""The JSON Schemas (draft-07) of a document, made from one table of names, and their Chinese messages."""

from planforge.schemas.contract import contract
from planforge.schemas.editor import editor

__all__ = ["contract", "editor"]
