"""印发的文件应当有成文日期。

说明: 有文号或者印发通知、却没有成文日期的，报告；没有文号的草稿不报。
理由: 成文日期决定文件何时生效，也是计算时限的起点。
改法: 在落款处补上会议通过或者负责人签发的日期。

反例:
    文号: 示知〔2027〕1号
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        内容: 实施培育计划。

正例:
    文号: 示知〔2027〕1号
    成文日期: 2027-03-01
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        内容: 实施培育计划。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="STR011",
    name="没有成文日期",
    severity="warning",
    authority="条例",
    basis="《党政机关公文处理工作条例》第九条（十二）：公文有成文日期",
)


def check(context: RuleContext) -> Iterator[Finding]:
    document = context.document
    if document.issued or document.issued_text.value or not (document.doc_number.value or document.notice):
        return
    notice = document.notice.text if document.notice else document.title
    place, at = (notice, "印发通知正文") if document.notice and notice.value else (document.title, "标题")
    yield Finding(place.slice(0, 12), "没有成文日期", at, "在落款处补上签发日期，如“2027年3月1日”")
