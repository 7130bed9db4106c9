"""From the lines and columns of findings to the characters of a Word file, and back into it as marks and changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from planforge.model import Diagnostic, Edit, Span
from planforge.ooxml.characters.cutting import Pieces, cut
from planforge.ooxml.characters.locate import visible
from planforge.ooxml.characters.twins import anchor_of, twin_of
from planforge.ooxml.review import comments
from planforge.ooxml.review.revisions import Replacement, Reviser, can_replace

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Fewer characters in common are a chance: 布署 becomes 部署 as a whole.
_WORD = 2


@dataclass(frozen=True, slots=True)
class _Words:
    """Characters from `start` of one line up to `stop` of another (or the same), counted from 0."""

    line: int
    start: int
    last_line: int
    stop: int

    def parts(self) -> Iterator[tuple[int, int, int]]:
        """What has to be cut: line, start and stop, of no more than the ends where the lines differ."""
        if self.line == self.last_line:
            yield self.line, self.start, self.stop
        else:
            yield self.line, self.start, self.start + 1
            yield self.last_line, self.stop - 1, self.stop


class Places:
    """The paragraphs of a file by their lines from 1; `numbered` are the lines that begin with a number by Word."""

    def __init__(self, paragraphs: Sequence[_Element], numbered: Collection[int]) -> None:
        self._paragraphs = paragraphs
        self._numbered = numbered
        self._texts = [visible(paragraph) for paragraph in paragraphs]
        self._pieces: dict[int, Pieces] = {}

    def with_makeable_fixes(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings, without the fixes whose words aren't all in the file as words."""
        for diagnostic in found:
            fix = diagnostic.fix
            yield diagnostic if fix and all(map(self._can_make, fix.edits)) else replace(diagnostic, fix=None)

    def _can_make(self, edit: Edit) -> bool:
        """Whether the words that an edit replaces are in the file: a number by Word is not, but seems to be."""
        line, change = edit.span.start.line, _replacement(edit)
        if not self._knows(line) or edit.span.end.line != line:
            return False
        if edit.replaced is not None:
            sure = self._texts[line - 1][change.start : change.stop] == edit.replaced
        else:
            sure = line not in self._numbered
        if line not in self._pieces:
            self._pieces[line] = cut(self._paragraphs[line - 1], ())
        pieces = self._pieces[line]
        return sure and all(can_replace(pieces, part) for part in (change, *_replacements(edit)))

    def cut(self, spans: Iterable[Span], edits: Iterable[Edit]) -> None:
        """Cut the runs at all these places at once, so that no mark gets lost by a later cut."""
        places: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for words in filter(None, map(self._words, spans)):
            for line, start, stop in words.parts():
                places[line].append((start, stop))
        for edit in edits:
            places[edit.span.start.line] += map(_touched, _replacements(edit))
        self._pieces = {line: cut(self._paragraphs[line - 1], sorted(set(cuts))) for line, cuts in places.items()}

    def mark(self, span: Span, number: int) -> None:
        """Comment `number` at the words of a finding, or on its paragraph; a text box is marked as a whole."""
        line = span.start.line if self._knows(span.start.line) else 1
        words = self._words(span)
        if (box := anchor_of(self._paragraphs[line - 1])) is not None:
            comments.mark_words(box, box, number)
        elif words is None:
            comments.mark_paragraph(self._paragraphs[line - 1], number)
        else:
            first, last = self._pieces[words.line].at(words.start), self._pieces[words.last_line].at(words.stop - 1)
            comments.mark_words(first.element, last.element, number)

    def replace(self, edits: Iterable[Edit], reviser: Reviser) -> None:
        """Track the changes, which come in the order of the text; a text box that is there twice changes twice."""
        by_line: defaultdict[int, list[Replacement]] = defaultdict(list)
        for edit in edits:
            by_line[edit.span.start.line] += _replacements(edit)
        for line, changes in by_line.items():
            twin = twin_of(self._paragraphs[line - 1])
            both = [self._pieces[line]]
            if twin is not None:
                both.append(cut(twin, map(_touched, changes)))
            for pieces in both:
                for change in changes:
                    reviser.replace(pieces, change)

    def _words(self, span: Span) -> _Words | None:
        """The words of a finding; None where they have no exact place."""
        start, end = span.start, span.end
        if not self._knows(start.line) or not self._knows(end.line):
            return None
        words = _Words(start.line, start.column - 1, end.line, end.column - 1)
        if span.start == span.end:
            words = replace(words, start=words.start - 1)
        if end.line != start.line and anchor_of(self._paragraphs[end.line - 1]) is not None:
            return None
        inside = 0 <= words.start < len(self._texts[start.line - 1]) and 0 < words.stop <= len(
            self._texts[end.line - 1]
        )
        return words if inside and (words.line, words.start) < (words.last_line, words.stop) else None

    def _knows(self, line: int) -> bool:
        return 1 <= line <= len(self._paragraphs)


def _replacement(edit: Edit) -> Replacement:
    return Replacement(edit.span.start.column - 1, edit.span.end.column - 1, edit.text)


def _replacements(edit: Edit) -> Iterator[Replacement]:
    """What an edit really changes: (甲、乙) loses its brackets, and the words between keep their look."""
    whole = _replacement(edit)
    if edit.replaced is None:
        yield whole
        return
    start, done = 0, 0
    matcher = SequenceMatcher(None, edit.replaced, edit.text, autojunk=False)
    for same in (block for block in matcher.get_matching_blocks() if block.size >= _WORD or not block.size):
        if same.a > start or same.b > done:
            yield Replacement(whole.start + start, whole.start + same.a, edit.text[done : same.b])
        start, done = same.a + same.size, same.b + same.size


def _touched(change: Replacement) -> tuple[int, int]:
    """The characters that a change needs in runs of their own; for an insertion the one beside it."""
    if change.start < change.stop:
        return change.start, change.stop
    return max(0, change.start - 1), max(1, change.start)
