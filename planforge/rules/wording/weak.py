"""布置任务慎用“原则上”“尽量”“视情”。

说明: 正文里出现的，提示。不报的：“视情节轻重”是处罚的尺度；“可视情况”给的是权限；“原则上不超过五年”定了限度；
    同一句里写明了例外（确需、除……外、特殊情况）的；“尽量避免”。词表可以用选项 words 改。
理由: 含糊的要求无法考核。
改法: 写明做什么、做到什么程度；确需弹性的，写明条件。

反例:
    原则上每季度开展一次检查。

正例:
    每季度开展一次检查。
"""

from __future__ import annotations

import re
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


#: A measure of punishment, a limit with its exceptions, or an appeal, from the word on.
_PLAIN = re.compile(
    r"视情节|原则上[^，。；]{0,30}?(?:不[应得]?(?:[大高多少低]于|超过)|最[长高多少低])|尽(?:量|可能)(?:地)?(?:避免|减少|降低)"
)
#: A power, before the word.
_POWER = re.compile(r"可以?$")
_EXCEPTION = re.compile(r"确需|确有必要|除[^，。；]{1,40}外|除外|特殊(?:情况|情形|原因|事项)|例外")
#: Characters of a sentence on either side of the word; longer ones are no sentences.
_NEAR = 300
_SENTENCE_END = re.compile("[。；\n]")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in word_hits(context, context.words(RULE, "words")):
        if not _is_plain(passage.value, match.start()):
            yield Finding(words, f"“{match[0]}”含糊", passage.at, "写明做什么、做到什么程度；确需弹性的，写明条件")


def _is_plain(value: str, start: int) -> bool:
    """Whether the words around a weak one at `start` make it a rule that can be checked."""
    if _PLAIN.match(value, start) or _POWER.search(value, max(0, start - 2), start):
        return True
    near = max(0, start - _NEAR)
    begin = max(value.rfind(stop, near, start) for stop in "。；\n") + 1
    end = _SENTENCE_END.search(value, start, start + _NEAR)
    return _EXCEPTION.search(value, begin or near, end.start() if end else start + _NEAR) is not None
