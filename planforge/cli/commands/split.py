"""planforge split"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planforge.cli.left_out import tells_left_out
from planforge.cli.options import set_in_style

if TYPE_CHECKING:
    from planforge.api.splitting import Split

_MOST_NAMED = 5


@click.command(short_help="分送：各单位的任务各成一份 Word（附通知），另有一份任务分工表（Excel）")
@click.argument("plan", metavar="要点")
@click.option(
    "--by",
    type=click.Choice(["unit"]),
    default="unit",
    show_default=True,
    expose_value=False,
    help="按什么分：unit 为按单位。",
)
@set_in_style
@click.option("-o", "--output", metavar="文件夹", default=None, help="写到这个文件夹；默认是“要点名.分送”。")
@tells_left_out
def command(plan: str, style: str, output: str | None) -> None:
    """牵头、责任、配合的单位各得一份：通知，和本单位的任务清单（序号、内容、目标、其他单位、时限）。

    单位的简称、曾用名按单位名录归到一起。通知的文字在 templates/notice/分送通知.j2 里，可以改成本单位的。
    文件夹里已有的同名文件会被替换，并说明替换了几份。
    """
    from planforge.api import splitting

    if output == "-":
        raise click.UsageError("分送的文件写到文件夹里，不能写到屏幕。")
    folder = output or splitting.default_folder(plan)
    made = splitting.split(plan, style)
    replaced = splitting.write(made, folder)
    click.echo(_summary(made, folder, replaced), err=True)


def _summary(made: Split, folder: str, replaced: int) -> str:
    division = made.division
    lines = [f"已写出 {len(division.shares)} 个单位的任务和任务分工表，在 {folder} 里。"]
    lines += [f"其中 {replaced} 份替换了原有的同名文件，内容有变化。"] if replaced else []
    if division.unassigned:
        named = "；".join(f"{place} {words[:20]}" for place, words in division.unassigned[:_MOST_NAMED])
        more = f"等 {len(division.unassigned)} 项" if len(division.unassigned) > _MOST_NAMED else ""
        lines.append(f"没有写单位、没有分送的任务：{named}{more}。")
    return "\n".join(lines)
