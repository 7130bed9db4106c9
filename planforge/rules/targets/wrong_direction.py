"""“从……提高到……”的后一个数应当大，“从……下降到……”的后一个数应当小。

说明: 两个数单位相同、方向相反的，“提高到……以内”“下降到……以上”，以及“减少2倍”一类写法，报告。
理由: 多由数字写颠倒造成。
改法: 核对后改正。

反例:
    专利转化率从35%提高到30%。

反例:
    平均办理时间缩短了2倍。

反例:
    管网漏损率提高到9%以内。

正例:
    专利转化率从30%提高到35%以上，办理时限从20个工作日压缩到15个工作日以内，
    排名由9位上升到6位，面积由180平方米以内提高到200平方米以内。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext
from planforge.rules._scan import hits

RULE = Rule(
    code="TGT005",
    name="增减方向与数值不符",
    severity="error",
    authority="条例",
    basis="《党政机关公文处理工作条例》第二十条（四）：审核数字是否准确",
)
_NUMBER = r"(\d+(?:\.\d+)?)\s?([%％万亿]?[^\d，。；、\s]{0,4}?)"
_CHANGE = Pattern(
    rf"[由从](?:平均|原来的?|目前的?|现在的?)?{_NUMBER}(提高|提升|增长|增加|扩大|上升|下降|降低|减少|压缩|缩短|压减)(?:到|至|为){_NUMBER}(?=[，。；、）\s]|$|左右|以上|以下|以内)",
    holds="由从",
)
#: The better the rank, the smaller its number.
_RANKS = frozenset("位名")
_UP = frozenset({"提高", "提升", "增长", "增加", "扩大", "上升"})


#: Up to a limit that must not be passed, or down to one that must be kept.
_LIMIT = Pattern(
    r"(?<!以[内下])(?P<up>提高|提升|上升|增加|增长|扩大)(?:到|至)\d+(?:\.\d+)?[^\d，。；、]{0,6}?以[内下]"
    r"|(?:下降|降低|压减|减少|缩短|压缩)(?:到|至)\d+(?:\.\d+)?[^\d，。；、]{0,6}?以上",
    holds=("以内", "以下", "以上"),
)
#: What is less by one time is nothing.
_TIMES_LESS = Pattern(r"(?:减少|降低|下降|缩短|压缩|压减)了?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)倍", holds="倍")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _CHANGE):
        before, unit, verb, after, other = match.groups()
        rise = float(after) - float(before)
        comparable = unit == other and unit not in _RANKS and rise != 0
        if comparable and (rise > 0) != (verb in _UP):
            yield Finding(words, f"“{match[0]}”的数值与“{verb}”不符", passage.at, "核对后改正")
    for passage, words, match in hits(context, _LIMIT):
        better = "“降低到……以内”或者“提高到……以上”"
        yield Finding(words, f"“{match[0]}”的方向与限度不符", passage.at, f"核对后改成{better}")
    for passage, words, match in hits(context, _TIMES_LESS):
        yield Finding(words, f"“{match[0]}”：减少不能用倍数", passage.at, "写成“减少百分之几”或“减少到几分之几”")
