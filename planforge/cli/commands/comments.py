"""planforge comments"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planforge.cli.left_out import tells_left_out

if TYPE_CHECKING:
    from planforge.api.circulation import Adoption


@click.group(short_help="征求意见：汇总各单位返回的 Word 稿，把采纳的意见写回要点", subcommand_metavar="命令 [参数]…")
def command() -> None:
    """collect 把各单位返回的 Word 稿里的批注、修订和改动汇总成表；apply 把表里采纳的写回要点。"""


@command.command(short_help="汇总意见：返回的 Word 稿 → 意见汇总表（Excel 或 Word）", options_metavar="[选项]")
@click.argument("files", metavar="文件夹或文件…", nargs=-1, required=True)
@click.option("--against", metavar="要点", required=True, help="送出去征求意见的要点（YAML，或送出的 Word 稿）。")
@click.option("--style", metavar="样式", default="", help="送出的 Word 稿用的样式；默认用 planforge.yaml 里的。")
@click.option("-o", "--output", metavar="文件", required=True, help="写到这个文件：.xlsx 或 .docx。")
@click.option("--force", is_flag=True, help="覆盖已有的汇总表（里面填的采纳情况会丢失）。")
@click.pass_context
@tells_left_out
def collect(ctx: click.Context, files: tuple[str, ...], against: str, style: str, output: str, force: bool) -> None:
    """各单位的意见按任务排在一起：批注、修订（开着修订改的）、改动（没开修订直接改的）。

    意见单位按文件名、所在文件夹、批注人的名字认。读不出的文件会列出来，其余照常汇总。
    在 .xlsx 里选“采纳情况”，再运行 planforge comments apply。
    """
    from planforge.api import circulation
    from planforge.cli.output import emit, refuse_existing

    form = Path(output).suffix.lower().removeprefix(".")
    if form not in ("xlsx", "docx"):
        raise click.BadParameter(f"“{output}”应当以 .xlsx 或 .docx 结尾。", param_hint="-o")
    if not force:
        refuse_existing(output)
    found = circulation.collect(files, against, style)
    failed = [each for each in found.files if each.failure]
    for each in found.files:
        if each.failure or each.outdated:
            click.echo(f"{each.file}：{circulation.file_words(each)}", err=True)
    if len(failed) == len(found.files):
        ctx.exit(2)
    emit(circulation.report(found, form), output)
    click.echo(f"已写出 {output}：{circulation.summary(found)}", err=True)
    ctx.exit(1 if failed else 0)


@command.command(short_help="写回采纳的意见：填好的意见汇总表 → 要点（YAML）", options_metavar="[选项]")
@click.argument("table", metavar="意见汇总表")
@click.argument("plan", metavar="要点")
@click.option("--diff", is_flag=True, help="逐行显示会改什么，不写文件。")
@click.option("--dry-run", is_flag=True, help="只说明会怎样，不写文件。")
@click.pass_context
def apply(ctx: click.Context, table: str, plan: str, diff: bool, dry_run: bool) -> None:
    """“采纳”的照意见改，“部分采纳”的改成“采纳后表述”里写的；注释、引号、顺序都不动。

    整项、整段的增加、删去、移动、合并、拆分也照着改，落实、编号、状态跟着任务走。
    几条意见改同一处、要点在汇总之后改过的，不改，列出来；没有写明怎样改的意见，列出来由人修改。
    再运行一次不会重复修改。
    """
    from planforge.api import circulation

    adoption = circulation.adopt(table, plan)
    if diff:
        click.echo(circulation.diff(adoption), nl=False)
    elif not dry_run:
        circulation.write(adoption)
    _tell(adoption, will=diff or dry_run)
    ctx.exit(0 if adoption.is_clean else 1)


def _tell(adoption: Adoption, *, will: bool) -> None:
    if adoption.before == adoption.after:
        already = f"：采纳的 {adoption.done} 条意见都已在要点里" if adoption.done else ""
        click.echo(f"要点没有改动{already}。", err=True)
    else:
        click.echo(f"{'将' if will else '已'}按 {adoption.done} 条意见修改 {adoption.path}。", err=True)
    for name, lines in (
        ("没有采用", (*adoption.conflicts, *adoption.faults)),
        ("采纳了，须手工修改", adoption.by_hand),
        ("随删去的任务一起去掉的，请看还要不要", adoption.lost),
    ):
        if lines:
            click.echo(f"{name}：", err=True)
        for line in lines:
            click.echo(f"  {line}", err=True)
    if adoption.open:
        click.echo(f"还有 {adoption.open} 条没有填“采纳情况”。", err=True)
