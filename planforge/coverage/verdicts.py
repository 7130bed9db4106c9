"""What became of each demand: the verdict on a superior task and its measures, and the words that prove it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from planforge.coverage.declared.links import Declarations, names
from planforge.coverage.findings.evidence import clause_trace, counterparts
from planforge.coverage.judging.choice import NONE, Answer, answering, choose
from planforge.coverage.judging.features import clause_features
from planforge.coverage.judging.headlines import repeated
from planforge.coverage.judging.judge import NO_FAVOUR, NOTHING, Chances, Favour, judge_clause, judge_leaf
from planforge.coverage.judging.limits import limited
from planforge.coverage.judging.repeated import SAID_AGAIN
from planforge.coverage.matching.finder import Finder, Found
from planforge.coverage.matching.match import ClausePair, LeafMatch
from planforge.coverage.matching.rivals import Rivals
from planforge.coverage.texts.corpus import Leaf, Measure
from planforge.model import ALIKE, ClauseTrace, Status, Task, TaskTrace

#: What a declaration favours: that a task is answered, not that it is fully; a measure that is named itself a little
#: in that, too; and a little any measure of a task that is named.
DECLARED: Favour = (12.0, 1.0)
DECLARED_MEASURE: Favour = (12.0, 1.5)
DECLARED_WITHIN: Favour = (1.5, 1.5)

OUTDATED = "上级条目的文字在确认落实关系之后有改动，须重新核对并确认"
WAIVER_OUTDATED = "写了不涉及，但上级条目的文字在确认之后有改动，须重新核对并确认"
UNSUPPORTED = "计划声明已落实该条目，但两处文字几乎没有共同内容，须人工核对"
SAME_HEADLINE = "本级有同名的任务（{}），但看不出它答了其中的措施，须人工核对"
UNSURE = "文字上的依据不足以下结论，须人工核对"


@dataclass(frozen=True, slots=True)
class _Judged:
    """A clause with its verdict and the answer behind it, none where it is waived.

    `undeclared` is the plan's leaf that answers it although others were named for it.
    """

    trace: ClauseTrace
    answer: Answer | None
    undeclared: Leaf | None = None


class Verdicts:
    """Gives the verdicts on the leaves of one superior document; `headlines`: the plan's tasks by those phrases."""

    def __init__(self, declared: Declarations, finder: Finder, headlines: Mapping[str, Task]) -> None:
        self._declared, self._finder, self._headlines = declared, finder, headlines

    def task(self, raw: Found, rivals: Rivals) -> TaskTrace:
        """What became of a superior leaf and of its measures, where `rivals` want the same answers."""
        found = raw.settled(rivals)
        judged = [self._measure(found, place, rivals) for place in range(len(found.match.measures))]
        chances = [one.answer.chances for one in judged if one.answer]
        status, confidence, reason = self._verdict(found.match, chances)
        return self._whole(found, judged, status, confidence, _with_undeclared(reason, judged))

    def repeated(self, match: LeafMatch) -> TaskTrace:
        """The same of a leaf all of which the tasks named for it say again, whatever else wants their answers."""
        answers = [Answer(pairs[0], SAID_AGAIN) for pairs in match.measures]
        judged = list(map(self._judged, match.leaf.measures, repeat(match.leaf), answers))
        if any(one.answer for one in judged):
            return self._whole(Found(match), judged, *SAID_AGAIN.favoured(DECLARED).verdict("leaf"))
        return self._whole(Found(match), judged, *self._waived(match.leaf.task))

    def _whole(
        self, found: Found, judged: Sequence[_Judged], status: Status, confidence: float, reason: str = ""
    ) -> TaskTrace:
        """A leaf's verdict, and what it is shown with."""
        task = found.match.leaf.task
        leaves = answering([one.answer for one in judged if one.answer])
        shown = counterparts(found.pairs(leaves), self._declared.of(task), leaves)
        return TaskTrace(
            task, status, confidence, shown, tuple(one.trace for one in judged) if task.clauses else (), reason
        )

    def _verdict(self, match: LeafMatch, chances: Sequence[Chances]) -> tuple[Status, float, str]:
        """The verdict on a leaf, how sure it is (0 to 1), and why; from the `chances` of the measures not waived."""
        task, declared = match.leaf.task, self._declared
        if not chances:
            return self._waived(task)
        if declared.lapsed(task.id):
            return "uncovered", 1.0, OUTDATED
        whole = bool(declared.accepted(task.id))
        status, confidence = judge_leaf(chances, DECLARED if whole else NO_FAVOUR).verdict("leaf")
        unsupported = whole and max((pair.score for pair in match.counterparts), default=0.0) < ALIKE
        if unsupported:
            return "review", confidence, UNSUPPORTED
        if status == "uncovered" and any(map(declared.lapsed, names(task))):
            return status, confidence, OUTDATED
        if status == "uncovered" and (namesake := repeated(task, self._headlines)):
            return "review", confidence, SAME_HEADLINE.format(namesake.id)
        if status != "covered" and declared.lapsed_waivers.intersection(names(task)):
            return status, confidence, WAIVER_OUTDATED
        return status, confidence, UNSURE if status == "review" else ""

    def _waived(self, task: Task) -> tuple[Status, float, str]:
        return "waived", 1.0, self._declared.reason_to_waive(task)

    def _measure(self, found: Found, place: int, rivals: Rivals) -> _Judged:
        leaf = found.match.leaf
        own, other = self._options(found, place, rivals)
        answer = other if own.is_bettered_by(other) else own
        judged = self._judged(leaf.measures[place], leaf, answer)
        if judged.answer is None:
            return judged
        if self._declared.accepted(judged.trace.id) and own.likeness < ALIKE:
            judged = replace(judged, trace=replace(judged.trace, status="review"))
        return replace(judged, undeclared=self._undeclared(leaf, answer)) if answer is other else judged

    def _undeclared(self, leaf: Leaf, answer: Answer) -> Leaf | None:
        """The plan's leaf that holds an answer, unless it was named for all of the superior's."""
        named = self._finder.leaves(self._declared.accepted(leaf.task.id))
        return answer.pair.leaf if answer.pair and answer.pair.leaf not in named else None

    def _judged(self, measure: Measure, leaf: Leaf, answer: Answer) -> _Judged:
        traced = clause_trace(measure, answer.pair, answer.chances)
        waivers = self._declared.waivers
        if waivers and {measure.clause.id, leaf.task.id} & waivers.keys():
            return _Judged(replace(traced, status="waived", confidence=1.0, missing=()), None)
        return _Judged(traced, answer)

    def _options(self, found: Found, place: int, rivals: Rivals) -> tuple[Answer, Answer]:
        """The best answer to a measure in the tasks that were named for it, if any were, and the best in others."""
        match, accepted = found.match, self._declared.accepted
        task, name, pairs = match.leaf.task.id, match.leaf.measures[place].clause.id, match.measures[place]
        if any(map(self._declared.lapsed, (name, task))):
            return Answer(pairs[0] if pairs else None, NOTHING), NONE
        if named := self._finder.leaves(accepted(name)):
            inside, outside = ([pair for pair in pairs if (pair.leaf in named) is within] for within in (True, False))
            return _choose(inside, rivals, DECLARED_MEASURE), _choose(outside, rivals)
        own = _choose(pairs, rivals, DECLARED_WITHIN if accepted(task) else NO_FAVOUR)
        if found.elsewhere is None:
            return own, NONE
        named = self._finder.named(match.leaf)
        outside = [pair for pair in found.elsewhere.measures[place] if pair.leaf not in named]
        return own, _choose(outside, rivals)


def _choose(pairs: Sequence[ClausePair], rivals: Rivals, favour: Favour = NO_FAVOUR) -> Answer:
    def judge(pair: ClausePair) -> Chances:
        return limited(judge_clause(clause_features(pair, rivals)).favoured(favour), pair)

    return choose(pairs, rivals, judge)


def doubt(trace: TaskTrace) -> str:
    """Why a person must look at a task, if for more than that its words tell too little; for a report that asks to."""
    return "" if trace.reason == UNSURE else trace.reason.replace("，须人工核对", "")


def _with_undeclared(reason: str, judged: Sequence[_Judged]) -> str:
    """The reason for a verdict, and the tasks that seem to answer measures although others were named for these."""
    found = [f"{one.undeclared.task.id}可能答了{one.trace.id}" for one in judged if one.undeclared]
    if not found:
        return reason
    told = f"另有任务{'、'.join(found)}，未声明"
    return told if reason in ("", UNSURE) else f"{reason}；{told}"
