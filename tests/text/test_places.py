from planforge.model import Attachment, Document, Section, Task, Text
from planforge.text.outline import complete
from planforge.text.places import where, wheres


def task(heading: str, *tasks: Task, marker: str = "", unnumbered: bool = False) -> Task:
    return Task(heading=Text(heading), tasks=tasks, marker=marker, unnumbered=unnumbered)


def section(heading: str, *tasks: Task, marker: str = "", unnumbered: bool = False) -> Section:
    return Section(heading=Text(heading), tasks=tasks, marker=marker, unnumbered=unnumbered)


def places(*sections: Section) -> dict[str, str]:
    document = complete(Document(sections=sections))
    return {node.heading.value: where(document, node) for node in document.walk()}


def test_a_task_is_named_by_its_part_and_number() -> None:
    named = places(section("甲"), section("乙", task("丙"), task("丁", task("戊", task("己")))))
    assert named["乙"] == "第二部分"
    assert named["丁"] == "第二部分第2项"
    assert named["戊"] == "第二部分第2项第1小项"
    assert named["己"] == "第二部分第2项第1小项第1点"


def test_numbers_that_run_on_are_those_that_the_reader_sees() -> None:
    named = places(
        section("甲", task("丙", marker="（一）"), task("丁", marker="（二）")),
        section("乙", task("戊", marker="（三）"), task("己", marker="（四）")),
    )
    assert named["己"] == "第二部分第4项"


def test_chapters_and_articles_keep_their_own_names() -> None:
    named = places(section("总则", task("目的", marker="第一条"), marker="第一章"))
    assert named["目的"] == "第一章第一条"


def test_what_has_no_number_is_called_by_its_heading() -> None:
    named = places(section("前言", unnumbered=True), section("甲", task("统筹兼顾", unnumbered=True)))
    assert named["前言"] == "“前言”部分"
    assert named["统筹兼顾"] == "第一部分“统筹兼顾”"


def test_a_node_of_an_attachment_says_which() -> None:
    inner = section("清单", task("丙"))
    document = complete(Document(attachments=(Attachment(), Attachment(sections=(inner,)))))
    node = document.attachments[1].sections[0].tasks[0]
    assert where(document, node) == "附件2第一部分第1项"


def test_a_node_of_another_document_has_no_place() -> None:
    assert where(Document(), Task()) == ""


def test_all_places_at_once_are_those_of_each_alone() -> None:
    body = (section("甲", task("丙", task("丁"))), section("乙"))
    attached = (Attachment(sections=(section("戊", task("己")),)), Attachment(sections=(section("庚"),)))
    document = complete(Document(sections=body, attachments=attached))
    nodes = [*document.walk(), *(node for part in document.attachments for s in part.sections for node in s.walk())]
    assert [wheres(document)[id(node)] for node in nodes] == [where(document, node) for node in nodes]
