"""planforge explain"""

from __future__ import annotations

import click


@click.command(short_help="解释一条规则：查什么、为什么、怎么改、依据")
@click.argument("code", metavar="[编号]", required=False)
def command(code: str | None) -> None:
    """显示规则的说明页；不写编号则列出全部规则。"""
    from planforge.api import reference
    from planforge.cli.output import emit

    emit(reference.explain(code))
