"""Coverage as JSON, for scripts; its keys are a contract."""

from __future__ import annotations

import json
from typing import Any

from planforge.model import ClauseTrace, Counterpart, DirectiveTrace, TaskTrace, Trace
from planforge.reporters._summary import status_counts


def report(trace: Trace, *, colour: bool = False) -> str:
    """`{"plan": {…}, "directives": [{"title", "doc_number", "tasks": […], "summary": {…}}]}`."""
    content = {
        "plan": {"title": trace.plan_title, "year": trace.plan_year},
        "directives": [_directive(directive) for directive in trace.directives],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _directive(directive: DirectiveTrace) -> dict[str, Any]:
    return {
        "alias": directive.alias,
        "title": directive.title,
        "doc_number": directive.doc_number,
        "tasks": [_task(task) for task in directive.tasks],
        "summary": {"tasks": len(directive.tasks), **status_counts(directive)},
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
