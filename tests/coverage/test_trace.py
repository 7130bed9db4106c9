"""What an officer sees: verdicts, evidence, declared links, waivers and links that lead nowhere."""

from __future__ import annotations

from dataclasses import replace

from labelled import document

from planforge.coverage import fingerprint, trace
from planforge.model import Clause, DirectiveTrace, Document, Link, Section, Target, Task, TaskTrace, Text, Waiver

DIRECTIVE = document(
    "云溪省公共图书馆服务提升意见",
    [
        (
            "1.1",
            "延长开放时间",
            ["公共图书馆每周开放时间不少于六十三小时，节假日照常开放。", "推行夜间阅览服务，开放至晚上九点。"],
        ),
        ("1.2", "建设城市书房", ["在商圈、社区和地铁站建设城市书房，配备自助借还设备。"]),
        (
            "1.3",
            "保护古籍",
            ["开展古籍普查登记，对濒危古籍进行抢救性修复。", "建设古籍数字资源库，向读者免费开放影像。"],
        ),
    ],
)
PLAN = document(
    "示例市图书馆2027年工作要点",
    [
        (
            "2.1",
            "延长开放时间",
            ["市县两级公共图书馆每周开放不少于六十五小时，节假日照常开放。", "推行夜间阅览服务，开放至晚上九点半。"],
        ),
        ("2.2", "建设城市书房", ["在社区和地铁站新建城市书房十二处，配备自助借还设备。"]),
        ("2.3", "加强队伍建设", ["组织馆员业务竞赛两次。"]),
    ],
)


def only(plan: Document, directive: Document = DIRECTIVE) -> DirectiveTrace:
    return trace(plan, [("省意见", directive)]).directives[0]


def by_id(found: DirectiveTrace) -> dict[str, TaskTrace]:
    return {task.task.id: task for task in found.tasks}


def changed(document: Document, name: str, **fields: object) -> Document:
    """The document with some fields of one task replaced."""
    section = document.sections[0]
    tasks = tuple(replace(task, **fields) if task.id == name else task for task in section.tasks)
    return replace(document, sections=(replace(section, tasks=tasks),))


def test_what_is_answered_almost_word_for_word_is_covered_by_its_counterpart() -> None:
    task = by_id(only(PLAN))["1.1"]
    assert (task.status, task.counterparts[0].task) == ("covered", "2.1")
    assert {(e.clause, e.plan_clause) for e in task.counterparts[0].evidence} >= {
        ("1.1/1", "2.1/1"),
        ("1.1/2", "2.1/2"),
    }


def test_what_the_plan_never_mentions_is_uncovered_and_quoted_as_missing() -> None:
    task = by_id(only(PLAN))["1.3"]
    assert task.status == "uncovered"
    assert task.clauses[0].missing == ("开展古籍普查登记，对濒危古籍进行抢救性修复。",)


def test_a_demand_whose_headline_the_plan_repeats_is_for_a_person_and_not_called_missing() -> None:
    plan = document("示例市图书馆2027年工作要点", [("2.1", "“保护古籍”，传承文脉", ["举办馆员书法展览两次。"])])
    task = by_id(only(plan))["1.3"]
    assert task.status == "review"
    assert "2.1" in task.reason
    assert [clause.status for clause in task.clauses] == ["uncovered", "uncovered"]


def test_an_empty_plan_covers_nothing_and_says_so_without_doubt() -> None:
    found = only(document("示例市图书馆2027年工作要点", []))
    assert {(task.status, task.confidence) for task in found.tasks} == {("uncovered", 1.0)}
    assert all(task.counterparts == () for task in found.tasks)


def test_a_document_covers_itself() -> None:
    assert {task.status for task in only(DIRECTIVE).tasks} == {"covered"}


def test_a_leaf_of_a_heading_alone_is_judged_by_its_heading() -> None:
    directive = document("意见", [("1.1", "建设城市书房，配备自助借还设备", []), ("1.2", "保护古籍", [])])
    tasks = by_id(only(PLAN, directive))
    assert tasks["1.1"].counterparts[0].task == "2.2"
    assert tasks["1.1"].clauses == ()


