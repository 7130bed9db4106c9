"""Adopted opinions on texts and lists, written over those of the plan's YAML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planforge.lifecycle.circulation.merging import Merged, merge_text
from planforge.lifecycle.circulation.merging_lists import merge_list
from planforge.lifecycle.circulation.opinions.endings import own_lists
from planforge.lifecycle.circulation.refusals import GONE
from planforge.lifecycle.circulation.table import Adopted, shared_words
from planforge.lifecycle.circulation.whole_tasks.whereabouts import Whereabouts
from planforge.lifecycle.loading import load_bytes
from planforge.model import Document, InputError, Task, Text
from planforge.model.opinions import ListProposal, TextProposal
from planforge.yaml_io.editing import NOTICE, Editable, Value, set_values

#: A section or task by the id that it had when opinions were collected (empty for the document), and what of it.
_Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reworded:
    """The file as it becomes, why rows were left out, and how many are in it."""

    after: bytes
    conflicts: tuple[str, ...]
    done: int


@dataclass(frozen=True, slots=True)
class _Change:
    """What becomes of one place, and the rows that ask for it. `item` is the id that its node has today."""

    item: str
    field: str
    rows: Sequence[Adopted]
    merged: Merged


def reworded(source: bytes, path: str, rows: Sequence[Adopted], found: Whereabouts) -> Reworded:
    """The plan with what these rows say of its texts and lists. Raises InputError where it can't be edited at all."""
    plan = load_bytes(source, path).document
    changes = [_change(plan, place, of_place, found) for place, of_place in _by_place(rows).items()]
    after, refused = _written(source, path, [each for each in changes if each.merged.value is not None])
    conflicts = [words for each in changes for words in each.merged.conflicts]
    conflicts += [f"{shared_words(each.rows)}：{words}" for each, words in refused]
    out = [each for each, _ in refused]
    return Reworded(after, tuple(conflicts), sum(each.merged.done for each in changes if each not in out))


def _by_place(rows: Sequence[Adopted]) -> Mapping[_Place, list[Adopted]]:
    places: dict[_Place, list[Adopted]] = {}
    for row in rows:
        if isinstance(row.proposal, TextProposal | ListProposal):
            places.setdefault((row.proposal.item, row.proposal.field), []).append(row)
    return places


def _change(plan: Document, place: _Place, rows: Sequence[Adopted], found: Whereabouts) -> _Change:
    item, field = place
    node = found.likely.get(item)
    if item and node is None:
        return _Change("", field, rows, Merged(None, tuple(f"{row.called}：{GONE}" for row in rows)))
    return _Change(node.id if node else "", field, rows, _merged(plan, node, field, rows))


def _merged(plan: Document, node: Task | None, field: str, rows: Sequence[Adopted]) -> Merged:
    texts = [(row, row.proposal) for row in rows if isinstance(row.proposal, TextProposal)]
    if texts:
        return merge_text(_text(plan, node, field), texts)
    lists = [(row, row.proposal) for row in rows if isinstance(row.proposal, ListProposal)]
    return merge_list(own_lists(node)[lists[0][1].field] if node else (), lists)


def _text(plan: Document, task: Task | None, field: str) -> str:
    if task is None:
        notice = plan.notice.text if plan.notice else Text()
        return {"title": plan.title, "notice": notice, "preamble": plan.preamble}[field].value
    return {"heading": task.heading, "text": task.text, "closing": task.closing}[field].value


def _written(source: bytes, path: str, changes: Sequence[_Change]) -> tuple[bytes, list[tuple[_Change, str]]]:
    """The plan with these changes, and why single ones can't be written. Raises InputError where none can be."""
    if not changes:
        return source, []
    Editable.open(source, path)
    try:
        return set_values(source, path, _values(changes)), []
    except InputError:
        refused: list[tuple[_Change, str]] = []
    for each in changes:
        try:
            source = set_values(source, path, _values([each]))
        except InputError as fault:
            refused.append((each, fault.message))
    return source, refused


def _values(changes: Sequence[_Change]) -> dict[str, dict[str, Value]]:
    values: dict[str, dict[str, Value]] = {}
    for each in changes:
        if each.merged.value is not None:
            item, field = (NOTICE, "text") if (each.item, each.field) == ("", "notice") else (each.item, each.field)
            values.setdefault(item, {})[field] = each.merged.value
    return values
