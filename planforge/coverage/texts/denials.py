"""Where one phrase forbids, ends or denies what another one does: 不得收取费用 against 收取费用, 取消保证金 against
保留保证金."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from planforge.coverage.texts import lexicon
from planforge.coverage.texts.matters import SAME, likeness, pairs

#: An act of such a beginning has its verb further behind.
_LED = "将把对向从在由以为"
#: The two phrases without what denies or allows share this part of the shorter one's pairs, and so many.
_ALIKE, _ENOUGH = 0.6, 3
#: The affirming phrase is at most so many times as long.
_LONGEST = 2


class Reversal(NamedTuple):
    """A superior's phrase and the plan's that says its reverse, by their places, and the words that tell: 不得收取 and
    收取."""

    demand: int
    answer: int
    superior: str
    plan: str


def reversals(demands: Sequence[str], said: Sequence[str]) -> Iterator[Reversal]:
    """Where the plan does what its superior forbids, or forbids what that asks for, and neither says the other thing,
    too.

    `demands` are the phrases of the superior, `said` those of the plan that answer them.
    """
    ours, theirs = [denies(words) for words in demands], [denies(words) for words in said]
    if True not in ours and True not in theirs:
        return
    asked = cache(lambda answer: _says(demands, ours, said[answer], theirs[answer]))
    for place, demand in enumerate(demands):
        turned = [
            Reversal(place, at, *words)
            for at, each in enumerate(said)
            if ours[place] != theirs[at] and (words := _reversed(demand, each, ours[place]))
        ]
        if turned and not _says(said, theirs, demand, ours[place]):
            yield from (one for one in turned if not asked(one.answer))


def _says(phrases: Sequence[str], denied: Sequence[bool], words: str, is_denied: bool) -> bool:
    """Whether any of some phrases says the same as `words`, and in the same sense."""
    own = _pairs(words)
    return any(
        denial is is_denied and likeness(own, _pairs(each)) >= SAME
        for each, denial in zip(phrases, denied, strict=True)
    )


_pairs = lru_cache(maxsize=1 << 12)(pairs)


def _reversed(demand: str, answer: str, is_ban: bool) -> tuple[str, str] | None:
    """The words of a superior's and of a plan's phrase by which the one denies what the other affirms."""
    found = _affirmed(demand, answer) if is_ban else _affirmed(answer, demand)
    return found if found is None or is_ban else found[::-1]


@lru_cache(maxsize=1 << 14)
def denies(words: str) -> bool:
    """Whether a text forbids, ends or denies anything."""
    return _any("denial", "ended").search(words) is not None


@cache
def _any(*kinds: str) -> re.Pattern[str]:
    """Any of the words of some kinds."""
    return re.compile("|".join(word for kind in kinds for word in lexicon.named_list("denials.txt", kind)))


class _Ban(NamedTuple):
    """What a phrase denies: where the word for it stands and where the act begins, whether that ends a thing, and
    whether but the wrong ways of doing it are forbidden."""

    start: int
    act: int
    ends: bool
    wrongly: bool


@lru_cache(maxsize=1 << 12)
def _ban_in(phrase: str) -> _Ban | None:
    match = _any("denial", "ended").search(phrase)
    if match is None:
        return None
    manner = _past(_any("manner"), phrase, match.end())
    act = _past(_any("wrongly"), phrase, manner)
    ends = _any("ended").match(match[0]) is not None
    return None if _any("of whom").search(phrase, act) else _Ban(match.start(), act, ends, act > manner)


def _affirmed(denied: str, other: str) -> tuple[str, str] | None:
    """How the one phrase denies an act, and how the other affirms it; None where it doesn't."""
    ban = _ban_in(denied)
    act = denied[ban.act : ban.act + 2] if ban else ""
    place = other.find(act) if len(act) == 2 else -1
    if ban is None or place < 0 or _any("of whom").search(other):
        return None
    signs = _any("kept", "less") if ban.ends else _any("allowed")
    sign = signs.search(other)
    if _denies_more(denied, ban, other[:place] + "，" + other[place + 2 :]) or (not sign and (ban.wrongly or ban.ends)):
        return None
    if not _is_same(denied[: ban.start] + "，" + denied[ban.act :], signs.sub("，", other)):
        return None
    if act[0] in _LED:
        return denied, other
    begin = sign.start() if sign and sign.start() < place else place
    return denied[ban.start : ban.act + 2], other[begin : place + 2]


def _denies_more(denied: str, ban: _Ban, beside: str) -> bool:
    """Whether what a phrase has beside the act denies anything that the ban doesn't."""
    words = _any("less").sub("，", beside) if ban.ends else beside
    return any(word not in denied for word in _any("negative").findall(words))


def _past(words: re.Pattern[str], denied: str, start: int) -> int:
    """Where the text goes on behind the words that stand at `start`, if any do."""
    while found := words.match(denied, start):
        start = found.end()
    return start


def _is_same(denied: str, other: str) -> bool:
    """Whether two phrases, without what denies the one and allows the other, say the same."""
    ours, theirs = pairs(denied), pairs(other)
    common = len(ours & theirs)
    alike = common >= _ENOUGH and common >= _ALIKE * min(len(ours), len(theirs))
    return len(theirs) <= _LONGEST * len(ours) and (alike or ours == theirs)
