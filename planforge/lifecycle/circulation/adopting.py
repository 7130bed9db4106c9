"""Puts what was adopted of a 意见汇总表 into the YAML of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from planforge.fix import file_diff
from planforge.lifecycle.circulation.clashing import Clashes, is_same
from planforge.lifecycle.circulation.opinions.standing import wants_change
from planforge.lifecycle.circulation.refusals import CLASH
from planforge.lifecycle.circulation.rewording import reworded
from planforge.lifecycle.circulation.table import Adopted, read_table, shared_words
from planforge.lifecycle.circulation.whole_tasks.carrying import Carried, carried_out
from planforge.lifecycle.circulation.whole_tasks.decisions import Decision, decisions
from planforge.lifecycle.circulation.whole_tasks.whereabouts import Whereabouts, whereabouts
from planforge.lifecycle.in_place import read_plan, write_back
from planforge.lifecycle.loading import load_bytes
from planforge.lifecycle.office import office_of
from planforge.model import Document
from planforge.model.opinions import Proposal, TaskProposal
from planforge.yaml_io.editing import Editable


@dataclass(frozen=True, slots=True)
class Adoption:
    """What becomes of a plan: its bytes before and after, the opinions that are in it now (`done`, a count of rows).

    `conflicts` and `faults` tell what was left out and why, `by_hand` what was adopted and only a person can do, `lost`
    what went with tasks that are there no more; `open` counts the rows without a verdict.
    """

    path: str
    before: bytes
    after: bytes
    done: int
    conflicts: tuple[str, ...]
    faults: tuple[str, ...]
    by_hand: tuple[str, ...]
    open: int
    lost: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        return not (self.conflicts or self.faults)


def adopt(table_path: str, plan_path: str) -> Adoption:
    """What the table at `table_path`, filled in, makes of the plan at `plan_path`; writes nothing.

    Raises InputError where one of the two can't be read, or the plan can't be edited.
    """
    table = read_table(table_path)
    source = read_plan(plan_path, "采纳的意见只能写进 YAML 文件")
    plan = load_bytes(source, plan_path).document
    sent = table.plan or plan
    rows, clashes = _apart([row for row in table.adopted if _can_be_made(row)], sent)
    whole, faults = decisions([row for row in rows if isinstance(row.proposal, TaskProposal)], sent)
    heirs = {each.proposal.items[0]: each.successor for each in whole if each.successor is not None}
    found = whereabouts(sent, plan, [node for each in whole for node in each.further], heirs)
    words = reworded(source, plan_path, [row for row in rows if not isinstance(row.proposal, TaskProposal)], found)
    tasks = _with_tasks(words.after, plan_path, sent, whole, found, plan)
    by_hand = tuple(_note(row) for row in table.adopted if not _can_be_made(row))
    conflicts = (*clashes, *words.conflicts, *faults, *tasks.conflicts)
    done = words.done + tasks.done
    return Adoption(plan_path, source, tasks.after, done, conflicts, table.faults, by_hand, table.open, tasks.lost)


def _with_tasks(
    source: bytes, path: str, sent: Document, whole: Sequence[Decision], found: Whereabouts, plan: Document
) -> Carried:
    """What decisions on whole tasks make of the plan, in which `source` put new words."""
    if not whole:
        return Carried(source)
    editable = Editable.open(source, path)
    return carried_out(editable, sent, whole, found.in_document(plan, editable.document), office_of(path))


def _apart(rows: Sequence[Adopted], sent: Document) -> tuple[list[Adopted], list[str]]:
    """The rows that can go together, and those that want whole tasks to become different things."""
    clashes = Clashes(sent)
    groups = [pair for pair in combinations(rows, 2) if _clash(clashes, *pair)]
    out = {id(row) for group in groups for row in group}
    return [row for row in rows if id(row) not in out], [f"{shared_words(group)}{CLASH}" for group in groups]


def _clash(clashes: Clashes, one: Adopted, other: Adopted) -> bool:
    """Whether two rows, at least one of them on whole tasks, can't both be followed; a clerk's own words count."""
    ours, theirs = _wanted(one), _wanted(other)
    if ours is None or theirs is None or not any(isinstance(each, TaskProposal) for each in (ours, theirs)):
        return False
    if is_same(ours, theirs):
        return one.wording != other.wording
    return clashes.between(ours, theirs)


def _wanted(row: Adopted) -> Proposal | None:
    """What a row asks for; a clerk's words for a task that an office only remarked on rewrite that task."""
    proposal = row.proposal
    if isinstance(proposal, TaskProposal) and not wants_change(proposal):
        return replace(proposal, new=tuple(row.wording.split("\n")))
    return proposal


def write(adoption: Adoption) -> None:
    """Write the plan. Raises InputError where it has changed meanwhile."""
    write_back(adoption.path, adoption.before, adoption.after)


def diff(adoption: Adoption) -> str:
    """What adopted opinions change in the plan, as `diff -u` shows it."""
    return file_diff(adoption.before, adoption.after, adoption.path)


def _note(row: Adopted) -> str:
    """What a person is to do."""
    wanted = f"（采纳后表述：{row.wording}）" if row.wording else ""
    return f"{row.called} {row.task}：{row.content}{wanted}"


def _can_be_made(row: Adopted) -> bool:
    return row.proposal is not None and (bool(row.wording) or wants_change(row.proposal))
