"""What `planforge link` asks about: links that the text suggests, and declared ones and waivers to be looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from planforge.coverage import fingerprint
from planforge.coverage.declared.links import is_outdated, linked_items, waived_items
from planforge.lifecycle.linking.lock import Lock, name_of, name_of_declined
from planforge.model import (
    ALIKE,
    Clause,
    ClauseTrace,
    Counterpart,
    DirectiveTrace,
    Document,
    Link,
    Task,
    TaskTrace,
    Trace,
    Waiver,
)
from planforge.reporters.answers import gap_label, measures_of, with_targets

Kind = Literal["suggested", "outdated", "unreviewed"]

#: Counterparts half as alike as the best are not worth a question.
_OF_BEST = 0.5
_MOST = 3


@dataclass(frozen=True, slots=True)
class ProposedLink:
    """One link to accept: the plan's task, the link with the fingerprint of the text as it is now, and that text.

    `old` is the text as accepted before, where it is known; `confidence` (0 to 1) that of the verdict that rests on the
    link; `evidence` holds pairs of superior and plan words, `gaps` the superior's words without a full answer, each
    behind how that is told (没有对应).
    """

    kind: Kind
    task: Task
    link: Link
    item: Task | Clause
    old: str | None = None
    confidence: float = 0.0
    evidence: tuple[tuple[str, str], ...] = ()
    gaps: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedWaiver:
    """A waiver to accept: with the fingerprint of the text as it is now, that text, and the one accepted before."""

    kind: Kind
    waiver: Waiver
    item: Task | Clause
    old: str | None = None


@dataclass(frozen=True, slots=True)
class LinkQuestion:
    """What is asked about one superior item.

    Of `choices`, likeliest first, one may hold for the whole item; `parts` link other tasks to single clauses of it.
    """

    choices: tuple[ProposedLink, ...]
    parts: tuple[ProposedLink, ...] = ()

    @property
    def kind(self) -> Kind:
        return (*self.choices, *self.parts)[0].kind


def questions(held: Trace, lock: Lock, unreviewed: bool = False) -> Iterator[LinkQuestion]:
    """Outdated links first, then what is suggested, in the order of the superior documents.

    What `lock` has as declined is not suggested again. With `unreviewed`, declared links that have no fingerprint yet
    are asked about, too.
    """
    found = list(_declared(held, lock.texts))
    yield from (LinkQuestion((proposal,)) for proposal in found if proposal.kind == "outdated")
    if unreviewed:
        yield from (LinkQuestion((proposal,)) for proposal in found if proposal.kind == "unreviewed")
    for directive in held.directives:
        for trace in directive.tasks:
            if question := _suggested(trace, _Words(directive, held), lock):
                yield question


def waiver_questions(held: Trace, lock: Lock, unreviewed: bool = False) -> Iterator[ProposedWaiver]:
    """The waivers whose superior text changed since they were accepted; `unreviewed`: those that nobody accepted, too.

    Those that name the same item are asked about once: a new fingerprint is for them all.
    """
    found = list(waived_items(held.plan, _documents(held))) if held.plan else []
    # Of several on one item the last one counts: let that be one whose text has changed.
    found.sort(key=lambda each: is_outdated(each[0], each[2]))
    for waiver, item in {waiver.to: (waiver, item) for waiver, _, item in found}.values():
        now, kind = fingerprint(item), _kind(waiver)
        if waiver.seen != now and (kind == "outdated" or unreviewed):
            yield ProposedWaiver(kind, replace(waiver, seen=now), item, lock.texts.get(name_of(waiver)))


def _declared(held: Trace, snapshots: Mapping[str, str]) -> Iterator[ProposedLink]:
    for task, link, _, item in linked_items(held.plan, _documents(held)) if held.plan else ():
        now = fingerprint(item)
        if link.seen != now:
            old = snapshots.get(name_of(link))
            yield ProposedLink(_kind(link), task, Link(link.directive, link.item, now), item, old)


def _documents(held: Trace) -> list[tuple[str, Document]]:
    return [(each.alias, each.document) for each in held.directives if each.document]


def _kind(reference: Link | Waiver) -> Kind:
    """Of one whose fingerprint isn't that of the text now."""
    return "unreviewed" if reference.seen is None else "outdated"


