"""The counts that end every report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_DOWN, Decimal, localcontext

from planforge.model import (
    ALIKE,
    SEVERITIES,
    SEVERITY_NAMES,
    STATUSES,
    Counterpart,
    Diagnostic,
    DirectiveTrace,
    Severity,
    Status,
    TaskTrace,
    Trace,
)

#: How people call the states of coverage.
STATUS_NAMES: Mapping[Status, str] = {
    "covered": "已落实",
    "partial": "部分落实",
    "uncovered": "未落实",
    "review": "需人工核对",
    "waived": "不涉及",
}
#: A verdict on words is never certain, and not shown as if it were.
_SUREST = 0.99

LINK_NAMES: Mapping[str, str] = {"declared": "已声明", "suggested": "建议", "outdated": "上级原文已变"}


def counts(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """How many findings there are of each severity."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    return {severity: found[severity] for severity in SEVERITIES}


def in_words(diagnostics: Sequence[Diagnostic]) -> str:
    """共 3 个问题：1 个错误，2 个警告。"""
    if not diagnostics:
        return "没有发现问题。"
    parts = (f"{number} 个{SEVERITY_NAMES[severity]}" for severity, number in counts(diagnostics).items() if number)
    return f"共 {len(diagnostics)} 个问题：{'，'.join(parts)}。"


def shown_confidence(confidence: float) -> float:
    """A verdict's confidence (0 to 1) as people see it: rounded to per cent it is never 100."""
    return min(confidence, _SUREST)


def verdict_confidence(status: Status, confidence: float) -> float | None:
    """The same with its verdict; None where there is none: the plan itself waives it, or a person has to decide."""
    return None if status in ("waived", "review") else shown_confidence(confidence)


def has_holes(held: Trace) -> bool:
    """Whether anything is not covered, only partly, or for a person to look at."""
    return any(task.status not in ("covered", "waived") for d in held.directives for task in d.tasks)


def status_counts(directive: DirectiveTrace) -> dict[Status, int]:
    """How many of a directive's tasks are in each state."""
    return count_statuses(task.status for task in directive.tasks)


def count_statuses(statuses: Iterable[Status]) -> dict[Status, int]:
    """How many there are of each state."""
    found = Counter(statuses)
    return {status: found[status] for status in STATUSES}


def status_words(directive: DirectiveTrace) -> str:
    """共 22 项：已落实 10，部分落实 4。"""
    return words_of_statuses([task.status for task in directive.tasks])


def words_of_statuses(statuses: Sequence[Status]) -> str:
    """共 22 项：已落实 10，部分落实 4。"""
    parts = (f"{STATUS_NAMES[status]} {number}" for status, number in count_statuses(statuses).items() if number)
    return f"共 {len(statuses)} 项：{'，'.join(parts)}。" if statuses else "没有需要落实的任务。"


def settled_share(trace: Trace) -> float:
    """The share of all superior tasks that are covered or waived, 0 to 1; 1 where nothing is demanded."""
    found = [task.status in ("covered", "waived") for directive in trace.directives for task in directive.tasks]
    return sum(found) / len(found) if found else 1.0


def settled_words(trace: Trace) -> str:
    """22 项中 17 项已落实或不涉及."""
    total = sum(len(directive.tasks) for directive in trace.directives)
    return f"{total} 项中 {round(settled_share(trace) * total)} 项已落实或不涉及"


def share_words(trace: Trace) -> str:
    """落实率 77.2%（22 项中 17 项已落实或不涉及）."""
    return f"落实率 {per_cent(settled_share(trace))}（{settled_words(trace)}）"


def per_cent(share: float, places: int = 1) -> str:
    """A share with so many decimals: 77.2%. Cut, not rounded: 99.96 % is no 100 %."""
    with localcontext(rounding=ROUND_DOWN):
        return f"{Decimal(str(share)) * 100:.{places}f}%"


def exact_places(share: float) -> int:
    """How many decimals tell a share exactly as per cent; one at least."""
    return max(1, -int((Decimal(str(share)) * 100).normalize().as_tuple().exponent))


def titled(title: str) -> str:
    """A document by its title; not everything that is sent on has one."""
    return f"《{title}》" if title else "（没有标题）"


def telling_counterparts(trace: TaskTrace) -> tuple[Counterpart, ...]:
    """The counterparts worth showing: those with a link or an answer, and those at least half as alike as the best.

    A waived task has none; an uncovered one shows the nearest, which does not answer it.
    """
    if trace.status == "waived":
        return ()
    if trace.status == "uncovered":
        return trace.counterparts[:1]
    best = max((counterpart.score for counterpart in trace.counterparts), default=0.0)
    least = min(best, max(ALIKE, best / 2))
    return tuple(c for c in trace.counterparts if c.task in trace.answering or c.score >= least)


def answering_counterparts(trace: TaskTrace) -> tuple[Counterpart, ...]:
    """The counterparts worth showing as an answer: the nearest one of an uncovered task is none."""
    return () if trace.status == "uncovered" else telling_counterparts(trace)
