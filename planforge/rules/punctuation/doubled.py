"""点号不应当连用。

说明: 两个相同的点号，或者逗号、顿号后面跟着别的点号，报告。
理由: 多由修改时漏删造成。
改法: 只留一个；相同的两个可由 --fix 自动改正。

反例:
    加强宣传，，提升意识。

反例:
    加强宣传、，提升意识。

正例:
    加强宣传，提升意识。真的吗？！
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import hits

RULE = Rule(
    code="PUN004",
    name="标点重复",
    severity="error",
    authority="国标",
    basis="GB/T 15834-2011，第5章：点号不连用",
)
_DOUBLED = Pattern(r"([，。；：、])\1+|[，、；：][，。；、：]+|。[，；、：]", holds="，。；：、")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _DOUBLED, books=True):
        if match[1]:
            yield Finding(words, f"“{match[0]}”重复", passage.at, f"只留一个“{match[1]}”", rewrite(words, match[1]))
        else:
            yield Finding(words, f"“{match[0]}”连用了两种点号", passage.at, "按文意只留一个")
