"""The words by which amounts and targets are known, from words.txt."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def _sections() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    name = ""
    for line in files(__package__).joinpath("words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            found[name] = found.get(name, ()) + tuple(line.split())
    return found


def words(name: str) -> tuple[str, ...]:
    """The words of a section."""
    return _sections()[name]


def pattern(*names: str) -> str:
    """A regular expression for the words of several sections; the longer word counts (个百分点 before 个).

    The look at the first character spares most places of a text the walk through all words.
    """
    every = sorted((word for name in names for word in words(name)), key=len, reverse=True)
    heads = "".join(sorted({word[0] for word in every}))
    return f"(?=[{re.escape(heads)}])(?:{'|'.join(map(re.escape, every))})"
