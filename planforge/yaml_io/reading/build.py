"""The normalised form → Document: raw nodes, as an importer gives them to text.outline.complete as well.

What breaks the contract has been reported before; here it is left out, or read as well as it can be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from planforge.model import (
    Attachment,
    Citation,
    Document,
    Header,
    Imprint,
    Indicator,
    InputError,
    Link,
    Notice,
    Section,
    Superior,
    Suppression,
    Task,
    Text,
    Units,
    Waiver,
)
from planforge.schemas.words import WORDS
from planforge.text.section_roles import role_of
from planforge.text.statements import Years, years_of
from planforge.text.titles import kind_of, year_of
from planforge.yaml_io.reading import statements
from planforge.yaml_io.reading.normal import Fields, Scalar
from planforge.yaml_io.reading.values import as_text, date, integer, names, number, records, reference, string, text

#: 序号: 无 — the node is meant to have no number.
UNNUMBERED = "无"
#: 九千九百九十九 is the last number that text.numerals writes.
MOST_SIBLINGS = 9999


def document(fields: Fields, file: str, suppressions: tuple[Suppression, ...]) -> Document:
    """The document that a normalised form describes, not yet completed."""
    head = _head(fields, file)
    years = years_of(head)
    return replace(
        head,
        sections=tuple(_section(each, years) for each in _nodes(fields, "sections")),
        indicators=tuple(_indicator(each) for each in records(fields, "indicators")),
        citations=tuple(_citation(each) for each in records(fields, "citations")),
        notice=_notice(fields.get("notice")),
        attachments=tuple(_attachment(each, years) for each in records(fields, "attachments")),
        against=tuple(_superiors(fields.get("against"))),
        waivers=tuple(_waiver(each) for each in records(fields, "waivers")),
        suppressions=suppressions,
    )


def _head(fields: Fields, file: str) -> Document:
    title = text(fields, "title")
    return Document(
        kind=_word(fields, "kind") or kind_of(title.value),
        title=title,
        doc_number=text(fields, "doc_number"),
        issuers=names(fields, "issuers"),
        issued=date(fields, "issued"),
        year=integer(fields, "year") or year_of(title.value),
        level=_word(fields, "level"),
        recipients=text(fields, "recipients"),
        preamble=text(fields, "preamble"),
        header=_header(fields),
        imprint=_imprint(fields.get("imprint")),
        file=file,
    )


def _header(fields: Fields) -> Header:
    sealed = fields.get("sealed")
    return Header(
        copy_number=string(fields, "copy_number"),
        secrecy=string(fields, "secrecy"),
        urgency=string(fields, "urgency"),
        signers=tuple(name.value for name in names(fields, "signers")),
        sealed=sealed if isinstance(sealed, bool) else True,
        note=string(fields, "note"),
        posts=tuple(name.value for name in names(fields, "posts")),
    )


def _word(fields: Fields, key: str) -> Any:
    """A value of a closed list; None where it is absent or none of them."""
    value = fields.get(key)
    return str(value) if isinstance(value, str) and value in WORDS[key] else None


def _nodes(fields: Fields, key: str) -> Iterator[Fields | Scalar]:
    """The nodes of a list; one written as bare text is read as a heading."""
    value = fields.get(key)
    items = value if isinstance(value, list) else [value]
    if len(items) > MOST_SIBLINGS:
        raise InputError(f"同一层的任务超过 {MOST_SIBLINGS} 个，编不了序号；请分成几个部分。")
    for item in items:
        if isinstance(item, Fields | Scalar):
            yield item


def _section(node: Fields | Scalar, years: Years) -> Section:
    parts = _node(node, years)
    role = _word(node, "role") if isinstance(node, Fields) else None
    return Section(**parts, role=role or role_of(parts["heading"].value))


def _task(node: Fields | Scalar, years: Years) -> Task:
    return Task(**_node(node, years))


def _node(node: Fields | Scalar, years: Years) -> dict[str, Any]:
    """What sections and tasks have in common."""
    if isinstance(node, Scalar):
        return {"heading": node.text, "place": node.text}
    return {
        **_name(node),
        "heading": text(node, "heading"),
        "text": text(node, "text"),
        "closing": text(node, "closing"),
        "units": _units(node),
        "deadlines": tuple(statements.deadlines(node, years)),
        "targets": tuple(statements.targets(node, years)),
        "implements": tuple(_link(each) for each in records(node, "implements")),
        "tasks": tuple(_task(each, years) for each in _nodes(node, "tasks")),
        "place": _place(node),
        **_follow_up(node),
    }


def _name(node: Fields) -> dict[str, Any]:
    """What a node is called by: the author's own id and number."""
    marker, own = string(node, "marker"), string(node, "id")
    unnumbered = marker == UNNUMBERED
    return {"id": own, "own_id": bool(own), "marker": "" if unnumbered else marker, "unnumbered": unnumbered}


def _follow_up(node: Fields) -> dict[str, Any]:
    """How the work goes, as the ledger asks for it."""
    return {"status": _word(node, "status"), **{key: string(node, key) for key in ("progress", "evidence", "note")}}


def _place(node: Fields) -> Text:
    """Where findings about the whole node point: its marker if it is written, else its heading, text, or what it has.

    As in other formats the marker stands for the node, and a wrong one can be mended there.
    """
    marked = string(node, "marker") not in ("", UNNUMBERED)
    for key in chain(("marker",) if marked else (), ("heading", "text"), node):
        found = as_text(node.get(key))
        if found.anchors:
            return found
    return Text()


def _units(fields: Fields) -> Units:
    return Units(names(fields, "lead"), names(fields, "support"), names(fields, "responsible"))


def _link(fields: Fields) -> Link:
    whole = text(fields, "to")
    return Link(*reference(whole.value), string(fields, "seen") or None, whole)


def _waiver(fields: Fields) -> Waiver:
    whole = text(fields, "item")
    return Waiver(*reference(whole.value), string(fields, "reason"), string(fields, "seen") or None, whole)


def _superiors(value: Any) -> Iterator[Superior]:
    for alias, written in value.items() if isinstance(value, Fields) else ():
        if isinstance(written, Scalar):
            yield Superior(alias, str(written), written.text)


def _indicator(fields: Fields) -> Indicator:
    return Indicator(
        name=text(fields, "name"),
        unit=string(fields, "unit"),
        baseline=number(fields, "baseline"),
        target=number(fields, "target"),
        text=string(fields, "text"),
        units=_units(fields),
    )


def _citation(fields: Fields) -> Citation:
    title = text(fields, "title")
    return Citation(title.value.strip("《》"), string(fields, "doc_number") or None, title)


def _notice(value: Any) -> Notice | None:
    if not isinstance(value, Fields):
        return None
    return Notice(text(value, "title"), text(value, "recipients"), text(value, "text"))


def _attachment(fields: Fields, years: Years) -> Attachment:
    sections = tuple(_section(each, years) for each in _nodes(fields, "sections"))
    return Attachment(text(fields, "title"), sections, tuple(_tables(fields.get("tables"))))


def _tables(value: Any) -> Iterator[tuple[tuple[str, ...], ...]]:
    for table in value if isinstance(value, list) else ():
        rows = table if isinstance(table, list) else ()
        yield tuple(tuple(map(str, row)) for row in rows if isinstance(row, list))


def _imprint(value: Any) -> Imprint:
    if not isinstance(value, Fields):
        return Imprint()
    return Imprint(names(value, "copies"), text(value, "printer"), date(value, "printed"))
