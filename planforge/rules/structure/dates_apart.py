"""文号、成文日期、印发日期应当前后相合。

说明: 文号里的年份与成文日期的年份不同的，印发日期早于成文日期的，报告。
理由: 多由套用上年文件、只改了一处造成。
改法: 核对后改正。

反例:
    标题: 2027年示例市知识产权工作要点
    文号: 示知〔2026〕1号
    成文日期: 2027-01-15
    部分:
      - {标题: 强化创造, 内容: 实施培育计划。}

反例:
    标题: 2027年示例市知识产权工作要点
    成文日期: 2027-01-15
    部分:
      - {标题: 强化创造, 内容: 实施培育计划。}
    版记: {印发机关: 示例市知识产权局办公室, 印发日期: 2026-12-30}

正例:
    标题: 2027年示例市知识产权工作要点
    文号: 示知〔2027〕1号
    成文日期: 2027-01-15
    部分:
      - {标题: 强化创造, 内容: 实施培育计划。}
    版记: {印发机关: 示例市知识产权局办公室, 印发日期: 2027-01-16}
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from planforge.model import Document
from planforge.rules import Finding, Rule, RuleContext
from planforge.text.days import written_day

RULE = Rule(
    code="STR017",
    name="文号、日期前后不合",
    severity="warning",
    authority="条例",
    basis="《党政机关公文处理工作条例》第二十条（四）：审核时间、数字是否准确",
)
_YEAR = re.compile(r"[〔\[［【（(]\s*(20\d\d)\s*[〕\]］】）)]")


def check(context: RuleContext) -> Iterator[Finding]:
    document = context.document
    if document.issued:
        yield from _number(document, document.issued)
        yield from _printed(document, document.issued)


def _number(document: Document, issued: datetime.date) -> Iterator[Finding]:
    year = _YEAR.search(document.doc_number.value)
    if year and int(year[1]) != issued.year:
        words = document.doc_number.slice(*year.span(1))
        yield Finding(words, f"文号是{year[1]}年的，成文日期是{issued.year}年的", "文号", "核对后改成同一年份")


def _printed(document: Document, issued: datetime.date) -> Iterator[Finding]:
    printed = document.imprint.printed
    if printed and printed < issued:
        words = document.imprint.printer if document.imprint.printer.value else document.title
        message = f"印发日期{written_day(printed)}早于成文日期{written_day(issued)}"
        yield Finding(words, message, "版记", "核对后改正：签发以后才印发")
