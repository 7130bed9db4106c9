"""planforge schema"""

from __future__ import annotations

import click

from planforge.cli.options import output_or_screen


@click.command(short_help="输出 JSON Schema（draft-07），供编辑器补全和校验")
@click.option("--contract", is_flag=True, help="输出规范化之后（英文键）的严格格式，供程序对接。")
@output_or_screen
def command(contract: bool, output: str) -> None:
    """默认输出中英文键都认的编辑器格式。"""
    from planforge.api import reference
    from planforge.cli.output import emit_report

    emit_report(reference.schema("contract" if contract else "editor"), output)
