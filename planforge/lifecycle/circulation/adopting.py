"""Puts what was adopted of a 意见汇总表 into the YAML of the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planforge.fix import unified_diff
from planforge.lifecycle.circulation.endings import own_lists
from planforge.lifecycle.circulation.merging import Merged, merge_list, merge_text
from planforge.lifecycle.circulation.standing import wants_change
from planforge.lifecycle.circulation.table import Adopted, read_table, shared_words
from planforge.lifecycle.in_place import read_plan, write_back
from planforge.lifecycle.loading import load_bytes
from planforge.model import Document, InputError, ListProposal, Proposal, Task, Text, TextProposal
from planforge.yaml_io.editing import NOTICE, Editable, Value, set_values
from planforge.yaml_io.encoding import decode

_GONE = "要点里已经没有这一项，没有采用；请手工修改。"


#: A section or task by its id (empty for the document), and what of it.
_Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Change:
    """What becomes of one place, and the rows that ask for it."""

    place: _Place
    rows: Sequence[Adopted]
    merged: Merged


@dataclass(frozen=True, slots=True)
class Adoption:
    """What becomes of a plan: its bytes before and after, the opinions that are in it now (`done`, a count of rows).

    `conflicts` and `faults` tell what was left out and why, `by_hand` what was adopted and only a person can do; `open`
    counts the rows without a verdict.
    """

    path: str
    before: bytes
    after: bytes
    done: int
    conflicts: tuple[str, ...]
    faults: tuple[str, ...]
    by_hand: tuple[str, ...]
    open: int

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
    by_hand = [row for row in table.adopted if not _can_be_made(row)]
    changes = [
        _Change(place, rows, _merged(plan, *place, rows))
        for place, rows in _by_place([row for row in table.adopted if _can_be_made(row)]).items()
    ]
    after, refused = _written(source, plan_path, [each for each in changes if each.merged.value is not None])
    done = sum(each.merged.done for each in changes if each.place not in refused)
    conflicts = [words for each in changes for words in each.merged.conflicts]
    conflicts += [f"{shared_words(each.rows)}：{refused[each.place]}" for each in changes if each.place in refused]
    notes = tuple(map(_note, by_hand))
    return Adoption(plan_path, source, after, done, tuple(conflicts), table.faults, notes, table.open)


def _written(source: bytes, path: str, changes: Sequence[_Change]) -> tuple[bytes, dict[_Place, str]]:
    """The plan with these changes, and why single ones can't be written. Raises InputError where none can be."""
    if not changes:
        return source, {}
    Editable.open(source, path)
    try:
        return set_values(source, path, _values(changes)), {}
    except InputError:
        refused: dict[_Place, str] = {}
    for each in changes:
        try:
            source = set_values(source, path, _values([each]))
        except InputError as fault:
            refused[each.place] = fault.message
    return source, refused


def _values(changes: Sequence[_Change]) -> dict[str, dict[str, Value]]:
    values: dict[str, dict[str, Value]] = {}
    for each in changes:
        if each.merged.value is not None:
            item, field = (NOTICE, "text") if each.place == ("", "notice") else each.place
            values.setdefault(item, {})[field] = each.merged.value
    return values


def write(adoption: Adoption) -> None:
    """Write the plan. Raises InputError where it has changed meanwhile."""
    write_back(adoption.path, adoption.before, adoption.after)


def diff(adoption: Adoption) -> str:
    """What adopted opinions change in the plan, as `diff -u` shows it."""
    before, after = (decode(data, adoption.path)[0] for data in (adoption.before, adoption.after))
    return unified_diff(before, after, adoption.path)


def _note(row: Adopted) -> str:
    """What a person is to do."""
    wanted = f"（采纳后表述：{row.wording}）" if row.wording else ""
    return f"{row.called} {row.task}：{row.content}{wanted}"


def _can_be_made(row: Adopted) -> bool:
    return row.proposal is not None and (bool(row.wording) or wants_change(row.proposal))


def _by_place(rows: Sequence[Adopted]) -> Mapping[_Place, list[Adopted]]:
    places: dict[_Place, list[Adopted]] = {}
    for row in rows:
        assert row.proposal is not None
        places.setdefault((row.proposal.item, row.proposal.field), []).append(row)
    return places


def _merged(plan: Document, item: str, field: str, rows: Sequence[Adopted]) -> Merged:
    task = next((node for node in plan.walk() if node.id == item), None)
    if item and task is None:
        return Merged(None, tuple(f"{row.called}：{_GONE}" for row in rows))
    texts = [(row, row.proposal) for row in rows if isinstance(row.proposal, TextProposal)]
    if texts:
        return merge_text(_text(plan, task, field), texts)
    lists = [(row, row.proposal) for row in rows if isinstance(row.proposal, ListProposal)]
    return merge_list(_list(task, lists[0][1]), lists)


def _text(plan: Document, task: Task | None, field: str) -> str:
    if task is None:
        notice = plan.notice.text if plan.notice else Text()
        return {"title": plan.title, "notice": notice, "preamble": plan.preamble}[field].value
    return {"heading": task.heading, "text": task.text, "closing": task.closing}[field].value


def _list(task: Task | None, proposal: Proposal) -> tuple[str, ...]:
    return own_lists(task)[proposal.field] if task else ()
