"""重要的政治提法应当一字不差。

说明: 词表在 rules/data/fixed_expressions.yaml，收录常见的误写。
    选项 extra 可以增补（误: 正）。
理由: 提法有误是严重差错。
改法: 按提示改正，并核对最新的规范提法。

反例:
    以习近平新时代特色社会主义思想为指导。

正例:
    以习近平新时代中国特色社会主义思想为指导。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext, rewrite
from planforge.rules._lexicon import lexicon
from planforge.rules._scan import word_hits

RULE = Rule(
    code="WRD008",
    name="固定提法有误",
    severity="error",
    authority="条例",
    basis="《党政机关公文处理工作条例》第十九条（一）、（三）：完整准确体现发文机关意图，表述准确",
    options={"extra": {}},
)


def check(context: RuleContext) -> Iterator[Finding]:
    words: dict[str, str] = {**lexicon("fixed_expressions"), **context.pairs(RULE, "extra")}
    for passage, place, match in word_hits(context, words, books=True):
        better = words[match[0]]
        fix = rewrite(place, better, safe=False)
        yield Finding(place, f"“{match[0]}”应为“{better}”", passage.at, f"改为“{better}”", fix)
