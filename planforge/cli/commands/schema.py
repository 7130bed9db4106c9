"""planforge schema"""

from __future__ import annotations

import click


@click.command(short_help="输出 JSON Schema（draft-07），供编辑器补全和校验")
@click.option("--contract", is_flag=True, help="输出规范化之后（英文键）的严格格式，供程序对接。")
@click.option("-o", "--output", metavar="文件", default="-", help="写到这个文件；默认写到屏幕。")
def command(contract: bool, output: str) -> None:
    """默认输出中英文键都认的编辑器格式。"""
    from planforge.api import reference
    from planforge.cli.output import emit_report

    emit_report(reference.schema("contract" if contract else "editor"), output)
