"""Puts a draft together: last year's frame and tasks, and a stub for every demand without an answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from planforge.lifecycle.draft.advance import Advance
from planforge.lifecycle.draft.carry import FINISHED, Carrier
from planforge.lifecycle.draft.demands import Group, Lacking, missing_demands
from planforge.lifecycle.draft.frame import next_frame
from planforge.lifecycle.draft.levels import level_of, word_of
from planforge.lifecycle.draft.markers import renumber
from planforge.lifecycle.draft.naming import reference
from planforge.lifecycle.draft.placing import Placing
from planforge.lifecycle.draft.stubs import StubWriter, told_apart
from planforge.lifecycle.draft.units import Office, used_units
from planforge.lifecycle.draft.wording import Wording
from planforge.model import Document, Roster, Section, Superior, Task, Text, Trace, Waiver
from planforge.text.outline import complete

_Node = TypeVar("_Node", bound=Task)


@dataclass(frozen=True, slots=True)
class Material:
    """What a draft is made from.

    `held` is last year's plan held against the superior documents, by the names that the draft gives them; `aliases`
    maps the names that last year's plan uses to those. References in the draft count from `folder`.
    """

    last: Document
    year: int
    held: Trace
    aliases: Mapping[str, str]
    roster: Roster | None
    folder: Path


@dataclass(frozen=True, slots=True)
class Assembled:
    """A completed draft, questions about no single task, and what was left out as finished: (place, task)."""

    document: Document
    questions: tuple[str, ...]
    finished: tuple[tuple[str, Task], ...]


def assemble(material: Material, also: Lacking = frozenset()) -> Assembled:
    """The draft without the comments at its head; `also` are measures that an earlier round turned out to lack."""
    last = material.last
    assert last.year is not None
    advance = Advance(last.year, material.year, last.title.value)
    frame, questions = next_frame(last, advance)
    carrier = Carrier(last, advance, material.aliases)
    carried = carrier.sections()
    demands = missing_demands(material.held, also)
    sections, homeless = _with_stubs(carried, material, demands)
    document = replace(
        frame,
        sections=renumber(sections, last.sections),
        against=_against(material),
        waivers=(*_kept_waivers(material), *_done_waivers(material, demands)),
    )
    return Assembled(complete(document), (*questions, *homeless), tuple(carrier.finished))


def _with_stubs(
    carried: Sequence[Section], material: Material, demands: Sequence[Group]
) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """The sections with their stubs behind last year's tasks; demands that no section can take are told."""
    placing, writer = Placing(material.last, material.held), _writer(material)
    stubs: dict[str, list[Task]] = defaultdict(list)
    new: list[Task] = []
    taken = {node.heading.value for section in carried for node in section.walk()}
    for group in demands:
        home = placing.home(group, carried)
        (new if home is None else stubs[home.id]).append(told_apart(writer.stub(group), taken))
    sections = tuple(_with(each, stubs) for each in carried)
    if not new:
        return sections, ()
    added = Section(heading=Text("落实上级新任务"), tasks=tuple(new))
    return (*sections, added), ("上年的要点没有能放新任务的部分，新任务单列为一个部分，标题请改定",)


def _with(node: _Node, stubs: Mapping[str, Sequence[Task]]) -> _Node:
    """A node with the stubs of each node behind its tasks."""
    tasks = (*(_with(task, stubs) for task in node.tasks), *stubs.get(node.id, ()))
    return replace(node, tasks=tasks)


def _writer(material: Material) -> StubWriter:
    last = material.last
    office = Office(word_of(last), level_of(last), material.roster, used_units(last))
    documents = [(each.alias, each.document) for each in material.held.directives if each.document]
    return StubWriter(material.year, office, {alias: Wording(word_of(each), office) for alias, each in documents})


def _against(material: Material) -> tuple[Superior, ...]:
    return tuple(Superior(each.alias, reference(each.file, material.folder)) for each in material.held.directives)


def _kept_waivers(material: Material) -> tuple[Waiver, ...]:
    names = material.aliases
    return tuple(
        replace(each, directive=names[each.directive], text=Text())
        for each in material.last.waivers
        if each.directive in names
    )


def _done_waivers(material: Material, demands: Sequence[Group]) -> tuple[Waiver, ...]:
    """What only a finished task answers needs no answer again; what it left open of it is demanded, not waived, and
    what an unfinished task answers is neither.
    """
    done = {node.id for top in material.last.walk() if top.status in FINISHED for node in top.walk()}
    open_ = {(each.alias, clause.id) for group in demands for each in group.demands for clause in each.clauses}
    open_ |= {
        (directive.alias, clause.id)
        for directive in material.held.directives
        for task in directive.tasks
        for clause in task.clauses
        if clause.best and clause.best.task not in done
    }
    return tuple(
        Waiver(directive.alias, item, f"{material.last.year}年已经完成（{finished.heading}）")
        for directive in material.held.directives
        for task in directive.tasks
        if task.status == "covered"
        for finished in [each for each in task.counterparts if each.task in done.intersection(task.answering)][:1]
        for item in _settled(task.task, {clause for alias, clause in open_ if alias == directive.alias})
    )


def _settled(task: Task, open_: set[str]) -> tuple[str, ...]:
    """The id of the task, or those of its measures where some are open."""
    settled = tuple(clause.id for clause in task.clauses if clause.id not in open_)
    return (task.id,) if len(settled) == len(task.clauses) else settled
