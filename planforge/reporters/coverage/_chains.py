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
    """Where a measure ends: the plan's clause that answers it, or the document that has nothing for it."""
    last = clause.steps[-1]
    where = titled(titles[last.level])
    if last.status == "waived":
        return f"{where}不涉及"
    if last.answer and last.level == len(titles) - 1:
        return f"落到 {last.answer}"
    return f"{where}没有对应"


def way_of(clause: ClauseChain, titles: Sequence[str]) -> str:
    """All levels of a measure: 《省意见》3.1/2 已落实 → 《市要点》未落实."""
    return " → ".join(
        f"{titled(titles[s.level])}{s.answer + ' ' if s.answer else ''}{STATUS_NAMES[s.status]}" for s in clause.steps
    )
