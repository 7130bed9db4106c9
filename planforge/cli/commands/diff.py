"""planforge diff"""

from __future__ import annotations

import click

from planforge.cli.left_out import tells_left_out
from planforge.cli.options import output_or_screen


@click.command(short_help="比较两份文件或两个版本：新增、删去、移动、合并、拆分、改写")
@click.argument("before", metavar="前")
@click.argument("after", metavar="后")
@click.option("--against", metavar="文件", multiple=True, help="上级文件：看改动对落实有什么影响；不写则用“后”里的。")
@click.option(
    "--format",
    "form",
    metavar="格式",
    help="输出格式：text、json、html（左右对照）、docx（“后”的公文，带相对于“前”的修订标记）；"
    "不写则照 -o 的后缀，默认 text。",
)
@output_or_screen
@tells_left_out
def command(before: str, after: str, against: tuple[str, ...], form: str | None, output: str) -> None:
    """任务按内容配对，不按序号；逐字标出改写，列出单位、时限、目标的变化。

    两份文件可以是不同格式。“前”的文字在 docx 里是删除的修订，拒绝全部修订就回到“前”。
    """
    from planforge.api import documents
    from planforge.cli.output import emit_report, on_terminal
    from planforge.cli.targets import format_of, sparing

    form = format_of(output, form, "text")
    with sparing(output, before, after, *against):
        content = documents.diff(before, after, against, form, colour=on_terminal(output))
    emit_report(content, output)
