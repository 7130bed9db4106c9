"""What `planforge check` does besides reporting: annotates a Word file, and sets known findings aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import datetime

    from planforge.api.checking import Check, CheckOptions


@dataclass(frozen=True, slots=True)
class Review:
    """Where a reviewed copy goes, and in whose name and of what date."""

    target: str
    reviewer: str
    date: datetime.date | None


def annotate(checks: Sequence[Check], options: CheckOptions, review: Review, report: str) -> None:
    """Write the reviewed copy of the one checked file; `report` is where the report of the check goes."""
    from planforge.api import checking
    from planforge.cli.output import emit_report
    from planforge.cli.targets import format_of

    if len(checks) != 1:
        raise click.UsageError("--annotate 一次只批注一份文件。")
    if review.target == report == "-":
        raise click.UsageError("批注稿和问题清单不能都写到屏幕，请用 -o 给问题清单另写一个文件。")
    format_of(review.target, "docx", "docx")
    made = checking.annotate(checks[0], options, review.reviewer, review.date)
    emit_report(made.content, review.target, f"：批注 {made.comments} 条，其中 {made.fixes} 条已用修订改好。")


def write_baseline(checks: Sequence[Check], target: str) -> None:
    """Record all findings as known."""
    from planforge.api import checking
    from planforge.cli.output import emit

    emit(checking.known_findings(checks), target)
    click.echo(f"已把 {sum(len(check.diagnostics) for check in checks)} 个问题记入 {target}。", err=True)


def without_known(checks: Sequence[Check], baseline: str) -> list[Check]:
    """The checks without known findings; a line on standard error says how many there were."""
    from planforge.api import checking

    new = checking.without_known(checks, baseline)
    click.echo(f"另有 {new.known} 个问题已记在 {baseline} 里，不再列出。", err=True)
    return list(new.checks)
