"""外文缩写第一次出现时应当有中文说明。

说明: 两个以上大写字母的缩写，前后没有括号说明、也不在常用表里的，在第一次出现处提示。
    选项 known 可以增补常用缩写。
理由: 不是人人都懂。
改法: 第一次出现时写中文全称，括号里注缩写。

反例:
    推广 TISC 服务。

正例:
    推广技术与创新支持中心（TISC）服务，办理 PCT 专利申请，应用 5G 技术。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_uppercase

from planforge.rules import Finding, Pattern, Rule, RuleContext
from planforge.rules._lexicon import lexicon
from planforge.rules._scan import hits

RULE = Rule(
    code="WRD007",
    name="外文缩写没有说明",
    severity="info",
    authority="实务",
    basis="公文写作惯例：使用简称、外文缩写，应当先用全称并注明",
    options={"known": ()},
)
_ABBREVIATION = Pattern(r"(?<![A-Za-z0-9./@-])[A-Z]{2,8}s?(?![A-Za-z0-9./@-])", holds=ascii_uppercase)

#: What stands before an abbreviation that is explained: 强制性产品认证（以下简称CCC认证）.
_EXPLAINED = ("（", "(", "，", "简称", "简称“", "统称", "又称", "称为", "缩写为")
#: Ⅲ期 and XX局 are no abbreviations.
_SIGN = re.compile("I{1,3}|IV|VI{0,3}|IX|X{2,}")


def check(context: RuleContext) -> Iterator[Finding]:
    seen = {*lexicon("abbreviations"), *context.words(RULE, "known")}
    for passage, words, match in hits(context, _ABBREVIATION):
        if match[0] in seen:
            continue
        seen.add(match[0])
        before, after = passage.value[: match.start()].rstrip(), passage.value[match.end() :].lstrip()
        if not before.endswith(_EXPLAINED) and not after.startswith(("（", "(")) and not _SIGN.fullmatch(match[0]):
            yield Finding(words, f"缩写“{match[0]}”没有说明", passage.at, f"写成“中文全称（{match[0]}）”")
