"""planforge fmt"""

from __future__ import annotations

import click


@click.command(short_help="中英文键名互换，注释和写法原样保留")
@click.argument("plan", metavar="要点")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="键名用中文还是英文。")
@click.option("-o", "--output", metavar="文件", default=None, help="写到这个文件；默认改写原文件，“-” 为屏幕。")
def command(plan: str, lang: str, output: str | None) -> None:
    """只换键名，其余一字不动；写到文件的，编码也不变（GBK 的还是 GBK）。"""
    from planforge.api import documents
    from planforge.cli.output import emit_report
    from planforge.cli.targets import format_of

    format_of(output or "-", "yaml", "yaml")
    target = output or plan
    text, as_written = documents.convert(plan, lang)
    emit_report(text if target == "-" else as_written, target)
