"""对照表: a row for each superior task: what answers it, who leads, by when, the verdict, and the words behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from planforge.model import ClauseTrace, DirectiveTrace, Status, Task, TaskTrace, Trace
from planforge.reporters.answers import gap_label, with_targets
from planforge.reporters.coverage._shortfalls import shortfalls
from planforge.reporters.summary import answering_counterparts

#: The columns that every 对照表 has, in this order; `cells` gives their words.
COLUMNS = ("上级条目", "本级任务", "牵头单位", "完成时限", "结论", "依据")


@dataclass(frozen=True, slots=True)
class Row:
    """A superior task of a document. `tasks` are the plan's that answer it.

    By line: `evidence`, `missing` words of the superior's (没有对应：……), and `short`, targets and limits that fall
    behind.
    """

    directive: str
    id: str
    name: str
    status: Status
    confidence: float
    tasks: tuple[Task, ...]
    evidence: tuple[str, ...]
    missing: tuple[str, ...]
    short: tuple[str, ...]

    @property
    def proof(self) -> str:
        """All that speaks for the verdict and against it, by line."""
        return "\n".join([*self.evidence, *self.missing, *self.short])

    @property
    def answers(self) -> str:
        return "\n".join(f"{task.id} {task.heading.value}".strip() for task in self.tasks)

    @property
    def leads(self) -> str:
        """The leading units of all its tasks, or where none leads those that are responsible."""
        names = (unit.value for task in self.tasks for unit in task.units.lead or task.units.responsible)
        return "、".join(dict.fromkeys(names))

    @property
    def deadlines(self) -> str:
        """The time limit of each task; limits within its sentences stand behind its own."""
        return "；".join(dict.fromkeys(task.deadlines[0].text.value for task in self.tasks if task.deadlines))


def rows(trace: Trace) -> Iterator[tuple[DirectiveTrace, list[Row]]]:
    """Each superior document with its tasks in their order; two documents may go by one name."""
    known = {task.id: task for task in trace.plan.walk()} if trace.plan else {}
    for directive in trace.directives:
        name, short = directive.alias or directive.title, _short(directive)
        yield directive, [_row(name, task, known, tuple(short[task.task.id])) for task in directive.tasks]


def _short(directive: DirectiveTrace) -> Mapping[str, list[str]]:
    """The words of a document's shortfalls by the superior tasks that demand what falls behind."""
    short: defaultdict[str, list[str]] = defaultdict(list)
    for each in shortfalls(directive):
        for item in each.items:
            short[item].append(each.words)
    return short


def _row(directive: str, trace: TaskTrace, known: Mapping[str, Task], short: tuple[str, ...]) -> Row:
    tasks = tuple(known.get(each.task, Task(id=each.task)) for each in answering_counterparts(trace))
    task = trace.task
    return Row(
        directive,
        task.id,
        task.heading.value or task.text.value,
        trace.status,
        trace.confidence,
        tasks,
        _unique([trace.reason, *(_answer(clause, known) for clause in trace.clauses)]),
        _unique(f"{gap_label(clause)}：{words}" for clause in trace.clauses for words in clause.gaps),
        short,
    )


def _answer(clause: ClauseTrace, known: Mapping[str, Task]) -> str:
    best = clause.best if clause.status in ("covered", "partial", "review") else None
    if best is None:
        return ""
    return f"{best.plan_clause} {with_targets(best.text.value, known.get(best.task), clause.text.value)}"


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in words if each))
