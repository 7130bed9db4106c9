"""“两三个”“十几家”一类概数应当用汉字数字。

说明: “2、3个”“10几家”一类写法，报告。
理由: “2、3个”可以读成“2个、3个”。
改法: 改成“两三个”“十几家”。

反例:
    每季度组织2、3次抽查。

反例:
    培育10几家示范企业。

正例:
    每季度组织两三次抽查，覆盖2、3号楼，培育十几家示范企业。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import hits

RULE = Rule(
    code="NUM001",
    name="概数用了阿拉伯数字",
    severity="warning",
    authority="国标",
    basis="GB/T 15835-2011，4.2.2：两个数字连用表示的概数、含“几”的概数用汉字数字",
)
_DIGITS = dict(zip("123456789", "一两三四五六七八九", strict=True))
_PAIR = Pattern(r"(?<![\d.、])([1-8])、([2-9])(?=[个家次项名件人天年月万千百条份倍成](?!度))", holds="、")
_SOME = Pattern(r"(?<![\d.])[1-9]0?几(?=[个家次项名件人天年万千百条份倍])", holds="几")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _PAIR):
        if int(match[2]) == int(match[1]) + 1:
            better = (_DIGITS[match[1]] + _DIGITS[match[2]]).replace("三两", "三二")
            yield Finding(
                words, f"概数“{match[0]}”应当用汉字", passage.at, f"改为“{better}”", rewrite(words, better, safe=False)
            )
    for passage, words, match in hits(context, _SOME):
        yield Finding(words, f"概数“{match[0]}”应当用汉字", passage.at, "改为“十几”“几十”一类写法")
