"""The manual page that a rule's docstring is: a headline, and sections 说明, 理由, 改法, 反例, 正例."""

from __future__ import annotations

import re
from dataclasses import dataclass
from inspect import cleandoc
from textwrap import dedent

_SECTION = re.compile(r"^(说明|理由|改法|选项|反例|正例)[:：][ ]?", re.M)


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a docstring; 反例 and 正例 may each be there several times."""

    headline: str
    prose: tuple[tuple[str, str], ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]


def read_page(docstring: str) -> Page:
    """Take a rule's docstring apart."""
    head, *parts = _SECTION.split(cleandoc(docstring))
    sections = [(name, dedent(body).strip("\n")) for name, body in zip(parts[::2], parts[1::2], strict=True)]
    examples = ("反例", "正例")
    return Page(
        head.strip(),
        tuple((name, "".join(map(str.strip, body.splitlines()))) for name, body in sections if name not in examples),
        tuple(body for name, body in sections if name == "反例"),
        tuple(body for name, body in sections if name == "正例"),
    )
