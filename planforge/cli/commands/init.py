"""planforge init"""

from __future__ import annotations

import click


@click.command(short_help="新建工作区：带注释的要点样例、单位名录、设置")
@click.argument("folder", metavar="文件夹", default=".")
def command(folder: str) -> None:
    """在文件夹里建一个工作区。已有的文件一个都不会覆盖。"""
    from planforge.api import reference

    for path, new in reference.init(folder):
        click.echo(f"{'新建' if new else '已有，未动'}  {path}")
    click.echo("下一步：改写 plan_specs 里的样例，然后运行 planforge build。")
