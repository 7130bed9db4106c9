"""上级条目的责任单位，在落实它的本级任务里应当有对口单位。

说明: 看写了“落实”的任务；没有写的，看已经落实的上级任务的牵头单位。对口单位先查单位名录的“上级对口”，没有写的
    按职能对照（省财政厅对市财政局），合并的机构按名称里的各项职能（省体育局对县教育体育局），职能一般由别的机构承担的也算
    （省药监局对市市场监管局）；职能对不上任何一类的，看名录和全文里有没有同名的单位（省种业中心对市种业中心）。
    本级任务没有写责任单位、写了社会事业局一类综合机构的，不报告。
    发文机关自己的职能不用再写。
理由: 上级会找对口单位要结果，分工里没有它就没有人答复。
改法: 补上对口单位；确实不需要的不用改。

反例:
    级别: 市
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 完善质押融资, 内容: 建立质押融资风险补偿机制。, 责任单位: [市商务局], 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 完善质押融资, 内容: 建立质押融资风险补偿机制。, 责任单位: [省财政厅, 省商务厅]}

正例:
    级别: 市
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 完善质押融资, 内容: 建立质押融资风险补偿机制。, 责任单位: [市财政局, 市商务局], 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 完善质押融资, 内容: 建立质押融资风险补偿机制。, 责任单位: [省财政厅, 省商务厅]}
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from planforge.model import DirectiveTrace, Roster, Task, TaskTrace
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import directive_item
from planforge.text.functions import does, functions_of, may_do_anything

#: What a unit is called between its place and its kind.
_CALLED = re.compile(
    r"(?:国家|中国|[^省市县区州盟旗]{0,6}[省市县区州盟旗])([^省市县区州盟旗]{2,10}?)(?:管理|事务)?"
    r"(?:局|厅|委|办|办公室|中心|院|所|站|集团|公司)"
)

RULE = Rule(
    code="UNI009",
    name="没有上级责任单位的对口单位",
    severity="info",
    authority="实务",
    basis="任务分工须与上级分工衔接",
)


def check(context: RuleContext) -> Iterator[Finding]:
    tasks = {task.id: task for task in context.document.walk()}
    place = _Place.of(context)
    for directive in context.directives:
        for trace in directive.tasks:
            linked = [tasks[each.task] for each in trace.counterparts if each.link == "declared" and each.task in tasks]
            answers = linked or [tasks[name] for name in _covering(trace) if name in tasks]
            named = [unit.value for task in answers for unit in task.units]
            missing = [unit for unit in _superiors(trace.task, all_of_them=bool(linked)) if place.lacks(unit, named)]
            if missing:
                yield _finding(missing, next(task for task in answers if task.units), directive, trace.task)


def _covering(trace: TaskTrace) -> Sequence[str]:
    """The tasks that answer a covered task, though none says so."""
    return trace.answering if trace.status == "covered" else ()


def _superiors(task: Task, all_of_them: bool) -> tuple[str, ...]:
    """The units of a superior task, or those alone that lead it: of many others one may well be left out."""
    units = task.units if all_of_them or len(tuple(task.units)) == 1 else task.units.lead
    return tuple(dict.fromkeys(unit.value for unit in units))


@dataclass(frozen=True, slots=True)
class _Place:
    """The plan's place: its issuers, its roster if there is one, and what all units that roster and plan name are
    called without their level and kind (种业发展).
    """

    own: Sequence[str]
    roster: Roster | None
    called: frozenset[str]

    @classmethod
    def of(cls, context: RuleContext) -> _Place:
        listed = context.roster.names() if context.roster else ()
        named = {unit.value for task in context.document.walk() for unit in task.units}
        issuers = [issuer.value for issuer in context.document.issuers]
        return cls(issuers, context.roster, frozenset(map(_called, named.union(listed))))

    def lacks(self, superior: str, named: Sequence[str]) -> bool:
        """Whether the place has a counterpart of a superior's unit, as far as one can tell, and it isn't among
        `named`."""
        if any(superior in name for name in named):
            return False  # a branch office, or one that is named with its parent
        if self.roster and (counterparts := self.roster.counterparts(superior)):
            names = {name for unit in counterparts for name in (unit.name, *unit.aliases, *unit.former)}
            return bool(named) and names.isdisjoint(named) and not self._issues(names)
        functions = functions_of(superior)
        if not functions:
            return self._has_namesake(superior, named)
        if not any(map(functions_of, named)) or any(map(may_do_anything, named)):
            return False
        if any(does(unit, function) for unit in (*named, *self.own) for function in functions):
            return False
        units = self.roster.units if self.roster else ()
        return self.roster is None or any(does(unit.name, function) for unit in units for function in functions)

    def _issues(self, names: Collection[str]) -> bool:
        """Whether a unit of these names issues the plan; an issuer bears its place's name, too, as 示例市体育局."""
        return any(issuer.endswith(name) for issuer in self.own for name in names)

    def _has_namesake(self, superior: str, named: Sequence[str]) -> bool:
        """Whether there is a unit called as the superior's, whose function no table knows, other than those `named`."""
        name = _called(superior)
        if not name or any(name in unit for unit in (*named, *self.own)):
            return False
        return bool(named) and name in self.called


def _called(unit: str) -> str:
    """A unit's name without its level and kind: 省种业发展中心 → 种业发展."""
    name = _CALLED.fullmatch(unit)
    return name[1] if name else ""


def _finding(missing: Sequence[str], task: Task, directive: DirectiveTrace, superior: Task) -> Finding:
    units = "、".join(missing)
    message = f"{directive_item(directive, superior.id)}由{units}等负责，这里没有对口单位"
    message = message if len(missing) < len(tuple(superior.units)) else message.replace("等负责", "负责")
    return Finding(next(iter(task.units)), message, task, f"补上{units}在本级的对口单位；不需要的不用改")
