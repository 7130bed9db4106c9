"""How alike two nodes are by their words, whatever their numbers."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from planforge.model import Task

#: What heading and text count where both nodes have both.
_HEADING, _TEXT = 0.35, 0.65
#: Nodes of the same heading are the same one, however much their text was rewritten.
_SAME_HEADING, _SHORTEST_HEADING = 0.6, 4
_NOT_WORDS = re.compile(r"[\W_]+")
#: Every node is compared with many: so many texts are kept ready, those of two long plans.
_KEPT = 1 << 15


@lru_cache(maxsize=_KEPT)
def plain(words: str) -> str:
    """Words without blanks and punctuation."""
    return _NOT_WORDS.sub("", words)


def words_of(node: Task) -> str:
    """A node's own words: heading, text and closing."""
    return plain(node.heading.value) + plain(node.text.value) + plain(node.closing.value)


def likeness(one: Task, other: Task) -> float:
    """From 0 to 1: by heading and text where both have both, else by all of their words."""
    headings = plain(one.heading.value), plain(other.heading.value)
    texts = plain(one.text.value + one.closing.value), plain(other.text.value + other.closing.value)
    if not (all(headings) and all(texts)):
        return fuzz.ratio(words_of(one), words_of(other)) / 100
    score = _HEADING * fuzz.ratio(*headings) / 100 + _TEXT * fuzz.ratio(*texts) / 100
    same = headings[0] == headings[1] and len(headings[0]) >= _SHORTEST_HEADING
    return max(score, _SAME_HEADING) if same else score


def share(part: Task, whole: Task) -> float:
    """The share of a node's pairs of characters that another node has, too: 0 to 1."""
    pairs = _pairs(words_of(part))
    return len(pairs & _pairs(words_of(whole))) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=_KEPT)
def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[place : place + 2] for place in range(len(words) - 1))
