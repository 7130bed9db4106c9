"""The figures that a plan states, found again by what the superior calls them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from planforge.coverage.figures.demanded import demanded
from planforge.coverage.figures.indicators import (
    HARDLY_OTHER,
    HEADS,
    SHORTEST,
    Names,
    leaves_out,
    name_of,
    plain_name,
    qualifiers,
)
from planforge.coverage.figures.planned import Figure, Figures
from planforge.model import Document, Target

#: What is measured of a thing that the task's heading names.
_MEASURES = frozenset(("产量", "产值", "营收", "总量"))

#: Heads or households that are counted together.
_SIZES = {"百": 1e2, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6}


class Stated:
    """What a plan states of a superior's indicators. `demands` are all that the superior wants (see `demanded`)."""

    def __init__(self, figures: Figures, directive: Document) -> None:
        self.plan = figures.plan
        self._figures = figures
        understood = qualifiers(self.plan.title.value) & qualifiers(directive.title.value)
        self._names = Names(figures.names, understood)
        self.demands = tuple(demanded(directive))
        self._wanted = {name_of(wanted) for _, wanted, _ in self.demands}
        for name in self._wanted:  # all will be asked for, when this process may have more to do
            self._names.like(name)
        self._ends: dict[str, int] = {}

    def of(self, wanted: Target, around: str, answering: Collection[str]) -> list[Figure]:
        """The plan's figures for what the superior wants in a task whose text is `around`, and that the plan's tasks
        `answering` take up: first those that call it by its name.
        """
        return (
            list(self._in_full(wanted, around, answering))
            or list(self.figures(wanted))
            or list(self._bare(wanted, answering))
            or list(self._reworded(wanted, answering))
            or list(self._of_other_heads(wanted))
        )

    def figures(self, wanted: Target) -> Iterator[Figure]:
        """The plan's figures for the indicator of `wanted`; of names that may mean several of the superior's none."""
        name = name_of(wanted)
        for each in self._names.like(name):
            if each == name or not name.endswith(each) or self._ends_one(each):
                yield from self._figures.of(each)

    def _bare(self, wanted: Target, answering: Collection[str]) -> Iterator[Figure]:
        """The plan's figures that can mean the indicator of `wanted` alone, by the end of its name: 探访率 for
        特殊困难老年人月探访率, in the tasks `answering` the superior's, of whose names no other ends so.
        """
        for name in self._names.ending(name_of(wanted)) if answering else ():
            if self._ends_one(name):
                yield from (figure for figure in self._figures.of(name) if figure.task.id in answering)

    def _reworded(self, wanted: Target, answering: Collection[str]) -> Iterator[Figure]:
        """The plan's figures that can mean the indicator of `wanted` alone, though they call it otherwise, in the tasks
        `answering` the superior's: with its words in another order, or some of them left out.
        """
        name = name_of(wanted)
        yield from self._only([each for each in self._named(answering) if self._is_reworded(name, each)], answering)

    def _in_full(self, wanted: Target, around: str, answering: Collection[str]) -> Iterator[Figure]:
        """The plan's figures that call in full what the superior calls by the end of its name, the rest being said in
        its task's text `around`: 基本养老保险参保率 for 基本养老保险参保人数…，参保率…, in the tasks `answering` it.
        """
        name = name_of(wanted)
        bare = (len(name) >= SHORTEST or name in _MEASURES) and name not in self._figures.names
        longer = [each for each in self._named(answering) if each.endswith(name)] if bare else []
        said = plain_name(around) if longer else ""
        yield from self._only([each for each in longer if _begins(each, name, said)], answering)

    def _of_other_heads(self, wanted: Target) -> Iterator[Figure]:
        """The plan's figures for the indicator of `wanted` that count more or fewer heads or households together, as if
        they counted as many: 每千户40个 is 每百户4个.
        """
        name = name_of(wanted)
        if heads := HEADS.search(name):
            for other, size in _SIZES.items():
                named = f"{name[: heads.start(1)]}{other}{name[heads.end(1) :]}"
                for figure in self._figures.of(named) if named in self._figures.names else ():
                    yield figure.times(_SIZES[heads[1]] / size)

    def _named(self, tasks: Collection[str]) -> set[str]:
        return {each for task in tasks for each in self._in_tasks.get(task, ())}

    def _only(self, names: Sequence[str], tasks: Collection[str]) -> Iterator[Figure]:
        """The figures of these tasks for the one name; none, where there are several."""
        for name in names if len(names) == 1 else ():
            yield from (figure for figure in self._figures.of(name) if figure.task.id in tasks)

    def _is_reworded(self, wanted: str, name: str) -> bool:
        """Whether a name has the characters of what the superior calls `wanted`, and of nothing else it wants."""
        if not leaves_out(wanted, name) or not self._names.agree(wanted, name, HARDLY_OTHER):
            return False
        return sum(leaves_out(each, name) for each in self._wanted) == 1

    @cached_property
    def _in_tasks(self) -> dict[str, set[str]]:
        """The names of the figures by the tasks that state them."""
        names: dict[str, set[str]] = {}
        for name in self._figures.names:
            for figure in self._figures.of(name):
                names.setdefault(figure.task.id, set()).add(name)
        return names

    def _ends_one(self, name: str) -> bool:
        """Whether it is the end of one of the superior's names alone."""
        if name not in self._ends:
            self._ends[name] = sum(each.endswith(name) for each in self._wanted)
        return self._ends[name] == 1


def _begins(name: str, bare: str, said: str) -> bool:
    """Whether what a name has before the bare one was said, too."""
    head = name.removesuffix(bare)
    return len(head) >= SHORTEST and head in said
