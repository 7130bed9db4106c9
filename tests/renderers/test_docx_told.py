"""What words alone don't tell (whose a paragraph is, where a heading ends) the Word file tells, and keeps telling."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

import pytest

from planforge.importers import read
from planforge.model import Attachment, Document, Header, Imprint, Section, Target, Task, Text, Units
from planforge.model.document import Kind
from planforge.renderers import docx
from planforge.styles import Style, load
from planforge.text.statements import targets_in

Edit = Callable[[str], str]
LONG = "完善工作机制，明确责任分工，定期通报进展，推动各项任务落到实处。"
TWO = "统筹兼顾，有序推进。坚持全市一盘棋，逐步推进各项工作。\n分类施策，精准发力。针对不同类型企业，提供差异化的服务。"


def task(heading: str, text: str = LONG, *below: Task, closing: str = "", **fields: object) -> Task:
    return Task(heading=Text(heading), text=Text(text), tasks=below, closing=Text(closing), **fields)  # type: ignore[arg-type]


def part(heading: str, *tasks: Task, text: str = "", closing: str = "", **fields: object) -> Section:
    return Section(heading=Text(heading), text=Text(text), tasks=tasks, closing=Text(closing), **fields)  # type: ignore[arg-type]


def aims(*words: str) -> tuple[Target, ...]:
    return tuple(target for each in words for target in targets_in(Text(each), 2027))


SHAPES = {
    "what closes a section behind its last task": [
        part(
            "强化司法保护", task("健全机制"), task("抓好衔接", f"{LONG}\n{LONG}"), closing=f"各部门要压实责任。\n{LONG}"
        ),
        part("强化行政保护", task("开展专项行动"), task("规范执法")),
    ],
    "what closes a task behind its last nested task": [
        part("完善体系", task("健全网络", "", task("建设站点"), task("培训人员"), closing=LONG), task("加强宣传")),
        part("优化服务", task("拓展渠道", "", task("设立窗口"), closing=LONG), closing="以上各项，年底前完成。"),
    ],
    "paragraphs that begin with a short sentence": [
        part("总体要求", text=TWO),
        part("重点任务", task("加强统筹", TWO), task("分类指导", "", task("建立台账", TWO), task("定期调度"))),
    ],
    "a long heading before a short sentence": [
        part(
            "保护",
            task("健全知识产权侵权纠纷检验鉴定工作体系和协调机制并抓好落实", "推广应用。"),
            task("普法", "开展宣讲。"),
        ),
        part("运用", task("盘活存量专利", "摸清底数。"), task("做优增量", "提升质量。")),
    ],
    "items without headings among such that have some": [
        part("保护", task("", "摸清底数。建立台账，逐项销号，确保件件有着落。"), task("普法"), task("", "开展宣讲")),
        part("运用", task("盘活存量"), task("做优增量")),
    ],
    "items without numbers between numbered ones": [
        part("保护", task("普法"), task("协同", unnumbered=True), task("执法"), task("", LONG, unnumbered=True)),
        part("帮扶", task("", "一是摸清底数。二是建立台账。", unnumbered=True), task("", LONG, unnumbered=True)),
        part("", text=LONG, unnumbered=True),
        part("附则", text="本要点自印发之日起施行。"),
    ],
    "texts that look like a document's foot": [
        part(
            "保护",
            task("执法", "附件：另行印发。\n2027年1月15日\n示例市知识产权局"),
            task("普法"),
            closing="特此通知。",
        ),
        part("运用", task("盘活存量", "抄送：市政府办公室。\n（此件公开发布）"), task("做优增量")),
    ],
    "items without headings that begin with a number": [
        part("保护", task("", "1.摸清底数；2.建立台账；3.逐项销号。"), task("", "2027年办理案件20件。"), task("普法")),
        part("", text="1.摸清底数；2.建立台账；3.逐项销号。", unnumbered=True),
        part("运用", task("", "3.2件以上的，予以奖励。", unnumbered=True), task("做优增量")),
    ],
    "items without numbers that begin with a dash": [
        part(
            "原则",
            task("", f"——坚持统筹。{LONG}", unnumbered=True),
            task("", f"——{LONG}\n——{LONG}", unnumbered=True),
            task("——分类", unnumbered=True),
            task("普法"),
        ),
        part("", text=f"——坚持分类。{LONG}", unnumbered=True),
        part("运用", task("", f"——{LONG}"), task("盘活", marker="——"), task("", marker="——")),
    ],
    "headings without numbers that begin as if with one": [
        part("保护", task("普法"), task("2.0版平台建设", unnumbered=True), task("（一）号工程", unnumbered=True)),
        part("一、二级市场衔接", task("普法"), unnumbered=True),
    ],
    "headings that hide their number": [
        part("一、二级市场衔接", task("普法")),
        part(
            "一、二级联动",
            task("三、四季度攻坚", marker="P1"),
            task("", "四是建立台账。", marker="专题二"),
            marker="★一、",
        ),
    ],
    "texts that begin with the next number": [
        part("保护", task("执法", f"{LONG}\n（二）类场所，逐一检查。"), task("普法", "（三）级医院。\n（三）级医院。")),
        part(
            "运用",
            task("盘活", "", task("清单", f"{LONG}\n2.0版平台上线。"), closing="（二）类场所，逐一检查。"),
            text="（一）类场所。",
        ),
    ],
    "texts that count": [
        part("保护", task("执法", f"重点抓好三件事：\n1.摸清底数。\n2.建立台账。\n{LONG}"), task("普法")),
        part("运用", task("盘活存量", "", task("清单管理", f"{LONG}\n（1）按季更新。"), closing="1.各地自行组织。")),
    ],
    "paragraphs that end without a stop": [
        part("保护", task("执法", "牵头部门要主动担当\n配合部门要积极支持\n" + LONG), task("普法")),
        part("运用", task("盘活存量", "", task("清单管理"), closing=f"有关要求如下：\n{LONG}"), task("增量", LONG)),
    ],
    "units that a text mentions": [
        part("保护", task("执法", "市司法局要加强指导。", units=Units(responsible=(Text("市司法局"),))), task("普法")),
    ],
    "units of the last task of every part": [
        part("保护", task("普法", ""), task("执法", "", units=Units(responsible=(Text("市公安局"),)))),
        part("运用", task("盘活", ""), task("增量", "", units=Units(lead=(Text("市司法局"),)))),
    ],
    "what closes items without nested ones": [
        part("保护", task("执法", closing=f"{LONG}\n各地自行组织。"), task("普法", closing="（二）类场所，逐一检查。")),
        part("运用", text=LONG, closing="以上各项，年底前完成。"),
    ],
    "targets beside the text": [
        part(
            "保护",
            task("执法", targets=aims("办案量达到20件", "办结率超过95%"), units=Units(lead=(Text("市司法局"),))),
            task("普法", "", targets=aims("2.0版平台上线")),
            task("", "", targets=aims("2.0版平台上线"), unnumbered=True),
            task("协同", f"{LONG}\n办案量达到20件。", closing=LONG, targets=aims("办案量不少于30件")),
        ),
        part(
            "运用", task("盘活", "", task("清单"), closing=LONG, targets=aims("盘活专利300件")), targets=aims("有提升")
        ),
    ],
    "units named beside such texts": [
        part("总体要求", task("统筹", TWO, units=Units(responsible=(Text("市公安局"),))), task("协同")),
        part("保护", task("执法", "", task("协作"), closing=TWO, units=Units(lead=(Text("市司法局"),))), task("普法")),
    ],
}


def own_line(style: Style) -> Style:
    return replace(style, run_in=frozenset())


STYLES = {"in line": load("gbt9704"), "on lines of their own": own_line(load("gbt9704")), "toc": load("toc")}


def plan_of(body: Sequence[Section], make_plan: Callable[..., Document], *, sealed: bool = True) -> Document:
    return make_plan(body=tuple(body), header=Header(sealed=sealed))


def outlined(document: Document) -> list[object]:
    return [
        (n.id, n.marker, n.heading.value, n.text.value, n.closing.value, n.units, n.targets, len(n.tasks))
        for n in document.walk()
    ]


@pytest.fixture
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    from planforge.ooxml.machine import libreoffice

    monkeypatch.setattr(libreoffice, "program", lambda: None)


@pytest.mark.usefixtures("without_libreoffice")
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_plan_comes_back_from_its_word_file(shape: str, style: str, make_plan: Callable[..., Document]) -> None:
    plan = plan_of(SHAPES[shape], make_plan)
    again = read(docx.render(plan, STYLES[style]), "要点.docx").document
    assert outlined(again) == outlined(plan)
    assert (again.preamble, again.issued, again.imprint) == (plan.preamble, plan.issued, plan.imprint)


def test_it_comes_back_from_what_libreoffice_saves(
    make_plan: Callable[..., Document], all_saved_again: Callable[[Sequence[bytes]], list[bytes]]
) -> None:
    plans = [plan_of(shape, make_plan, sealed=turn % 2 == 0) for turn, shape in enumerate(SHAPES.values())]
    files = [docx.render(plan, STYLES["on lines of their own"]) for plan in plans]
    headed = [replace(plan, preamble=Text()) for plan in plans[:3]]
    files += [docx.render(plan, STYLES["toc"]) for plan in headed]  # the 目录 is saved in a frame of its own
    plans += headed
    for plan, file in zip(plans, all_saved_again(files), strict=True):
        again = read(file, "要点.docx").document
        assert (outlined(again), again.header) == (outlined(plan), plan.header)


@pytest.mark.usefixtures("without_libreoffice")
@pytest.mark.parametrize(
    "lines", ["总体思路如下：\n1.坚持统筹。\n2.坚持创新。", f"（一）坚持统筹。{LONG}\n（二）坚持创新。{LONG}"]
)
def test_lines_of_a_preamble_are_no_items(lines: str, make_plan: Callable[..., Document]) -> None:
    plan = make_plan(preamble=Text(lines))
    again = read(docx.render(plan, load("gbt9704")), "要点.docx").document
    assert (again.preamble, outlined(again)) == (plan.preamble, outlined(plan))


@pytest.mark.usefixtures("without_libreoffice")
@pytest.mark.parametrize("form", ["文件", "信函"])
@pytest.mark.parametrize("posts", [(), ("局长",)])
@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize("issuers", [0, 1, 4])
def test_whether_a_seal_comes_is_told(
    issuers: int,
    sealed: bool,
    posts: tuple[str, ...],
    form: Literal["文件", "信函"],
    make_plan: Callable[..., Document],
) -> None:
    header = Header(sealed=sealed, posts=posts)
    for plan in (make_plan(issuers, header=header), make_plan(issuers, header=header, body=(), kind="notice")):
        again = read(docx.render(plan, replace(load("gbt9704"), form=form)), "要点.docx").document
        assert again.header == header


def test_the_last_words_of_an_attachment_are_no_imprint(make_plan: Callable[..., Document]) -> None:
    parts = (Attachment(Text("实施细则"), (part("附则", text=f"{LONG}\n抄送：市政府办公室。"),)),)
    again = read(docx.render(make_plan(attachments=parts), load("gbt9704")), "要点.docx").document
    assert [each.sections[0].text.value for each in again.attachments] == [f"{LONG}\n抄送：市政府办公室。"]
    assert again.imprint == make_plan().imprint


def edited(file: bytes, *edits: Edit) -> Document:
    """The file as it is read after somebody changed the XML of its body."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode()
    for edit in edits:
        after = edit(body)
        assert after != body
        body = after
    parts["word/document.xml"] = body.encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return read(target.getvalue(), "改过.docx").document


