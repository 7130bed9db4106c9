"""数字应当用半角的阿拉伯数字。

说明: 用了全角数字（１２３）的，报告；标题里的年份也查。全文超过十处的，合并成一处报告。
理由: 全角数字占一个汉字的位置，排出来疏密不一，也查找不到。
改法: 改成半角；可由 --fix 自动改正。

反例:
    对年用水量１０万立方米以上的企业开展用水审计。

正例:
    对年用水量10万立方米以上的企业开展用水审计。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Found, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import hits, once_if_many
from planforge.text.times import half_width

RULE = Rule(
    code="NUM009",
    name="数字用了全角",
    severity="info",
    authority="国标",
    basis="GB/T 15835-2011，第5章：阿拉伯数字一般用正体二分字身，占半个汉字位置",
)
_DIGITS = "０１２３４５６７８９"
_NUMBER = Pattern(f"[{_DIGITS}]+(?:[.．][{_DIGITS}]+)?", holds=_DIGITS)


def check(context: RuleContext) -> Iterator[Found]:
    yield from once_if_many(_findings(context))


def _findings(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _NUMBER):
        better = half_width(match[0]).replace("．", ".")
        yield Finding(words, f"“{match[0]}”是全角数字", passage.at, f"改为“{better}”", rewrite(words, better))
