"""Last year's tasks as next year's: what is finished goes, the rest moves on a year, and what is unsure is said."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from planforge.lifecycle.draft.advance import Advance, done_once
from planforge.model import Deadline, Document, Link, Section, Target, Task, Text
from planforge.text.deadlines import read
from planforge.text.outline import bare
from planforge.text.places import wheres
from planforge.text.quantities import find_targets

_Node = TypeVar("_Node", bound=Task)
FINISHED = ("done", "dropped")
TO_DECIDE = "待定："


@dataclass(slots=True)
class Carrier:
    """Carries the nodes of a plan over. `aliases` maps the plan's names of superior documents to the draft's."""

    plan: Document
    advance: Advance
    aliases: Mapping[str, str]
    finished: list[tuple[str, Task]] = field(default_factory=list)
    _places: dict[int, str] = field(default_factory=dict)

    def sections(self) -> tuple[Section, ...]:
        """The sections, each task with its origin and its open questions as remarks; ids are last year's."""
        self._places = wheres(self.plan)
        stripped = bare(self.plan).sections
        return tuple(self._carry(self.plan.sections, stripped))

    def _carry(self, nodes: tuple[_Node, ...], stripped: tuple[_Node, ...]) -> Iterator[_Node]:
        for node, source in zip(nodes, stripped, strict=True):
            if node.status in FINISHED:
                self.finished.append((self._places.get(id(node), node.id), node))
                continue
            tasks = tuple(self._carry(node.tasks, source.tasks))
            if tasks or not node.tasks:
                yield self._moved(node, source, tasks)

    def _moved(self, node: _Node, source: _Node, tasks: tuple[Task, ...]) -> _Node:
        moved = replace(
            source,
            id=node.id,
            marker=node.marker,
            heading=self._text(source.heading),
            text=self._text(source.text),
            closing=self._text(source.closing),
            deadlines=tuple(self._deadline(each) for each in source.deadlines),
            targets=tuple(self._target(each) for each in source.targets),
            implements=tuple(self._links(source)),
            tasks=tasks,
            status=None,
            progress="",
            evidence="",
            note="",
        )
        return replace(moved, remarks=tuple(self._remarks(node, moved)))

    def _remarks(self, node: Task, moved: Task) -> Iterator[str]:
        """Where a leaf comes from, how it went, and what its author must decide."""
        if not node.tasks and (node.heading.value or node.text.value):
            yield f"来源：上年{self._places.get(id(node), node.id)}（{node.id}）"
        if node.progress or node.note:
            yield "上年进展：" + "；".join(words.rstrip("。；") for words in (node.progress, node.note) if words)
        yield from (TO_DECIDE + words for words in self.advance.take_open())
        yield from self._amounts(moved)
        if node.status is None and not node.tasks and (once := tuple(dict.fromkeys(self._once(moved)))):
            yield f"{TO_DECIDE}去年如已做完，请改写为下一步或者删去：{'；'.join(once)}"

    def _amounts(self, moved: Task) -> Iterator[str]:
        texts = (moved.heading, moved.text, moved.closing)
        found = [each for text in texts for each in find_targets(text, self.advance.this)]
        words = dict.fromkeys(each.text.value for each in (*moved.targets, *found))
        if words:
            yield f"{TO_DECIDE}{self.advance.last}年的数，{self.advance.this}年定多少：{'；'.join(words)}"

    @staticmethod
    def _once(moved: Task) -> Iterator[str]:
        for text in (moved.heading, moved.text):
            yield from done_once(text.value)

    def _text(self, text: Text) -> Text:
        return Text(self.advance.words(text.value))

    def _deadline(self, deadline: Deadline) -> Deadline:
        words = self._text(deadline.text)
        if read(deadline.text, self.advance.last) == deadline:
            return read(words, self.advance.this)
        return Deadline(words, self._day(deadline.date), deadline.recurs)

    def _day(self, day: datetime.date | None) -> datetime.date | None:
        if day is None or day.year != self.advance.last:
            return day
        try:
            return day.replace(year=self.advance.this)
        except ValueError:  # 29 February
            return day.replace(year=self.advance.this, day=28)

    def _target(self, target: Target) -> Target:
        year = self.advance.this if target.year == self.advance.last else target.year
        value = target.value
        words = self._text(target.text)
        return replace(target, text=words, year=year, value=words.value if value == target.text.value else value)

    def _links(self, node: Task) -> Iterator[Link]:
        for link in node.implements:
            if link.directive in self.aliases:
                yield replace(link, directive=self.aliases[link.directive])
            else:
                self.advance.open.append(f"原来落实“{link.directive}#{link.item}”，这次没有给出这份文件")
