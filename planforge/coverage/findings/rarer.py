"""Where the plan does something less often than its superior asks: 每半年 for 每季度."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planforge.coverage.findings.answers import Answers
from planforge.coverage.texts.matters import ENOUGH, NEARLY, SAME, Phrase, pairs, phrases_of
from planforge.model import Task, TaskTrace, Text
from planforge.text.late import late
from planforge.text.rhythm import Rhythm, rhythms

#: How much of the longer of two phrases both have (0 to 1) that say the same but for how often.
VERY_LIKE = 0.8
#: How often remains open.
_VAGUE = late("不?定期|不定时|适时|择机|视情况?|根据需要|按需")


@dataclass(frozen=True, slots=True)
class Rarer:
    """Words of the plan's `task` that tell how often, and those of the superior's measure `clause`; `silent` where the
    plan's tell nothing of it, though they say the same."""

    clause: str
    superior: str
    plan: Text
    task: Task
    silent: bool = False


@dataclass(frozen=True, slots=True)
class _Often:
    """How often something is done: in what words, and where they stand."""

    rhythm: Rhythm
    text: Text
    task: Task


def rarer(answers: Answers) -> Iterator[Rarer]:
    """What the plan does less often. Phrases on one thing are compared first; where the plan has none, the measure with
    the answer that it was found."""
    for trace in answers.directive.tasks:
        for clause, wanted, given in (*_in_phrases(trace, answers), *_in_limits(trace, answers)):
            if given.rhythm.yearly < wanted.yearly:
                yield Rarer(clause, wanted.words, given.text, given.task)
        yield from _silent(trace, answers)


def _in_phrases(trace: TaskTrace, answers: Answers) -> Iterator[tuple[str, Rhythm, _Often]]:
    """Each phrase of the superior's that tells how often, with the plan's on the same thing."""
    for demand in phrases_of(trace.task):
        wanted = _only(demand.text.value)
        if wanted is None:
            continue
        if given := _same(demand, trace, answers) or list(_in_answer(trace, demand, answers)):
            yield demand.clause, wanted, max(given, key=lambda often: often.rhythm.yearly)


def _silent(trace: TaskTrace, answers: Answers) -> Iterator[Rarer]:
    """Phrases of the plan that say what the superior's do but for how often, in tasks that tell it nowhere."""
    for demand in phrases_of(trace.task):
        wanted = _only(demand.text.value)
        said = max(answers.to(trace), key=lambda one: demand.overlap(one[1]), default=None) if wanted else None
        if wanted and said and len(demand.pairs) >= ENOUGH and demand.overlap(said[1]) >= VERY_LIKE:
            task, phrase = said
            if not task.deadlines and not any(rhythms(task.text.value)) and not _VAGUE.search(task.text.value):
                yield Rarer(demand.clause, wanted.words, phrase.text, task, silent=True)


def _same(demand: Phrase, trace: TaskTrace, answers: Answers) -> list[_Often]:
    """What the phrases tell that are most like the demand: 千人以上每月, 千人以下每季度 are two things."""
    found = [
        (demand.overlap(one), often)
        for leaf, one in answers.to(trace)
        if demand.likeness(one) >= SAME
        for often in (*_often(one.text, leaf), *_left_open(one.text, leaf))
    ]
    best = max((overlap for overlap, _ in found), default=0.0)
    return [often for overlap, often in found if overlap >= best - NEARLY]


def _in_answer(trace: TaskTrace, demand: Phrase, answers: Answers) -> Iterator[_Often]:
    """What the answer to a measure tells of how often, where the measure tells one thing; that it leaves it open, where
    it says nothing else (定期调度)."""
    measure = next((each for each in trace.clauses if each.id == demand.clause and _only(each.text.value)), None)
    best = measure.best if measure and measure.status in ("covered", "partial") else None
    if best and best.task in answers.leaves:
        yield from _often(best.text, answers.leaves[best.task])
        if pairs(best.text.value) == demand.pairs:
            yield from _left_open(best.text, answers.leaves[best.task])


def _in_limits(trace: TaskTrace, answers: Answers) -> Iterator[tuple[str, Rhythm, _Often]]:
    """The 完成时限 of linked tasks: 每季度 against 每半年."""
    linked = [
        answers.leaves[each.task]
        for each in trace.counterparts
        if each.link == "declared" and each.task in answers.leaves
    ]
    given = [often for task in linked for limit in _own(task) for often in _often(limit, task)]
    for limit in _own(trace.task) if given else ():
        if wanted := _only(limit.value):
            yield trace.task.id, wanted, max(given, key=lambda often: often.rhythm.yearly)


def _own(task: Task) -> Iterator[Text]:
    """The time limits of a task that stand in none of its clauses."""
    limits = (limit.text for limit in task.deadlines if limit.recurs)
    return (limit for limit in limits if not any(limit.value in clause.text.value for clause in task.clauses))


def _only(value: str) -> Rhythm | None:
    found = list(rhythms(value))
    return found[0] if len({each.yearly for each in found}) == 1 else None


def _left_open(text: Text, task: Task) -> Iterator[_Often]:
    """The word of a phrase by which it leaves open how often, where it says nothing else of that."""
    vague = _VAGUE.search(text.value)
    if vague and not any(rhythms(text.value)):
        yield _Often(Rhythm(vague[0], 0.0), text.slice(*vague.span()), task)


def _often(text: Text, task: Task) -> Iterator[_Often]:
    for rhythm in rhythms(text.value):
        start = text.value.find(rhythm.words)
        yield _Often(rhythm, text.slice(start, start + len(rhythm.words)), task)
