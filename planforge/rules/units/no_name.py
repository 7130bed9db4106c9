"""责任单位应当写单位的名称。

说明: 写着“无”“待定”“同上”等的，整个名称包在引号里的，两个名称连在一起、漏了顿号的，报告。
    名称里的引号（市“扫黄打非”办公室）不算。
理由: 这些字会照样印出来，分送、台账、进度里也会多出一个叫“无”的单位。
改法: 写上单位；没有的，删去这一项；漏了的顿号补上。多余的引号删去，YAML 里不必加引号。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: 无}

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: “市财政局”}

反例:
    标题: 2027年示例县知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: 县农业农村局县市场监管局}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化保护
        任务:
          - 标题: 查处侵权盗版
            内容: 开展专项行动。
            责任单位: [市“扫黄打非”办公室, 国家税务总局示例市税务局, 市城管局市政公用中心]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext, rewrite

RULE = Rule(
    code="UNI010",
    name="责任单位不是单位名称",
    severity="warning",
    authority="实务",
    basis="督查工作惯例：每项任务须有责任主体",
)
_NOBODY = re.compile(r"(?:暂?无|没有|待定|待明确|同上|略|不涉及|[-—/／])")
_LEVEL = "[省市县区州旗]"
_OFFICE = "[\u4e00-\u9fff]{2,10}?(?:局|委|办|厅|中心)"
#: 市级, 市政 and the like are words, and no level of a second name.
_WORD = "级|直|属|民|场(?:服务|发展)|政[公工设园管]"
#: 县农业农村局县市场监管局: the level begins a second name.
_TWO = re.compile(rf"({_LEVEL}{_OFFICE})({_LEVEL}(?!{_WORD}){_OFFICE})")
_QUOTED = re.compile(r"([“‘\"'「])([^“”‘’\"'「」]+)[”’\"'」]")


def check(context: RuleContext) -> Iterator[Finding]:
    for task in context.document.walk():
        for unit in task.units:
            if _NOBODY.fullmatch(unit.value):
                yield Finding(unit, f"“{unit.value}”不是单位名称", task, "写上单位；没有的，删去这一项")
            elif quoted := _QUOTED.fullmatch(unit.value):
                message = f"单位{unit.value}包在引号里，引号会印出来"
                yield Finding(unit, message, task, "删去引号", rewrite(unit, quoted[2]))
            elif two := _TWO.fullmatch(unit.value):
                message = f"“{unit.value}”像是两个单位连在一起"
                yield Finding(unit, message, task, f"中间补顿号：{two[1]}、{two[2]}")
