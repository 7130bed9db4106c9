"""Tasks that answer a measure although others were named for it: those named come first, but aren't all there is."""

from __future__ import annotations

from dataclasses import replace

from labelled import document

from planforge.coverage import trace
from planforge.model import Document, Link, TaskTrace

HOURS = "公共图书馆每周开放时间不少于六十三小时，节假日照常开放。"
STUDIES = "在商圈、社区和地铁站建设城市书房，配备自助借还设备。"
DIRECTIVE = document("云溪省公共图书馆服务提升意见", [("1.1", "提升服务水平", [HOURS, STUDIES])])
PLAN = document(
    "示例市图书馆2027年工作要点",
    [
        ("2.1", "延长开放时间", ["市县两级公共图书馆每周开放不少于六十五小时，节假日照常开放。"]),
        ("2.2", "建设城市书房", ["在社区和地铁站新建城市书房十二处，配备自助借还设备。"]),
        ("2.3", "加强队伍建设", ["组织馆员业务竞赛两次。"]),
    ],
)


def held(*links: tuple[str, str], directive: Document = DIRECTIVE, plan: Document = PLAN) -> TaskTrace:
    """What becomes of the first demand when tasks of the plan declare links: (task, item)."""
    section = plan.sections[0]
    tasks = tuple(
        replace(task, implements=tuple(Link("省意见", item) for name, item in links if name == task.id))
        for task in section.tasks
    )
    linked = replace(plan, sections=(replace(section, tasks=tasks),))
    return trace(linked, [("省意见", directive)]).directives[0].tasks[0]


def test_a_measure_that_the_declared_task_leaves_out_is_answered_by_another_one_which_is_shown() -> None:
    task = held(("2.1", "1.1"))
    assert [clause.status for clause in task.clauses] == ["covered", "covered"]
    assert [clause.best.task for clause in task.clauses if clause.best] == ["2.1", "2.2"]
    assert [(c.task, c.link) for c in task.counterparts] == [("2.1", "declared"), ("2.2", "suggested")]


def test_the_report_says_that_the_other_task_was_not_declared() -> None:
    assert held(("2.1", "1.1")).reason == "另有任务2.2可能答了1.1/2，未声明"
    assert held(("2.1", "1.1"), ("2.2", "1.1")).reason == ""


def test_an_undeclared_answer_is_no_surer_than_without_any_declaration() -> None:
    assert held(("2.1", "1.1")).clauses[1].confidence <= held().clauses[1].confidence
    assert held(("2.1", "1.1"), ("2.2", "1.1")).clauses[1].confidence > held().clauses[1].confidence


def test_the_declared_task_is_named_alone_where_no_other_answers_any_better() -> None:
    directive = document(
        "云溪省公共图书馆服务提升意见", [("1.1", "提升服务水平", [HOURS, "开展古籍普查登记，修复濒危古籍。"])]
    )
    task = held(("2.1", "1.1"), directive=directive)
    assert [clause.status for clause in task.clauses] == ["covered", "uncovered"]
    assert ([c.task for c in task.counterparts], task.reason) == (["2.1"], "")


def test_a_link_for_one_measure_that_says_nothing_of_it_is_for_a_person_who_is_told_of_the_other_task() -> None:
    task = held(("2.3", "1.1/1"))
    assert [clause.status for clause in task.clauses] == ["review", "covered"]
    assert "2.1可能答了1.1/1" in task.reason


def test_a_declared_task_without_common_words_is_for_a_person_whatever_others_say() -> None:
    task = held(("2.3", "1.1"))
    assert task.status == "review"
    assert "几乎没有共同内容" in task.reason
    assert "2.1可能答了1.1/1" in task.reason


OTHERS = [(f"3.{place}", f"建设城市书房{place}", [f"在第{place}街道建设城市书房，配备座椅。"]) for place in range(1, 8)]


def test_a_task_that_answers_another_measure_is_named_beside_the_one_that_is_linked_to_a_measure() -> None:
    plan = document(
        "示例市图书馆2027年工作要点",
        [
            ("2.1", "延长开放时间", ["市县两级公共图书馆每周开放不少于六十五小时，节假日照常开放。"]),
            *OTHERS,
            (
                "4.1",
                "便民",
                ["在商圈、社区和地铁站建设城市书房，配备自助借还设备。", *(f"做好第{n}件实事。" for n in range(9))],
            ),
        ],
    )
    task = held(("2.1", "1.1/1"), plan=plan)
    answers = [clause.best.task for clause in task.clauses if clause.best]
    assert answers == ["2.1", "4.1"]
    assert {c.task for c in task.counterparts} >= {*answers}
    assert task.answering == ("2.1", "4.1")


def test_a_declared_answer_in_the_same_words_about_something_else_does_not_keep_another_task_from_being_found() -> None:
    directive = document("云溪省质量工作意见", [("1.1", "激励先进", ["对主导制定国际标准的企业给予一次性奖励。"])])
    plan = document(
        "示例市质量工作要点",
        [
            ("2.1", "激励先进", ["对获得质量奖的企业给予一次性奖励。"]),
            ("2.2", "支持标准创新", ["对主导制定国际标准的企业奖励五十万元。"]),
        ],
    )
    task = held(("2.1", "1.1"), directive=directive, plan=plan)
    assert [clause.best.task for clause in task.clauses if clause.best] == ["2.2"]
    assert "另有任务2.2可能答了1.1/1，未声明" in task.reason
