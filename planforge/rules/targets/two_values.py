"""同一个指标在一份文件里应当只有一个目标值。

说明: 名称、单位、年份都相同的指标，数值不同的，在后一处报告。
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

from planforge.model import Target
from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="TGT002",
    name="同一指标有两个数值",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：同一数据前后一致",
)
_NOISE = re.compile(r"[\W_]+|^(?:全市|全省|全县|全区|力争|实现|确保)+")
#: What adds to what is there (新增 5 家) or compares with it may have a number of its own in each place.
_NO_LEVEL = re.compile(r"[较比]|新增|新建|新认定|增加|申报|培育|举办|组织|开展|完成|支持|建设")
_SHORTEST = 5


def check(context: RuleContext) -> Iterator[Finding]:
    seen: dict[tuple[str, str, int | None], Target] = {}
    for task in context.document.walk():
        for target in task.targets:
            key = (_NOISE.sub("", target.indicator), target.unit, target.year)
            if len(key[0]) < _SHORTEST or _NO_LEVEL.search(target.text.value):
                continue
            first = seen.setdefault(key, target)
            if first.value != target.value and first.op == target.op:
                line = first.text.at(0).line
                message = (
                    f"指标“{target.indicator}”有两个数值：这里是“{target.text.value}”，第{line}行是“{first.text.value}”"
                )
                yield Finding(target.text, message, task, "核对后统一；口径不同的，写明各自口径")
