"""What a clause is made of: the kinds of action, the things it names, and how much each character of it tells.

Passages are taken apart in rows: one by one, most of the time would go into calls.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planforge.coverage.texts import lexicon
from planforge.coverage.texts.characters import Numbers
from planforge.text.late import late

#: Weights of characters: the object counts whole; verbs, scaffolding and grammar tell little.
ACTION_WEIGHT, FILLER_WEIGHT, FUNCTION_WEIGHT = 0.6, 0.5, 0.3
#: Numbers tell how much, not what.
NUMBER_WEIGHT = 0.2
#: An enumeration of n things weighs as much as this many of them.
ENUMERATION = 2.0

#: What stands around the passages of a row: no word, number or enumeration reaches across it.
STOP = "。"

_NUMBER = late(r"(?:[\d.,%％]+|百分之[一二三四五六七八九十百点]+)\s*(?:年|月|日|个|家|件|项|次|所|处|人)?")
_NAME = r"[^、，。；：！？,;:!?（）()《》\s]{1,12}"
_ENUMERATION = late(rf"{_NAME}(?:、{_NAME}){{2,}}")


@dataclass(frozen=True, slots=True)
class Parts:
    """A clause taken apart; `weights` has one number a character, from 0 to 1."""

    text: str
    weights: Sequence[float]
    actions: frozenset[str]
    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Passages that were taken apart together: their text with a stop before, between and behind, its characters as
    numbers and their weights; where each passage begins and ends, and its parts.
    """

    text: str
    numbers: Numbers
    weights: list[float]
    spans: Sequence[tuple[int, int]]
    parts: Sequence[Parts]


#: Offsets and words, from left to right.
_Found = Sequence[tuple[int, str]]
_Spans = Sequence[tuple[int, int]]


def analyse(texts: Sequence[str]) -> Row:
    """Take some passages apart."""
    row = STOP + "".join([text + STOP for text in texts])
    numbers, spans = Numbers.of(row), _spans(texts)
    starts = lexicon.starts(numbers.pairs)
    actions, things = lexicon.actions().find(row, starts), lexicon.concepts().find(row, starts)
    weights = _weigh(row, spans, actions, lexicon.fillers().find(row, starts))
    groups, concepts = _groups(lexicon.actions(), actions, spans), _groups(lexicon.concepts(), things, spans)
    parts = [
        Parts(text, weights[start:end], frozenset(kinds), tuple(names))
        for text, (start, end), kinds, names in zip(texts, spans, groups, concepts, strict=True)
    ]
    return Row(row, numbers, weights, spans, parts)


def _spans(texts: Iterable[str]) -> _Spans:
    spans, end = [], 0
    for text in texts:
        start = end + len(STOP)
        end = start + len(text)
        spans.append((start, end))
    return spans


def _groups(words: lexicon.Lexicon, found: _Found, spans: _Spans) -> list[list[str]]:
    """The groups of the words that were found in each passage."""
    groups: list[list[str]] = [[] for _ in spans]
    starts = [start for start, _ in spans]
    for at, word in found:
        groups[bisect_right(starts, at) - 1] += words.groups(word)
    return groups


def _weigh(row: str, spans: _Spans, actions: _Found, fillers: _Found) -> list[float]:
    weights = [1.0] * len(row)
    for found, weight in ((actions, ACTION_WEIGHT), (fillers, FILLER_WEIGHT)):
        for at, word in found:
            weights[at : at + len(word)] = [weight] * len(word)
    for match in lexicon.function_words().finditer(row):
        weights[match.start()] = FUNCTION_WEIGHT
    for match in _NUMBER.finditer(row):
        start, end = match.span()
        weights[start:end] = [NUMBER_WEIGHT] * (end - start)
    for start, end in spans if "、" in row else ():
        _share(weights, row, start, end)
    return weights


def _share(weights: list[float], row: str, start: int, end: int) -> None:
    """Let the enumerations in a passage weigh less."""
    if row.count("、", start, end) > 1:
        for match in _ENUMERATION.finditer(row, start, end):
            first, last = match.span()
            share = ENUMERATION / (match[0].count("、") + 1)
            weights[first:last] = [weight * share for weight in weights[first:last]]
