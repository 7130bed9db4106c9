"""planforge check"""

from __future__ import annotations

from typing import Any

import click

from planforge.cli.dates import day
from planforge.cli.options import against_superiors, output_or_screen


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
def command(ctx: click.Context, /, **asked: Any) -> None:
    """检查一份或几份工作要点，一次列出全部问题，并说明位置、理由和改法。

    除非写了 --fix，不改动原文件；--annotate 写的是副本。用 planforge explain 编号 看每条规则的说明。
    """
    from planforge.cli.checking import Asked, run

    ctx.exit(run(Asked(**asked)))
