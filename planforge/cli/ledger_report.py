"""What `planforge ledger import` tells: what goes into the plan, what doesn't and why, and what else to know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planforge.lifecycle.ledger.importing import Taken
    from planforge.lifecycle.ledger.merging import CellChange

#: What stands in the printed plan; a change of it is more than a report on how the work goes.
_PRINTED = ("lead", "responsible", "support", "deadlines")
#: Ids that are listed before the rest is only counted.
_LISTED = 10


def report(taken: Taken, dry_run: bool) -> str:
    """The whole report, a line a cell."""
    return "\n".join([*map(_change, taken.changes), *_refused(taken), *_remarks(taken), _summary(taken, dry_run)])


def _change(change: CellChange) -> str:
    from planforge.model.ledger import LEDGER_HEADS

    task = f"{change.task} {_line(change.heading)}"
    return f"{change.place}  {task}  {LEDGER_HEADS[change.key]}：{_quoted(change.before)} → {_quoted(change.after)}"


def _refused(taken: Taken) -> Iterator[str]:
    if taken.refused:
        yield f"没有写入的（{len(taken.refused)} 处）："
        yield from (f"  {each.place}  {each.message}。" for each in taken.refused)


def _remarks(taken: Taken) -> Iterator[str]:
    from planforge.model.ledger import LEDGER_HEADS

    if taken.headless:
        heads = "、".join(f"“{LEDGER_HEADS[key]}”" for key in taken.headless)
        yield f"台账里没有{heads}列，填的内容没有读；列名改过的，请改回来再写回。"
    if any(change.key in _PRINTED for change in taken.changes):
        yield "改了单位或完成时限：印出来的要点会随之改变，已经印发的请按程序办理。"
    for number, now in taken.renumbered:
        yield f"台账里的 {number} 现在是要点的 {now}，已按重点任务对上。"
    if taken.lacking:
        ids = [each.task.id for each in taken.lacking]
        listed = "、".join(ids[:_LISTED]) + ("……" if len(ids) > _LISTED else "")
        yield f"要点里另有 {len(ids)} 项任务台账里没有，没有改动：{listed}。"


def _summary(taken: Taken, dry_run: bool) -> str:
    if not taken.changes:
        return "没有要写入的改动，要点没有动。"
    return f"{'将写入' if dry_run else '已写入'} {len(taken.changes)} 处：{taken.path}"


def _quoted(words: str) -> str:
    return f"“{_line(words)}”" if words else "（空）"


def _line(words: str) -> str:
    from planforge.reporters.width import crop

    return crop(" ".join(words.split()), 60)
