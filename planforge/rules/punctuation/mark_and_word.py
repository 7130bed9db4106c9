"""“和”“以及”前面不用顿号。

说明: 并列的词语之间，顿号后面紧接着又用“和”“以及”的，提示；“和谐”“和睦”等词不算。
理由: 顿号和连词各说一遍“并列”，用一个就够了。
改法: 删去顿号。

反例:
    压实属地责任、监管责任、和主体责任。

反例:
    检查学校、医院、以及商场。

正例:
    压实属地责任、监管责任和主体责任，建设平安、和谐的社区，弘扬廊桥、和合文化。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import group, hits

RULE = Rule(
    code="PUN015",
    name="顿号后面又用了“和”",
    severity="info",
    authority="实务",
    basis="GB/T 15834-2011，4.5：顿号用在并列词语之间；最后两项之间用“和”的，不再用顿号",
)
#: 和县, 和田 and the like are places; 和谐, 和合 are words.
_TWICE = Pattern(
    r"(?<=[\u4e00-\u9fff”》）])(、)(?:以及|和(?![谐睦平美合畅解田县顺硕政布静龙林气乐善谈蔼音弦声服风缓约为]))",
    holds="和及",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _TWICE):
        mark = group(passage, match)
        message = f"“{words.value.removeprefix('、')}”前面不用顿号"
        yield Finding(mark, message, passage.at, "删去顿号", rewrite(mark, "", safe=False))
