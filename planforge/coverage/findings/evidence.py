"""What a verdict is shown with: counterparts, best first, and the pairs of clauses that prove them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from planforge.coverage.declared.links import Declared
from planforge.coverage.judging.judge import Chances
from planforge.coverage.matching.match import ClausePair, LeafPair
from planforge.coverage.texts.corpus import Leaf, Measure
from planforge.coverage.texts.phrases import least_answered, missing_words
from planforge.model import BestClause, ClauseTrace, Counterpart, Evidence, LinkState, Status

#: How many counterparts are shown, and how alike two clauses must be to serve as evidence (0 to 1).
SHOWN, EVIDENT = 5, 0.17


def counterparts(
    pairs: Iterable[LeafPair], links: Iterable[Declared], answering: Container[Leaf]
) -> tuple[Counterpart, ...]:
    """The likeliest tasks of the plan, those with a declared link first; what is linked or answers is in any case."""
    states = _states(links)
    ranked = sorted(pairs, key=lambda pair: (states.get(pair.other.task.id) != "declared", -pair.score))
    shown = [
        pair
        for place, pair in enumerate(ranked)
        if place < SHOWN or pair.other.task.id in states or pair.other in answering
    ]
    return tuple(_counterpart(pair, states.get(pair.other.task.id, "suggested")) for pair in shown)


def _states(links: Iterable[Declared]) -> Mapping[str, LinkState]:
    """How the plan's leaves are linked, by id: a link that holds counts before one that is outdated."""
    states: dict[str, LinkState] = {}
    for link in links:
        for leaf in link.task.leaves():
            if states.get(leaf.id) != "declared":
                states[leaf.id] = "outdated" if link.outdated else "declared"
    return states


def _counterpart(pair: LeafPair, state: LinkState) -> Counterpart:
    proofs = (
        Evidence(proof.measure.clause.id, proof.answer.clause.id, _rounded(proof.likeness))
        for proof in pair.answers
        if proof.likeness >= EVIDENT
    )
    task, evidence = pair.other.task, tuple(sorted(proofs, key=lambda proof: -proof.score))
    return Counterpart(task.id, task.heading.value, _rounded(pair.score), state, evidence)


def clause_trace(measure: Measure, best: ClausePair | None, chances: Chances) -> ClauseTrace:
    """The verdict on a clause, its best answer, and what of it nothing answers."""
    status, confidence = chances.verdict("clause")
    answer = BestClause(best.answer.clause.id, best.leaf.task.id, best.answer.clause.text) if best else None
    clause = measure.clause
    return ClauseTrace(
        clause.id,
        clause.text,
        status,
        confidence,
        _rounded(best.likeness if best else 0.0),
        answer,
        _missing(measure, status, best.leaf if best else None),
    )


def _missing(measure: Measure, status: Status, answer: Leaf | None) -> tuple[str, ...]:
    """The superior's words that nothing answers; a clause answered in part always has some."""
    if status == "covered":
        return ()
    if answer is None or status == "uncovered":
        return missing_words(measure, None)
    found = missing_words(measure, answer)
    return found or (least_answered(measure, answer) if status == "partial" else ())


def _rounded(number: float) -> float:
    return round(min(max(number, 0.0), 1.0), 4)
