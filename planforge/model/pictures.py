"""Pages as pictures, for reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page of a file: its number from 1, a PNG with its size in pixels, and the words on it."""

    number: int
    png: bytes
    width: int
    height: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class PagePictures:
    """The first pages of a file, and how many it has in all."""

    pages: tuple[PagePicture, ...]
    count: int