def test_a_declared_link_comes_first_even_where_the_text_gives_it_nothing() -> None:
    link = Link("省意见", "1.3")
    plan = changed(PLAN, "2.3", implements=(link,))
    task = by_id(only(plan))["1.3"]
    assert (task.counterparts[0].task, task.counterparts[0].link) == ("2.3", "declared")


def test_a_link_declared_for_a_clause_settles_that_clause_and_shows_its_task() -> None:
    plan = changed(PLAN, "2.3", implements=(Link("省意见", "1.3/2"),))
    task = by_id(only(plan))["1.3"]
    assert (task.counterparts[0].task, task.counterparts[0].link) == ("2.3", "declared")
    assert [clause.best.task for clause in task.clauses if clause.best and clause.id == "1.3/2"] == ["2.3"]


def test_a_declared_link_between_texts_with_nothing_in_common_goes_to_a_person() -> None:
    plan = changed(PLAN, "2.3", implements=(Link("省意见", "1.3"),))
    task = by_id(only(plan))["1.3"]
    assert task.status == "review"
    assert "须人工核对" in task.reason


def test_a_link_whose_superior_text_is_as_it_was_seen_holds() -> None:
    seen = fingerprint(DIRECTIVE.sections[0].tasks[1])
    plan = changed(PLAN, "2.2", implements=(Link("省意见", "1.2", seen),))
    task = by_id(only(plan))["1.2"]
    assert (task.status, task.counterparts[0].link) == ("covered", "declared")


def test_a_link_whose_superior_text_has_changed_is_outdated_and_counts_as_uncovered() -> None:
    plan = changed(PLAN, "2.2", implements=(Link("省意见", "1.2", "000000"),))
    task = by_id(only(plan))["1.2"]
    assert (task.status, task.confidence) == ("uncovered", 1.0)
    assert [c.task for c in task.counterparts if c.link == "outdated"] == ["2.2"]


def test_an_outdated_link_to_a_clause_uncovers_the_clause() -> None:
    plan = changed(PLAN, "2.1", implements=(Link("省意见", "1.1/2", "000000"),))
    clauses = {clause.id: clause.status for clause in by_id(only(plan))["1.1"].clauses}
    assert clauses["1.1/2"] == "uncovered"


def test_a_waived_item_is_waived_with_its_reason_whatever_the_texts_say() -> None:
    plan = replace(PLAN, waivers=(Waiver("省意见", "1.3", "本市没有古籍"),))
    task = by_id(only(plan))["1.3"]
    assert (task.status, task.reason) == ("waived", "本市没有古籍")
    assert {clause.status for clause in task.clauses} == {"waived"}


def test_a_waived_clause_no_longer_counts_against_its_task() -> None:
    plan = replace(PLAN, waivers=(Waiver("省意见", "1.1/2", "本市已全部实行"),))
    clauses = [clause.status for clause in by_id(only(plan))["1.1"].clauses]
    assert clauses == ["covered", "waived"]


def test_a_waiver_of_a_text_that_changed_since_waives_nothing_and_says_so() -> None:
    accepted = Waiver("省意见", "1.3", "本市没有古籍", fingerprint(by_id(only(PLAN))["1.3"].task))
    assert by_id(only(replace(PLAN, waivers=(accepted,))))["1.3"].status == "waived"
    task = by_id(only(replace(PLAN, waivers=(replace(accepted, seen="000000"),))))["1.3"]
    assert task.status == by_id(only(PLAN))["1.3"].status
    assert "waived" not in {clause.status for clause in task.clauses}
    assert "写了不涉及，但上级条目的文字在确认之后有改动" in task.reason


def test_a_link_to_an_item_that_does_not_exist_is_broken_and_offers_the_nearest() -> None:
    plan = changed(PLAN, "2.1", implements=(Link("省意见", "1.11"),))
    (broken,) = trace(plan, [("省意见", DIRECTIVE)]).broken
    assert (broken.reason, broken.item) == ("item", "1.11")
    assert broken.task is not None
    assert broken.nearest[0] == "1.1"


