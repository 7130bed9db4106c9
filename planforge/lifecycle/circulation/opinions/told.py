"""What changes of whole tasks tell already, so that no word of it is told again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planforge.lifecycle.circulation.whole_tasks.finding import Restructured
from planforge.lifecycle.fingerprints import plain


@dataclass(frozen=True, slots=True)
class Told:
    """The plan's lines that are `settled`, those where it is `unclear` what became of a task, and what is `written`."""

    settled: frozenset[int]
    unclear: frozenset[int]
    written: str

    @classmethod
    def by(cls, whole: Sequence[Restructured]) -> Told:
        """What these changes tell."""
        settled = frozenset(line for each in whole for line in each.lines if not each.unclear)
        unclear = frozenset(line for each in whole for line in each.lines if each.unclear)
        return cls(settled, unclear, "\n".join(plain(words) for each in whole for words in each.written))

    def has(self, words: str) -> bool:
        """Whether a paragraph stands in what was written for a whole task."""
        return plain(words) in self.written