def _suggested(trace: TaskTrace, words: _Words, lock: Lock) -> LinkQuestion | None:
    """None where the plan has decided already, has nothing that comes near, or all that does was declined."""
    if trace.status in ("waived", "uncovered") or any(c.link != "suggested" for c in trace.counterparts):
        return None
    likely = [words.choice(trace, each) for each in _likely(trace.counterparts)]
    first = {choice.task.id for choice in likely[:1]}
    parts = [words.part(clause) for clause in trace.clauses if _answered(clause) and len(trace.clauses) > 1]
    open_choices = tuple(choice for choice in likely if not _is_declined(choice, lock))
    open_parts = tuple(part for part in parts if part.task.id not in first and not _is_declined(part, lock))
    return LinkQuestion(open_choices, open_parts) if likely and (open_choices or open_parts) else None


def _is_declined(proposal: ProposedLink, lock: Lock) -> bool:
    return name_of_declined(proposal.link, proposal.task) in lock.declined


def _likely(counterparts: Sequence[Counterpart]) -> list[Counterpart]:
    best = max((counterpart.score for counterpart in counterparts), default=0.0)
    return [each for each in counterparts if each.score >= max(ALIKE, best * _OF_BEST)][:_MOST]


def _gaps(trace: TaskTrace) -> Iterator[tuple[str, str]]:
    """Words that look alike are no full answer yet: 鼓励 beside 不得 is shown as evidence, and as what is missing."""
    for clause in trace.clauses:
        yield from ((gap_label(clause), words) for words in clause.gaps)


def _answered(clause: ClauseTrace) -> bool:
    return clause.best is not None and clause.status in ("covered", "partial")


class _Words:
    """The plan's tasks by their ids, and what a superior document is called."""

    def __init__(self, directive: DirectiveTrace, held: Trace) -> None:
        self._alias = directive.alias
        self._tasks = {task.id: task for task in held.plan.walk()} if held.plan else {}

    def choice(self, trace: TaskTrace, counterpart: Counterpart) -> ProposedLink:
        """The whole superior task, as answered by a counterpart."""
        task = self._tasks[counterpart.task]
        link = Link(self._alias, trace.task.id, fingerprint(trace.task))
        answered = trace.confidence if trace.status in ("covered", "partial") else 0.0
        pairs, gaps = tuple(_proofs(trace, counterpart, task)), tuple(_gaps(trace))
        return ProposedLink("suggested", task, link, trace.task, None, answered, pairs, gaps)

    def part(self, clause: ClauseTrace) -> ProposedLink:
        """One measure of it, as answered by another task."""
        assert clause.best is not None
        item = Clause(clause.id, clause.text)
        link = Link(self._alias, clause.id, fingerprint(item))
        task = self._tasks[clause.best.task]
        pair = _pair(clause.text.value, clause.best.text.value, task)
        return ProposedLink("suggested", task, link, item, None, clause.confidence, (pair,))


def _proofs(trace: TaskTrace, counterpart: Counterpart, task: Task) -> Iterator[tuple[str, str]]:
    """Measures that are alike; what is told as unanswered has a nearest one, too, which proves nothing."""
    superior, plan = measures_of(trace.task), measures_of(task)
    unanswered = {clause.id for clause in trace.unanswered}
    for each in counterpart.evidence:
        if each.clause in superior and each.clause not in unanswered:
            yield _pair(superior[each.clause], plan.get(each.plan_clause, ""), task)


def _pair(superior: str, clause: str, task: Task) -> tuple[str, str]:
    """The words of a superior measure, and those of a task that answer it."""
    return superior, with_targets(clause, task, superior)
