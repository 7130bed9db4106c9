"""Bookmarks: hidden marks in a Word file, which change no page and outlast being saved by another program."""

from __future__ import annotations


class Marks:
    """The bookmarks of one file, each with a number of its own (ECMA-376, 17.13.6)."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    @property
    def turn(self) -> int:
        """The number that the next bookmark gets."""
        return len(self._names) + 1

    def around(self, content: str, name: str) -> str:
        """Content in a bookmark, none of which has that name yet; without content the mark of a place."""
        number = self.turn
        self._names.add(name)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
