"""Word lists of official Chinese, kept as data, and how they are found in a text."""

from __future__ import annotations

import operator
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import compress
from pathlib import Path

_DATA = Path(__file__).parent / "data"


#: Where words may start: offset and the two characters that stand there, from left to right.
Starts = Sequence[tuple[int, str]]


class Lexicon:
    """Words of two characters or more, each with the names of its groups."""

    def __init__(self, groups: Mapping[str, frozenset[str]]) -> None:
        self._groups = groups
        self._by_head: dict[str, list[str]] = {}
        for word in sorted(groups, key=lambda w: (-len(w), w)):
            self._by_head.setdefault(word[:2], []).append(word)

    def groups(self, word: str) -> frozenset[str]:
        """The names of the groups that `word` belongs to; none for a stranger."""
        return self._groups.get(word, frozenset())

    @property
    def heads(self) -> Collection[str]:
        """The first two characters of each word."""
        return self._by_head.keys()

    def find(self, text: str, starts: Starts) -> Iterator[tuple[int, str]]:
        """Offset and word of each word in `text`: the longest at every place, without overlaps, from left to right.

        `starts` are those of `text`.
        """
        free = 0
        for at, head in starts:
            if at < free:
                continue
            for word in self._by_head.get(head, ()):
                if text.startswith(word, at):
                    yield at, word
                    free = at + len(word)
                    break


def starts(text: str) -> Starts:
    """Where a word of any lexicon may start."""
    pairs = list(map(operator.add, text, text[1:]))
    return list(compress(enumerate(pairs), map(_heads().__contains__, pairs)))


@cache
def _heads() -> frozenset[str]:
    return frozenset().union(actions().heads, concepts().heads, fillers().heads)


@cache
def actions() -> Lexicon:
    """Verbs by what they do: 建立, 完善 and 构建 are one group."""
    return _read_groups("actions.txt")


@cache
def concepts() -> Lexicon:
    """Words for one thing that share few characters: 媒体, 报纸, 专栏."""
    return _read_groups("concepts.txt")


@cache
def fillers() -> Lexicon:
    """Words that tell how hard one tries, and scaffolding such as 工作 and 机制."""
    return _read_words("fillers.txt")


@cache
def function_words() -> frozenset[str]:
    """Single characters that carry grammar alone."""
    return frozenset(character for line in _lines("functions.txt") for character in line.split())


def named_list(file: str, name: str) -> tuple[str, ...]:
    """The words of the line `name:` of a data file."""
    return next(tuple(line.partition(":")[2].split()) for line in _lines(file) if line.startswith(name + ":"))


def _read_words(name: str) -> Lexicon:
    return Lexicon({word: frozenset((word,)) for line in _lines(name) for word in line.split() if len(word) > 1})


def _read_groups(name: str) -> Lexicon:
    groups: dict[str, set[str]] = {}
    for line in _lines(name):
        group, _, words = line.partition(":")
        for word in words.split():
            groups.setdefault(word, set()).add(group.strip())
    return Lexicon({word: frozenset(names) for word, names in groups.items() if len(word) > 1})


def _lines(name: str) -> Iterable[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
