"""planforge import"""

from __future__ import annotations

import click

from planforge.cli.left_out import tells_left_out
from planforge.cli.options import output_or_screen


@click.command("import", short_help="把文件读成结构：Word、PDF、网页、文本 → YAML 或 JSON")
@click.argument("file", metavar="文件")
@click.option("--to", "form", type=click.Choice(["yaml", "json"]), help="输出格式；不写则照 -o 的后缀，默认 yaml。")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="YAML 的键名。")
@output_or_screen
@tells_left_out
def command(file: str, form: str | None, lang: str, output: str) -> None:
    """读入一份公文（工作要点、实施意见、方案、规划……），输出它的结构。

    支持 .txt、.md、.docx、.pdf、.html；装有 LibreOffice 时还支持 .doc、.wps。格式按内容识别，不看后缀。
    “-” 表示标准输入。读不准的地方写进 diagnostics，并显示在屏幕上（标准错误）。
    """
    from planforge.api import checking, documents
    from planforge.cli.output import emit_report
    from planforge.cli.targets import format_of, set_aside, spare

    spare(output, file)
    form = format_of(output, form or ("json" if output.lower().endswith(".json") else "yaml"), "yaml")
    reading = documents.load(file)
    if form == "json":
        emit_report(documents.to_json(reading), output)
        return
    written = documents.to_yaml(reading, lang)
    if kept := set_aside(output, written):
        click.echo(f"{output} 已经有了，原来的存为 {kept}", err=True)
    emit_report(written, output)
    if reading.diagnostics:
        click.echo(checking.report_diagnostics(reading), err=True)