def typed_behind(words: str, added: str) -> Edit:
    """Enter at the end of the paragraph that has these words: the next one takes its properties and its run's look."""

    def edit(body: str) -> str:
        start = body.rindex("<w:p>", 0, body.index(words))
        stop = body.index("</w:p>", start) + len("</w:p>")
        look = re.findall(r"<w:rPr>.*?</w:rPr>", body[start:stop])[-1]
        kept = re.search(r"<w:pPr>.*?</w:pPr>", body[start:stop])
        assert kept is not None
        return f"{body[:stop]}<w:p>{kept[0]}<w:r>{look}<w:t>{added}</w:t></w:r></w:p>{body[stop:]}"

    return edit


def swap(old: str, new: str) -> Edit:
    return lambda body: body.replace(old, new, 1)


@pytest.fixture
def file(make_plan: Callable[..., Document]) -> bytes:
    body = [
        part("保护", task("执法", f"{LONG}\n再次督查。"), task("普法"), closing="各部门要压实责任。"),
        part("运用", task("盘活存量"), task("做优增量")),
    ]
    return docx.render(plan_of(body, make_plan), STYLES["in line"])


def of_first(document: Document) -> list[str]:
    return [node.marker + node.heading.value for node in document.sections[0].walk()]


def test_a_task_typed_below_a_text_is_one_though_it_looks_as_that(file: bytes) -> None:
    found = edited(
        file, typed_behind("执法。", "另起一段的话。"), typed_behind("另起一段的话。", "（二）联动。共同推进。")
    )
    assert of_first(found) == ["一、保护", "（一）执法", "（二）联动", "（二）普法"]
    below = edited(file, typed_behind("再次督查。", "（二）联动。共同推进。"))
    assert of_first(below) == ["一、保护", "（一）执法", "（二）联动", "（二）普法"]


