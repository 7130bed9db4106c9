"""扫描件转换来的形近字应当改正。

说明: 数字里夹着字母（“2O27年”“l0家”）、日期里的“曰”，以及“己经”“末按”一类形近字，报告。
理由: 数字里的字母会使日期、数量读不出来。
改法: 按提示改正；可由 --fix 自动改正。

反例:
    到2O27年，培育企业l0家。

反例:
    3月1曰前己经完成。

正例:
    到2027年，培育企业10家，3月1日前已经完成，应用5G技术。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext, rewrite
from planforge.rules._lexicon import lexicon
from planforge.rules._scan import alternatives, hits

RULE = Rule(
    code="WRD011",
    name="扫描识别错字",
    severity="warning",
    authority="实务",
    basis="扫描件转换的文字须校对",
)
_LETTER = re.compile(
    r"(?<![A-Za-z0-9])(?:\d{1,12}[OoIl](?=[\d年月日万家件个项%])\d{0,12}|[OoIl]\d{1,12}(?=[年月日万家件个项%]))"
)
_DAY = re.compile(r"(?<=\d)曰")
_DIGITS = str.maketrans("OoIl", "0011")


def check(context: RuleContext) -> Iterator[Finding]:
    words: dict[str, str] = lexicon("scanned")
    alike = re.compile(alternatives(words))
    for pattern in (_LETTER, _DAY, alike):
        for passage, place, match in hits(context, pattern, books=True):
            better = words.get(match[0]) or match[0].translate(_DIGITS).replace("曰", "日")
            yield Finding(place, f"“{match[0]}”应为“{better}”", passage.at, f"改为“{better}”", rewrite(place, better))
