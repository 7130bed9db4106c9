"""Comments of a Word file (ECMA-376, 17.13.4): the marks around the words, and the part that holds what they say."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planforge.ooxml.characters.cutting import holder_of
from planforge.ooxml.namespaces import MAIN, RELATIONS
from planforge.ooxml.review.revisions import Stamp
from planforge.ooxml.xml import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
#: Where comments go in a file that has none.
PART = "word/comments.xml"


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment says, a paragraph a line."""

    number: int
    lines: tuple[str, ...]


def mark_words(first: _Element, last: _Element, number: int) -> None:
    """Let comment `number` speak of all from the element `first` to `last`, which may be in a later paragraph."""
    holder_of(first).addprevious(_mark(first, "commentRangeStart", number))
    _close(holder_of(last), number)


def mark_paragraph(paragraph: _Element, number: int) -> None:
    """Let comment `number` speak of a whole paragraph, even an empty one."""
    start = _mark(paragraph, "commentRangeStart", number)
    properties = paragraph.find(f"{_W}pPr")
    if properties is not None:
        properties.addnext(start)
    else:
        paragraph.insert(0, start)
    _close(paragraph[-1], number)


def _close(last: _Element, number: int) -> None:
    end = _mark(last, "commentRangeEnd", number)
    run = last.makeelement(f"{_W}r", {})
    run.append(_mark(last, "commentReference", number))
    last.addnext(end)
    end.addnext(run)


def _mark(like: _Element, name: str, number: int) -> _Element:
    return like.makeelement(f"{_W}{name}", {f"{_W}id": str(number)})


def used_numbers(roots: Iterable[_Element | None]) -> set[int]:
    """The ids that comments have or are called by."""
    names = [f"{_W}{name}" for name in ("comment", "commentReference", "commentRangeStart", "commentRangeEnd")]
    found = (e.get(f"{_W}id", "") for root in roots if root is not None for e in root.iter(*names))
    return {int(number) for number in found if number.isdigit()}


def add(root: _Element, comments: Sequence[Comment], stamp: Stamp) -> None:
    """Append comments to the root of their part."""
    for comment in comments:
        attributes = {**stamp.attributes(comment.number), f"{_W}initials": clean(stamp.author)[:1]}
        element = root.makeelement(f"{_W}comment", attributes)
        element.extend(_line(root, line, first=not index) for index, line in enumerate(comment.lines))
        root.append(element)


def _line(like: _Element, text: str, *, first: bool) -> _Element:
    """A paragraph of a comment, flush left and small whatever the file's own default is."""
    paragraph = like.makeelement(f"{_W}p", {})
    properties = _append(paragraph, "pPr")
    _append(properties, "spacing", before="0", after="0", line="240", lineRule="auto")
    _append(properties, "ind", firstLineChars="0", firstLine="0")
    _append(properties, "jc", val="left")
    if first:
        _append(_append(paragraph, "r"), "annotationRef")
    run = _append(paragraph, "r")
    _append(_append(run, "rPr"), "sz", val="20")
    words = _append(run, "t")
    words.set(_SPACE, "preserve")
    words.text = clean(text)
    return paragraph


def _append(parent: _Element, name: str, **attributes: str) -> _Element:
    child = parent.makeelement(f"{_W}{name}", {f"{_W}{key}": value for key, value in attributes.items()})
    parent.append(child)
    return child


def declare(types: _Element, relations: _Element, *, strict: bool) -> None:
    """Make a new comments part known to the package and to the main document."""
    override = types.makeelement(f"{{{_PACKAGE}/content-types}}Override", {})
    override.set("PartName", f"/{PART}")
    override.set("ContentType", _TYPE)
    types.append(override)
    taken = {relation.get("Id") for relation in relations}
    name = next(f"rIdComments{n}" for n in range(1, len(taken) + 2) if f"rIdComments{n}" not in taken)
    base = "http://purl.oclc.org/ooxml/officeDocument/relationships" if strict else RELATIONS
    relation = relations.makeelement(f"{{{_PACKAGE}/relationships}}Relationship", {})
    for key, value in (("Id", name), ("Type", f"{base}/comments"), ("Target", posixpath.basename(PART))):
        relation.set(key, value)
    relations.append(relation)
