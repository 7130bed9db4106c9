"""Finding patterns in the running text of a document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from planforge.model import Edit, Position, Text
from planforge.rules._context import RuleContext
from planforge.rules._passages import Passage
from planforge.rules._pattern import Pattern
from planforge.rules._rule import Finding, Found, Several

HAN = "\u4e00-\u9fff"
#: 《》 with at most one level within: the names of other documents, which nobody may mend here.
_BOOK = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
#: A fault that is there more often is a habit of the document and is told once.
MANY = 10


def hits(
    context: RuleContext, pattern: Pattern, *, books: bool = False
) -> Iterator[tuple[Passage, Text, re.Match[str]]]:
    """Each match of `pattern` with its words' place; those inside 《》 only with `books`."""
    for passage in context.passages if pattern.holds is None else context.holding(pattern.holds):
        yield from _matches(passage, pattern.compiled, books)


def hits_in_lists_too(context: RuleContext, pattern: Pattern) -> Iterator[tuple[Passage, Text, re.Match[str]]]:
    """The same, with books, and those in closing unit lists: each place once, for a list's names are passages, too."""
    in_lists = (hit for words in context.lists for hit in _matches(words, pattern.compiled, True))
    seen: set[Position] = set()
    for hit in chain(hits(context, pattern, books=True), in_lists):
        place = hit[1].at(0)
        if place not in seen:
            seen.add(place)
            yield hit


def word_hits(
    context: RuleContext, words: Iterable[str], *, books: bool = False
) -> Iterator[tuple[Passage, Text, re.Match[str]]]:
    """The same for any of `words`, the longest first; a list of hundreds costs what the few that are there cost."""
    passages, named = context.index.naming(words)
    pattern = re.compile(alternatives(named))
    for passage in passages:
        yield from _matches(passage, pattern, books)


def _matches(passage: Passage, pattern: re.Pattern[str], books: bool) -> Iterator[tuple[Passage, Text, re.Match[str]]]:
    for match in pattern.finditer(passage.value):
        if books or not in_book(passage.value, match.start()):
            yield passage, passage.text.slice(match.start(), match.end()), match


def in_book(value: str, offset: int) -> bool:
    """Whether a character stands inside 《》."""
    books = _books(value)
    index = bisect_left(books, (offset, 0)) - 1
    return index >= 0 and offset < books[index][1] - 1


@lru_cache(maxsize=4096)
def _books(value: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _BOOK.finditer(value))


def group(passage: Passage, match: re.Match[str], name: int | str = 1) -> Text:
    """The words of a group of a match."""
    return passage.text.slice(match.start(name), match.end(name))


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def crosses_line(text: Text, match: re.Match[str]) -> bool:
    """Whether a match ends with a blank that stands for the end of a line in the source: no fault of the words."""
    return text.at(match.start() - 1).line != text.at(match.end()).line


def once_if_many(found: Iterable[Finding], most: int = MANY) -> Iterator[Found]:
    """The findings; more than `most` of them as one, at the first place, whose fix mends them all."""
    findings = tuple(found)
    if len(findings) > most:
        yield Several(findings, _once)
    else:
        yield from findings


def _once(findings: Sequence[Finding]) -> Finding:
    first = findings[0]
    edits: tuple[Edit, ...] = tuple(edit for finding in findings if finding.fix for edit in finding.fix.edits)
    fix = replace(first.fix, title=f"改正全部{len(findings)}处", edits=edits) if first.fix else None
    return replace(first, message=f"{first.message}，全文共{len(findings)}处", fix=fix)
