"""汉字年份里的“0”写“〇”。

说明: “二零二七年”“二O二七年”一类写法，报告。
理由: “零”用于计数，“〇”用于编号和年份；字母 O 检索不到。
改法: 改成“〇”；可由 --fix 自动改正。

反例:
    二零二七年三月一日

正例:
    二〇二七年三月一日
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import hits

RULE = Rule(
    code="NUM002",
    name="汉字年份里用了“零”或字母",
    severity="warning",
    authority="国标",
    basis="GB/T 15835-2011，第5章：年份用“〇”，不用“零”或字母 O",
)
_YEAR = Pattern(r"(?=.{1,3}[零OoＯ○0])[一二][一二三四五六七八九零〇OoＯ○0]{3}(?=年)", holds="零OoＯ○0")
_ZERO = str.maketrans("零OoＯ○0", "〇〇〇〇〇〇")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _YEAR, books=True):
        better = match[0].translate(_ZERO)
        if better != match[0]:
            yield Finding(words, f"年份“{match[0]}”写法不规范", passage.at, f"改为“{better}”", rewrite(words, better))
