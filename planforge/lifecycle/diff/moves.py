"""Which nodes moved: to another parent, or past their siblings."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from planforge.lifecycle.diff.pairing import Pairing, parents


def moved(pairing: Pairing) -> frozenset[int]:
    """Old turns of the nodes that moved. Of siblings in a new order, as few as can be are said to have moved."""
    homes, new_homes = parents(pairing.old), parents(pairing.new)
    found: set[int] = set()
    siblings: defaultdict[int, list[int]] = defaultdict(list)
    for new, old in sorted(pairing.back.items()):
        home, new_home = homes.get(old, -1), new_homes.get(new, -1)
        if home != -1 and new_home != -1 and pairing.pairs.get(home, new_home) != new_home:
            found.add(old)
        else:
            siblings[new_home].append(old)
    for order in siblings.values():
        found |= set(order) - set(_longest_rising(order))
    return frozenset(found)


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """The longest rising run that is left when others are taken out."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(places[at - 1] if at else -1)
        tails[at : at + 1] = [number]
        places[at : at + 1] = [place]
    rising = []
    place = places[-1] if places else -1
    while place >= 0:
        rising.append(numbers[place])
        place = before[place]
    return rising[::-1]
