"""planforge coverage"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planforge.cli.left_out import tells_left_out
from planforge.cli.options import against_superiors, output_or_screen
from planforge.cli.shares import share

if TYPE_CHECKING:
    from planforge.api.coverage import Covering


@click.command(short_help="查落实：上级文件的每一条，要点里有没有对应的任务")
@click.argument("plan", metavar="要点")
@against_superiors
@click.option(
    "--through", metavar="文件", multiple=True, help="中间一级的文件，从上到下写；沿它看 --against 落到哪里。"
)
@click.option(
    "--format",
    "form",
    metavar="格式",
    help="输出格式：text、json、html、markdown、xlsx（对照表）、docx（对照表）；不写则照 -o 的后缀，默认 text。",
)
@click.option("--baseline", metavar="文件", default=None, help="上次 --format json 的输出：列出变好和变差的条目。")
@click.option(
    "--fail-under",
    metavar="比例",
    type=share,
    default=None,
    help="已落实和不涉及的比例（0 到 1）低于它才返回退出码 1。",
)
@click.option("--no-cache", is_flag=True, help="不用上次的结果，重新核对。文件没有改动时，默认直接给出上次的结果。")
@click.option("--exit-zero", is_flag=True, help="有未落实的条目也返回退出码 0。")
@output_or_screen
@click.pass_context
@tells_left_out
def command(
    ctx: click.Context,
    plan: str,
    against: tuple[str, ...],
    through: tuple[str, ...],
    form: str | None,
    baseline: str | None,
    fail_under: float | None,
    no_cache: bool,
    exit_zero: bool,
    output: str,
) -> None:
    """逐条对照上级文件：已落实、部分落实、未落实、需人工核对、不涉及，并列出作为依据的原文。"""
    from planforge.api import coverage
    from planforge.cli.output import emit_report, on_terminal
    from planforge.cli.targets import format_of, spare

    spare(output, plan, *against, *through)
    form = format_of(output, form, "text")
    request = coverage.CoverageRequest(plan, against, through, form, baseline or "", on_terminal(output))
    covering = coverage.cover(request, anew=no_cache)
    spare(output, *(file for file in covering.files if file != baseline))
    emit_report(covering.content, output)
    for notice in covering.notices:
        click.echo(notice, err=True)
    failed = covering.holes if fail_under is None else _falls_short(covering, fail_under)
    ctx.exit(1 if failed and not exit_zero else 0)


def _falls_short(covering: Covering, least: float) -> bool:
    """Whether the share is below `least`; a line on standard error says so, for the log of an automatic run."""
    from planforge.reporters.summary import exact_places, per_cent

    short, places = covering.share < least, exact_places(least)
    share, asked = per_cent(covering.share, places), per_cent(least, places)
    told = f"落实率 {share}（{covering.settled_words}），{'低于' if short else '达到'} {asked}。"
    click.echo(told, err=True)
    return short
