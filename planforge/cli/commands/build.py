"""planforge build"""

from __future__ import annotations

import click

from planforge.cli.terminal import progress


@click.command(short_help="一次做完：检查、对照、排印工作区里的全部要点，写到 build/")
@click.argument("folder", metavar="工作区", default=".")
@click.option("--pages", is_flag=True, help="另写一份带各页版面图片的问题清单网页（要装有 LibreOffice）。")
@click.option("--exit-zero", is_flag=True, help="有问题也返回退出码 0。")
@click.pass_context
def command(ctx: click.Context, folder: str, pages: bool, exit_zero: bool) -> None:
    """对工作区里的每份要点写出：Word 公文、落实情况网页和对照表、问题清单（文本和 JSON）。"""
    from planforge.api import checking, issuing

    if pages and not checking.can_paint():
        click.echo("版面图片要用 LibreOffice 排版，本机没有安装；网页里没有图片，其余照常。", err=True)
    results = []
    for step in issuing.build(folder, pages=pages):
        if step.result is not None:
            results.append(step.result)
        else:
            progress(f"[{step.done}/{step.total}] {step.doing}")
    progress("")
    for result in results:
        click.echo(issuing.built_summary(result))
    ctx.exit(0 if exit_zero else max((result.exit_code for result in results), default=0))
