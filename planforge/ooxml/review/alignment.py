"""Which blocks of one Word file are which of another one: the same words first, then the most alike, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from rapidfuzz import fuzz

_Block = TypeVar("_Block")
#: Paragraphs less alike than this (0 to 1) are told as one gone and one new.
_ALIKE = 0.4
#: Stretches with more pairs than this are not compared one by one.
_MOST_PAIRS = 40_000


def align(
    before: Sequence[_Block],
    after: Sequence[_Block],
    words: Callable[[_Block], str],
    kind: Callable[[_Block], str],
) -> Iterator[tuple[_Block | None, _Block | None]]:
    """Pairs in order; None where a block has no partner. Only blocks of one kind are paired."""
    old, new = [(kind(each), words(each)) for each in before], [(kind(each), words(each)) for each in after]
    for _, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for left, right in _pairs(old[i:j], new[k:m]):
            yield (
                before[i + left] if left is not None else None,
                after[k + right] if right is not None else None,
            )


_Key = tuple[str, str]


def _pairs(old: Sequence[_Key], new: Sequence[_Key]) -> Iterator[tuple[int | None, int | None]]:
    """The partners of a stretch; what is gone stands before what is new."""
    left = right = 0
    for one, other in _partners(old, new):
        yield from ((turn, None) for turn in range(left, one))
        yield from ((None, turn) for turn in range(right, other))
        yield one, other
        left, right = one + 1, other + 1
    yield from ((turn, None) for turn in range(left, len(old)))
    yield from ((None, turn) for turn in range(right, len(new)))


def _partners(old: Sequence[_Key], new: Sequence[_Key]) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, that are most alike together."""
    if list(old) == list(new):
        return [(turn, turn) for turn in range(len(old))]
    if len(old) * len(new) > _MOST_PAIRS:
        return []
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    score = [[_score(one, other) for other in new] for one in old]
    for i in range(len(old) - 1, -1, -1):
        for k in range(len(new) - 1, -1, -1):
            paired = best[i + 1][k + 1] + score[i][k] if score[i][k] else 0.0
            best[i][k] = max(best[i + 1][k], best[i][k + 1], paired)
    return list(_walk(best, score))


def _score(one: _Key, other: _Key) -> float:
    """How alike two blocks are; 0 where they are no pair."""
    if one[0] != other[0]:
        return 0.0
    score = fuzz.ratio(one[1], other[1]) / 100 if one[1] or other[1] else 1.0
    return score if score >= _ALIKE or one[0] == "tbl" else 0.0


def _walk(best: Sequence[Sequence[float]], score: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    i = k = 0
    while i < len(score) and k < len(score[i]):
        if score[i][k] and best[i][k] == best[i + 1][k + 1] + score[i][k]:
            yield i, k
            i, k = i + 1, k + 1
        elif best[i][k] == best[i + 1][k]:
            i += 1
        else:
            k += 1
