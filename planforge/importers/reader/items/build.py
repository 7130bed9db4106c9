"""Nodes into tasks: text joined, closing unit lists taken off, rules that the document sets once applied."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import filterfalse

from planforge.importers.reader.items.tree import Node
from planforge.model import Deadline, Section, Task, Text, Units
from planforge.text import deadlines, statements, units
from planforge.text.section_roles import role_of
from planforge.text.units import Closing

_LINE = "\n"


@dataclass(frozen=True, slots=True)
class Customs:
    """What a document sets for all: whether the first unit of a list leads, the year that deadlines count from, and the
    one in which targets are due."""

    first_leads: bool = False
    year: int | None = None
    due: int | None = None


def sections(root: Node, customs: Customs) -> tuple[Section, ...]:
    """The sections of a tree whose headings are given."""
    return tuple(_section(node, customs) for node in root.nodes)


def _section(node: Node, customs: Customs) -> Section:
    task = _task(node, customs)
    fields = {name: getattr(task, name) for name in Task.__slots__}
    return Section(**fields, role=role_of(task.heading.value))


def _task(node: Node, customs: Customs) -> Task:
    heading, of_heading = units.take_closing(node.heading)
    text, of_text = _text([node.first, *node.more])
    closing, of_closing = _text(node.after)
    found = units.merge(node.units, of_heading.units, of_text.units, of_closing.units)
    times = (*of_heading.deadlines, *of_text.deadlines, *of_closing.deadlines)
    lists = (*of_heading.words, *of_text.words, *of_closing.words)
    return Task(
        marker=node.marker,
        heading=_trim(heading) if node.told is None else heading,
        text=text,
        closing=closing,
        units=_with_leads([text, closing], found) if customs.first_leads else found,
        deadlines=(*node.deadlines, *(_deadline(time, customs) for time in times)),
        targets=tuple(target for words in node.targets for target in statements.targets_in(words, customs.due)),
        tasks=tuple(_task(below, customs) for below in node.nodes),
        unnumbered=node.printed is None,
        place=node.place,
        note=units.persons(lists),
        lists=lists,
    )


def _with_leads(texts: list[Text], closing: Units) -> Units:
    """The closing list and those within the texts, the first unit of each leading."""
    return units.each_first_leading([*(each for text in texts for each in units.find_lists(text)), closing])


def _trim(heading: Text) -> Text:
    return heading.slice(0, len(heading.value.rstrip("。：: \u3000")))


def _deadline(text: Text, customs: Customs) -> Deadline:
    return deadlines.read(text, customs.year)


def _text(paragraphs: list[Text]) -> tuple[Text, Closing]:
    """Paragraphs as one text; lists on lines of their own and the list at the end are taken off, and so are lines that
    say beside them who answers in person (牵头领导：张三)."""
    kept: list[Text] = []
    taken = Closing(Units())
    parts = [p for p in paragraphs if p.value.strip()]
    for index, part in enumerate(parts):
        rest, closing = _listed(part, alone=index > 0)
        found = bool(closing.units or closing.deadlines)
        if found and (index == len(parts) - 1 or not rest.value.strip()):
            taken = _joined(taken, closing)
            kept += [rest] if rest.value.strip() else []
        else:
            kept.append(part)
    if not taken.words:
        return Text.join(kept, _LINE), taken
    persons = tuple(filter(units.names_person, kept))
    text = Text.join(filterfalse(units.names_person, kept), _LINE)
    return text, replace(taken, words=(*persons, *taken.words))


def _listed(part: Text, *, alone: bool) -> tuple[Text, Closing]:
    """A paragraph without the list that ends it, or that it is if it may be one alone."""
    rest, closing = units.take_closing(part)
    return units.take_line(part) if alone and not closing.words else (rest, closing)


def _joined(one: Closing, other: Closing) -> Closing:
    return Closing(
        units.merge(one.units, other.units),
        (*one.deadlines, *other.deadlines),
        (*one.words, *other.words),
    )


def customs_of(paragraphs: list[Text], year: int | None, due: int | None) -> Customs:
    """The rules that hold for the whole document."""
    first_leads = any(re.search("下同|牵头", p.value) and units.first_leads(p.value) for p in paragraphs)
    return Customs(first_leads, year, due)