def test_what_is_typed_below_a_closing_belongs_to_it(file: bytes) -> None:
    found = edited(file, typed_behind("各部门要压实责任。", "办公室要加强调度。"))
    assert found.sections[0].closing.value == "各部门要压实责任。\n办公室要加强调度。"


def test_a_heading_written_anew_is_the_heading(file: bytes) -> None:
    """Word drops a bookmark whose words were all written over, and leaves the rest of one that lost a part."""
    mark = re.compile(
        r'<w:bookmarkStart w:id="(\d+)" w:name="item2_1_2"/>(.*?)（二）普法。(.*?)<w:bookmarkEnd w:id="\1"/>'
    )
    gone = edited(file, lambda body: mark.sub(r"\2（二）全面普法。\3", body))
    assert of_first(gone)[-1] == "（二）全面普法"
    left = r'<w:bookmarkStart w:id="\1" w:name="item2_1_2"/>\2（二）普\3<w:bookmarkEnd w:id="\1"/>\2惠宣传。\3'
    assert of_first(edited(file, lambda body: mark.sub(left, body)))[-1] == "（二）普惠宣传"
    number = r'<w:bookmarkStart w:id="\1" w:name="item2_1_2"/>\2（二）\3<w:bookmarkEnd w:id="\1"/>\2全面普法。\3'
    assert of_first(edited(file, lambda body: mark.sub(number, body)))[-1] == "（二）全面普法"


