"""planforge coverage"""

from __future__ import annotations

import click


@click.command(short_help="查落实：上级文件的每一条，要点里有没有对应的任务")
@click.argument("plan", metavar="要点")
@click.option("--against", metavar="文件", multiple=True, help="上级文件，可写多次；不写则用要点里的“上级文件”。")
@click.option("--format", "form", default="text", show_default=True, help="输出格式：text、json、html。")
@click.option("--exit-zero", is_flag=True, help="有未落实的条目也返回退出码 0。")
@click.option("-o", "--output", metavar="文件", default="-", help="写到这个文件；默认写到屏幕。")
@click.pass_context
def command(ctx: click.Context, plan: str, against: tuple[str, ...], form: str, exit_zero: bool, output: str) -> None:
    """逐条对照上级文件：已落实、部分落实、未落实、需人工核对、不涉及，并列出作为依据的原文。"""
    from planforge import api
    from planforge.cli.output import emit, on_terminal

    trace = api.trace(plan, against)
    emit(api.report_trace(trace, form, colour=on_terminal(output)), output)
    ctx.exit(1 if api.has_holes(trace) and not exit_zero else 0)
