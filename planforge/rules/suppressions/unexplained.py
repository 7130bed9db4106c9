"""忽略一条规则，应当写明原因。

说明: “# planforge: 忽略 规则编号 原因”里没有原因的，报告。
理由: 没有原因的忽略，别人无从判断能不能放行。
改法: 在规则编号后面写上原因。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - 标题: 优化专利资助
            责任单位: 市财政局
            完成时限: 尽快  # planforge: 忽略 DDL002

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - 标题: 优化专利资助
            责任单位: 市财政局
            完成时限: 尽快  # planforge: 忽略 DDL002 时限待市政府常务会议确定
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Suppression, Text
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._suppression import unused_codes

RULE = Rule(
    code="SUP001",
    name="忽略规则没有写原因",
    severity="warning",
    authority="实务",
    basis="忽略须有据可查",
    last=True,
)


def check(context: RuleContext) -> Iterator[Finding]:
    for suppression in context.document.suppressions:
        if not suppression.reason.strip() and not _is_idle(suppression, context):
            codes = "、".join(suppression.codes)
            place = suppression.place
            place = place if place.value else Text.at_place("", context.document.file, suppression.line)
            message = f"忽略“{codes}”没有写原因" if codes else "忽略规则没有写规则编号和原因"
            yield Finding(place, message, advice=f"写成“# planforge: 忽略 {codes or '规则编号'} 原因”")


def _is_idle(suppression: Suppression, context: RuleContext) -> bool:
    """Whether SUP002 asks to delete it, so that it needs no reason."""
    codes = suppression.codes
    return context.selection.wants("SUP002") and bool(codes) and set(unused_codes(suppression, context)) == set(codes)
