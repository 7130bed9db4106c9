"""省略号写“……”，破折号写“——”；有“等”就不用省略号。

说明: 汉字后面的“...”“。。。”“--”，以及“等……”，报告。
理由: 三个句点、两个减号不是省略号和破折号。
改法: 改成规范写法；可由 --fix 自动改正。

反例:
    宣传专利、商标等...

反例:
    主题是--保护创新。

正例:
    主题是——保护创新。他说：“……”
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import HAN, hits

RULE = Rule(
    code="PUN008",
    name="省略号、破折号写法不规范",
    severity="warning",
    authority="国标",
    basis="GB/T 15834-2011，4.10、4.11：破折号占两个字，省略号为六个点，占两个字",
)
_WRONG = Pattern(rf"(?<=[{HAN}”》）])(?:\.{{3,}}|。{{3,}}|---?(?=[{HAN}“《])|等……)", holds=".。-…")
_BETTER = {".": "……", "。": "……", "-": "——", "等": "等"}


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _WRONG):
        better = _BETTER[match[0][0]]
        yield Finding(words, f"“{match[0]}”写法不规范", passage.at, f"改为“{better}”", rewrite(words, better))
