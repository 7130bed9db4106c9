"""Labelled pairs: a superior document, a plan, and what a careful reader found between them.

tests/data/pairs/*.yaml: each superior task has its grade (0 uncovered, 1 partial, 2 covered) and counterparts; each
clause is `LABELS | text` with LABELS like `2.1/1=2 2.3/1=1` (the plan's clauses and grades) or `0`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from planforge.model import Clause, Document, Link, Section, Task, Text

PAIRS = Path(__file__).parent.parent / "data" / "pairs"

_LABEL = re.compile(r"([\d.]+(?:/\d+)?)=(\d)")


@dataclass(frozen=True)
class Pair:
    """Grades by the ids of the superior's tasks and clauses; `answers` holds the same of each of their counterparts."""

    name: str
    superior: Document
    plan: Document
    tasks: dict[str, int]
    clauses: dict[str, int]
    answers: dict[str, dict[str, int]]


def own_pairs() -> list[Pair]:
    """The pairs that come with the tests, by name."""
    return [_pair(path) for path in sorted(PAIRS.glob("*.yaml"))]


def gold_pairs(gold: Path) -> list[Pair]:
    """The pairs of real documents in a folder with docs/ and maps/."""
    return [_gold_pair(gold, path) for path in sorted((gold / "maps").glob("???-???.json"))]


def declared(pair: Pair, alias: str) -> Pair:
    """The pair whose plan declares what a reader found: each of its tasks the superior tasks that it answers best."""
    links: dict[str, list[Link]] = {}
    for name in pair.tasks:
        best = max(pair.answers[name].values(), default=0)
        for answer, grade in pair.answers[name].items():
            if grade == best > 0:
                links.setdefault(answer, []).append(Link(alias, name))
    (section,) = pair.plan.sections
    tasks = tuple(replace(task, implements=tuple(links.get(task.id, ()))) for task in section.tasks)
    return replace(pair, plan=replace(pair.plan, sections=(replace(section, tasks=tasks),)))


def thinned(pair: Pair) -> Iterator[Pair]:
    """Plans that answer less: the pair with each half of the plan's tasks, with thirds and fifths of both documents'.

    Whole tasks are left as ungraded: only a reader could tell what they come to.
    """
    for place in range(2):
        yield _thinned(pair, pair.superior, _every(pair.plan, 2, place))
    for parts in (3, 5):
        for place in range(parts):
            yield _thinned(pair, _every(pair.superior, parts, place), _every(pair.plan, parts, place))


def _thinned(pair: Pair, superior: Document, plan: Document) -> Pair:
    kept = {clause.id for task in plan.leaves() for clause in task.clauses}
    names = {clause.id for task in superior.leaves() for clause in task.clauses} & pair.clauses.keys()
    answers = {name: {a: grade for a, grade in pair.answers[name].items() if a in kept} for name in names}
    clauses = {name: max(found.values(), default=0) for name, found in answers.items()}
    return Pair(pair.name, superior, plan, {}, clauses, answers)


def _every(document: Document, step: int, place: int) -> Document:
    section = document.sections[0]
    return replace(document, sections=(replace(section, tasks=section.tasks[place::step]),))


def _pair(path: Path) -> Pair:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    tasks, answers, clauses = {}, {}, {}
    for task in data["superior"]["tasks"]:
        tasks[task["id"]] = task["grade"]
        answers[task["id"]] = _labels(task["counterparts"])
        for place, line in enumerate(task["clauses"], 1):
            name = f"{task['id']}/{place}"
            answers[name] = _labels(line.partition(" | ")[0])
            clauses[name] = max(answers[name].values(), default=0)
    return Pair(path.stem, _document(data["superior"]), _document(data["plan"]), tasks, clauses, answers)


def _labels(text: str) -> dict[str, int]:
    return {name: int(grade) for name, grade in _LABEL.findall(text)}


def _document(data: dict[str, Any]) -> Document:
    tasks = [(t["id"], t["heading"], [line.rpartition(" | ")[2] for line in t["clauses"]]) for t in data["tasks"]]
    return document(data["title"], tasks)


def document(title: str, tasks: list[tuple[str, str, list[str]]]) -> Document:
    """A document of one section: id, heading and clauses of each task."""
    leaves = tuple(
        Task(
            id=name,
            heading=Text(heading),
            text=Text("".join(clauses)),
            clauses=tuple(Clause(f"{name}/{place}", Text(clause)) for place, clause in enumerate(clauses, 1)),
        )
        for name, heading, clauses in tasks
    )
    return Document(title=Text(title), sections=(Section(id="0", heading=Text("重点任务"), tasks=leaves),))


def _gold_pair(gold: Path, path: Path) -> Pair:
    superior, plan = path.stem.split("-")
    maps = json.loads(path.read_text(encoding="utf-8"))
    of_clauses = path.with_suffix(".clauses.json")
    clauses = json.loads(of_clauses.read_text(encoding="utf-8")) if of_clauses.exists() else {}
    return Pair(
        path.stem,
        _gold_document(gold, superior),
        _gold_document(gold, plan),
        {name: found["grade"] for name, found in maps.items()},
        {name: found["grade"] for name, found in clauses.items()},
        {name: found["counterparts"] for name, found in (maps | clauses).items()},
    )


def _gold_document(gold: Path, name: str) -> Document:
    data = json.loads((gold / "docs" / f"{name}.json").read_text(encoding="utf-8"))
    leaves = [(leaf["id"], leaf["heading"], [clause["text"] for clause in leaf["clauses"]]) for leaf in data["leaves"]]
    return document(data["title"], leaves)
