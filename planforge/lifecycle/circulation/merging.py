"""Adopted opinions on one text of the plan made one: what it becomes, or why nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from planforge.lifecycle.circulation.refusals import CHANGED, SAME_PLACE
from planforge.lifecycle.circulation.table import Adopted, shared_words
from planforge.model.opinions import Rewording, TextProposal

_BREAKS = re.compile(r"\n(?:[ \t\u3000]*\n)+")


@dataclass(frozen=True, slots=True)
class Merged:
    """What a text or list becomes (None: it stays), and the conflicts that kept opinions out of it, for people."""

    value: str | tuple[str, ...] | None
    conflicts: tuple[str, ...] = ()
    done: int = 0


@dataclass(frozen=True, slots=True)
class _Edit:
    """One thing to do, and the rows that ask for it."""

    change: Rewording
    rows: tuple[Adopted, ...]


def merge_text(current: str, rows: Sequence[tuple[Adopted, TextProposal]]) -> Merged:
    """The text with all adopted changes that can go together.

    Of changes that touch the same characters none is made. The text must be as it was when opinions were collected,
    but for changes that an earlier run made. `done` counts the rows whose changes are in the text then.
    """
    base = rows[0][1].base
    same = [(row, proposal) for row, proposal in rows if proposal.base == base]
    strangers = [f"{shared_words([row])}：{CHANGED}" for row, proposal in rows if proposal.base != base]
    edits, clashes = _without_clashes(_edits(same))
    conflicts = [*strangers, *(f"{shared_words(rows)}{SAME_PLACE}" for rows in clashes)]
    if not edits:
        return Merged(None, tuple(conflicts))
    if not _comes_from(current, base, [edit.change for edit in edits]):
        everyone = [row for edit in edits for row in edit.rows]
        return Merged(None, (*conflicts, f"{shared_words(everyone)}：{CHANGED}"))
    value = _applied(base, [edit.change for edit in edits])
    done = len({row for edit in edits for row in edit.rows})
    return Merged(None if value == current else value, tuple(conflicts), done)


def _edits(rows: Iterable[tuple[Adopted, TextProposal]]) -> list[_Edit]:
    """What to do, in the order of the text; the same change of several offices is one."""
    found: dict[Rewording, list[Adopted]] = {}
    for row, proposal in rows:
        own = (Rewording(proposal.start, proposal.stop, row.wording),) if row.wording else proposal.changes
        for change in own:
            found.setdefault(change, []).append(row)
    ordered = sorted(found, key=lambda change: (change.start, change.stop))
    return [_Edit(change, tuple(found[change])) for change in ordered]


def _without_clashes(edits: Sequence[_Edit]) -> tuple[list[_Edit], list[list[Adopted]]]:
    """The edits of rows none of whose changes meets another row's, and the groups of rows that meet."""
    groups = [
        [*edit.rows, *other.rows]
        for edit, other in combinations(edits, 2)
        if _overlap(edit.change, other.change) and not set(edit.rows) & set(other.rows)
    ]
    out = {row for group in groups for row in group}
    kept = [edit for edit in edits if not out & set(edit.rows)]
    return kept, groups


def _overlap(one: Rewording, other: Rewording) -> bool:
    """Two insertions at one place meet as well: their order would be a guess."""
    if one.start == other.start:
        return True
    return one.start < other.stop and other.start < one.stop


def _comes_from(current: str, base: str, changes: Sequence[Rewording]) -> bool:
    """Whether `current` is `base` with some of the changes made; how many lines are empty says nothing."""
    current = _BREAKS.sub("\n", current.strip())
    ends, place = {0}, 0
    for change in [*changes, Rewording(len(base), len(base), "")]:
        ends = {stop for end in ends for stop in _ends(current, end, base[place : change.start])}
        both = (base[change.start : change.stop], change.text)
        ends = {stop for end in ends for words in both for stop in _ends(current, end, words)}
        place = change.stop
    return len(current) in ends


def _ends(current: str, start: int, words: str) -> Iterator[int]:
    """Where `words` end, if they stand in `current` from `start` on; breaks may be fewer there."""
    end = start
    for character in words:
        if current[end : end + 1] == character:
            end += 1
        elif character != "\n" or (0 < end < len(current) and current[end - 1] != "\n"):
            return
    yield end


def _applied(base: str, changes: Sequence[Rewording]) -> str:
    parts, place = [], 0
    for change in changes:
        parts += [base[place : change.start], change.text]
        place = change.stop
    lines = "".join([*parts, base[place:]]).split("\n")
    emptied = (
        {turn for turn, line in enumerate(lines) if not line.strip()} if "" in [c.text for c in changes] else set()
    )
    return "\n".join(_without_gaps(lines) if emptied else lines).strip()


def _without_gaps(lines: Sequence[str]) -> Iterator[str]:
    """Lines without an empty one behind another: a paragraph that went leaves no gap."""
    before = " "
    for line in lines:
        if line.strip() or before.strip():
            yield line
        before = line