def test_a_link_to_an_unknown_document_is_broken_and_names_the_known_ones() -> None:
    plan = changed(PLAN, "2.1", implements=(Link("省意件", "1.1"),))
    (broken,) = trace(plan, [("省意见", DIRECTIVE)]).broken
    assert (broken.reason, broken.nearest) == ("directive", ("省意见",))


def test_a_link_may_name_a_directive_by_its_number_or_title() -> None:
    directive = replace(DIRECTIVE, doc_number=Text("云文〔2027〕3号"))
    for name in ("云文〔2027〕3号", "云溪省公共图书馆服务提升意见"):
        plan = changed(PLAN, "2.2", implements=(Link(name, "1.2"),))
        assert trace(plan, [("省意见", directive)]).broken == ()
        assert by_id(only(plan, directive))["1.2"].counterparts[0].link == "declared"


def test_several_directives_are_traced_apart() -> None:
    found = trace(PLAN, [("甲", DIRECTIVE), ("乙", PLAN)])
    assert [d.alias for d in found.directives] == ["甲", "乙"]
    assert {task.status for task in found.directives[1].tasks} == {"covered"}


def test_a_bare_section_of_requirements_answers_nothing() -> None:
    bare = Section(id="9", heading=Text("工作要求"), text=Text("保护古籍，开展古籍普查登记。"), role="safeguards")
    plan = replace(PLAN, sections=(*PLAN.sections, bare))
    assert all(c.task != "9" for task in only(plan).tasks for c in task.counterparts)


def test_the_same_input_gives_the_same_trace() -> None:
    assert trace(PLAN, [("省意见", DIRECTIVE)]) == trace(PLAN, [("省意见", DIRECTIVE)])


def test_a_fingerprint_ignores_layout_but_not_words() -> None:
    task = Task(heading=Text("保护古籍"), text=Text("开展古籍普查，2027年完成。"))
    spaced = Task(id="9", marker="（九）", heading=Text("保护 古籍。"), text=Text("开展古籍普查,２０２７年完成"))
    other = replace(task, text=Text("开展古籍普查，2028年完成。"))
    assert fingerprint(task) == fingerprint(spaced) != fingerprint(other)


def test_opposed_actions_on_one_object_are_not_called_covered() -> None:
    directive = document(
        "意见",
        [("1", "放宽限制", ["取消农村客运线路经营限制。"]), ("2", "强化监督", ["加强人大监督，检查旅游市场执法。"])],
    )
    plan = document(
        "要点", [("1", "增加线路", ["新增农村客运线路十二条。"]), ("2", "规范执法", ["加强旅游市场行政执法检查。"])]
    )
    for task in only(plan, directive).tasks:
        assert task.clauses[0].best is not None
        assert "covered" not in (task.status, task.clauses[0].status)


def of_one(superior: str, answer: str) -> TaskTrace:
    """What becomes of one measure that one clause of a plan of several tasks is about."""
    plan = changed(PLAN, "2.3", heading=Text("加强保障"), clauses=(Clause("2.3/1", Text(answer)),), text=Text(answer))
    (task,) = only(plan, document("云溪省保障意见", [("1.1", "加强保障", [superior])])).tasks
    return task


def test_a_duty_that_became_an_option_is_covered_in_part_and_quotes_what_is_missing() -> None:
    task = of_one("应当建立养老机构预收费资金存管制度。", "建立养老机构预收费资金存管制度。")
    assert task.status == "covered"
    task = of_one("应当建立养老机构预收费资金存管制度。", "鼓励建立养老机构预收费资金存管制度。")
    assert (task.status, task.clauses[0].missing) == ("partial", ("应当建立养老机构预收费资金存管制度",))


def test_a_figure_that_must_not_be_undercut_is_no_duty_that_became_an_option() -> None:
    task = of_one(
        "建立养老机构预收费资金存管制度，存管比例不得低于20%。",
        "探索建立养老机构预收费资金存管制度，存管比例不低于20%。",
    )
    assert task.status == "covered"


def test_a_scope_that_became_narrower_is_covered_in_part() -> None:
    task = of_one("在全市推行农村饮水统一管护，覆盖所有行政村。", "选择两个县推行农村饮水统一管护。")
    assert (task.status, bool(task.clauses[0].missing)) == ("partial", True)
    task = of_one("每个乡镇配备饮水管护人员2名。", "有条件的乡镇配备饮水管护人员2名。")
    assert (task.status, bool(task.clauses[0].missing)) == ("partial", True)