def test_a_sentence_typed_behind_a_heading_is_text(file: bytes) -> None:
    """LibreOffice takes into a bookmark what is typed at its end."""
    found = edited(file, swap("（二）普法。", "（二）普法。开展宣讲。"))
    assert of_first(found)[-1] == "（二）普法"
    assert found.sections[0].tasks[-1].text.value == f"开展宣讲。{LONG}"


def test_a_task_with_another_number_is_where_that_puts_it(file: bytes) -> None:
    raised = edited(file, swap("（二）普法。", "二、普法。"), swap("二、运用", "三、运用"))
    assert [section.heading.value for section in raised.sections] == ["保护", "普法", "运用"]
    lowered = edited(file, swap("（二）做优增量。", "1.做优增量。"))
    assert [task.heading.value for task in lowered.sections[-1].tasks[0].tasks] == ["做优增量"]


def test_words_typed_behind_a_number_alone_are_kept(make_plan: Callable[..., Document]) -> None:
    """LibreOffice takes into the bookmark around the number what is typed at its end."""
    plan = plan_of([part("保护", task("", "摸清底数。建立台账。"), task("普法"))], make_plan)
    found = edited(docx.render(plan, STYLES["in line"]), swap("（一）", "（一）尽快"))
    first = found.sections[0].tasks[0]
    assert (first.marker, first.heading.value + first.text.value) == ("（一）", "尽快摸清底数。建立台账。")


