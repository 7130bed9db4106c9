"""责任单位应当是单位名录里的单位。

说明: 给了单位名录（units.yaml）时，逐个核对；名录里没有的，提示最接近的名称。“各县（区）”“有关部门”一类统称不核对；
    多数单位都不在的，名录可能不是本级的，只提示一次。
理由: 写错、写漏字的单位收不到任务。
改法: 改成名录里的名称；新设单位先补进名录。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: 市财证局}
    --- # 单位名录
    - 市财政局
    - 市知识产权局

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: [市财政局, 各县（区）人民政府]}
    --- # 单位名录
    - 市财政局
    - 市知识产权局
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.model import Roster, Task, Text
from planforge.rules import Finding, Rule, RuleContext, rewrite

RULE = Rule(
    code="UNI002",
    name="单位不在名录里",
    severity="warning",
    authority="实务",
    basis="责任单位须用规范名称",
    options={"allowed": ()},
)
#: 各县（区）, 有关部门, 市直有关单位: groups that no roster lists.
_GROUP = re.compile(r"^各|有关|相关|等(?:单位|部门)?$|(?:成员|责任|直属)单位$|^(?:市|省|县|区)直")
#: So many strangers, and more than half of all: the roster is not this document's.
_MANY = 5
#: Below this likeness (0–100) another name is no help.
_LIKENESS = 60


def check(context: RuleContext) -> Iterator[Finding]:
    if context.roster is None or not context.roster.units:
        return
    unknown = list(_unknown(context, context.roster))
    names = {unit.value for task in context.document.walk() for unit in task.units}
    strange = {unit.value for unit, _ in unknown}
    if len(strange) > _MANY and len(strange) * 2 > len(names):
        yield _for_document(unknown[0], len(strange), len(names))
        return
    for unit, task in unknown:
        yield _finding(unit, task, context.roster)


def _unknown(context: RuleContext, roster: Roster) -> Iterator[tuple[Text, Task]]:
    known = {*roster.names(), *context.words(RULE, "allowed")}
    for task in context.document.walk():
        for unit in task.units:
            if unit.value not in known and not _GROUP.search(unit.value) and not roster.former(unit.value):
                yield unit, task


def _for_document(first: tuple[Text, Task], strange: int, total: int) -> Finding:
    """A roster that most units are not on is that of another level, or another place."""
    message = f"{total}个单位中有{strange}个不在单位名录里，名录可能不是本级的"
    return Finding(first[0], message, first[1], "核对用的是不是本单位的名录", severity="info")


def _finding(unit: Text, task: Task, roster: Roster) -> Finding:
    nearest = _nearest(unit.value, roster)
    message = f"单位“{unit.value}”不在单位名录里"
    if not nearest:
        return Finding(unit, message, task, "核对名称；确是新单位的，补进单位名录")
    fix = rewrite(unit, nearest, safe=False)
    return Finding(unit, message, task, f"是否应为“{nearest}”？确是新单位的，补进单位名录", fix)


def _nearest(name: str, roster: Roster) -> str:
    from rapidfuzz import fuzz, process

    best = process.extractOne(name, list(roster.names()), scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    return str(best[0]) if best else ""
