"""planforge ledger"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planforge.cli.left_out import tells_left_out
from planforge.cli.options import as_of, soon_within

if TYPE_CHECKING:
    import datetime


@click.group(short_help="台账：导出成 Excel 表格填报，把填好的写回要点")
def command() -> None:
    """把要点导出成台账（一项任务一行），各单位填好以后写回要点。"""


@command.command("export")
@click.argument("plan", metavar="要点")
@click.option("-o", "--output", metavar="文件", help="写到这个 .xlsx 文件；默认与要点同名，加“-台账”。")
@as_of
@soon_within
@click.option("--force", is_flag=True, help="覆盖已有的台账（里面没有导入的填写内容会丢失）。")
@tells_left_out
def export(plan: str, output: str | None, today: datetime.date, soon: int, force: bool) -> None:
    """导出台账：编号、任务、单位、时限、预警、状态、进展、佐证、备注。

    “状态”从列表里选，“预警”随日期和状态变颜色。可以排序、筛选、增加列，再用 planforge ledger import 写回。
    """
    from planforge.api import ledger
    from planforge.cli.output import emit_report, refuse_existing
    from planforge.cli.targets import format_of, spare
    from planforge.files import beside

    target = output or ("-" if plan == "-" else beside(plan, "-台账.xlsx"))
    format_of(target, "xlsx", "xlsx")
    spare(target, plan)
    if not force:
        refuse_existing(target, "请先用 planforge ledger import 写回里面填的内容，再加 --force 重新导出")
    made = ledger.export(plan, today, soon)
    emit_report(made.content, target, f"：{made.tasks} 项任务。")
    for cell in made.cut:
        click.echo(f"{cell}超过表格一格能放的 32767 字，只导出了开头的部分；这一格改了不能写回。", err=True)


@command.command("import")
@click.argument("workbook", metavar="台账")
@click.argument("plan", metavar="要点")
@click.option("--diff", is_flag=True, help="显示要点文件会怎样改（逐行比较），不写文件。")
@click.option("--dry-run", is_flag=True, help="列出会写入哪些格子，不写文件。")
@click.option("--prefer-ledger", is_flag=True, help="台账和要点两边都改了的，以台账为准；不写则都不动，列出来由您定。")
@click.pass_context
def take_back(ctx: click.Context, workbook: str, plan: str, diff: bool, dry_run: bool, prefer_ledger: bool) -> None:
    """把台账里改过的格子写回要点：状态、进展、佐证、备注，以及单位和完成时限。

    只改这些，注释、引号、顺序和其他内容一字不动。台账和要点两边都改了的格子不合并，列出来由您定。
    台账里的公式不计算也不读取。退出码：0 全部写入；1 有没写入的格子；2 无法运行。
    """
    from planforge.api import ledger
    from planforge.cli.ledger_report import report

    if plan.lower().endswith(".xlsx"):
        raise click.UsageError("先写台账，再写要点：planforge ledger import 台账.xlsx 要点.yaml。")
    taken = ledger.take_back(workbook, plan, prefer_ledger)
    only_shown = diff or dry_run
    if not only_shown:
        ledger.write(taken)
    if diff:
        click.echo(ledger.diff(taken), nl=False)
    click.echo(report(taken, only_shown))
    ctx.exit(taken.exit_code)
