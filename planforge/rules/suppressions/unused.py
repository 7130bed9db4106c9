"""不再起作用的忽略，应当删去。

说明: 忽略的规则在那里什么也没有发现（问题已经改好，或者编号写错）的，报告。没有启用的规则不算。
理由: 留着的忽略会掩盖以后的同类问题。
改法: 删去这条注释，或者改正规则编号。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - 标题: 优化专利资助
            责任单位: 市财政局
            完成时限: 9月底前  # planforge: 忽略 DDL002 待定

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
    code="SUP002",
    name="忽略规则没有用处",
    severity="warning",
    authority="实务",
    basis="忽略须有据可查",
    last=True,
)


def check(context: RuleContext) -> Iterator[Finding]:
    for suppression in context.document.suppressions:
        codes = unused_codes(suppression, context)
        if codes:
            message = f"忽略“{'、'.join(codes)}”没有用处：这里没有这个问题"
            advice = "删去这条忽略，或改正规则编号" if codes == suppression.codes else "删去这个编号，或改正它"
            yield Finding(_place(suppression, codes[0], context), message, advice=advice)


def _place(suppression: Suppression, code: str, context: RuleContext) -> Text:
    """The code within the comment; the head of the line where the comment has no place of its own."""
    start = suppression.place.value.upper().find(code)
    if start < 0:
        return Text.at_place("", context.document.file, suppression.line)
    return suppression.place.slice(start, start + len(code))
