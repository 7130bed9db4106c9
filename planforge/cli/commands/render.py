"""planforge render"""

from __future__ import annotations

from collections.abc import Iterator

import click

from planforge.cli.left_out import tells_left_out
from planforge.cli.options import set_in_style


@click.command(short_help="排印：要点 → 符合 GB/T 9704-2012 的 Word 公文")
@click.argument("plan", metavar="要点")
@click.option(
    "--to",
    "form",
    metavar="格式",
    help="输出格式：docx、pdf、markdown、json；不写则照 -o 的后缀，默认 docx。",
)
@click.option("--pdf", is_flag=True, help="输出 PDF，同 --to pdf（要装有 LibreOffice）。")
@set_in_style
@click.option("-o", "--output", metavar="文件", default=None, help="写到这个文件；默认与要点同名、换后缀。“-” 为屏幕。")
@tells_left_out
def command(plan: str, form: str | None, pdf: bool, style: str, output: str | None) -> None:
    """把要点排成公文：红头、文号、标题、主送、印发通知、正文、落款、版记、页码。

    原件里没有的内容（如成文日期）留出空白，不会编造。
    """
    from planforge.api import issuing
    from planforge.cli.output import emit
    from planforge.cli.targets import format_of, spare, spare_original

    form = format_of(output or "-", "pdf" if pdf else form, "docx")
    target = output or issuing.default_target(plan, form)
    spare(target, plan)
    if output is None:
        spare_original(target)
    content = issuing.render(plan, form, style)
    if kept := issuing.keep_edited(target, content):
        click.echo(f"{target} 有人改过，原来的存为 {kept}；取回其中的改动：planforge sync {plan} {kept}", err=True)
    emit(content, target)
    if target != "-":
        click.echo(f"已写出 {target}", err=True)
    for notice in filter(None, _notices(plan, form, style)):
        click.echo(notice, err=True)


def _notices(plan: str, form: str, style: str) -> Iterator[str]:
    """What the pages lack of the plan, and what letters they are printed in; empty where there is nothing to tell."""
    from planforge.api import issuing

    if form in ("docx", "pdf"):
        yield issuing.form_notice(plan, style)
    if form == "pdf":
        yield issuing.font_notice(plan, style)
