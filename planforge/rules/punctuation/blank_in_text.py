"""汉字之间不应当有空格。

说明: 多由网页或扫描件换行、两端对齐造成；标题里联合发文机关之间、引号里字数相同的两半之间的空格不报。
    全文超过十处的，合并成一处报告。
理由: 空格会断开词语，影响查找和排印。
改法: 删去空格；可由 --fix 自动改正。

反例:
    加强知识 产权保护。

正例:
    加强知识产权保护，推进 PCT 专利申请，开展“好客山水 好品云溪”活动。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Found, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import HAN, crosses_line, hits, once_if_many

RULE = Rule(
    code="PUN010",
    name="汉字之间有空格",
    severity="info",
    authority="标准",
    basis="公文排印惯例：汉字之间不留空格，标题换行不加空格",
)
_BLANK = Pattern(rf"(?<=[{HAN}，。；、：])[ \u3000\xa0]+(?=[{HAN}])", holds=" \u3000\xa0")
#: In a title a blank may stand between two issuers.
_ISSUER = re.compile(r"[局厅委办府院会部]")


def check(context: RuleContext) -> Iterator[Found]:
    yield from once_if_many(_findings(context))


def _findings(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _BLANK, books=True):
        between_issuers = passage.is_label and _ISSUER.match(passage.value, match.start() - 1)
        if between_issuers or crosses_line(passage.text, match) or _in_slogan(passage.value, match):
            continue
        around = passage.value[max(0, match.start() - 4) : match.end() + 4]
        yield Finding(words, f"“{around}”中间有空格", passage.at, "删去空格", rewrite(words, ""))


def _in_slogan(value: str, blank: re.Match[str]) -> bool:
    """Whether a blank stands between the halves of a slogan in quotation marks: “好客山水 好品云溪”."""
    start, stop = value.rfind("“", 0, blank.start()), value.find("”", blank.end())
    halves = value[start + 1 : blank.start()], value[blank.end() : stop]
    return min(start, stop) >= 0 and len(halves[0]) == len(halves[1]) and not re.search("[，。”“]", "".join(halves))
