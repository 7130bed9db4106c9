"""How opinions stand to each other: two offices may want the same, or different things of the same sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from planforge.lifecycle.circulation.clashing import Clashes, is_same
from planforge.model import Document
from planforge.model.opinions import ListProposal, Opinion, Proposal, SpotProposal, TaskProposal, TextProposal

_BY_HAND = "采纳后须手工修改"


def with_notes(opinions: Sequence[Opinion], plan: Document) -> tuple[Opinion, ...]:
    """The opinions, numbered from 1, with notes on those of other rows that want the same, or something else there."""
    noting = _Noting(opinions, Clashes(plan))
    return tuple(replace(opinion, note="；".join(noting.of(turn))) for turn, opinion in enumerate(opinions))


class _Noting:
    def __init__(self, opinions: Sequence[Opinion], clashes: Clashes) -> None:
        self._opinions, self._clashes = opinions, clashes
        self._places: dict[tuple[str, str], list[int]] = {}
        self._whole: list[int] = []
        for turn, opinion in enumerate(opinions):
            if isinstance(opinion.proposal, TaskProposal):
                self._whole.append(turn)
            elif opinion.proposal:
                self._places.setdefault((opinion.proposal.item, opinion.proposal.field), []).append(turn)

    def of(self, turn: int) -> Iterator[str]:
        """What has to be known of an opinion."""
        opinion = self._opinions[turn]
        own = opinion.proposal
        if own is None:
            if opinion.kind != "comment":
                yield f"{_BY_HAND}（{opinion.note}）" if opinion.note else _BY_HAND
            return
        rivals = [(other, their) for other, their in self._rivals(turn, own) if wants_change(own)]
        same = [other for other, their in rivals if is_same(their, own)]
        different = [other for other, their in rivals if not is_same(their, own) and self._meet(own, their)]
        apart = [(other, their) for other, their in rivals if self._opinions[other].unit != opinion.unit]
        beside = [other for other, their in apart if other not in same and _is_beside(own, their)]
        for found, words in ((same, "相同"), (different, "改法不同"), (beside, "在同一处增加")):
            if found:
                yield f"与{'、'.join(f'第{other + 1}条（{self._opinions[other].unit}）' for other in found)}{words}"

    def _rivals(self, turn: int, own: Proposal) -> Iterator[tuple[int, Proposal]]:
        """Other opinions that may be about the same, and want something."""
        if isinstance(own, TaskProposal):
            others: Iterable[int] = range(len(self._opinions))
        else:
            others = sorted([*self._places[own.item, own.field], *self._whole])
        for other in others:
            their = self._opinions[other].proposal
            if other != turn and their and wants_change(their):
                yield other, their

    def _meet(self, own: Proposal, their: Proposal) -> bool:
        if isinstance(own, TaskProposal) or isinstance(their, TaskProposal):
            return self._clashes.between(own, their)
        return meet(own, their)


def _is_beside(own: Proposal, their: Proposal) -> bool:
    """Whether two offices add something at one place, which is none of the other's business."""
    if not isinstance(own, TaskProposal) or not isinstance(their, TaskProposal):
        return False
    both = own.change == their.change == "added"
    return both and (own.home, own.behind) == (their.home, their.behind)


def wants_change(proposal: Proposal) -> bool:
    """Whether an office said what to write instead."""
    if isinstance(proposal, TaskProposal):
        return proposal.change != "rewritten" or bool(proposal.new)
    if isinstance(proposal, TextProposal):
        return bool(proposal.changes)
    return proposal.base != proposal.wanted


def meet(one: SpotProposal, other: SpotProposal) -> bool:
    """Whether two proposals are about the same sentence, or the same list."""
    if isinstance(one, ListProposal) or isinstance(other, ListProposal):
        return True
    return one.start < other.stop and other.start < one.stop
