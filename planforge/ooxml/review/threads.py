"""The comments of a Word file as conversations: what was said, by whom, what was answered, and whether it is settled.

The main part holds every comment and reply (ECMA-376, 17.13.4); which answers which stands in commentsExtended.xml
([MS-DOCX], 2.5.1), which Word and LibreOffice write, and WPS where there are replies. Without it, none is a reply.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planforge.ooxml.characters.locate import visible
from planforge.ooxml.namespaces import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

Part = Callable[[str], "_Element | None"]

_RELATIONS = "word/_rels/document.xml.rels"
_W = f"{{{MAIN}}}"
_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_EXTENDED = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody said: `text` a paragraph a line, `date` as the file writes it, empty where it doesn't tell."""

    id: str
    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with its replies in order; `settled` where somebody marked it as resolved."""

    comment: Remark
    replies: tuple[Remark, ...] = ()
    settled: bool = False


def of_file(part: Part) -> tuple[Thread, ...]:
    """The conversations of a file, in its order; `part` gives its XML parts by name, None for a missing one."""
    comments, extended = part_names(part(_RELATIONS))
    return read(part(comments), part(extended))


def remarks_of(part: Part) -> Iterator[Remark]:
    """All that was said in a file, replies behind the comments that they answer."""
    for thread in of_file(part):
        yield from (thread.comment, *thread.replies)


def part_names(relations: _Element | None) -> tuple[str, str]:
    """The parts of comments and of what extends them, as the main document's relations name them; empty for none."""
    found = {"comments": "", "commentsExtended": ""}
    for relation in relations if relations is not None else ():
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind in found and relation.get("TargetMode") != "External":
            found[kind] = posixpath.normpath(posixpath.join("word", relation.get("Target", ""))).lstrip("/")
    return found["comments"], found["commentsExtended"]


def read(comments: _Element | None, extended: _Element | None) -> tuple[Thread, ...]:
    """The conversations in the roots of both parts, in the file's order."""
    parents, settled = _relations_of(extended)
    remarks = dict(_remarks(comments))
    owner = {name: _top(name, parents, remarks) for name in remarks}
    return tuple(
        Thread(
            remark,
            tuple(remarks[other] for other in remarks if owner[other] == name and other != name),
            name in settled,
        )
        for name, remark in remarks.items()
        if owner[name] == name
    )


def _remarks(comments: _Element | None) -> Iterator[tuple[str, Remark]]:
    """Every comment and reply by the id of its last paragraph, by which the extended part calls it."""
    for turn, comment in enumerate(comments.iterchildren(f"{_W}comment") if comments is not None else ()):
        paragraphs = list(comment.iterchildren(f"{_W}p"))
        text = "\n".join(filter(None, (visible(each).strip() for each in paragraphs)))
        name = paragraphs[-1].get(_PARAGRAPH, "") if paragraphs else ""
        author, date = comment.get(f"{_W}author", ""), comment.get(f"{_W}date", "")
        yield name or f"#{turn}", Remark(comment.get(f"{_W}id", ""), author, date, text)


def _relations_of(extended: _Element | None) -> tuple[Mapping[str, str], frozenset[str]]:
    """What each reply answers, and what is settled."""
    entries = list(extended.iterchildren(f"{_EXTENDED}commentEx")) if extended is not None else []
    names = {entry.get(f"{_EXTENDED}paraId", ""): entry for entry in entries}
    parents = {name: entry.get(f"{_EXTENDED}paraIdParent", "") for name, entry in names.items()}
    return parents, frozenset(name for name, entry in names.items() if entry.get(f"{_EXTENDED}done") in ("1", "true"))


def _top(name: str, parents: Mapping[str, str], remarks: Mapping[str, Remark]) -> str:
    """The comment that a chain of replies began with; a chain that bites its tail begins with itself."""
    seen = {name}
    while (parent := parents.get(name, "")) in remarks and parent not in seen:
        seen.add(parent)
        name = parent
    return name
