"""What a clause is made of: the kinds of action, the things it names, and how much each character of it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from planforge.coverage import lexicon

#: Weights of characters: the object counts whole; verbs, scaffolding and grammar tell little.
ACTION_WEIGHT, FILLER_WEIGHT, FUNCTION_WEIGHT = 0.6, 0.5, 0.3
#: Numbers tell how much, not what.
NUMBER_WEIGHT = 0.2
#: An enumeration of n things weighs as much as this many of them.
ENUMERATION = 2.0

_NUMBER = re.compile(r"(?:[\d.,%％]+|百分之[一二三四五六七八九十百点]+)\s*(?:年|月|日|个|家|件|项|次|所|处|人)?")
_NAME = r"[^、，。；：！？,;:!?（）()《》\s]{1,12}"
_ENUMERATION = re.compile(rf"{_NAME}(?:、{_NAME}){{2,}}")


@dataclass(frozen=True, slots=True)
class Parts:
    """A clause taken apart; `weights` has one number a character, from 0 to 1."""

    text: str
    weights: tuple[float, ...]
    actions: frozenset[str]
    concepts: tuple[str, ...]


def analyse(text: str) -> Parts:
    """Take a clause's text apart."""
    starts = lexicon.starts(text)
    actions = list(lexicon.actions().find(text, starts))
    groups = frozenset(group for _, word in actions for group in lexicon.actions().groups(word))
    things = lexicon.concepts().find(text, starts)
    concepts = tuple(group for _, word in things for group in sorted(lexicon.concepts().groups(word)))
    fillers = lexicon.fillers().find(text, starts)
    return Parts(text, _weigh(text, actions, fillers), groups, concepts)


#: Offsets and words.
_Found = Iterable[tuple[int, str]]


def _weigh(text: str, actions: _Found, fillers: _Found) -> tuple[float, ...]:
    functions = lexicon.function_words()
    weights = [FUNCTION_WEIGHT if character in functions else 1.0 for character in text]
    for found, weight in ((actions, ACTION_WEIGHT), (fillers, FILLER_WEIGHT)):
        for at, word in found:
            weights[at : at + len(word)] = [min(weight, w) for w in weights[at : at + len(word)]]
    for match in _NUMBER.finditer(text):
        weights[match.start() : match.end()] = [NUMBER_WEIGHT] * len(match[0])
    for match in _ENUMERATION.finditer(text) if text.count("、") > 1 else ():
        share = ENUMERATION / (match[0].count("、") + 1)
        weights[match.start() : match.end()] = [w * share for w in weights[match.start() : match.end()]]
    return tuple(weights)
