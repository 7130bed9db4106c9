"""Where the demands of a topmost document land, in words."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.model import Chain, ClauseChain, TaskChain
from planforge.reporters.summary import STATUS_NAMES, titled


def chain_title(chain: Chain) -> str:
    """《国家规划》 → 《省意见》 → 《市要点》."""
    return " → ".join(titled(title) for title in chain.titles)


def ends_of(task: TaskChain, titles: Sequence[str]) -> list[str]:
    """What became of the measures of a task, each end once: 落到 2.4/1, 《省意见》没有接."""
    return list(dict.fromkeys(end_of(clause, titles) for clause in task.clauses))


def end_of(clause: ClauseChain, titles: Sequence[str]) -> str:
    """Where a measure ends: the plan's clause that answers it, and the document that first answers it worst; or the
    document that has nothing for it.
    """
    last = clause.steps[-1]
    where = titled(titles[last.level])
    if last.status == "waived":
        return f"{where}不涉及"
    if last.answer and last.level == len(titles) - 1:
        return f"落到 {last.answer}{_weakest(clause, titles)}"
    return f"{where}没有对应"


def _weakest(clause: ClauseChain, titles: Sequence[str]) -> str:
    """Where on its way a measure that arrives lost some of what it asked for: （《市要点》部分落实）."""
    if clause.status == "covered":
        return ""
    step = next(step for step in clause.steps if step.status == clause.status)
    return f"（{titled(titles[step.level])}{STATUS_NAMES[step.status]}）"


def way_of(clause: ClauseChain, titles: Sequence[str]) -> str:
    """All levels of a measure: 《省意见》3.1/2 已落实 → 《市要点》未落实."""
    return " → ".join(
        f"{titled(titles[s.level])}{s.answer + ' ' if s.answer else ''}{STATUS_NAMES[s.status]}" for s in clause.steps
    )
