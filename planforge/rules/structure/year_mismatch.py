"""标题里的年份应当与导语、印发通知里的一致。

说明: 导语开头“2026年是……”、末尾“现提出2026年……工作要点”、印发通知里“《2026年……工作要点》”的年份与标题不同的，报告。
理由: 多由套用上年文件、只改了一处造成。
改法: 核对后改成同一年份。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    导语: 2026年是实施规划的关键之年，全市工作总的要求是：抓重点、出亮点。
    部分:
      - 标题: 强化创造
        内容: 实施培育计划。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    导语: 为加快强市建设，现提出2026年知识产权工作要点。
    部分:
      - 标题: 强化创造
        内容: 实施培育计划。

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    导语: 2027年是实施规划的关键之年，全市工作总的要求是：抓重点、出亮点。
    部分:
      - 标题: 强化创造
        内容: 实施培育计划。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.model import Text
from planforge.rules import Finding, Rule, RuleContext, rewrite
from planforge.text.times import half_width

RULE = Rule(
    code="STR012",
    name="标题年份与正文不符",
    severity="error",
    authority="条例",
    basis="《党政机关公文处理工作条例》第二十条（四）：审核时间、数字是否准确",
)
_TITLE_YEAR = re.compile(r"(20\d\d)年(?!以来)")
_OPENING = re.compile(r"\s*(20\d\d)年[，,]?是|\s*(20\d\d)年，?[^。]{0,30}(?:工作(?:的)?总(?:的|体)(?:要求|思路))")
_ANNOUNCED = re.compile(
    r"(?:现|特)(?:就|将|对)?(?:提出|制定|制订|印发)?[^。，]{0,8}?(20\d\d)年[^。，；《]{0,24}(?:工作要点|工作计划|工作安排|如下)"
)
_OWN_TITLE = re.compile(r"《[^》]*?(20\d\d)年[^》]*(?:工作要点|工作计划)》")


def check(context: RuleContext) -> Iterator[Finding]:
    document = context.document
    title = _TITLE_YEAR.search(half_width(document.title.value))
    if title is None or document.kind != "work_plan":
        return
    opening = half_width(document.preamble.value)
    for match in (_OPENING.match(opening), _ANNOUNCED.search(opening)):
        yield from _compare(document.preamble, match, title[1], "导语")
    if document.notice:
        for text, at in ((document.notice.title, "印发通知标题"), (document.notice.text, "印发通知正文")):
            pattern = _TITLE_YEAR if at == "印发通知标题" else _OWN_TITLE
            yield from _compare(text, pattern.search(half_width(text.value)), title[1], at)


def _compare(text: Text, match: re.Match[str] | None, year: str, at: str) -> Iterator[Finding]:
    if match is None:
        return
    group = match.lastindex or 1
    if match[group] != year:
        words = text.slice(match.start(group), match.end(group))
        message = f"{at}里是{match[group]}年，标题里是{year}年"
        yield Finding(words, message, at, "核对后改成同一年份", rewrite(words, year, safe=False))
