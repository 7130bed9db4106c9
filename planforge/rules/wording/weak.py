"""布置任务慎用“原则上”“力争”“尽量”“视情”。

说明: 正文里出现的，提示；“视情节轻重”是处罚的尺度，不报。词表可以用选项 words 改。
理由: 含糊的要求无法考核。
改法: 写明做什么、做到什么程度；确需弹性的，写明条件。

反例:
    原则上每季度开展一次检查。

正例:
    每季度开展一次检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._scan import word_hits

RULE = Rule(
    code="WRD006",
    name="要求含糊",
    severity="info",
    authority="实务",
    basis="公文写作惯例：任务可以检查",
    options={"words": ("原则上", "尽量", "尽可能", "视情", "酌情", "有条件的可")},
)


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in word_hits(context, context.words(RULE, "words")):
        if match[0] == "视情" and passage.value.startswith("节", match.end()):
            continue
        yield Finding(words, f"“{match[0]}”含糊", passage.at, "写明做什么、做到什么程度；确需弹性的，写明条件")
