"""上级条目的责任单位，在落实它的本级任务里应当有对口单位。

说明: 看写了“落实”的任务；没有写的，看已经落实的上级任务的牵头单位。对口单位先查单位名录的“上级对口”，没有写的
    按职能对照（省财政厅对市财政局），合并的机构按名称里的各项职能（省体育局对县教育体育局），职能一般由别的机构承担的也算
    （省药监局对市市场监管局）。本级任务没有写责任单位、写了社会事业局一类综合机构，或者职能对不上任何一类的，不报告。
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

from collections.abc import Iterator, Sequence

from planforge.model import DirectiveTrace, Roster, Task, TaskTrace
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import directive_item
from planforge.text.functions import does, functions_of, may_do_anything

RULE = Rule(
    code="UNI009",
    name="没有上级责任单位的对口单位",
    severity="info",
    authority="实务",
    basis="任务分工须与上级分工衔接",
)


def check(context: RuleContext) -> Iterator[Finding]:
    tasks = {task.id: task for task in context.document.walk()}
    own = [issuer.value for issuer in context.document.issuers]
    for directive in context.directives:
        for trace in directive.tasks:
            linked = [tasks[each.task] for each in trace.counterparts if each.link == "declared" and each.task in tasks]
            answers = linked or [tasks[name] for name in _covering(trace) if name in tasks]
            named = [unit.value for task in answers for unit in task.units]
            missing = [
                unit
                for unit in _superiors(trace.task, all_of_them=bool(linked))
                if _is_missing(unit, named, own, context.roster)
            ]
            if missing:
                yield _finding(missing, next(task for task in answers if task.units), directive, trace.task)


def _covering(trace: TaskTrace) -> Sequence[str]:
    """The tasks that answer a covered task, though none says so."""
    return trace.answering if trace.status == "covered" else ()


def _superiors(task: Task, all_of_them: bool) -> tuple[str, ...]:
    """The units of a superior task, or those alone that lead it: of many others one may well be left out."""
    units = task.units if all_of_them or len(tuple(task.units)) == 1 else task.units.lead
    return tuple(dict.fromkeys(unit.value for unit in units))


def _is_missing(superior: str, named: Sequence[str], own: Sequence[str], roster: Roster | None) -> bool:
    """Whether the place has a counterpart of a superior's unit, as far as one can tell, and it isn't among `named`."""
    if any(superior in name for name in named):
        return False  # a branch office, or one that is named with its parent
    if roster and (known := roster.counterparts(superior)):
        return bool(named) and not any(name == unit.name or name in unit.aliases for unit in known for name in named)
    functions = functions_of(superior)
    if not functions or not any(map(functions_of, named)) or any(map(may_do_anything, named)):
        return False
    if any(does(unit, function) for unit in (*named, *own) for function in functions):
        return False
    return roster is None or any(does(unit.name, function) for unit in roster.units for function in functions)


def _finding(missing: Sequence[str], task: Task, directive: DirectiveTrace, superior: Task) -> Finding:
    units = "、".join(missing)
    message = f"{directive_item(directive, superior.id)}由{units}等负责，这里没有对口单位"
    message = message if len(missing) < len(tuple(superior.units)) else message.replace("等负责", "负责")
    return Finding(next(iter(task.units)), message, task, f"补上{units}在本级的对口单位；不需要的不用改")
