"""名称和用语应当与本单位的词表一致。

说明: 在 planforge.yaml 里用选项 terms 写本单位的词表（误: 正），文中出现误写的报告；
    没有词表就不查。常设的一条是“国家知识产权局”的误写。
理由: 人名、机构名、项目名写错，最容易被退回。
改法: 按词表改；可由 --fix 自动改正。

反例:
    争取国家知识产局支持。

正例:
    争取国家知识产权局支持。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext, rewrite
from planforge.rules._scan import word_hits

RULE = Rule(
    code="WRD010",
    name="与本单位词表不符",
    severity="warning",
    authority="实务",
    basis="本单位规定的名称和用语",
    options={"terms": {"国家知识产局": "国家知识产权局"}},
)


def check(context: RuleContext) -> Iterator[Finding]:
    words = context.pairs(RULE, "terms")
    for passage, place, match in word_hits(context, words):
        better = words[match[0]]
        yield Finding(place, f"“{match[0]}”应为“{better}”", passage.at, f"改为“{better}”", rewrite(place, better))
