"""What `planforge check` does with all that its command line asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from planforge.api import checking
from planforge.api.checking import Check, CheckOptions
from planforge.cli.output import emit, emit_report, on_terminal
from planforge.cli.reviewing import Review, annotate, without_known, write_baseline
from planforge.cli.targets import format_of, spare
from planforge.model import InputError

if TYPE_CHECKING:
    import datetime

    from planforge.lifecycle.typesetting.restyling import Copy
    from planforge.model.pictures import PagePictures


@dataclass(frozen=True, slots=True)
class Asked:
    """The command line, a field for each argument and option; "-" is the screen.

    `reviewed` is the file for a reviewed copy, `baseline` one that holds known findings, `record` one to hold them.
    """

    plans: tuple[str, ...]
    against: tuple[str, ...]
    form: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    style: str
    fix: bool
    diff: bool
    reviewed: str | None
    reviewer: str
    date: datetime.date | None
    baseline: str | None
    record: str | None
    pages: bool
    exit_zero: bool
    output: str

    @property
    def options(self) -> CheckOptions:
        return CheckOptions(self.against, _codes(self.select), _codes(self.ignore), self.style)


def run(asked: Asked) -> int:
    """Check, then record, show, fix, annotate or report; gives the exit code.

    Raises InputError where a plan can't be read or a target is one of the inputs, UsageError where options clash.
    """
    targets = (asked.output, asked.record or "-", asked.reviewed or "-")
    for target in targets:
        spare(target, *asked.plans, *asked.against)
    form = _form(asked)
    checks = [checking.check(plan, asked.options) for plan in dict.fromkeys(asked.plans)]
    for target in targets:
        spare(target, *(file for check in checks for file in check.sources))
    if asked.record:
        write_baseline(checks, asked.record)
        return 0
    if asked.diff:
        _show_fixes(checks, asked)
    else:
        checks = _to_report(checks, asked)
        if asked.reviewed:
            annotate(checks, asked.options, Review(asked.reviewed, asked.reviewer, asked.date), asked.output)
        _report(checks, form, asked)
    return 0 if asked.exit_zero else max(check.exit_code for check in checks)


def _form(asked: Asked) -> str:
    form = format_of(asked.output, asked.form, "text")
    if asked.pages and form != "html":
        raise click.UsageError("--pages 只用于 --format html。")
    return form


def _to_report(checks: list[Check], asked: Asked) -> list[Check]:
    """What is left when what can be is fixed and what is known is set aside."""
    left = [_fixed(each, asked.options) for each in checks] if asked.fix else checks
    return without_known(left, asked.baseline) if asked.baseline else left


def _report(checks: Sequence[Check], form: str, asked: Asked) -> None:
    pictures = _pictures(checks, asked.style) if asked.pages else {}
    content = checking.report_checks(checks, form, colour=on_terminal(asked.output), pictures=pictures)
    emit_report(content, asked.output)


def _show_fixes(checks: Sequence[Check], asked: Asked) -> None:
    """What --fix would change, and no file touched."""
    shown = "".join(checking.fixes(each, asked.options)[0].diff() for each in checks)
    emit(shown, asked.output)
    if not shown:
        click.echo("没有能安全改正的问题。", err=True)


def _pictures(checks: Sequence[Check], style: str) -> Mapping[str, PagePictures]:
    """The pages of each file by its name; what can't be painted is told, and the report does without."""
    found: dict[str, PagePictures] = {}
    for check in checks:
        try:
            found[check.document.file] = checking.page_pictures(check, style)
        except InputError as fault:
            click.echo(fault.message, err=True)
    return found


def _fixed(check: Check, options: CheckOptions) -> Check:
    """Make the safe fixes; gives what is left. A Word file stays as it is: a copy beside it is set by the style."""
    from planforge.api import issuing

    copy = issuing.restyle(check.path, options.style)
    if copy:
        click.echo(_told(copy), err=True)
        return checking.check(copy.path, options)
    change, left = checking.fixes(check, options)
    checking.make(change)
    counts = len(check.diagnostics), len(left.diagnostics)
    told = "没有能安全改正的问题，没有动" if change.before == change.after else "已改正，问题由 {} 个减到 {} 个"
    click.echo(f"{check.path}：{told.format(*counts)}。", err=True)
    return left


def _told(copy: Copy) -> str:
    numbers = f"页码没有动：{copy.numbers_left}。" if copy.numbers_left else ""
    kept = f"原来的副本有人改过，存为 {copy.kept}。" if copy.kept else ""
    return f"已写出按样式排好的副本 {copy.path}，文字没有改动，原文件没有动。{numbers}{kept}"


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    """One a time, or several with commas or blanks between them, as in planforge.yaml."""
    return tuple(code.upper() for value in values for code in re.split(r"[\s,，、]+", value) if code)
