"""planforge check"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from planforge.cli.dates import day
from planforge.cli.options import against_superiors, output_or_screen

if TYPE_CHECKING:
    import datetime

    from planforge.api.checking import Check, CheckOptions
    from planforge.model.pictures import PagePictures


@click.command(short_help="查差错：格式、编号、责任单位、时限、指标、与上级文件的冲突")
@click.argument("plans", metavar="要点…", nargs=-1, required=True)
@against_superiors
@click.option(
    "--format",
    "form",
    metavar="格式",
    help="输出格式：text、json、sarif、html、xlsx；不写则照 -o 的后缀，默认 text。",
)
@click.option(
    "--select", metavar="编号", multiple=True, help="只查这些规则：编号或它开头的字母；可写多次，或用逗号隔开。"
)
@click.option("--ignore", metavar="编号", multiple=True, help="不查这些规则：编号或它开头的字母。")
@click.option(
    "--style", metavar="样式", default="", help="查 Word 文件的版面时对照的样式；默认用 planforge.yaml 里的。"
)
@click.option("--fix", is_flag=True, help="改正能安全改正的问题（改动原文件；Word 文件另写一份按样式排好的副本）。")
@click.option("--diff", is_flag=True, help="只显示能安全改正的改动，不改文件。")
@click.option("--annotate", "reviewed", metavar="文件", help="把问题批注在 Word 稿的副本里，能安全改正的用修订改好。")
@click.option("--reviewer", metavar="姓名", default="核稿", show_default=True, help="批注和修订署的名。")
@click.option("--date", metavar="日期", type=day, help="批注和修订的日期；不写则用原文件最后修改的日期。")
@click.option("--baseline", metavar="文件", help="旧问题清单：已记在里面的问题不再列出。")
@click.option("--write-baseline", "record", metavar="文件", help="把现有问题全部记入这个旧问题清单，以后只列新问题。")
@click.option("--pages", is_flag=True, help="html 报告里附上各页的版面图片（Word 稿和 YAML 要装有 LibreOffice）。")
@click.option("--exit-zero", is_flag=True, help="有问题也返回退出码 0。")
@output_or_screen
@click.pass_context
def command(
    ctx: click.Context,
    plans: tuple[str, ...],
    against: tuple[str, ...],
    form: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    style: str,
    fix: bool,
    diff: bool,
    reviewed: str | None,
    reviewer: str,
    date: datetime.date | None,
    baseline: str | None,
    record: str | None,
    pages: bool,
    exit_zero: bool,
    output: str,
) -> None:
    """检查一份或几份工作要点，一次列出全部问题，并说明位置、理由和改法。

    除非写了 --fix，不改动原文件；--annotate 写的是副本。用 planforge explain 编号 看每条规则的说明。
    """
    from planforge.api import checking
    from planforge.cli.reviewing import Review, annotate, write_baseline
    from planforge.cli.targets import format_of, spare

    for target in (output, record or "-", reviewed or "-"):
        spare(target, *plans, *against)
    form = format_of(output, form, "text")
    options = checking.CheckOptions(against=against, select=_codes(select), ignore=_codes(ignore), style=style)
    checks = [checking.check(plan, options) for plan in dict.fromkeys(plans)]
    if record:
        write_baseline(checks, record)
        return
    if diff:
        _show_fixes(checks, options, output)
    else:
        checks = _to_report(checks, options, fix=fix, baseline=baseline)
        if reviewed:
            annotate(checks, options, Review(reviewed, reviewer, date), output)
        _report(checks, form, output, _pictures(checks, form, style) if pages else {})
    ctx.exit(0 if exit_zero else max(check.exit_code for check in checks))


def _to_report(checks: list[Check], options: CheckOptions, *, fix: bool, baseline: str | None) -> list[Check]:
    """What is left when what can be is fixed and what is known is set aside."""
    from planforge.cli.reviewing import without_known

    left = [_fixed(each, options) for each in checks] if fix else checks
    return without_known(left, baseline) if baseline else left


def _report(checks: Sequence[Check], form: str, output: str, pictures: Mapping[str, PagePictures]) -> None:
    from planforge.api import checking
    from planforge.cli.output import emit_report, on_terminal

    emit_report(checking.report_checks(checks, form, colour=on_terminal(output), pictures=pictures), output)


def _show_fixes(checks: Sequence[Check], options: CheckOptions, output: str) -> None:
    """What --fix would change, and no file touched."""
    from planforge.api import checking
    from planforge.cli.output import emit

    shown = "".join(checking.fixes(each, options)[0].diff() for each in checks)
    emit(shown, output)
    if not shown:
        click.echo("没有能安全改正的问题。", err=True)


def _pictures(checks: Sequence[Check], form: str, style: str) -> dict[str, PagePictures]:
    """The pages of each file by its name; what can't be painted is told, and the report does without."""
    from planforge.api import checking
    from planforge.model import InputError

    if form != "html":
        raise click.UsageError("--pages 只用于 --format html。")
    found: dict[str, PagePictures] = {}
    for check in checks:
        try:
            found[check.document.file] = checking.page_pictures(check, style)
        except InputError as fault:
            click.echo(fault.message, err=True)
    return found


def _fixed(check: Check, options: CheckOptions) -> Check:
    """Make the safe fixes; gives what is left. A Word file stays as it is: a copy beside it is set by the style."""
    from planforge.api import checking, issuing

    copy = issuing.restyle(check.path, options.style)
    if copy:
        kept = f"原来的副本有人改过，存为 {copy.kept}。" if copy.kept else ""
        click.echo(f"已写出按样式排好的副本 {copy.path}，文字没有改动，原文件没有动。{kept}", err=True)
        return checking.check(copy.path, options)
    change, left = checking.fixes(check, options)
    checking.make(change)
    counts = len(check.diagnostics), len(left.diagnostics)
    told = "没有能安全改正的问题，没有动" if change.before == change.after else "已改正，问题由 {} 个减到 {} 个"
    click.echo(f"{check.path}：{told.format(*counts)}。", err=True)
    return left


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    """One a time, or several with commas or blanks between them, as in planforge.yaml."""
    return tuple(code.upper() for value in values for code in re.split(r"[\s,，、]+", value) if code)
