"""What an author has set aside: the findings of that place alone, and one remark at most on each comment."""

from __future__ import annotations

from planforge.engine import run
from planforge.rules import RuleContext
from planforge.yaml_io import load

HEAD = "标题: 2027年示例市知识产权工作要点\n年度: 2027\n部分:\n  - 标题: 重点任务\n    任务:\n"


def task(name: str, *more: str, comment: str = "") -> str:
    lines = [f"# planforge: 忽略 {comment}"] if comment else []
    lines += [f"- 标题: {name}", *(f"  {line}" for line in ("内容: 开展专项行动。", *more))]
    return "".join(f"      {line}\n" for line in lines)


def found(*tasks: str) -> list[tuple[str, int, str]]:
    reading = load((HEAD + "".join(tasks)).encode(), "要点.yaml")
    return [(d.code, d.span.start.line, d.message) for d in run(RuleContext(reading.document), reading.diagnostics)]


def test_what_is_told_for_all_tasks_goes_to_the_next_where_the_first_is_set_aside() -> None:
    names = ["执法", "维权", "运用", "服务"]
    due = "完成时限: 6月底前"
    everywhere = found(*(task(name, due) for name in names))
    assert [(code, line) for code, line, _ in everywhere] == [("UNI001", 6)]
    assert "全文4项任务都没有责任单位" in everywhere[0][2]
    rest = found(task("执法", due, comment="UNI001 本局"), *(task(name, due) for name in names[1:]))
    assert [(code, line) for code, line, _ in rest] == [("UNI001", 10)]
    assert "全文4项任务有3项没有责任单位" in rest[0][2]


def test_what_is_told_for_all_tasks_is_gone_where_each_is_set_aside() -> None:
    tasks = [task(name, "责任单位: 市科技局", comment="DDL001 长期工作") for name in ("执法", "维权", "运用")]
    assert found(*tasks) == []


def test_a_habit_of_the_document_is_told_of_the_places_that_are_not_set_aside() -> None:
    given = ("责任单位: 市科技局", "完成时限: 6月底前")
    tasks = [task(f"执法({number})", *given) for number in range(12)]
    assert [(code, line, "全文共12处" in words) for code, line, words in found(*tasks)] == [("PUN002", 6, True)]
    tasks[0] = task("执法(0)", *given, comment="PUN002 原件如此")
    assert [(code, line, "全文共11处" in words) for code, line, words in found(*tasks)] == [("PUN002", 11, True)]


def test_a_comment_that_is_of_no_use_and_gives_no_reason_is_told_once() -> None:
    given = ("责任单位: 市科技局", "完成时限: 6月底前")
    assert [code for code, _, _ in found(task("执法", *given, comment="WRD001"), task("维权", *given))] == ["SUP002"]


def test_a_comment_with_two_codes_of_no_use_is_told_once_and_names_both() -> None:
    given = ("责任单位: 市科技局", "完成时限: 6月底前")
    ((code, _, message),) = found(task("执法", *given, comment="WRD001,PUN004 照原件"), task("维权", *given))
    assert (code, "WRD001、PUN004" in message) == ("SUP002", True)


def test_a_comment_that_is_of_use_still_has_to_give_its_reason() -> None:
    tasks = [
        task("执法", "完成时限: 6月底前", comment="UNI001"),
        task("维权", "完成时限: 6月底前", "责任单位: 市科技局"),
    ]
    assert [code for code, _, _ in found(*tasks)] == ["SUP001"]
