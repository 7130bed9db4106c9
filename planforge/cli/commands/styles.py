"""planforge styles"""

from __future__ import annotations

import click


@click.group(short_help="列出、查看排版样式")
def command() -> None:
    """排版样式是一个 YAML 文件；可以照样另写一份本单位的。"""


@command.command("list")
def list_styles() -> None:
    """列出自带的样式。"""
    from planforge.api import reference

    for name, title in reference.style_list():
        click.echo(f"{name:<24}{title}")


@command.command("show")
@click.argument("name", metavar="样式", default="gbt9704")
def show_style(name: str) -> None:
    """显示一个样式的全部设置。"""
    from planforge.api import reference
    from planforge.cli.output import emit

    emit(reference.style_source(name))
