"""简称应当先注明（“以下简称……”）再使用。

说明: “以下简称‘某某’”里的简称，在注明之前已经用过的，在先用的那一处报告；全称里面包含的不算，
    注明在正文里的，印发通知里先用的也不算。
理由: 读到那里还不知道指什么。
改法: 把注明移到第一次出现的地方，或者前面用全称。

反例:
    标题: 2027年示例市知识产权工作要点
    导语: 建设好快维中心。依托示例市知识产权快速维权中心（以下简称“快维中心”），提升效率。
    部分:
      - {标题: 强化创造, 内容: 实施培育计划。}

正例:
    标题: 2027年示例市知识产权工作要点
    导语: >-
      各县（区）提出建议。依托示例市知识产权快速维权中心（以下简称“快维中心”），提升效率。
      建设好快维中心。办理人大代表建议（以下简称“建议”）。
    部分:
      - {标题: 强化创造, 内容: 实施培育计划。}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from planforge.model import Text
from planforge.rules import Finding, Passage, Pattern, Rule, RuleContext
from planforge.rules._scan import hits, in_book

RULE = Rule(
    code="CIT006",
    name="简称用在定义之前",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：简称在第一次出现全称时注明",
)
_DEFINITION = Pattern(r"(?:以下|下)(?:统|简)?称(?:为)?[：:]?[“《]([^”》]{2,15})[”》]", holds="称")
#: So many characters of a full name tell it from its short one.
_MODIFIER = 2
#: Names that are words of everyday use as well.
_COMMON = re.compile(
    r"[本该各]?(?:规划|方案|建议|意见|条例|办法|要点|纲要|通知|计划|规定|细则|决定|措施|报告|公司|中心|项目|工程|平台|企业|学校|机构|单位|部门)"
)


def check(context: RuleContext) -> Iterator[Finding]:
    defined: set[str] = set()
    for passage, place, match in hits(context, _DEFINITION, books=True):
        if match[1] in defined:
            continue
        defined.add(match[1])
        early = _earlier_use(context, passage, match)
        if early:
            words, at = early
            message = f"简称“{match[1]}”用在定义（第{place.at(0).line}行）之前"
            yield Finding(words, message, at.at, "在这里注明全称，或者改用全称")


def _earlier_use(context: RuleContext, defining: Passage, match: re.Match[str]) -> tuple[Text, Passage] | None:
    """The first use of a short name before its definition, other than within its own full name."""
    used, full = _as_used(match), _modifier(match)
    for passage in takewhile(lambda p: p is not defining, context.passages):
        offset = -1 if passage.is_label or _of_another(passage, defining) else _use(passage.value, used, full)
        if offset >= 0:
            return passage.text.slice(offset, offset + len(used)), passage
    offset = _use(defining.value, used, full)
    sentence_start = max(defining.value.rfind(mark, 0, match.start()) for mark in "。；！？\n")
    if 0 <= offset < sentence_start:
        return defining.text.slice(offset, offset + len(used)), defining
    return None


def _as_used(match: re.Match[str]) -> str:
    """The short name as it must stand to be one: common words (规划, 建议) only in the marks that define them."""
    start, end = match.span(1)
    marked = match.string[start - 1 : end + 1]
    return marked if marked[0] == "《" or _COMMON.fullmatch(match[1]) else match[1]


def _modifier(match: re.Match[str]) -> str:
    """What stands in the full name before the short one: 上海市 of 上海市重点实验室（以下简称“重点实验室”）."""
    full = re.search(rf"([\u4e00-\u9fff]{{1,{_MODIFIER}}}){re.escape(match[1])}[（(，]$", match.string[: match.start()])
    return full[1] if full else ""


def _of_another(passage: Passage, defining: Passage) -> bool:
    """Whether a passage belongs to the notice, and the definition to the document that came with it."""
    return _in_notice(passage) and not _in_notice(defining)


def _in_notice(passage: Passage) -> bool:
    return isinstance(passage.at, str) and passage.at.startswith("印发通知")


def _use(value: str, used: str, modifier: str) -> int:
    """Where the short name stands for the first time, -1 where it doesn't or is part of a title or its full name."""
    offset = value.find(used)
    if offset >= 0 and modifier and value.endswith(modifier, 0, offset):
        return -1
    return -1 if offset >= 0 and used[0] != "《" and in_book(value, offset) else offset
