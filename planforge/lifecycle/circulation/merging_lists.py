"""Adopted opinions on one list of the plan (units, time limits, targets) made one, as `merging` does with texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from planforge.lifecycle.circulation.merging import Merged
from planforge.lifecycle.circulation.refusals import CHANGED, SAME_PLACE
from planforge.lifecycle.circulation.table import Adopted, shared_words
from planforge.model import Text
from planforge.model.opinions import ListProposal
from planforge.text.units import split_list


def merge_list(current: tuple[str, ...], rows: Sequence[tuple[Adopted, ListProposal]]) -> Merged:
    """The list with all that was adopted: items that went and came. Offices that replace one item differently clash."""
    base = rows[0][1].base
    wanted: dict[tuple[str, ...], list[Adopted]] = {}
    for row, proposal in rows:
        wanted.setdefault(_wanted(row, proposal), []).append(row)
    out = _clashing(base, wanted)
    conflicts = [f"{shared_words(out)}{SAME_PLACE}"] if out else []
    kept = {items: rows for items, rows in wanted.items() if not set(rows) & set(out)}
    everyone = [row for rows in kept.values() for row in rows]
    if not kept:
        return Merged(None, tuple(conflicts))
    if not _grew_from(current, base, kept) or any(proposal.base != base for _, proposal in rows):
        return Merged(None, (*conflicts, f"{shared_words(everyone)}：{CHANGED}"))
    value = next(iter(kept)) if len(kept) == 1 else _joined(base, kept)
    return Merged(None if value == current else value, tuple(conflicts), len(everyone))


def _wanted(row: Adopted, proposal: ListProposal) -> tuple[str, ...]:
    if not row.wording:
        return proposal.wanted
    if proposal.field == "targets":
        return tuple(part.strip() for part in row.wording.replace("\n", "；").strip("。").split("；") if part.strip())
    return tuple(dict.fromkeys(name.value for name in split_list(Text(row.wording))))


def _clashing(base: tuple[str, ...], wanted: dict[tuple[str, ...], list[Adopted]]) -> list[Adopted]:
    """The rows that take away an item which others take away for something else, or for nothing."""
    clashing: list[Adopted] = []
    for one, other in combinations(wanted, 2):
        differ = set(one) - set(base) != set(other) - set(base)
        if differ and (set(base) - set(one)) & (set(base) - set(other)):
            clashing += [*wanted[one], *wanted[other]]
    return list(dict.fromkeys(clashing))


def _grew_from(current: tuple[str, ...], base: tuple[str, ...], lists: Iterable[tuple[str, ...]]) -> bool:
    """Whether `current` is `base` with some of the items gone or come that these lists ask for."""
    added = {item for items in lists for item in items} - set(base)
    removed = {item for items in lists for item in set(base) - set(items)}
    return set(current) <= set(base) | added and set(base) - set(current) <= removed


def _joined(base: tuple[str, ...], lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The base without what any list leaves out, then what they add, in their order."""
    found = list(lists)
    kept = [item for item in base if all(item in items for items in found)]
    return tuple(dict.fromkeys([*kept, *(item for items in found for item in items if item not in base)]))
