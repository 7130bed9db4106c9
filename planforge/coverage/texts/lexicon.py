"""Word lists of official Chinese, kept as data, and how they are found in a text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import compress
from pathlib import Path

from planforge.coverage.texts.characters import number

_DATA = Path(__file__).parent.parent / "data"

#: Where words may start: offset and the number of the two characters that stand there, from left to right.
Starts = Sequence[tuple[int, int]]


class Lexicon:
    """Words of two characters or more, each with the names of its groups."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._groups = {word: tuple(sorted(names)) for word, names in groups.items()}
        self._by_head: dict[int, list[str]] = {}
        for word in sorted(groups, key=lambda w: (-len(w), w)):
            self._by_head.setdefault(number(word[:2]), []).append(word)

    def groups(self, word: str) -> tuple[str, ...]:
        """The names of the groups that one of its words belongs to."""
        return self._groups[word]

    def words(self, groups: Collection[str]) -> list[str]:
        """The words of some groups, longer ones first."""
        found = (word for word, names in self._groups.items() if not set(names).isdisjoint(groups))
        return sorted(found, key=lambda word: (-len(word), word))

    @property
    def heads(self) -> Collection[int]:
        """The numbers of the first two characters of each word."""
        return self._by_head.keys()

    def find(self, text: str, starts: Starts) -> list[tuple[int, str]]:
        """Offset and word of each word in `text`: the longest at every place, without overlaps, from left to right.

        `starts` are those of `text`.
        """
        found, free, by_head = [], 0, self._by_head
        for at, head in starts:
            if at < free:
                continue
            for word in by_head.get(head, ()):
                if text.startswith(word, at):
                    found.append((at, word))
                    free = at + len(word)
                    break
        return found


def starts(pairs: Sequence[int]) -> Starts:
    """Where a word of any lexicon may start, by the numbers of the two characters at each place of a text."""
    return list(compress(enumerate(pairs), map(_heads().__contains__, pairs)))


@cache
def _heads() -> frozenset[int]:
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
def function_words() -> re.Pattern[str]:
    """Any of the single characters that carry grammar alone."""
    return re.compile(f"[{''.join(word for line in _lines('functions.txt') for word in line.split())}]")


def named_list(file: str, name: str) -> tuple[str, ...]:
    """The words of the line `name:` of a data file."""
    return next(tuple(line.partition(":")[2].split()) for line in _lines(file) if line.startswith(name + ":"))


def _read_words(name: str) -> Lexicon:
    return Lexicon({word: (word,) for line in _lines(name) for word in line.split() if len(word) > 1})


def _read_groups(name: str) -> Lexicon:
    groups: dict[str, set[str]] = {}
    for line in _lines(name):
        group, _, words = line.partition(":")
        for word in words.split():
            groups.setdefault(word, set()).add(group.strip())
    return Lexicon({word: names for word, names in groups.items() if len(word) > 1})


def _lines(name: str) -> Iterable[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
