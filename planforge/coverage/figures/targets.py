"""Whether the plan's targets are no lower than its superior documents ask for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from planforge.coverage.figures.amounts import Amount, amount
from planforge.coverage.figures.indicators import name_of, pace
from planforge.coverage.figures.planned import Figure
from planforge.coverage.figures.sized import EACH_SIZE
from planforge.coverage.figures.spans import in_pace_of
from planforge.coverage.figures.stated import Stated
from planforge.model import Document, Target, TargetConflict, TaskTrace
from planforge.text.late import late
from planforge.text.levels import stands_lower
from planforge.text.rhythm import rhythms
from planforge.text.statements import years_of

_WIDE = late(r"全国|全省")
#: 全省新增床位3万张 counts for the province; 开展全国卫生行动 is but a name.
_COUNTED_WIDE = late(rf"(?:{_WIDE.pattern})[^。；\n]{{0,200}}?\d")
_CITYWIDE = "全市"
#: What is reached already, and may not fall.
_KEPT = late("(?:稳定|保持|维持|巩固)在")
_EACH = late(r"[各每](?:个?(?:设区的?|省辖|地级)?[市州县区]|地)")
#: What each place holds for itself, though another sentence adds up what all have.
_OCCASIONS = frozenset(("次", "场", "场次", "期", "期次", "学时", "课时", "小时", "天"))
_RATIO_NAME = late(rf"率|{EACH_SIZE}|人均|每[百千万]|[千万]人|占比|比重|比例|满意度")
#: Less than this part of what the superior counts may be one place's share: nobody lowers a demand of his own by more.
PART = 0.5


def target_conflicts(stated: Stated, directive: Document, tasks: Iterable[TaskTrace]) -> tuple[TargetConflict, ...]:
    """The targets `stated` in a plan that are weaker than the superior's for the same indicator, wherever they stand.

    Where a plan names an indicator more than once, its strongest value counts; what the superior demands in its goals
    and again in a task is one demand. A target for a year before the superior's is a step on the way; a province's
    total doesn't bind a city; a total of several years is held against what each year brings. `tasks` tell which of the
    plan's answer the superior's: there a figure may be called by the end of its name alone.
    """
    found: dict[object, TargetConflict] = {}
    for demand, conflict in _weaker(stated, directive, {trace.task.id: trace.answering for trace in tasks}):
        found[demand] = _joined(found[demand], conflict) if demand in found else conflict
    return tuple(found.values())


def _weaker(
    stated: Stated, directive: Document, answering: Mapping[str, Collection[str]]
) -> Iterator[tuple[object, TargetConflict]]:
    """The conflicts, each with what tells whether it is that of another demand once more."""
    years, below = years_of(directive), stands_lower(stated.plan, directive)
    horizon = years.targets if years.since else None
    for owner, wanted, around in stated.demands:
        value = amount(wanted)
        if value is None or is_total(wanted, around, below):
            continue
        figures = _in_pace(stated.of(wanted, around, answering.get(owner, ())), wanted)
        figure = _strongest(figures, wanted, value, _due(wanted, around, horizon))
        if figure and figure.amount.weaker_than(value) and not _may_be_share(figure, wanted, value):
            demand = (name_of(wanted), value, figure.task.id, figure.target.text.value)
            yield demand, _conflict(owner, wanted, value, figure)


def _in_pace(figures: Sequence[Figure], wanted: Target) -> Sequence[Figure]:
    """The figures as they count what is wanted; shares and averages hold for each year as for all."""
    return [in_pace_of(wanted, each) for each in figures] if adds_up(wanted) else figures


def _conflict(owner: str, wanted: Target, value: Amount, figure: Figure) -> TargetConflict:
    share = adds_up(wanted) and figure.amount.value < value.value * PART
    return TargetConflict(wanted, owner, figure.target, figure.task, share=share)


def _may_be_share(figure: Figure, wanted: Target, value: Amount) -> bool:
    """Whether a figure that no reader takes for a target is so small that it may be one place's part."""
    return figure.target not in figure.task.targets and _conflict("", wanted, value, figure).share


def _strongest(figures: Iterable[Figure], wanted: Target, value: Amount, due: int | None) -> Figure | None:
    """The best of the plan's figures that is due no sooner; None where nothing compares."""
    best: Figure | None = None
    for figure in figures:
        if _compares(wanted, value, due, figure) and (best is None or best.amount.weaker_than(figure.amount)):
            best = figure
    return best


def _due(wanted: Target, around: str, horizon: int | None) -> int | None:
    """The year before which less is a step on the way; None for what is due each year: 每年不少于24场次, 稳定在92%."""
    year = wanted.year or horizon
    each_year = pace(wanted) == "yearly" or _KEPT.search(wanted.text.value)
    return None if each_year and str(year) not in around else year


def _joined(first: TargetConflict, again: TargetConflict) -> TargetConflict:
    others = {*first.also, again.superior_task} - {first.superior_task}
    return replace(first, also=tuple(sorted(others)))


def _compares(wanted: Target, value: Amount, due: int | None, figure: Figure) -> bool:
    if (value.unit, value.ceiling) != (figure.amount.unit, figure.amount.ceiling):
        return False
    if _is_rhythm(wanted) and _is_rhythm(figure.target):
        return False  # the same is told of how often things are done
    interim = bool(due and figure.year and figure.year < due)
    return not interim and len({pace(wanted), figure.pace} - {""}) < 2


def _is_rhythm(target: Target) -> bool:
    """Whether a target says how often: 每季度检查1次."""
    return target.unit == "次" and any(rhythms(target.text.value))


def adds_up(target: Target) -> bool:
    """Whether a target adds up what several places do, as shares and averages don't."""
    return not _RATIO_NAME.search(target.indicator) and "%" not in target.unit


def is_total(target: Target, around: str, below: bool = False) -> bool:
    """Whether a target, in its task's text `around`, sums up a whole province or country, which no city must reach; or
    a whole city, which none `below` must.
    """
    if not adds_up(target) or _EACH.search(target.text.value):
        return False
    head = around.partition(target.text.value)[0]
    sentence = head[head.rfind("。") + 1 :] + target.text.value
    told = sentence if target.unit in _OCCASIONS else around
    if _WIDE.search(target.text.value) or _COUNTED_WIDE.search(told):
        return True
    return below and _CITYWIDE in sentence