def test_a_task_of_two_measures_one_of_them_a_hole_is_not_covered() -> None:
    directive = document(
        "云溪省公共图书馆服务提升意见",
        [("1.1", "建设城市书房", ["在社区和地铁站建设城市书房，配备自助借还设备。", "组建家庭医生签约服务团队。"])],
    )
    (task,) = only(PLAN, directive).tasks
    assert [clause.status for clause in task.clauses] == ["covered", "uncovered"]
    assert task.status == "partial"


def linked(name: str, *links: Link) -> Document:
    return changed(PLAN, name, implements=links)


def test_an_outdated_link_leaves_all_that_it_stood_for_uncovered() -> None:
    task = by_id(only(linked("2.1", Link("省意见", "1.1", "000000"))))["1.1"]
    assert task.status == "uncovered"
    assert {clause.status for clause in task.clauses} == {"uncovered"}


def test_an_outdated_link_of_what_can_answer_nothing_leaves_its_demand_uncovered() -> None:
    aims = Section(
        id="9", heading=Text("主要目标"), text=Text("服务。"), role="goals", implements=(Link("省意见", "1.1", "0"),)
    )
    task = by_id(only(replace(PLAN, sections=(aims,))))["1.1"]
    assert (task.status, task.clauses[0].best) == ("uncovered", None)


def test_an_outdated_link_to_one_measure_leaves_the_others_as_they_are() -> None:
    task = by_id(only(linked("2.1", Link("省意见", "1.1/1", "000000"))))["1.1"]
    assert [clause.status for clause in task.clauses] == ["uncovered", "covered"]
    assert task.status == "partial"


def test_a_link_to_one_measure_does_not_blind_to_what_answers_the_others() -> None:
    task = by_id(only(linked("2.1", Link("省意见", "1.1/1"))))["1.1"]
    assert [clause.status for clause in task.clauses] == ["covered", "covered"]


def test_a_link_to_one_measure_with_nothing_in_common_is_for_a_person() -> None:
    task = by_id(only(linked("2.3", Link("省意见", "1.1/1"))))["1.1"]
    assert task.clauses[0].status == "review"


def test_a_declared_task_half_of_whose_measures_are_holes_is_not_covered() -> None:
    task = by_id(only(linked("2.2", Link("省意见", "1.1"))))["1.1"]
    assert task.status != "covered"


def test_an_answer_belongs_to_the_task_it_is_most_like_although_another_was_linked_to_it_first() -> None:
    plan = document("要点", [("1", "建设城市书房", ["在社区和地铁站建设城市书房，配备自助借还设备。"])])
    plan = changed(plan, "1", implements=(Link("省意见", "1"), Link("省意见", "2")))

    def doubt(other: str) -> float:
        texts = ["在社区和地铁站建设城市书房，配备借还设备和座椅。", other]
        directive = document("意见", [(str(n), "建设城市书房", [text]) for n, text in enumerate(texts, 1)])
        return 1 - by_id(only(plan, directive))["1"].clauses[0].confidence

    assert doubt("在社区和地铁站建设城市书房，配备自助借还设备。") > 5 * doubt("组织馆员业务竞赛。")


def test_a_figure_beside_the_task_s_text_answers_the_superior_s_clause() -> None:
    directive = document(
        "云溪省公共图书馆服务提升意见",
        [("1.1", "改进读者服务", ["每季度听取读者意见，到2027年读者满意度达到百分之九十五以上。"])],
    )
    plan = document("示例市图书馆2027年工作要点", [("2.1", "改进读者服务", ["每季度召开读者座谈会。"])])
    target = Target(Text("读者满意度达到百分之九十五以上"), "读者满意度", ">=", 95.0, "%")
    without = only(plan, directive).tasks[0].clauses[0]
    beside = only(changed(plan, "2.1", targets=(target,)), directive).tasks[0].clauses[0]
    assert without.status != "covered"
    assert (beside.status, beside.missing) == ("covered", ())
