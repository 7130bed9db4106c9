"""五年规划的简称应当加引号。

说明: “规划”“时期”“期间”“末”前面的“十四五”“十五五”没有引号的，报告；书名号里的名称不查。
理由: 规划的简称是专名，不加引号容易与数字混淆。
改法: 写成“‘十五五’规划”（加双引号）；可由 --fix 自动改正。

反例:
    编制十五五规划，落实十四五时期任务。

正例:
    编制“十五五”规划，落实“十四五”时期任务，完成十五五十六项。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import hits

RULE = Rule(
    code="WRD014",
    name="规划简称没有加引号",
    severity="warning",
    authority="国标",
    basis="GB/T 15834-2011，4.8：标示语段中具有特殊含义而需要特别指出的成分用引号",
)
_PLAN = Pattern(
    r"(?<![“‘〇零一二三四五六七八九十百千万第\d])十[一二三四五六七]五(?=规划|时期|期间|期末|末(?!尾))", holds="五"
)


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _PLAN):
        better = f"“{match[0]}”"
        yield Finding(words, f"“{match[0]}”没有加引号", passage.at, f"改为“{better}”", rewrite(words, better))