def test_bookmarks_that_tell_of_no_depth_tell_nothing(file: bytes) -> None:
    found = edited(file, lambda body: re.sub(r'w:name="(item|text)\d_', r'w:name="\g<1>0_', body))
    assert of_first(found) == ["一、保护", "（一）执法", "（二）普法"]


@pytest.mark.parametrize("form", ["文件", "信函"])
@pytest.mark.parametrize("issuers", [1, 2, 5])
@pytest.mark.parametrize("kind", ["work_plan", "opinion"])
def test_who_issues_is_told_where_posts_alone_sign(
    kind: Kind, issuers: int, form: Literal["文件", "信函"], make_plan: Callable[..., Document]
) -> None:
    """签名章 bear the names; the mark may lack the word 文件, and a letter's stands in its header, one organ alone."""
    header = Header(posts=("局长", "主任")[:issuers])
    plan = make_plan(issuers, kind=kind, header=header)
    again = read(docx.render(plan, replace(load("gbt9704"), with_wenjian=False, form=form)), "意见.docx").document
    assert (again.issuers, again.header.posts) == (plan.issuers, header.posts)
    assert outlined(again) == outlined(plan)


def test_a_draft_without_a_date_comes_back_without_one(make_plan: Callable[..., Document]) -> None:
    """The page leaves room for the date, the 文号 and what the 版记 names: none of that is text."""
    body = [part("保护", task("执法"), closing=LONG)]
    plan = make_plan(0, body=tuple(body), kind="opinion", issued=None, doc_number=Text(), imprint=Imprint())
    again = read(docx.render(plan, load("gbt9704")), "意见.docx").document
    assert (outlined(again), again.issued, again.imprint) == (outlined(plan), None, Imprint())


def test_units_of_a_table_row_are_printed_though_their_cells_share_a_line(make_plan: Callable[..., Document]) -> None:
    """A PDF counts the characters of every cell from 1, so that places in two cells of a row look alike."""
    names = [Text.at_place(name, "任务表.pdf", 8, 1 + 9 * turn) for turn, name in enumerate(("市司法局", "市公安局"))]
    text = Text.at_place("市直各部门加强统筹协调，健全工作机制，每季度调度一次。", "任务表.pdf", 8, 3)
    body = [part("保护", Task(heading=Text("执法"), text=text, units=Units(support=tuple(names))))]
    again = read(docx.render(make_plan(body=tuple(body)), load("gbt9704")), "要点.docx").document
    assert again.sections[0].tasks[0].units.support == tuple(names)


@pytest.mark.parametrize("form", ["文件", "信函"])
@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize("issuers", [1, 2])
def test_names_that_turn_over_are_read_as_one(
    issuers: int, sealed: bool, form: Literal["文件", "信函"], make_plan: Callable[..., Document]
) -> None:
    long = Text("示例市人民政府推进粤云溪滨江国际知识产权交易中心建设和全国示范区创建工作领导小组办公室")
    plan = make_plan(issuers, kind="opinion", header=Header(sealed=sealed))
    plan = replace(plan, issuers=(*plan.issuers[1:], long))
    again = read(docx.render(plan, replace(load("gbt9704"), form=form)), "意见.docx").document
    assert again.issuers == plan.issuers
    assert outlined(again) == outlined(plan)
