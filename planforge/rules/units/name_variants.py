"""同一个单位在一份文件里应当只用一个名称。

说明: 全称与简称（如“市场监督管理局”与“市场监管局”）混用的，在用得少的那个名称第一次出现处报告。
理由: 台账里会变成两个单位。
改法: 统一成一个名称。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: 市市场监管局}
          - {标题: 加强商标培育, 内容: 建设培育基地。, 责任单位: 市市场监管局}
          - {标题: 用好地理标志, 内容: 开展促进工程。, 责任单位: 市市场监督管理局}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: 市市场监管局}
          - {标题: 用好地理标志, 内容: 开展促进工程。, 责任单位: 市市场监管局}
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from planforge.model import Task, Text
from planforge.rules import Finding, Rule, RuleContext, rewrite
from planforge.rules._lexicon import lexicon
from planforge.rules._scan import alternatives

RULE = Rule(
    code="UNI006",
    name="同一单位用了不同名称",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：同一机构前后名称一致",
)


def check(context: RuleContext) -> Iterator[Finding]:
    places = [(unit, task) for task in context.document.walk() for unit in task.units]
    uses = Counter(unit.value for unit, _ in places)
    spellings: dict[str, Counter[str]] = {}
    for name, times in uses.items():
        spellings.setdefault(_one_name(name), Counter())[name] = times
    for names in spellings.values():
        (usual, _), *others = names.most_common()
        for name, _ in others:
            unit, task = next(place for place in places if place[0].value == name)
            yield _finding(unit, task, usual)


def _one_name(name: str) -> str:
    """The name with every known short form written out."""
    return _pattern().sub(lambda match: _full_names()[match[0]], name)


@cache
def _full_names() -> dict[str, str]:
    groups: list[list[str]] = lexicon("unit_variants")
    return {short: full for full, *shorts in groups for short in shorts}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(_full_names())})$")


def _finding(unit: Text, task: Task, usual: str) -> Finding:
    message = f"“{unit.value}”与“{usual}”是同一个单位，名称不一致"
    return Finding(unit, message, task, f"统一为“{usual}”", rewrite(unit, usual, safe=False))
