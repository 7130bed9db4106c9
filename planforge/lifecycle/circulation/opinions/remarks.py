"""What of the plan a comment is about: some words, a list of units, or the whole task that its range spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planforge.lifecycle.circulation.opinions.endings import list_spot
from planforge.lifecycle.circulation.opinions.wording import around
from planforge.lifecycle.circulation.returned.printed import Printed, Spot
from planforge.lifecycle.fingerprints import of_tree
from planforge.model.opinions import ListProposal, Proposal, SpotProposal, TaskProposal, TextProposal


@dataclass(frozen=True, slots=True)
class Span:
    """The characters `[start:stop]` of a line of the plan's file."""

    line: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Remarked:
    """What a comment is about: `passage` quotes it, what a clerk words instead goes where `proposal` says.

    No proposal where only people can tell what becomes of it; no passage where it is about words of none of the tasks.
    """

    proposal: Proposal | None = None
    passage: str = ""


def remarked_on(printed: Printed, spans: Sequence[Span]) -> Remarked:
    """What the words on these lines, or the place where they begin, belong to."""
    met = [(spot, span) for span in spans for spot in printed.on(span.line)]
    at_place = [(spot, span) for spot, span in met if span is spans[0] and _holds(spot, span)]
    touched = [(spot, span) for spot, span in met if _touches(spot, span)] or at_place[:1]
    if not touched:
        return Remarked()
    if len({(spot.item, spot.field) for spot, _ in touched}) == 1:
        spot_proposal = _on_field(printed, touched)
        return Remarked(spot_proposal, spot_proposal.passage if spot_proposal else "")
    return _on_task(printed, [spot for spot, _ in touched])


def _touches(spot: Spot, span: Span) -> bool:
    return spot.start < span.stop and span.start < spot.stop


def _holds(spot: Spot, span: Span) -> bool:
    return spot.start <= span.start < max(spot.stop, spot.start + 1)


def _on_field(printed: Printed, touched: Sequence[tuple[Spot, Span]]) -> SpotProposal | None:
    """The sentences of one text, or the list; none where the place of a list can't be told."""
    (spot, span), (last, end) = touched[0], touched[-1]
    if spot.field == "ending":
        return _on_list(printed, spot, span)
    base = printed.texts[spot.item, spot.field]
    start = max(span.start, spot.start) - spot.start + spot.offset
    stop = min(max(end.stop, end.start), last.stop) - last.start + last.offset
    return TextProposal(spot.item, spot.field, base, *around(base, start, stop))


def _on_list(printed: Printed, spot: Spot, span: Span) -> ListProposal | None:
    words = printed.lines[spot.line][spot.start : spot.stop]
    return list_spot(printed.tasks[spot.item], words, span.start - spot.start, span.stop - spot.start)


def _on_task(printed: Printed, spots: Sequence[Spot]) -> Remarked:
    """A whole task, heading and units with it, where the words are of one; else the paragraphs, for people."""
    items = {spot.item for spot in spots}
    task = printed.tasks.get(spots[0].item) if len(items) == 1 else None
    lines = sorted({spot.line for spot in (_of_item(printed, task.id) if task else spots)})
    passage = "\n".join(printed.lines[line] for line in lines)
    whole = TaskProposal("rewritten", (task.id,), (of_tree(task),)) if task and not task.tasks else None
    return Remarked(whole, passage)


def _of_item(printed: Printed, item: str) -> Iterator[Spot]:
    yield from (spot for spot in printed.spots if spot.item == item)
