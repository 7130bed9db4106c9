"""Coverage as JSON, for scripts; its keys are a contract."""

from __future__ import annotations

from typing import Any

from planforge.model import (
    BrokenLink,
    Chain,
    ClauseChain,
    ClauseTrace,
    Counterpart,
    DirectiveTrace,
    StatusChange,
    Task,
    TaskTrace,
    Trace,
)
from planforge.reporters.changes import direction
from planforge.reporters.coverage._broken import broken_links, words_of
from planforge.reporters.coverage._shortfalls import Shortfall, shortfalls
from planforge.reporters.jsonlines import dumps
from planforge.reporters.summary import count_statuses, settled_share, status_counts

#: Down to the fields of a task, each on its line.
DEPTH = 5


def report(trace: Trace, *, colour: bool = False) -> str:
    """`{"plan": {…}, "directives": [{"title", "doc_number", "tasks": […], "summary": {…}}], "share", …}`.

    `broken` are links that lead nowhere; `orphans` are tasks of the plan; `chain` has an entry for
    each way from a topmost document down to the plan; `changes` is there with a baseline.
    """
    content: dict[str, Any] = {
        "plan": {"title": trace.plan_title, "year": trace.plan_year},
        "directives": [_directive(directive) for directive in trace.directives],
        "share": round(settled_share(trace), 4),
        "broken": [_broken(link) for link in broken_links(trace)],
        "orphans": [_orphan(task) for task in trace.orphans],
        "chain": [_chain(chain) for chain in trace.chains],
    }
    if trace.changes is not None:
        content["changes"] = [_change(change) for change in trace.changes]
    return dumps(content, DEPTH)


def _directive(directive: DirectiveTrace) -> dict[str, Any]:
    return {
        "alias": directive.alias,
        "title": directive.title,
        "doc_number": directive.doc_number,
        "tasks": [_task(task) for task in directive.tasks],
        "shortfalls": [_shortfall(each) for each in shortfalls(directive)],
        "summary": {"tasks": len(directive.tasks), **status_counts(directive)},
    }


def _shortfall(found: Shortfall) -> dict[str, Any]:
    """A target or limit that falls behind; `items` are superior tasks, empty for a row of the indicator table."""
    return {
        "what": found.what,
        "items": list(found.items),
        "demanded": found.demanded,
        "task": found.task,
        "promised": found.promised,
        "doubt": found.doubt,
    }


def _task(trace: TaskTrace) -> dict[str, Any]:
    return {
        "id": trace.task.id,
        "heading": trace.task.heading.value,
        "status": trace.status,
        "confidence": trace.confidence,
        "reason": trace.reason,
        "counterparts": [_counterpart(counterpart) for counterpart in trace.counterparts],
        "clauses": [_clause(clause) for clause in trace.clauses],
    }


def _counterpart(counterpart: Counterpart) -> dict[str, Any]:
    return {
        "task": counterpart.task,
        "heading": counterpart.heading,
        "score": counterpart.score,
        "link": counterpart.link,
        "evidence": [
            {"clause": e.clause, "plan_clause": e.plan_clause, "score": e.score} for e in counterpart.evidence
        ],
    }


def _clause(clause: ClauseTrace) -> dict[str, Any]:
    best = clause.best
    return {
        "id": clause.id,
        "text": clause.text.value,
        "status": clause.status,
        "confidence": clause.confidence,
        "score": clause.score,
        "missing": list(clause.missing),
        "best": {"plan_clause": best.plan_clause, "task": best.task, "text": best.text.value} if best else None,
    }


def _broken(link: BrokenLink) -> dict[str, Any]:
    """A link of a task, or a waiver (without one); `reason` tells what there is none of: "directive" or "item"."""
    return {
        "directive": link.directive,
        "item": link.item,
        "task": link.task.id if link.task else None,
        "reason": link.reason,
        "nearest": list(link.nearest),
        "words": words_of(link),
    }


def _orphan(task: Task) -> dict[str, Any]:
    return {"id": task.id, "heading": task.heading.value, "text": task.text.value}


def _chain(chain: Chain) -> dict[str, Any]:
    return {
        "documents": list(chain.titles),
        "tasks": [
            {
                "id": each.task.id,
                "heading": each.task.heading.value,
                "status": each.status,
                "clauses": [_way(clause, chain.titles) for clause in each.clauses],
            }
            for each in chain.tasks
        ],
        "summary": {"tasks": len(chain.tasks), **count_statuses(each.status for each in chain.tasks)},
    }


def _way(clause: ClauseChain, titles: tuple[str, ...]) -> dict[str, Any]:
    """A measure on its way down; `lands` is the plan's clause, `lost` the document that nothing in answers it."""
    last = clause.steps[-1]
    return {
        "id": clause.id,
        "text": clause.text.value,
        "status": clause.status,
        "lands": last.answer if last.level == len(titles) - 1 and last.answer else None,
        "lost": None if clause.lost is None else titles[clause.lost],
        "steps": [{"document": titles[s.level], "status": s.status, "answer": s.answer or None} for s in clause.steps],
    }


def _change(change: StatusChange) -> dict[str, Any]:
    return {
        "directive": change.directive,
        "id": change.id,
        "text": change.words,
        "before": change.before,
        "after": change.after,
        "change": direction(change),
    }
