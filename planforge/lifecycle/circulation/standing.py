"""How opinions stand to each other: two offices may want the same, or different things of the same sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planforge.model import ListProposal, Opinion, Proposal, TextProposal

_BY_HAND = "采纳后须手工修改"


def with_notes(opinions: Sequence[Opinion]) -> tuple[Opinion, ...]:
    """The opinions, numbered from 1, with notes on those of other rows that want the same, or something else there."""
    places: dict[tuple[str, str], list[int]] = {}
    for turn, opinion in enumerate(opinions):
        if opinion.proposal:
            places.setdefault((opinion.proposal.item, opinion.proposal.field), []).append(turn)
    return tuple(
        replace(opinion, note="；".join(_notes(turn, opinions, places))) for turn, opinion in enumerate(opinions)
    )


def _notes(turn: int, opinions: Sequence[Opinion], places: dict[tuple[str, str], list[int]]) -> Iterator[str]:
    opinion = opinions[turn]
    own = opinion.proposal
    if own is None:
        if opinion.kind != "comment":
            yield _BY_HAND
        return
    others = [(other, opinions[other].proposal) for other in places[own.item, own.field] if other != turn]
    rivals = [(other, their) for other, their in others if their and wants_change(own) and wants_change(their)]
    same = [other for other, their in rivals if their == own]
    different = [other for other, their in rivals if their != own and meet(own, their)]
    for found, words in ((same, "相同"), (different, "改法不同")):
        if found:
            yield f"与{'、'.join(f'第{other + 1}条（{opinions[other].unit}）' for other in found)}{words}"


def wants_change(proposal: Proposal) -> bool:
    """Whether an office said what to write instead."""
    if isinstance(proposal, TextProposal):
        return bool(proposal.changes)
    return proposal.base != proposal.wanted


def meet(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals are about the same sentence, or the same list."""
    if isinstance(one, ListProposal) or isinstance(other, ListProposal):
        return True
    return one.start < other.stop and other.start < one.stop
