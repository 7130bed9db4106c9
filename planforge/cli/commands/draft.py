"""planforge draft"""

from __future__ import annotations

import click

from planforge.cli.left_out import tells_left_out


@click.command(short_help="起草：去年的要点 + 上级文件 → 下一年要点的初稿（YAML）")
@click.argument("last", metavar="去年的要点")
@click.option("--against", metavar="文件", multiple=True, help="上级文件，可写多次；不写则用去年要点里的“上级文件”。")
@click.option("--year", metavar="年份", type=click.IntRange(1949, 2149), required=True, help="起草哪一年的要点。")
@click.option("-o", "--output", metavar="文件", default="-", help="写到这个文件（不能是已有的）；默认写到屏幕。")
@tells_left_out
def command(last: str, against: tuple[str, ...], year: int, output: str) -> None:
    """从去年的要点和上级文件起草下一年的要点。

    没做完的和常年的任务带过来，年份顺延；“状态: 已完成”的去掉并列出；上级文件里没有对应的条目各起草一项。
    每项任务的来源、要您决定的地方（待定），都写在注释里；数字、单位、日期一律不编造。
    """
    from planforge.api import documents
    from planforge.cli.output import emit, refuse_existing
    from planforge.cli.targets import format_of

    format_of(output, "yaml", "yaml")
    refuse_existing(output)
    made = documents.draft(last, year, against, output)
    emit(made.text, output)
    if output != "-":
        click.echo(f"已写出 {output}；要您决定的地方列在文件开头。", err=True)
