"""Character grams: how alike two texts are without cutting Chinese into words."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Mapping
from itertools import accumulate

from planforge.coverage.parts import Parts

#: One shared concept (媒体 for 报纸) counts as much as this many characters of the text.
CONCEPT_WEIGHT = 1.0
LONGEST = 3

_RUN = re.compile(r"\w+")

Grams = Mapping[str, float]


def count(parts: Parts) -> dict[str, float]:
    """The grams of 1 to 3 characters of a text and its concepts, each with the weight of its characters."""
    grams: dict[str, float] = defaultdict(float)
    for run in _RUN.finditer(parts.text):
        _count_run(run[0], parts.weights[run.start() : run.end()], grams)
    for concept in parts.concepts:
        grams["#" + concept] += CONCEPT_WEIGHT
    return grams


def _count_run(run: str, weights: tuple[float, ...], grams: dict[str, float]) -> None:
    sums = [0.0, *accumulate(weights)]
    intern = sys.intern  # texts share most of their grams: kept once, they take less room and are found faster
    for size in range(1, LONGEST + 1):
        for at, (before, after) in enumerate(zip(sums, sums[size:], strict=False)):
            grams[intern(run[at : at + size])] += (after - before) / size


def merge(grams: list[dict[str, float]]) -> dict[str, float]:
    """The grams of several texts taken as one."""
    whole: dict[str, float] = defaultdict(float)
    for one in grams:
        for gram, weight in one.items():
            whole[gram] += weight
    return whole
