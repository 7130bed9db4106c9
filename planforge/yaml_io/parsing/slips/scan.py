"""Where the scan of a file stands, what it found, and how a slip is reported and mended."""

from __future__ import annotations

from dataclasses import dataclass, field

from planforge.model import Diagnostic, Edit, Fix, Span
from planforge.yaml_io.faults import diagnostic
from planforge.yaml_io.parsing.slips.levels import Levels
from planforge.yaml_io.parsing.slips.written import Slip
from planforge.yaml_io.parsing.source import Source


@dataclass(slots=True)
class Scan:
    """A file whose slips are looked for; `keys` are those it may have. Lines and columns count from 0.

    `block`: the column that the lines of an open block must pass; `block_indent`: where those lines begin.
    `plain`: the column that further lines of unquoted words must pass. `tab`: how many columns a tab stood for last.
    `lead`: the last fault of indentation, and its line. `stray`: the last line of words that belong to nothing.
    """

    source: Source
    keys: frozenset[str]
    line: int = 0
    found: list[Diagnostic] = field(default_factory=list)
    levels: Levels = field(default_factory=Levels)
    block: int | None = None
    block_indent: int | None = None
    plain: int | None = None
    tab: int | None = None
    lead: tuple[str, int] = ("", -1)
    stray: int = -1

    @property
    def text(self) -> str:
        """The line that the scan stands at."""
        return self.source.lines[self.line]

    def report(self, slip: Slip, start: int, stop: int | None = None) -> None:
        """Reports a slip in `[start:stop]` of the line, to the end of its words if no `stop` is given."""
        stop = len(self.text.rstrip()) if stop is None else stop
        span = self._span(start, stop)
        fix = Fix(slip.advice, slip.safe, (Edit(span, slip.mended),)) if slip.mended is not None else None
        self.found.append(diagnostic(slip.code, slip.message, span, slip.advice, fix))

    def mend(self, slip: Slip, start: int, stop: int) -> None:
        """Reports a slip in `[start:stop]` and mends it in memory; the user can have it mended in the file."""
        self.report(slip, start, stop)
        if slip.mended is not None:
            self.replace(start, stop, slip.mended)

    def replace(self, start: int, stop: int, text: str) -> None:
        """Puts `text` for the characters `[start:stop]` of the line, in memory."""
        if self.text[start:stop] != text:
            self.source.replace(self.line, start, stop, text)

    def _span(self, start: int, stop: int) -> Span:
        return self.source.span(self.line, start, max(stop, start + 1))
