"""一份文件里，百分号应当用同一种。

说明: 全角“％”和半角“%”都用了的，在用得少的一种第一次出现的地方提示一次。
理由: 两种百分号宽窄不同，排在一起不整齐；查找、统计数字时也容易漏。
改法: 统一用一种。

反例:
    覆盖率达到90%，合格率达到98%，满意率达到95％。

正例:
    覆盖率达到90%，合格率达到98%，满意率达到95%。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Edit, Fix
from planforge.rules import Finding, Pattern, Rule, RuleContext
from planforge.rules._scan import hits

RULE = Rule(
    code="NUM008",
    name="百分号全角、半角混用",
    severity="info",
    authority="实务",
    basis="公文排印惯例：同一文件里同一符号用同一种写法",
)
_FULL, _HALF = Pattern(r"(?<=\d)％", holds="％"), Pattern(r"(?<=\d)%", holds="%")


def check(context: RuleContext) -> Iterator[Finding]:
    full, half = (list(hits(context, pattern, books=True)) for pattern in (_FULL, _HALF))
    odd, usual = (full, "%") if len(full) <= len(half) else (half, "％")
    if not full or not half:
        return
    passage, words, _ = odd[0]
    edits = tuple(Edit(place.span(), usual, place.value) for _, place, _ in odd)
    message = f"百分号“{words.value}”与其他{len(full) + len(half) - len(odd)}处的“{usual}”不一致，全文共{len(odd)}处"
    yield Finding(words, message, passage.at, f"统一用“{usual}”", Fix(f"统一为“{usual}”", safe=True, edits=edits))
