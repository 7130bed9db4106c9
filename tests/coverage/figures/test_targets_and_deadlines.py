"""Targets lower and deadlines later than the superior's."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from labelled import document

from planforge.coverage import trace
from planforge.model import Amount, Deadline, Document, Indicator, Link, Operator, Target, Text

NAME = "每万人口公共图书馆藏书量"


def target(value: Amount, unit: str = "册", op: Operator = ">=", year: int | None = None, **more: str) -> Target:
    name = more.get("name", NAME)
    return Target(Text(more.get("text", f"{name}达到{value}{unit}")), name, op, value, unit, year)


def with_fields(title: str, year: int | None = None, **fields: object) -> Document:
    made = document(title, [("1.1", "增加藏书", ["增加公共图书馆藏书，优化藏书结构。"])])
    section = made.sections[0]
    return replace(made, year=year, sections=(replace(section, tasks=(replace(section.tasks[0], **fields),)),))


def conflicts(superior: Target, plan: Target, title: str = "云溪省意见") -> int:
    directive, local = with_fields(title, targets=(superior,)), with_fields("示例市要点", 2027, targets=(plan,))
    return len(trace(local, [("省意见", directive)]).directives[0].targets)


@pytest.mark.parametrize(
    ("superior", "plan"),
    [
        (target(3.2), target(2.8)),
        (target(1.2, "万册"), target(11000, "册")),
        (target(1, "亿元"), target(9000, "万元")),
        (target((2, 3), op="range"), target(1)),
        (target(5), target((3, 6), op="range")),
        (target(5, "%", "<="), target(6, "%", "<=")),
        (target(5, "天", "=", text="办理时限压缩至5天"), target(7, "个工作日", "=", text="办理时限压缩至7个工作日")),
        (target(10, year=2027), target(8, year=2027)),
        (target(10, name="全省" + NAME), target(8, name="全市" + NAME)),
        (target(20, "%", name="林权抵押贷款余额年均增长"), target(15, "%", name="林权抵押贷款余额增长")),
        (target(5, "%", name="一线人员人均工资增幅"), target(3, "%", name="一线人员人均工资增长")),
        (target(50, "%", "decrease", name="疫点数量下降"), target("三分之一", "", "decrease", name="疫点数量减少")),
    ],
)
def test_a_weaker_target_is_a_conflict(superior: Target, plan: Target) -> None:
    assert conflicts(superior, plan) == 1


@pytest.mark.parametrize(
    ("superior", "plan"),
    [
        (target(3.2), target(3.2)),
        (target(1.2, "万册"), target(12000, "册")),
        (target((2, 3), op="range"), target(2)),
        (target(5, "%", "<="), target(4, "%", "<=")),
        (target(10, year=2030), target(8, year=2027)),
        (target(10, text="累计达到10册"), target(3, text="每年新增3册")),
        (
            target(500, "亿斤", text="全省粮食总产量达到500亿斤", name="粮食总产量"),
            target(38, "亿斤", name="粮食总产量"),
        ),
        (target(10, name="省级示范馆"), target(3, name="国家级示范馆")),
        (target(10), target(3, name="志愿者人数")),
        (target("全覆盖"), target(3)),
    ],
)
def test_an_equal_stronger_interim_or_different_target_is_none(superior: Target, plan: Target) -> None:
    assert conflicts(superior, plan) == 0


@pytest.mark.parametrize("title", ["云溪省图书馆事业发展规划（2026—2030年）", "云溪省“十五五”图书馆事业发展规划"])
def test_a_document_for_several_years_binds_at_its_end(title: str) -> None:
    assert conflicts(target(10), target(8), title=title) == 0


def test_what_a_task_counts_for_the_whole_province_binds_no_city() -> None:
    wanted = target(20000, "户", text="适老化改造2万户", name="适老化改造")
    stated = target(800, "户", text="适老化改造800户", name="适老化改造")
    local = with_fields("示例市要点", 2027, targets=(stated,))
    for words, found in (("全省新增床位3万张。", 0), ("各市新增床位3万张。", 1)):
        superior = with_fields("云溪省意见", targets=(wanted,), text=Text(f"{words}适老化改造2万户。"))
        assert len(trace(local, [("省意见", superior)]).directives[0].targets) == found


def test_the_strongest_of_a_plans_values_counts() -> None:
    directive = with_fields("云溪省意见", targets=(target(10),))
    plan = with_fields("示例市要点", 2027, targets=(target(8), target(10)))
    assert trace(plan, [("省意见", directive)]).directives[0].targets == ()


def test_a_demand_stated_in_the_goals_and_in_a_task_is_one_conflict() -> None:
    goals, work = target(10), target(10, text=f"到2027年，{NAME}达到10册", year=2027)
    directive = with_fields("云溪省意见", targets=(goals,))
    section = replace(
        directive.sections[0],
        id="9",
        targets=(),
        tasks=(replace(directive.sections[0].tasks[0], id="9.1", targets=(work,)),),
    )
    both = replace(directive, sections=(*directive.sections, section))
    plan = with_fields("示例市要点", 2027, targets=(target(8),))
    (conflict,) = trace(plan, [("省意见", both)]).directives[0].targets
    assert (conflict.superior_task, conflict.also) == ("1.1", ("9.1",))


def test_a_row_of_the_indicator_table_binds_and_falls_where_its_baseline_is_higher() -> None:
    directive = replace(with_fields("云溪省意见"), indicators=(Indicator(Text("投诉率"), "%", 5.0, 2.0),))
    plan = with_fields("示例市要点", 2027, targets=(target(3, "%", "<=", name="投诉率"),))
    (conflict,) = trace(plan, [("省意见", directive)]).directives[0].targets
    assert (conflict.superior_task, conflict.plan_task.id) == ("", "1.1")
    assert conflict.superior.text.value == "投诉率2%以内"


def due(month: int) -> tuple[Deadline, ...]:
    return (Deadline(Text(f"{month}月底前"), datetime.date(2027, month, 28)),)


def test_a_later_deadline_along_a_link_is_a_conflict() -> None:
    directive = with_fields("云溪省意见", deadlines=due(6))
    for link in ((), (Link("省意见", "1.1"),)):
        plan = with_fields("示例市要点", 2027, deadlines=due(9), implements=link)
        (conflict,) = trace(plan, [("省意见", directive)]).directives[0].deadlines
        assert (conflict.superior.text.value, conflict.plan.text.value) == ("6月底前", "9月底前")


def test_an_earlier_or_unread_deadline_is_none() -> None:
    directive = with_fields("云溪省意见", deadlines=due(6))
    for deadlines in (due(5), due(6), (Deadline(Text("长期"), None, "长期"),)):
        plan = with_fields("示例市要点", 2027, deadlines=deadlines)
        assert trace(plan, [("省意见", directive)]).directives[0].deadlines == ()


def test_a_deadline_binds_the_task_that_answers_it_and_none_that_shares_a_set_phrase() -> None:
    asked = ["10月底前完成养老机构消防安全排查整改。", "3月底前制定养老机构收费办法。"]
    given = ["9月底前完成养老机构消防安全排查整改。", "2月底前制定养老机构收费办法。"]
    names = ("整治消防隐患", "规范收费")
    tasks = [(f"1.{turn}", name, [words]) for turn, (name, words) in enumerate(zip(names, asked, strict=True), 1)]
    directive = _dated(document("云溪省意见", tasks), (10, 3))
    tasks = [(f"1.{turn}", name, [words]) for turn, (name, words) in enumerate(zip(names, given, strict=True), 1)]
    plan = _dated(document("示例市要点", tasks), (9, 2))
    assert trace(plan, [("省意见", directive)]).directives[0].deadlines == ()


def _dated(made: Document, months: tuple[int, int]) -> Document:
    section = made.sections[0]
    tasks = tuple(replace(task, deadlines=due(month)) for task, month in zip(section.tasks, months, strict=True))
    return replace(made, sections=(replace(section, tasks=tasks),))
