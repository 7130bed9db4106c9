"""How far what was read is what a careful reader found: leaves, units, targets, citations and fields of a document."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from planforge.model import Document, Task

_OPERATORS = {">": ">=", "<": "<="}


def plain(words: object) -> str:
    """The characters that count: of one width, without blanks and full stops."""
    return re.sub(r"[\s.。]", "", unicodedata.normalize("NFKC", str(words or "")))


def differences(document: Document, truth: dict[str, Any]) -> list[str]:
    """What was not found (-) and what was found besides (+), one line each; empty where all is right."""
    return [
        *_compare("字段", _true_fields(truth), _fields(document)),
        *_compare("条目", _true_leaves(truth, document), _leaves(document)),
        *_compare("单位", _true_units(truth), _units(document)),
        *_compare("目标", _true_targets(truth, document), _targets(document)),
        *_compare("引文", _true_citations(truth), {(plain(c.title), c.doc_number) for c in document.citations}),
    ]


def _compare(what: str, want: Iterable[Hashable], got: Iterable[Hashable]) -> Iterator[str]:
    missing, extra = Counter(want), Counter(got)
    yield from (f"- {what} {each}" for each in missing - extra)
    yield from (f"+ {what} {each}" for each in extra - missing)


def _true_fields(truth: dict[str, Any]) -> Iterator[Hashable]:
    yield "标题", plain(truth["title"])
    yield "文号", plain(truth["doc_number"])
    yield "发文机关", tuple(map(plain, truth["issuers"]))
    yield "日期", truth["issued"]


def _fields(document: Document) -> Iterator[Hashable]:
    yield "标题", plain(document.title)
    yield "文号", plain(document.doc_number)
    yield "发文机关", tuple(plain(name) for name in document.issuers)
    yield "日期", document.issued.isoformat() if document.issued else None


def _read_leaves(document: Document) -> list[Task]:
    """The leaves with words; a heading without text below it, too."""
    return [leaf for leaf in document.leaves() if leaf.heading.value or leaf.text.value]


def _leaves(document: Document) -> Iterator[Hashable]:
    for leaf in _read_leaves(document):
        yield leaf.id, plain(leaf.marker), plain(leaf.heading), plain(leaf.text)


def _true_leaves(truth: dict[str, Any], document: Document) -> Iterator[Hashable]:
    """The leaves of the truth; where one of these words was read, with the whole text, which the truth doesn't have."""
    texts = {leaf.id: plain(leaf.text) for leaf in _read_leaves(document)}
    for leaf in truth["leaves"]:
        text = texts.get(leaf["id"], "")
        fits = text.startswith(plain(leaf["first"])) and text.endswith(plain(leaf["last"]))
        words = text if fits else f"{leaf['first']}…{leaf['last']}"
        yield leaf["id"], plain(leaf["marker"]), plain(leaf["heading"]), words


def _true_units(truth: dict[str, Any]) -> Iterator[Hashable]:
    for leaf in truth["leaves"]:
        yield from ((leaf["id"], role, plain(name)) for role, names in leaf["units"].items() for name in names)


def _units(document: Document) -> Iterator[Hashable]:
    for leaf in _read_leaves(document):
        for role in ("lead", "support", "responsible"):
            yield from ((leaf.id, role, plain(name)) for name in getattr(leaf.units, role))


def _true_targets(truth: dict[str, Any], document: Document) -> Iterator[Hashable]:
    """The targets of the truth; one that was read under a name that shares half of its characters has that name."""
    read = list(_targets(document))
    for target in truth["targets"]:
        value = tuple(target["value"]) if isinstance(target["value"], list) else target["value"]
        amount = (_OPERATORS.get(target["op"], target["op"]), value, target["unit"])
        found = [each for each in read if each[1:4] == amount and _alike(target, each[0], each[4])]
        if found:
            read.remove(found[0])
        yield found[0] if found else (target["indicator"], *amount, target["year"])


def _alike(target: dict[str, Any], name: str, year: int | None) -> bool:
    want = Counter(plain(target["indicator"]))
    return sum((want & Counter(name)).values()) * 2 >= want.total() and target["year"] in (year, None)


def _targets(document: Document) -> Iterator[tuple[str, str, object, str, int | None]]:
    for task in document.walk():
        for target in task.targets:
            operator = _OPERATORS.get(target.op, target.op)
            yield plain(target.indicator), operator, target.value, target.unit, target.year


def _true_citations(truth: dict[str, Any]) -> set[Hashable]:
    return {(plain(citation["title"]), citation["doc_number"]) for citation in truth["citations"]}
