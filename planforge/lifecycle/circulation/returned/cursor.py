"""How far the lines of a Word file are read, while words are looked for one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Cursor:
    """Character `column` of line `line`, both from 0, behind what was found last."""

    lines: Sequence[str]
    line: int = 0
    column: int = 0

    @property
    def words(self) -> str:
        """The whole line that the cursor is on."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def find(self, words: str) -> bool:
        """Go to where `words` stand: next on this line, behind a full stop that printing put in, or at a later head."""
        if not words:
            return False
        for column in (self.column, self.column + 1):
            between = self.words[self.column : column]
            if self.words.startswith(words, column) and between in ("", "。"):
                self.column = column
                return True
        for line in range(self.line + 1, len(self.lines)):
            if self.lines[line].startswith(words):
                self.line, self.column = line, 0
                return True
        return False

    def seek_title(self, title: str) -> bool:
        """Go behind a title, which may be broken over lines."""
        wanted = "".join(title.split())
        for line in range(self.line, len(self.lines)) if wanted else ():
            if "".join(self.lines[line].split()) == wanted:
                self.line, self.column = line, len(self.lines[line])
                return True
        return False
