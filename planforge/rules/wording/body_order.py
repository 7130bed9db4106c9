"""并列的机构应当按规定的次序排列。

说明: 用顿号并列的“党委”“人大”“政府”“政协”“纪委”次序颠倒的，报告。次序可以用选项 order 改，
    也可以换成领导姓名。
理由: 排序有规定，颠倒会被退回。
改法: 按次序重排。

反例:
    压实各级政府、党委的属地责任。

正例:
    压实各级党委、政府的属地责任，邀请人大、政协参与。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext
from planforge.rules._scan import alternatives, hits

RULE = Rule(
    code="WRD009",
    name="机构排列次序不当",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：并列机构按党委、人大、政府、政协的次序",
    options={"order": ("党委", "人大", "政府", "政协")},
)


def check(context: RuleContext) -> Iterator[Finding]:
    order = context.words(RULE, "order")
    if len(order) < 2:
        return
    name = alternatives(order)
    pattern = Pattern(rf"(?:{name})(?:[、和](?:{name}))+(?![\u4e00-\u9fff]*[办室委局])", holds=order)
    for passage, words, match in hits(context, pattern):
        found = re.findall(name, match[0])
        right = sorted(found, key=order.index)
        if found != right:
            message = f"“{match[0]}”的次序不当"
            yield Finding(words, message, passage.at, f"按“{'、'.join(right)}”的次序排列")
