"""同一个指标在一份文件里应当只有一个目标值。

说明: 名称、单位、年份都相同的指标，数值不同的，在后一处报告；回顾过去的部分、同一句话里分类列出的、
    分情形规定的（……的，不低于30%）不看。
理由: 考核时不知道以哪个为准。
改法: 核对后统一；口径不同的，写明各自口径。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 提升专利质量, 内容: 2027年，每万人口高价值发明专利拥有量达到5件。}
          - {标题: 加强专利培育, 内容: 2027年，每万人口高价值发明专利拥有量达到6件。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 提升专利质量, 内容: 2027年，每万人口高价值发明专利拥有量达到5件。}
          - {标题: 加强专利培育, 内容: 2028年，每万人口高价值发明专利拥有量达到6件。}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.model import Document, Target, Task
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._passages import stands_in
from planforge.rules._past import looks_ahead
from planforge.text.quantities import find_targets

RULE = Rule(
    code="TGT002",
    name="同一指标有两个数值",
    severity="warning",
    authority="条例",
    basis="《党政机关公文处理工作条例》第二十条（四）：审核数字是否准确",
)
_NOISE = re.compile(r"[\W_]+|^(?:全[市省县区年]|力争|实现|确保)+")
_NUMBER = re.compile(r"\d[\d.,]*|以上$|左右$|以内$")
#: What is compared, or asked of each place, may have a number of its own each time; so may a class of things named by
#: its size alone (亿元以上项目).
_NO_LEVEL = re.compile(r"[较各]|(?<!占)比(?![率例重值])|每(?![万亿千百])|[万亿]元以上[^，]{0,4}\d")
#: In one case so much, in another so much: 再次购买住房的，首付款比例不低于30%.
_CASE = re.compile("的[，,]")
_SHORTEST = 5
#: Operators that ask for so much or more.
_AT_LEAST = frozenset({">=", ">", "="})


def check(context: RuleContext) -> Iterator[Finding]:
    seen: dict[tuple[str, str, int | None], tuple[Target, str]] = {}
    for node in (_preamble(context.document), *looks_ahead(context.document)):
        for name, target, sentence in _told(node, context):
            first, its_sentence = seen.setdefault((name, target.unit, target.year), (target, sentence))
            if not sentence or sentence != its_sentence:
                yield from _compare(first, target, node)


def _preamble(document: Document) -> Task:
    """The opening as a node of its own, with the targets that it names."""
    return Task(text=document.preamble, targets=find_targets(document.preamble, document.year))


def _compare(first: Target, target: Target, task: Task) -> Iterator[Finding]:
    if first.value != target.value and _alike(first, target):
        line = first.text.at(0).line
        message = f"指标“{target.indicator}”有两个数值：这里是“{target.text.value}”，第{line}行是“{first.text.value}”"
        yield Finding(target.text, message, task, "核对后统一；口径不同的，写明各自口径")


def _alike(one: Target, other: Target) -> bool:
    """Whether two targets ask for the same thing in the same way, so that both can't be meant."""
    return one.op == other.op or (one.op in _AT_LEAST and other.op in _AT_LEAST)


def _told(task: Task, context: RuleContext) -> Iterator[tuple[str, Target, str]]:
    """The targets of a node, each with a name that tells what it is and the sentence that it stands in.

    The name is the indicator where the words give it in full, and then one sentence may well give it two numbers, for
    two kinds of thing; or it is all words but the number, and then not even one sentence may.
    """
    parts = [sentence for text in (task.text, task.closing) for sentence in context.sentences(text)]
    for target in task.targets:
        words = _NOISE.sub("", _NOISE.sub("", _NUMBER.sub("", target.text.value)))
        name = _NOISE.sub("", target.indicator)
        sentence = next((s.value for s in parts if stands_in(target.text, s)), "")
        if _NO_LEVEL.search(target.text.value) or _CASE.search(sentence.partition(target.text.value)[0]):
            continue
        if len(name) >= _SHORTEST and name in words:
            yield name, target, sentence
        elif len(words) > _SHORTEST and "分别" not in words and target.unit != "%":
            yield words, target, ""
