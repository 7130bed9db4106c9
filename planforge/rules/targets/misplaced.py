"""指标应当写在与它有关的任务里。

说明: 任务末尾一句集中列了三个以上指标，其中有的与本项标题、正文没有共同的关键词，
    另一项任务的标题却写着它的，报告。
理由: 指标没有对应的任务，分工时会落到不相干的单位。
改法: 移到对应的任务，或者集中写进“主要目标”。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - 标题: 设立示例市专利奖
            内容: >-
              研究制定专利奖励办法，奖励贡献突出的专利。
              2027年，万人发明专利拥有量达到3件；商标有效注册量达到3.5万件；地理标志产品达到8个。
          - {标题: 加强商标品牌培育, 内容: 建设商标品牌指导站。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - 标题: 提升专利质量
            内容: >-
              实施专利培育计划。
              2027年，万人发明专利拥有量达到3件；海外专利申请量达到10件；专利密集型产品达到8个。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planforge.model import Section, Target, Task, Text
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._passages import stands_in
from planforge.rules._past import looks_ahead

RULE = Rule(
    code="TGT003",
    name="指标写在了别的任务里",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：一项任务说一件事",
)
_FEWEST, _LONGEST_LIST = 3, 12
#: Characters in common that make a subject.
_TELLING = 2
#: What indicators of every subject have in common.
_COMMON = re.compile(
    r"每?[万亿千百]人口?|拥有量|有效|注册量|申请量|授权量|总量|数量|达到|以上|增长|新增|全市|全省|累计|年度|产品|群众|企业|居民|人员|学校|机构|项目|活动|[\W\d]"
)


def check(context: RuleContext) -> Iterator[Finding]:
    tasks = [task for task in looks_ahead(context.document) if not task.tasks and not isinstance(task, Section)]
    for task in tasks:
        listed = _last_list(task, context.sentences(task.text))
        if len(listed) < _FEWEST:
            continue
        rest = task.heading.value + task.text.value[: task.text.value.find(listed[0].text.value)]
        strays = [target for target in listed if not _related(target.indicator, rest)]
        at_home = [(target, home) for target in strays if (home := _home(target.indicator, task, tasks))]
        if at_home:
            head = next(s for s in context.sentences(task.text) if stands_in(listed[0].text, s))
            yield _finding(task, head, at_home)


def _last_list(task: Task, sentences: Sequence[Text]) -> list[Target]:
    """The targets that the text ends with, one behind the other."""
    found: list[Target] = []
    for sentence in sentences[: -_LONGEST_LIST - 1 : -1]:
        inside = [target for target in task.targets if stands_in(target.text, sentence)]
        if not inside:
            break
        found = inside + found
    return found


def _related(indicator: str, words: str) -> bool:
    """Whether two of the characters that say what an indicator is about stand in `words` too."""
    subject = set("".join(_COMMON.split(indicator)))
    return len(subject) < _TELLING or len(subject & set(words)) >= _TELLING


def _home(indicator: str, task: Task, tasks: Sequence[Task]) -> Task | None:
    """The other task that an indicator belongs to: its heading holds half of the indicator's subject or more."""
    parts = [part for part in _COMMON.split(indicator) if part]
    pairs = [part[i : i + 2] for part in parts for i in range(len(part) - 1)]
    for other in tasks if pairs else ():
        if other is not task and sum(pair in other.heading.value for pair in pairs) * 2 >= len(pairs):
            return other
    return None


def _finding(task: Task, head: Text, strays: Sequence[tuple[Target, Task]]) -> Finding:
    names = "、".join(f"“{target.indicator}”" for target, _ in strays)
    home = strays[0][1].heading.value
    message = f"指标{names}与本项任务“{task.heading.value}”无关，另有任务“{home}”"
    return Finding(head, message, task, "移到对应的任务，或者集中写进“主要目标”")
