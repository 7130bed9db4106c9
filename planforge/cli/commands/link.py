"""planforge link"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from planforge.cli.left_out import tells_left_out
from planforge.cli.options import against_superiors
from planforge.cli.shares import share

if TYPE_CHECKING:
    from planforge.lifecycle.linking import Answers, Review
    from planforge.lifecycle.linking.proposals import Kind

#: What somebody has to look at, and the option that asks about it.
_ONE_BY_ONE: dict[Kind, tuple[str, str]] = {
    "outdated": ("上级原文已变", ""),
    "unreviewed": ("是手写的", " --unreviewed"),
}


@click.command(short_help="确认对应关系：逐条核对建议的和上级原文已变的，写进要点的“落实”")
@click.argument("plan", metavar="要点")
@against_superiors
@click.option(
    "--accept-above",
    metavar="把握",
    type=share,
    default=None,
    help="不逐条问，把握（0 到 1）不低于它的建议全部确认，如 0.85；上级原文已变的仍须逐条看。",
)
@click.option("--unreviewed", is_flag=True, help="也核对手写的、还没有记下上级原文指纹的对应关系和“不涉及”。")
@click.option("--again", is_flag=True, help="以前答过“不是”的建议也再问一遍。")
@click.option("--dry-run", is_flag=True, help="只显示会怎样改，不写文件。")
@tells_left_out
def command(
    plan: str, against: tuple[str, ...], accept_above: float | None, unreviewed: bool, again: bool, dry_run: bool
) -> None:
    """逐条显示上级条目、本级任务和依据，确认的写进要点的“落实”，并记下上级原文的指纹。

    “不涉及”的条目，上级原文改了的也问。只改“落实”和“不涉及”的“已阅”，其余一字不动。
    按 Ctrl-C 中止时什么也不写。确认时的上级原文存在 planforge.lock 里，
    上级文件修改后，本命令用它显示改了哪些字；答过“不是”的建议也记在那里，两边文字都没有改就不再问。
    """
    from planforge.api import links
    from planforge.cli.interview import interview

    review = links.review(plan, against, unreviewed, again)
    answers = interview(review.questions, review.waivers) if accept_above is None else links.sure(review, accept_above)
    change = links.accept(review, answers, dry_run)
    if dry_run:
        click.echo(change, nl=False)
    click.echo(_summary(review, answers, dry_run))
    _warn(review, in_bulk=accept_above is not None)


def _summary(review: Review, answers: Answers, dry_run: bool) -> str:
    if not review.questions and not review.waivers:
        return "没有需要确认的对应关系。"
    noted = f"记下 {len(answers.declined)} 条“不是”，以后不再问。" if answers.declined and not dry_run else ""
    counted = {"对应关系": len(answers.accepted), "不涉及": len(answers.waived)}
    written = "、".join(f"{count} 条{name}" for name, count in counted.items() if count)
    if not written:
        return "没有确认任何对应关系，要点没有改动。" + noted
    return f"{'将写入' if dry_run else '已写入'} {written}：{review.path}" + (noted and f"；{noted}")


def _warn(review: Review, *, in_bulk: bool) -> None:
    """What the user has to do besides."""
    kinds = [*(question.kind for question in review.questions), *(waiver.kind for waiver in review.waivers)]
    for kind, (what, option) in _ONE_BY_ONE.items():
        if in_bulk and (count := kinds.count(kind)):
            how = f"请运行 planforge link {review.path}{option} 逐条看。"
            click.echo(f"另有 {count} 条{what}，不能批量确认，{how}", err=True)
    for name in review.strangers:
        click.echo(f"“{name}”没有登记在要点的“上级文件”里，请补上，否则查落实时认不出这些对应关系。", err=True)
