"""What a node's own words say about time, amounts and units, beside what its author wrote out."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import TypeVar

from planforge.model import Deadline, Document, Section, Target, Task, Text, Units
from planforge.text import deadlines, quantities, units
from planforge.text.beside import Words, lies_in, words_of
from planforge.text.late import late
from planforge.text.times import half_width, last_year_of_plan

_Statement = TypeVar("_Statement", Deadline, Target)
_PERIOD = late(r"(20\d\d)\s?年?\s?[—–\-~～至]+\s?(20\d\d)\s?年")
#: “十五五”规划, but not “十五五”开局之年: that is one of its years.
_FIVE_YEARS = late(r"“?十([一二三四五六七])五(?!”?(?:规划)?(?:开局|起步|收官|首|第[一二三四五])之?年)”?")
#: Titles of documents that set rules: their amounts are limits, not what an office must reach.
_RULES = late(r"(?:条例|办法|规定|细则|规则|规程|准则|章程)\s*(?:[（(][^（()）]*[）)])?$")
_AIMED = late(r"(?<![^，。；：\s力争])[到至](20\d\d)\s?年(?=[底末，年])")
_YEAR = late(r"20\d\d\s?年")


@dataclass(frozen=True, slots=True)
class Years:
    """The years that texts are read by: of time limits without a year, and of targets without one.

    What is told of years before `since` is history; None: before `targets`. `rules` (条例, 办法) set no targets.
    `issued` is the day of issue where the title names no year: time limits without a year lie ahead of it.
    """

    limits: int | None
    targets: int | None
    since: int | None = None
    rules: bool = False
    issued: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Statements:
    """What is said of a node: its time limits, targets and units."""

    deadlines: tuple[Deadline, ...]
    targets: tuple[Target, ...]
    units: Units


def targets_in(words: Text, year: int | None) -> tuple[Target, ...]:
    """The targets of a sentence that is set down as one; one in which none is found stays words (op ~)."""
    return quantities.find_targets(words, year) or (Target(words, "", "~", words.value),)


def years_within(node: Task, years: Years) -> Years:
    """The years that nested tasks are read by: what a section looks back on sets no targets (工作回顾), and the year
    in the words that lead to a list holds for its items (到2028年，实现以下目标：)."""
    if isinstance(node, Section) and node.role == "background":
        return replace(years, rules=True)
    aimed = set(_AIMED.findall(node.text.value)) if node.tasks and "目标" in node.heading.value else set()
    return replace(years, targets=int(aimed.pop())) if len(aimed) == 1 else years


def years_of(document: Document) -> Years:
    """A plan of one year is read by it; in a plan of a period, a target without a year is due at its end."""
    title = half_width(document.title.value)
    if period := _PERIOD.search(title):
        return Years(None, int(period[2]), int(period[1]))
    if (plan := _FIVE_YEARS.search(title)) and not _YEAR.search(title):
        last = last_year_of_plan(plan[1])
        return Years(None, last, last - 4)
    issued = None if _YEAR.search(title) else document.issued
    return Years(document.year, document.year, rules=_RULES.search(title) is not None, issued=issued)


def with_found(node: Task, years: Years) -> Statements:
    """The explicit deadlines, targets and units of a node, and behind them those that heading, text or closing name."""
    found = _found(node, years)
    return Statements(
        _added(node.deadlines, found.deadlines),
        _added(node.targets, found.targets),
        _joined(node.units, found.units),
    )


def without_found(node: Task, years: Years) -> Statements:
    """No more of a node's statements than `with_found` needs to give them again."""
    return _without(node, _found(node, years))


def _without(node: Task, found: Statements) -> Statements:
    return Statements(
        _needed(node.deadlines, found.deadlines),
        _needed(node.targets, found.targets),
        _needed_units(node.units, found.units),
    )


def written(node: Task, years: Years) -> Statements:
    """What an author writes to have the node's statements given again: those `without_found`, and those that stand
    beside its words though these say them, too. Printed without the latter the paper would lack them.
    """
    found, words = _found(node, years), words_of(node)
    needed = _without(node, found)
    return Statements(
        _with_beside(node.deadlines, needed.deadlines, words),
        _with_beside(node.targets, needed.targets, words),
        _listed(node.units, needed.units, found.units, words),
    )


def _listed(given: Units, needed: Units, found: Units, words: Words) -> Units:
    """The given units that are needed or stand beside the words; all where these wouldn't keep the order."""
    rest = set(needed)
    listed = Units(
        *(
            tuple(unit for unit in role if unit in rest or not lies_in(unit, words))
            for role in (given.lead, given.support, given.responsible)
        )
    )
    return listed if _joined(listed, found) == given else given


def _with_beside(given: tuple[_Statement, ...], needed: tuple[_Statement, ...], words: Words) -> tuple[_Statement, ...]:
    """The head of the given ones that ends with the last needed one or the last that stands beside the words."""
    beside = (place for place, each in enumerate(given, 1) if not lies_in(each.text, words))
    return given[: max(len(needed), *beside, 0)]


def _found(node: Task, years: Years) -> Statements:
    """What is found in the words of a node."""
    inline = Units()
    limits: list[Deadline] = []
    targets: list[Target] = []
    for text in (node.heading, node.text, node.closing):
        if text.value:
            inline = _joined(inline, units.find_inline(text))
            limits += deadlines.find(text, years.limits, years.issued)
            targets += () if years.rules else quantities.find_targets(text, years.targets, years.since)
    return Statements(tuple(limits), tuple(targets), inline)


def _added(explicit: tuple[_Statement, ...], found: tuple[_Statement, ...]) -> tuple[_Statement, ...]:
    """The explicit ones as they are, then those found that say something else."""
    if not found:
        return explicit
    seen = {_meaning(each) for each in explicit}
    result = list(explicit)
    for each in found:
        if (meaning := _meaning(each)) not in seen:
            seen.add(meaning)
            result.append(each)
    return tuple(result)


def _meaning(statement: Deadline | Target) -> object:
    """What makes two of them one: the date or the words; the indicator with its amount."""
    if isinstance(statement, Deadline):
        return statement.date or statement.recurs or statement.text.value
    return statement.indicator, statement.value, statement.unit


def _needed(given: tuple[_Statement, ...], found: tuple[_Statement, ...]) -> tuple[_Statement, ...]:
    """The shortest head of the given ones from which `_added` gives them all again."""
    heads = (given[:length] for length in range(len(given)))
    return next((head for head in heads if _added(head, found) == given), given)


def _joined(explicit: Units, found: Units) -> Units:
    """The units found that no explicit list has, in their roles, behind the explicit ones."""
    if not found:
        return explicit
    named = {unit.value for unit in explicit}
    new = [tuple(u for u in role if u.value not in named) for role in (found.lead, found.support, found.responsible)]
    return Units(explicit.lead + new[0], explicit.support + new[1], explicit.responsible + new[2])


def _needed_units(given: Units, found: Units) -> Units:
    """The given units without those found, where `_joined` puts them back in the same order."""
    pairs = ((given.lead, found.lead), (given.support, found.support), (given.responsible, found.responsible))
    rest = Units(*(tuple(unit for unit in role if unit not in inline) for role, inline in pairs))
    return rest if _joined(rest, found) == given else given
