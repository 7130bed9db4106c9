"""Linked tasks that say their demands again nearly word for word: settled, unless something turns the sense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from labelled import document

from planforge.coverage import trace
from planforge.model import Document, Link, TaskTrace, Waiver

LIGHTS = "对全市背街小巷的路灯逐盏排查，12月底前完成老旧线路改造。"
BINS = "支持社区设置智能回收箱，方便居民投放。"


def held(demands: list[str], says: list[str], *, plan: Document | None = None) -> TaskTrace:
    """What becomes of a demand to which a task of the plan declares a link."""
    directive = document("云溪省城市管理意见", [("1", "管好市容", demands)])
    plan = plan or document("示例市城市管理工作要点", [("1", "管好市容", says)])
    return trace(linked(plan, {"1": "1"}), [("省意见", directive)]).directives[0].tasks[0]


def linked(plan: Document, links: Mapping[str, str]) -> Document:
    """The plan with a link from some of its tasks to an item of 省意见."""
    section = plan.sections[0]
    tasks = tuple(
        replace(task, implements=(Link("省意见", links[task.id]),)) if task.id in links else task
        for task in section.tasks
    )
    return replace(plan, sections=(replace(section, tasks=tasks),))


def test_what_is_said_again_in_nearly_the_same_words_is_covered_and_each_clause_shows_its_answer() -> None:
    task = held([LIGHTS, BINS], [BINS, LIGHTS.replace("全市", "全县")])
    assert (task.status, task.reason) == ("covered", "")
    assert [(clause.status, clause.missing) for clause in task.clauses] == [("covered", ())] * 2
    assert [clause.best.plan_clause for clause in task.clauses if clause.best] == ["1/2", "1/1"]
    assert [(c.task, c.link) for c in task.counterparts] == [("1", "declared")]
    assert [(proof.clause, proof.plan_clause) for proof in task.counterparts[0].evidence] == [
        ("1/2", "1/1"),
        ("1/1", "1/2"),
    ]


@pytest.mark.parametrize(
    ("demand", "says"),
    [
        ("公共停车场必须向新能源汽车开放充电车位。", "公共停车场可以向新能源汽车开放充电车位。"),
        ("公共停车场必须向新能源汽车开放充电车位。", "公共停车场原则上向新能源汽车开放充电车位。"),
        ("确保公共停车场向新能源汽车开放充电车位。", "力争公共停车场向新能源汽车开放充电车位。"),
        ("所有乡镇的公共停车场开放充电车位。", "部分乡镇的公共停车场开放充电车位。"),
        ("年内减少主干道两侧的户外广告设施。", "年内增加主干道两侧的户外广告设施。"),
        ("会同海关清理主干道两侧的户外广告设施。", "会同城管清理主干道两侧的户外广告设施。"),
    ],
)
def test_one_word_that_turns_the_sense_keeps_a_linked_clause_from_being_covered(demand: str, says: str) -> None:
    assert held([demand], [demand]).clauses[0].status == "covered"
    assert held([demand], [says]).clauses[0].status != "covered"


def test_a_demand_of_which_a_linked_task_leaves_out_a_clause_is_not_covered() -> None:
    task = held([LIGHTS, BINS, "每季度通报一次市容检查结果。"], [LIGHTS])
    assert task.clauses[0].status == "covered"
    assert {clause.status for clause in task.clauses[1:]} == {"uncovered"}
    assert task.status != "covered"


def test_a_clause_is_no_surer_where_a_linked_task_leaves_out_one_of_its_phrases() -> None:
    demand = "对全市背街小巷的路灯逐盏排查，建立一灯一档的台账，按季度公布排查的结果，推广单灯控制。"
    full, short = held([demand], [demand]), held([demand], [demand.replace("，推广单灯控制", "")])
    assert full.clauses[0].confidence >= short.clauses[0].confidence


def test_a_demand_without_words_is_no_reason_to_stop() -> None:
    assert held([""], [LIGHTS]).status in ("uncovered", "review", "partial")


def test_what_is_said_again_but_waived_is_waived() -> None:
    plan = document("示例市城市管理工作要点", [("1", "管好市容", [LIGHTS, BINS])])
    plan = replace(plan, waivers=(Waiver("省意见", "1/2", "已由住建部门统一实施"),))
    task = held([LIGHTS, BINS], [], plan=plan)
    assert [clause.status for clause in task.clauses] == ["covered", "waived"]
    assert task.status == "covered"
    whole = held([LIGHTS, BINS], [], plan=replace(plan, waivers=(Waiver("省意见", "1", "已由住建部门统一实施"),)))
    assert (whole.status, whole.reason) == ("waived", "已由住建部门统一实施")


def test_the_other_verdicts_are_the_same_whether_a_linked_task_repeats_its_demand_or_not() -> None:
    """An answer is wanted by those that repeat theirs as well: whether it is free for others is weighed as ever."""
    other = ("2", "整治户外广告", ["清理主干道两侧的户外广告，背街小巷的路灯线路一并整理。"])
    directive = document("云溪省城市管理意见", [("1", "管好市容", [LIGHTS]), other])

    def second(says: str) -> TaskTrace:
        plan = document("示例市城市管理工作要点", [("1", "管好市容", [says]), ("2", "绿化", ["新建口袋公园三处。"])])
        return trace(linked(plan, {"1": "1"}), [("省意见", directive)]).directives[0].tasks[1]

    said, reworded = (
        second(LIGHTS),
        second(LIGHTS.replace("逐盏排查", "逐一排查检修到位并登记造册留存备查，纳入台账管理")),
    )
    assert said.status == reworded.status
    assert abs(said.confidence - reworded.confidence) < 0.1


def test_what_one_demand_has_said_again_is_no_sure_answer_to_another() -> None:
    demands = [("1", "管好市容", [LIGHTS]), ("2", "改造线路", ["完成路灯老旧线路改造。"])]
    directive = document("云溪省城市管理意见", demands)
    plan = document("示例市城市管理工作要点", [("1", "管好市容", [LIGHTS]), ("2", "绿化", ["新建口袋公园三处。"])])
    first, second = trace(linked(plan, {"1": "1"}), [("省意见", directive)]).directives[0].tasks
    assert (first.status, second.status) == ("covered", "review")


def test_a_measure_for_which_another_task_was_named_is_weighed_though_it_is_said_again() -> None:
    directive = document("云溪省城市管理意见", [("1", "管好市容", [LIGHTS, BINS])])
    tasks = [("1", "管好市容", [LIGHTS, BINS]), ("2", "绿化", ["新建口袋公园三处。"])]
    plan = linked(document("示例市城市管理工作要点", tasks), {"1": "1", "2": "1/2"})
    task = trace(plan, [("省意见", directive)]).directives[0].tasks[0]
    assert [clause.status for clause in task.clauses] == ["covered", "review"]
    assert "未声明" not in task.reason


def test_characters_scattered_over_a_long_sentence_say_nothing_again() -> None:
    long = "按照安排，由市纪委对公路养护费用管理使用情况和路灯专项资金开展检查，查找廉政隐患。"
    short = "由市纪委安排查看路灯隐患。"
    assert held(["排查路灯隐患。"], [short]).clauses[0].confidence > 0.99
    assert held(["排查路灯隐患。"], [long]).clauses[0].confidence < 0.99
