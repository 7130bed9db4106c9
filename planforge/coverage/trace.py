"""Holds a plan against its superior documents: for each of their demands a verdict, and the words that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from planforge.coverage.conflicts import limited
from planforge.coverage.corpus import Corpus, Leaf
from planforge.coverage.deadlines import deadline_conflicts
from planforge.coverage.evidence import clause_trace, counterparts
from planforge.coverage.features import clause_features
from planforge.coverage.headlines import headlines, repeated
from planforge.coverage.judge import NOTHING, Chances, judge_clause, judge_leaf
from planforge.coverage.links import Declarations, read_declarations
from planforge.coverage.match import ClausePair, LeafMatch, Matcher
from planforge.coverage.orphans import find_orphans
from planforge.coverage.rivals import Rivals
from planforge.coverage.targets import target_conflicts
from planforge.model import ClauseTrace, DirectiveTrace, Document, Section, Status, Task, TaskTrace, Trace
from planforge.sharing import share_out

#: A declaration multiplies the odds that a demand is answered; one for a whole leaf tells less of each of its clauses.
DECLARED, DECLARED_WITHIN = 12.0, 3.0
#: Below this likeness (0 to 1) the texts give a declared link no support.
SUPPORTED = 0.1

OUTDATED = "上级条目的文字在确认落实关系之后有改动，须重新核对并确认"
UNSUPPORTED = "计划声明已落实该条目，但两处文字几乎没有共同内容，须人工核对"
SAME_HEADLINE = "本级有同名的任务（{}），但看不出它答了其中的措施，须人工核对"
UNSURE = "文字上的依据不足以下结论，须人工核对"


def trace(plan: Document, directives: Sequence[tuple[str, Document]]) -> Trace:
    """What became in `plan` of every demand of its superior documents, given as (alias, document)."""
    declarations, broken = read_declarations(plan, directives)
    held = tuple(
        _Tracer(plan, document, declared).trace(alias)
        for (alias, document), declared in zip(directives, declarations, strict=True)
    )
    return Trace(plan.title.value, plan.year, held, broken, find_orphans(plan, held), plan=plan)


def answers(plan: Document) -> Iterator[Task]:
    """The plan's leaves that can answer a demand: a bare section of goals or requirements can't."""
    return (leaf for leaf in plan.demands() if not (isinstance(leaf, Section) and leaf.role != "tasks"))


@dataclass(frozen=True, slots=True)
class _Judged:
    """A clause with its verdict and the chances behind it; none where it is waived."""

    trace: ClauseTrace
    chances: Chances | None


class _Tracer:
    """Traces one superior document."""

    def __init__(self, plan: Document, directive: Document, declared: Declarations) -> None:
        self._plan, self._directive, self._declared = plan, directive, declared
        self._corpus = Corpus.of(directive.demands(), answers(plan))
        self._matcher = Matcher(self._corpus)
        self._headlines = headlines(plan)
        self._by_id = {leaf.task.id: leaf for leaf in self._corpus.plan}

    def trace(self, alias: str) -> DirectiveTrace:
        matches = self._matches()
        rivals = Rivals(matches)
        judge = partial(self._task, rivals=rivals)
        tasks = tuple(share_out(judge, matches, self._corpus.parts))
        document = self._directive
        return DirectiveTrace(
            alias,
            document.title.value,
            document.doc_number.value or None,
            tasks,
            target_conflicts(document, self._plan),
            deadline_conflicts(tasks, self._plan),
            document.file,
            document,
        )

    def _matches(self) -> list[LeafMatch]:
        if not all(self._declared.accepted(leaf.task.id) for leaf in self._corpus.superior):
            self._matcher.prepare()  # once for all processes that search
        return share_out(self._match, self._corpus.superior, self._corpus.parts)

    def _match(self, leaf: Leaf) -> LeafMatch:
        """A declared leaf is held against the tasks that were named for it; others against the whole plan."""
        names = _ids(leaf.task)
        if self._declared.accepted(leaf.task.id):
            named = self._leaves(task for name in names for task in self._declared.accepted(name))
            match = self._matcher.compare(leaf, named)
            _release(match)
            return match
        links = [link for name in names for link in self._declared.links.get(name, ())]
        return self._matcher.search(leaf, self._leaves(link.task for link in links))

    def _leaves(self, tasks: Iterable[Task]) -> tuple[Leaf, ...]:
        ids = dict.fromkeys(leaf.id for task in tasks for leaf in task.leaves())
        return tuple(self._by_id[name] for name in ids if name in self._by_id)

    def _task(self, found: LeafMatch, rivals: Rivals) -> TaskTrace:
        match = rivals.settle(found)
        task = match.leaf.task
        judged = [self._measure(match, place, rivals) for place in range(len(match.measures))]
        links = [link for name in _ids(task) for link in self._declared.links.get(name, ())]
        answering = counterparts(match, links)
        clauses = tuple(one.trace for one in judged) if task.clauses else ()
        status, confidence, reason = self._verdict(match, [one.chances for one in judged if one.chances])
        if self._declared.accepted(task.id):
            _release(match)
        return TaskTrace(task, status, confidence, answering, clauses, reason)

    def _verdict(self, match: LeafMatch, chances: Sequence[Chances]) -> tuple[Status, float, str]:
        task, declared = match.leaf.task, self._declared
        waiver = next((declared.waivers[name] for name in _ids(task) if name in declared.waivers), "")
        if task.id in declared.waivers or not chances:
            return "waived", 1.0, declared.waivers.get(task.id, waiver)
        if declared.lapsed(task.id):
            return "uncovered", 1.0, OUTDATED
        whole = bool(declared.accepted(task.id))
        status, confidence = judge_leaf(chances, DECLARED if whole else 1.0).verdict("leaf")
        unsupported = whole and max((pair.score for pair in match.counterparts), default=0.0) < SUPPORTED
        if unsupported:
            return "review", confidence, UNSUPPORTED
        if status == "uncovered" and any(map(declared.lapsed, _ids(task))):
            return status, confidence, OUTDATED
        if status == "uncovered" and (namesake := repeated(task, self._headlines)):
            return "review", confidence, SAME_HEADLINE.format(namesake.id)
        return status, confidence, UNSURE if status == "review" else ""

    def _measure(self, match: LeafMatch, place: int, rivals: Rivals) -> _Judged:
        measure, pairs, name = match.leaf.measures[place], match.measures[place], match.leaf.measures[place].clause.id
        if named := self._leaves(self._declared.accepted(name)):
            pairs = tuple(pair for pair in pairs if pair.leaf in named)
        chances = self._chances(match, pairs, rivals, name)
        traced = clause_trace(measure, pairs, chances)
        if {name, match.leaf.task.id} & self._declared.waivers.keys():
            return _Judged(replace(traced, status="waived", confidence=1.0, missing=()), None)
        if self._declared.accepted(name) and traced.score < SUPPORTED:
            return _Judged(replace(traced, status="review"), chances)
        return _Judged(traced, chances)

    def _chances(self, match: LeafMatch, pairs: tuple[ClausePair, ...], rivals: Rivals, name: str) -> Chances:
        accepted = self._declared.accepted
        if not pairs or any(map(self._declared.lapsed, (name, match.leaf.task.id))):
            return NOTHING
        chances = judge_clause(clause_features(pairs[0], match, rivals))
        if accepted(name):
            chances = chances.favoured(DECLARED)
        elif accepted(match.leaf.task.id):
            chances = chances.favoured(DECLARED_WITHIN)
        return limited(chances, pairs[0])


def _release(match: LeafMatch) -> None:
    """Let go of what was compared, where nothing else will be compared with it."""
    match.leaf.release()
    for pair in match.counterparts:
        pair.other.release()


def _ids(task: Task) -> tuple[str, ...]:
    return (task.id, *(clause.id for clause in task.clauses))
