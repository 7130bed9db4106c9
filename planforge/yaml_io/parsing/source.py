"""A YAML file in memory: its lines as typed, and as repaired so that the rest can be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from planforge.model import Position, Span
from planforge.yaml_io.encoding import lines_of, readable


@dataclass(slots=True)
class Source:
    """The lines of a file. Repairs change a line in memory; `place` still gives columns of the user's own line.

    Lines and columns count from 0 here, as YAML marks do; spans count from 1.
    """

    file: str
    lines: list[str]
    _columns: dict[int, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, file: str) -> Source:
        """`text` as decoded, with whatever line breaks it has."""
        return cls(file, lines_of(readable(text)))

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def replace(self, line: int, start: int, stop: int, text: str) -> None:
        """Put `text` for the characters `[start:stop]` of a line; its characters point at what they replace."""
        old = self.lines[line]
        columns = self._columns.get(line) or list(range(len(old) + 1))
        new = [columns[min(start + offset, max(stop - 1, start))] for offset in range(len(text))]
        self._columns[line] = columns[:start] + new + columns[stop:]
        self.lines[line] = old[:start] + text + old[stop:]

    def repaired(self, line: int) -> bool:
        """Whether a line differs from what the user typed."""
        return line in self._columns

    def column(self, line: int, column: int) -> int:
        """The column in the user's line of a column in the repaired one."""
        columns = self._columns.get(line)
        if columns is None:
            return column
        return columns[column] if column < len(columns) else columns[-1] + column - len(columns) + 1

    def span(self, line: int, start: int, stop: int) -> Span:
        """The stretch `[start:stop]` of a (repaired) line, in the user's file."""
        begin, end = self.column(line, start), self.column(line, stop)
        return Span(self.file, Position(line + 1, begin + 1), Position(line + 1, max(begin, end) + 1))


def indentation(line: str) -> int:
    """How many plain spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))
