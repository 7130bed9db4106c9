"""同一句话不应当在文件里出现两次。

说明: 标点、空格不计，十四个字以上完全相同的句子，在第二次出现处报告；“构成犯罪的，……”“依法给予……”一类法律责任、条件的
    套语和引出下文的话不报。
理由: 多由复制粘贴造成；两处以后改了一处，就成了前后矛盾。
改法: 删去一处，或者写出两处的区别。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 培育高价值专利, 内容: 建立健全高价值专利培育联席会议制度。}
          - {标题: 优化专利资助, 内容: 修订办法。建立健全高价值专利培育联席会议制度。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 培育高价值专利, 内容: 建立健全高价值专利培育联席会议制度。}
          - {标题: 优化专利资助, 内容: 修订办法。}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.model import Text
from planforge.rules import Finding, Passage, Rule, RuleContext

RULE = Rule(
    code="STR007",
    name="同一句话写了两遍",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：同一内容不重复表述",
)
_NOISE = re.compile(r"[\W_]+")
_SHORTEST = 14
#: What rules say again wherever it applies, and what leads to a list.
_FORMULA = re.compile(
    r"[^，。]{2,24}的，|[^。]*(?:依法(?:依规)?(?:给予|追究|处)|的[；。]$|(?:以下|下列|如下|方面)[^，。]{0,6}[。：；]$)"
)


def check(context: RuleContext) -> Iterator[Finding]:
    seen: dict[str, Text] = {}
    for passage, sentence in _body_sentences(context):
        words = _NOISE.sub("", sentence.value)
        if len(words) < _SHORTEST or _FORMULA.match(sentence.value):
            continue
        if words in seen:
            line = seen[words].at(0).line
            message = f"这句话与第{line}行的一句相同：“{sentence.value[:30]}”"
            yield Finding(sentence, message, passage.at, "删去一处，或写出两处的区别")
        seen.setdefault(words, sentence)


def _body_sentences(context: RuleContext) -> Iterator[tuple[Passage, Text]]:
    for passage in context.passages:
        if not passage.is_label and not isinstance(passage.at, str):
            yield from ((passage, sentence) for sentence in context.sentences(passage.text))
