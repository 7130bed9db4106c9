"""planforge check"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from planforge.api import Check, CheckOptions


@click.command(short_help="查差错：格式、编号、责任单位、时限、指标、与上级文件的冲突")
@click.argument("plans", metavar="要点…", nargs=-1, required=True)
@click.option("--against", metavar="文件", multiple=True, help="上级文件，可写多次；不写则用要点里的“上级文件”。")
@click.option("--format", "form", default="text", show_default=True, help="输出格式：text、json、sarif、html。")
@click.option("--select", metavar="代码", multiple=True, help="只查这些规则（按代码前缀，可写多次，或用逗号隔开）。")
@click.option("--ignore", metavar="代码", multiple=True, help="不查这些规则（按代码前缀）。")
@click.option("--fix", is_flag=True, help="改正能安全改正的问题（改动原文件）。")
@click.option("--diff", is_flag=True, help="只显示能安全改正的改动，不改文件。")
@click.option("--exit-zero", is_flag=True, help="有问题也返回退出码 0。")
@click.option("-o", "--output", metavar="文件", default="-", help="写到这个文件；默认写到屏幕。")
@click.pass_context
def command(
    ctx: click.Context,
    plans: tuple[str, ...],
    against: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    diff: bool,
    exit_zero: bool,
    output: str,
) -> None:
    """检查一份或几份工作要点，一次列出全部问题，并说明位置、理由和改法。

    除非写了 --fix，不改动任何文件。用 planforge explain 代码 看每条规则的说明。
    """
    from planforge import api
    from planforge.cli.output import emit, on_terminal

    options = api.CheckOptions(against=against, select=_codes(select), ignore=_codes(ignore))
    checks = [api.check(plan, options) for plan in plans]
    if diff:
        emit("".join(api.fixes(each, options)[0].diff() for each in checks), output)
    else:
        if fix:
            checks = [_fixed(each, options) for each in checks]
        emit(api.report_checks(checks, form, colour=on_terminal(output)), output)
    ctx.exit(0 if exit_zero else max(check.exit_code for check in checks))


def _fixed(check: Check, options: CheckOptions) -> Check:
    """Make the safe fixes; gives what is left."""
    from planforge import api

    change, left = api.fixes(check, options)
    api.make(change)
    return left


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for value in values for code in value.replace("，", ",").split(",") if code.strip())
