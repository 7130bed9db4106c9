"""本级做的次数不应当比上级要求的少。

说明: 上级措施写了“每季度”“每月”一类周期，最相近的本级措施写的周期都比它长的，报告；“每年不少于2次”按每半年算。
    上级的一项措施里有几种周期的不看。
理由: 下级文件不得降低上级文件的要求。
改法: 改成上级要求的次数，或做得更勤。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 开展联合执法检查, 内容: 每半年开展一次知识产权联合执法检查。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 开展联合执法检查, 内容: 每季度开展一次知识产权联合执法检查。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 开展联合执法检查, 内容: 每年开展4次知识产权联合执法检查。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 开展联合执法检查, 内容: 每季度开展一次知识产权联合执法检查。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._answers import answered
from planforge.text.rhythm import Rhythm, rhythms

RULE = Rule(
    code="DDL010",
    name="次数比上级要求的少",
    severity="warning",
    authority="实务",
    basis="下级文件不得降低上级文件的要求",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for item, clause, best, at in answered(context):
        wanted, given = _often(clause.text.value), _often(best.text.value)
        if len(wanted) == 1 and given and max(given) < min(wanted):
            theirs, ours = wanted.popitem()[1], given[max(given)]
            start = best.text.value.find(ours.words)
            message = f"{item}要求“{theirs.words}”，这里写的是“{ours.words}”"
            place = best.text.slice(start, start + len(ours.words))
            yield Finding(place, message, at, f"改为“{theirs.words}”，或做得更勤")


def _often(value: str) -> dict[int, Rhythm]:
    """By times a year, what a measure says of how often."""
    return {rhythm.yearly: rhythm for rhythm in rhythms(value)}
