"""planforge status"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planforge.cli.left_out import tells_left_out
from planforge.cli.options import against_superiors, as_of, output_or_screen, soon_within

if TYPE_CHECKING:
    import datetime

    from planforge.model.followup import Grouping


@click.command(short_help="看进度：逾期、临期、未开始、已完成，按部分、单位、上级文件统计")
@click.argument("plan", metavar="要点")
@as_of
@soon_within
@click.option(
    "--by",
    "grouping",
    type=click.Choice(["unit", "superior", "section"]),
    help="逐项列出，按 unit（单位）、superior（上级文件）或 section（部分）分组；不写则列出要紧的和各组的数目。",
)
@against_superiors
@click.option("--format", "form", metavar="格式", help="输出格式：text、json、xlsx；不写则照 -o 的后缀，默认 text。")
@click.option("--exit-zero", is_flag=True, help="有逾期的也返回退出码 0。")
@output_or_screen
@click.pass_context
@tells_left_out
def command(
    ctx: click.Context,
    plan: str,
    today: datetime.date,
    soon: int,
    grouping: Grouping | None,
    against: tuple[str, ...],
    form: str | None,
    exit_zero: bool,
    output: str,
) -> None:
    """按完成时限和要点里写的“状态”，看各项任务到某一天做得怎样。

    写了具体日子的，过了日子没做完为逾期；每季度、长期坚持之类没有最后一天，算常态推进，不会逾期。
    没有写“状态”的，按还没有开始算。有逾期的，退出码为 1。
    """
    from planforge.api import status
    from planforge.cli.output import emit_report, on_terminal
    from planforge.cli.targets import format_of, sparing

    form = format_of(output, form, "text")
    with sparing(output, plan, *against):
        found = status.follow_up(plan, today, soon, against)
    emit_report(status.report(found, form, grouping, colour=on_terminal(output)), output)
    late = any(each.state == "late" for each in found.tasks)
    ctx.exit(1 if late and not exit_zero else 0)
