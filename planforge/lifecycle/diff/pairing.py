"""Which node of one document is which node of the other: by content, not by number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from planforge.lifecycle.diff.likeness import likeness, share, words_of
from planforge.model import Document, Section, Task

#: From this likeness on, two nodes are one that was reworded.
ALIKE = 0.5
#: A node was merged into another one that has this share of its words, which it hadn't (`OWN`) before.
MERGED, OWN = 0.6, 0.45
#: So many pairs are compared one by one; beyond, only nodes at the same turn.
_MOST_PAIRS = 250_000


@dataclass(slots=True)
class Pairing:
    """Nodes by their turn in reading order: `pairs` old → new; `merged` and `split` a node without a partner → the turn
    of the node on the other side that took it in, or that it came from.
    """

    old: tuple[Task, ...]
    new: tuple[Task, ...]
    pairs: dict[int, int] = field(default_factory=dict)
    merged: dict[int, int] = field(default_factory=dict)
    split: dict[int, int] = field(default_factory=dict)

    @property
    def back(self) -> dict[int, int]:
        """new → old"""
        return {new: old for old, new in self.pairs.items()}


def pair(before: Document, after: Document) -> Pairing:
    """All nodes of both documents, in pairs where they are the same."""
    pairing = Pairing(tuple(before.walk()), tuple(after.walk()))
    _pair_equal(pairing)
    _pair_alike(pairing)
    _pair_sections(pairing)
    back = pairing.back
    pairing.merged = dict(_taken_in(pairing.old, pairing.new, pairing.pairs, back))
    pairing.split = dict(_taken_in(pairing.new, pairing.old, back, pairing.pairs))
    return pairing


def _pair_equal(pairing: Pairing) -> None:
    """Those of the same words; of several, first those that stand below the same heading."""
    old, new = _below(pairing.old), _below(pairing.new)
    _pair_same(pairing, old, new)
    _pair_same(pairing, [words for words, _ in old], [words for words, _ in new])


def _below(nodes: Sequence[Task]) -> list[tuple[str, str]]:
    """The words of each node, a mark before those of sections, and the words of what holds it; empty for none."""
    homes = parents(nodes)
    words = [words_of(node) and f"{isinstance(node, Section):d}{words_of(node)}" for node in nodes]
    return [(own, words[homes[turn]] if turn in homes else "") for turn, own in enumerate(words)]


def _pair_same(pairing: Pairing, old: Sequence[Hashable], new: Sequence[Hashable]) -> None:
    waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
    taken = set(pairing.pairs.values())
    for turn, said in enumerate(new):
        if turn not in taken and words_of(pairing.new[turn]):
            waiting[said].append(turn)
    for turn, said in enumerate(old):
        if turn not in pairing.pairs and waiting[said]:
            pairing.pairs[turn] = waiting[said].pop(0)


def _pair_alike(pairing: Pairing) -> None:
    """The most alike first; of equals those that stand nearest to each other."""
    taken = set(pairing.pairs.values())
    old = [turn for turn in range(len(pairing.old)) if turn not in pairing.pairs]
    new = [turn for turn in range(len(pairing.new)) if turn not in taken]
    for _, _, before, after in sorted(_scores(pairing, old, new)):
        if before not in pairing.pairs and after not in taken:
            pairing.pairs[before] = after
            taken.add(after)


def _scores(pairing: Pairing, old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[float, int, int, int]]:
    every = len(old) * len(new) <= _MOST_PAIRS
    for place, before in enumerate(old):
        for after in new if every else new[place : place + 1]:
            one, other = pairing.old[before], pairing.new[after]
            if isinstance(one, Section) == isinstance(other, Section) and (score := likeness(one, other)) >= ALIKE:
                yield -score, abs(before - after), before, after


def _pair_sections(pairing: Pairing) -> None:
    """A section under another heading is still the one where most of its tasks are."""
    back, homes = pairing.back, parents(pairing.new)
    old_homes = parents(pairing.old)
    votes: defaultdict[tuple[int, int], int] = defaultdict(int)
    for before, after in pairing.pairs.items():
        if before in old_homes and after in homes:
            votes[old_homes[before], homes[after]] += 1
    for (before, after), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        if before not in pairing.pairs and after not in back:
            pairing.pairs[before] = after
            back[after] = before


def _taken_in(
    ours: Sequence[Task], theirs: Sequence[Task], pairs: dict[int, int], back: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Our leaves without a partner whose words their side has in a node that is another's partner."""
    for turn, node in enumerate(ours):
        if turn in pairs or node.tasks:
            continue
        shares = ((share(node, theirs[other]), other) for other in _leaves(theirs, back))
        best, other = max(((each, -place) for each, place in shares), default=(0.0, 0))
        if best >= MERGED and share(node, ours[back[-other]]) < OWN:
            yield turn, -other


def _leaves(nodes: Sequence[Task], turns: Iterable[int]) -> Iterator[int]:
    return (turn for turn in turns if not nodes[turn].tasks)


def parents(nodes: Sequence[Task]) -> dict[int, int]:
    """The turn of each nested node's parent by its own, for all nodes in reading order."""
    turns = {id(node): turn for turn, node in enumerate(nodes)}
    return {turns[id(child)]: turn for turn, node in enumerate(nodes) for child in node.tasks}
