"""文号应当写成“发文机关代字〔年份〕顺序号号”，如“示知〔2027〕1号”。

说明: 用了方括号、圆括号，加了“第”，或者顺序号前面补了零的，报告。
理由: 文号是查找文件的依据，写法不一就检索不到。
改法: 改成规范写法；可由 --fix 自动改正。

反例:
    按照《示例市专利奖励办法》（示政[2026]3号）执行。

反例:
    按照示政办〔2026〕第07号文件执行。

反例:
    落实国办发〔21〕18号、省政办发2026年3号文件。

正例:
    按照《示例市专利奖励办法》（示政〔2026〕3号）执行。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.model import Text
from planforge.rules import Finding, Rule, RuleContext, rewrite
from planforge.text.citations import DOC_NUMBER

RULE = Rule(
    code="CIT001",
    name="文号写法不规范",
    severity="error",
    authority="国标",
    basis="GB/T 9704-2012，7.2.5：年份标全称，用六角括号“〔〕”括入；顺序号不加“第”，不编虚位",
)
_OPEN, _CLOSE = "[［【﹝（(", "]］】﹞）)"
_BRACKETS = str.maketrans(_OPEN + _CLOSE, "〔" * len(_OPEN) + "〕" * len(_CLOSE))
#: Words that lead to a 文号 and look like a part of it; 和 may be one (和政发), so that much must be left.
_LEAD = re.compile(r"(?:.*(?:根据|按照|依据|依照|执行|落实)|[和与及](?=[\u4e00-\u9fff]{3}))")
_SERIAL = re.compile(r"〕\s*第?\s*0*(?=\d)")
_NO_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,5}[发函办规](?:20\d\d年?(?:[-—]|第)?\d{1,4}号|[〔\[（(]\d\d[〕\]）)]\s?\d{1,4}\s?号)(?![楼院店])"
)


def check(context: RuleContext) -> Iterator[Finding]:
    yield from _wrong(context.document.doc_number, "文号")
    for passage in context.holding("号"):
        for finding in (*_wrong(passage.text, ""), *_unreadable(passage.text, "")):
            yield Finding(finding.text, finding.message, passage.at, finding.advice, finding.fix)


def _unreadable(text: Text, at: str) -> Iterator[Finding]:
    """A 文号 that lacks its brackets or half of its year: 国办发2021年18号, 国办发〔21〕18号."""
    for match in _NO_NUMBER.finditer(text.value):
        words = _without_lead(text.slice(match.start(), match.end()))
        yield Finding(words, f"文号“{words.value}”写法不规范", at, "年份写四位，用六角括号“〔〕”括入")


def _wrong(text: Text, at: str) -> Iterator[Finding]:
    for match in DOC_NUMBER.finditer(text.value):
        words = _without_lead(text.slice(match.start(), match.end()))
        better = _SERIAL.sub("〕", words.value.translate(_BRACKETS))
        if better != words.value:
            yield Finding(words, f"文号“{words.value}”写法不规范", at, f"改为“{better}”", rewrite(words, better))


def _without_lead(words: Text) -> Text:
    lead = _LEAD.match(words.value)
    return words.slice(lead.end(), len(words)) if lead else words
