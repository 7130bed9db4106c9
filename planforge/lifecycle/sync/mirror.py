"""A plan as its own Word file says it: what printing and reading do to it is no change that somebody made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planforge.lifecycle.diff.moves import moved
from planforge.lifecycle.diff.pairing import pair
from planforge.lifecycle.loading import load_bytes
from planforge.lifecycle.office import Office
from planforge.lifecycle.typesetting.rendering import render
from planforge.model import Document, Reading, Section, Task

Trees = Sequence[Section]
_MAIN = "word/document.xml"
_NAME = "要点.docx"


def mirror(document: Document, office: Office, style: str, *, told: bool = True) -> Document:
    """The document as it is read from the Word file that it is set as; `told` as for `reading_of_print`."""
    return replace(reading_of_print(document, office, style, told=told).document, file=document.file)


def reading_of_print(document: Document, office: Office, style: str, *, told: bool = True) -> Reading:
    """What reading the Word file gives that a document is set as.

    Not `told`: as from one that has lost what it tells of its items, as another program's formats do, or never had it.
    """
    file = render(document, office, "docx", style)
    return load_bytes(file if told else _untold(file), _NAME)


def _untold(file: bytes) -> bytes:
    from planforge.importers.word.package import Package
    from planforge.ooxml.characters import items

    package = Package(file, _NAME)
    root = package.part(_MAIN)
    assert root is not None  # it was just written
    items.forget(root)
    return package.with_parts({_MAIN: root})


@dataclass(frozen=True, slots=True)
class Matches:
    """Which node of the plan is which of the edited file, by identity, and how the plan's nodes are printed.

    `merged` are nodes of the plan whose words stand in another node of the edited file, `split` nodes of the edited
    file whose words stand in a node of the plan; each stands before the node that has its words. `moved` are nodes of
    the plan that changed places; `foreign` are nodes that only printing and reading make.
    """

    plan: Mapping[int, Task]
    edited: Mapping[int, Task]
    printed: Mapping[int, Task]
    merged: tuple[tuple[Task, Task], ...] = ()
    split: tuple[tuple[Task, Task], ...] = ()
    moved: frozenset[int] = frozenset()
    foreign: frozenset[int] = frozenset()


def matched(plan: Trees, printed: Trees, edited: Trees) -> Matches:
    """The plan's nodes are found in its print by their place, and from there in the edited file by content."""
    prints = _prints(plan, printed)
    ours = {id(twin): node for node, twin in prints}
    found = pair(Document(sections=tuple(printed)), Document(sections=tuple(edited)))
    same = [(found.old[old], found.new[new]) for old, new in found.pairs.items()]
    pairs = [(ours[id(twin)], theirs) for twin, theirs in same if id(twin) in ours]
    gone = [(found.old[old], found.new[new]) for old, new in found.merged.items()]
    come = [(found.new[new], found.old[old]) for new, old in found.split.items()]
    went = (ours.get(id(found.old[old])) for old in moved(found))
    return Matches(
        {id(theirs): node for node, theirs in pairs},
        {id(node): theirs for node, theirs in pairs},
        {id(node): twin for node, twin in prints},
        tuple((ours[id(twin)], into) for twin, into in gone if id(twin) in ours),
        tuple((theirs, ours[id(twin)]) for theirs, twin in come if id(twin) in ours),
        frozenset(id(node) for node in went if node),
        frozenset(id(theirs) for twin, theirs in same if id(twin) not in ours),
    )


def _prints(plan: Trees, printed: Trees) -> list[tuple[Task, Task]]:
    """Every node with its print: one by one, or by content where reading gave the tree another shape."""
    if _shape(plan) == _shape(printed):
        return list(zip(walk(plan), walk(printed), strict=True))
    found = pair(Document(sections=tuple(plan)), Document(sections=tuple(printed)))
    return [(found.old[old], found.new[new]) for old, new in found.pairs.items()]


def walk(nodes: Sequence[Task]) -> list[Task]:
    """All nodes of some trees, in reading order."""
    return [node for top in nodes for node in top.walk()]


def _shape(nodes: Sequence[Task]) -> tuple[int, ...]:
    return (len(nodes), *(count for node in nodes for count in _shape(node.tasks)))
