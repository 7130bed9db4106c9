"""planforge sync"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from planforge.cli.asking import agrees
from planforge.cli.left_out import tells_left_out

if TYPE_CHECKING:
    from planforge.lifecycle.sync import Synced

_UNKNOWN = (
    "Word 稿里没有记下它是由哪一版要点排出来的（不是本程序排的，或另存时丢掉了），分不清两边各自改了什么："
    "凡不同处，都算 Word 稿改的。请看清下面的差异。"
)
_EARLIER = "Word 稿排出来之后，要点又改过。只在一边改过的，各取改过的；两边都改过的，不动，列在下面。"


@click.command(short_help="取回改动：同事改过的 Word 稿 → 要点的 YAML，落实、编号、注释不丢")
@click.argument("plan", metavar="要点.yaml")
@click.argument("edited", metavar="改过的.docx")
@click.option("--diff", is_flag=True, help="把 YAML 文件逐行的改动也显示出来。")
@click.option("--dry-run", is_flag=True, help="只显示会怎样改，不写文件。")
@click.option("--yes", is_flag=True, help="不再询问，直接写入。")
@click.option("--force", is_flag=True, help="标题是另一年、另一份文件的也照样取回；成批删去任务时，--yes 之外还要它。")
@click.option("--reject", is_flag=True, help="Word 稿里的修订按全部拒绝处理；不写则按全部接受。")
@click.option("--style", metavar="样式", default="", help="Word 稿是按哪个样式排的；一般不用写，Word 稿自己记着。")
@click.pass_context
@tells_left_out
def command(
    ctx: click.Context,
    plan: str,
    edited: str,
    diff: bool,
    dry_run: bool,
    yes: bool,
    force: bool,
    reject: bool,
    style: str,
) -> None:
    """把 Word 稿里的改动写回要点：改写的文字和标题，增、删、移动的任务，单位、时限和目标。

    先显示差异，再问是否写入。YAML 里的落实、编号、状态、注释、引号和键的顺序都不动。
    两边都改过的地方、不能写回的内容（如表格、由模板生成的通知）列出来，由您决定。
    标题是另一年或另一份文件的，停下不改；要删去许多任务的，单写 --yes 不写入，写入时原来的另存为“名.旧.yaml”。

    退出码：0 已经写入，没有改动，或者只看不写（--dry-run，没有答应写入）；
    1 有没能取回的改动，或没有确认成批的删除；2 无法运行。
    """
    from planforge.api import syncing

    synced = syncing.sync(plan, edited, style, reject=reject)
    if not force:
        _refuse_stranger(synced, edited)
    _tell_file(synced, reject)
    _tell_changes(synced, diff)
    _tell_rest(synced)
    if not synced.is_changed:
        click.echo("没有改动。" if not synced.left and not synced.conflicts else "没有写入改动。")
    elif not dry_run and not _written(synced, yes=yes, force=force) and yes:
        ctx.exit(1)
    ctx.exit(1 if synced.conflicts or synced.left else 0)


def _refuse_stranger(synced: Synced, edited: str) -> None:
    """Another year's file, or another document's, would strike out the plan's tasks and put in its own."""
    from planforge.model import InputError

    if synced.stranger:
        title = synced.changes.before.title.value
        raise InputError(
            f"{edited}：{synced.stranger}，要点是《{title}》，不像是由它改出来的，没有取回。"
            "请看是不是拿错了文件；没有拿错的，加上 --force；只想看差别的，用 planforge diff。"
        )


def _written(synced: Synced, *, yes: bool, force: bool) -> bool:
    """Write what somebody agrees to, and tell; a plan that loses many tasks is kept beside."""
    from planforge.api import syncing
    from planforge.cli.targets import set_aside

    if not (yes and (force or not synced.removes_many)) and not _agreed(synced, yes):
        return False
    kept = set_aside(synced.path, "") if synced.removes_many or synced.stranger else ""
    syncing.write(synced)
    click.echo(f"已写入 {synced.path}" + (f"；原来的存为 {kept}" if kept else ""), err=True)
    return True


def _agreed(synced: Synced, yes: bool) -> bool:
    """Whether a person at a terminal says so; without one nothing is written."""
    import sys

    many = f"要删去 {synced.removed} 项任务（全文 {sum(1 for _ in synced.changes.before.leaves())} 项）"
    if sys.stdin.isatty():
        return agrees(f"{many}，写入要点吗？" if synced.removes_many else "写入要点吗？")
    if yes:
        click.echo(f"{many}，没有写入。看清上面的差异，确实要删的，加上 --force 再运行一次。", err=True)
    else:
        click.echo("要点没有改动：这里不能问答。看过上面的差异，要写入的，加上 --yes 再运行一次。", err=True)
    return False


def _tell_file(synced: Synced, reject: bool) -> None:
    """What the changes rest on."""
    if synced.tracked:
        click.echo(f"Word 稿里有 {synced.tracked} 处修订，按全部{'拒绝' if reject else '接受'}处理。", err=True)
    if synced.basis != "same" and synced.is_changed:
        click.echo(_UNKNOWN if synced.basis == "unknown" else _EARLIER, err=True)


def _tell_changes(synced: Synced, diff: bool) -> None:
    """What changes in the plan, with `diff` line by line as well."""
    from planforge.api import syncing
    from planforge.cli.output import on_terminal

    if synced.is_changed:
        click.echo(syncing.changes(synced, colour=on_terminal("-")).rstrip("\n"))
        if diff:
            click.echo("\n" + syncing.lines(synced).rstrip("\n"))


def _tell_rest(synced: Synced) -> None:
    """What doesn't go back into the plan."""
    _listed("两边都改过，没有动：", synced.conflicts)
    _listed("没有取回：", synced.left)
    _listed("予以保留，没有动：", synced.kept)
    _listed("删去的任务原来落实着这些上级条目：", synced.unlinked)
    _listed(f"Word 稿里有 {len(synced.comments)} 条批注，没有写进要点：", synced.comments)


def _listed(head: str, lines: Sequence[str]) -> None:
    if lines:
        click.echo("\n" + "\n".join((head, *(f"  {line}" for line in lines))))
