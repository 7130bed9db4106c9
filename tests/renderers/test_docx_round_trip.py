"""What is set as a Word file is read back as it was, whatever the plan, its header, its attachments and the profile."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planforge import styles
from planforge.importers import read
from planforge.model import (
    Attachment,
    Deadline,
    Document,
    Header,
    Imprint,
    Indicator,
    Notice,
    Section,
    Task,
    Text,
    Units,
)
from planforge.ooxml.machine import libreoffice
from planforge.renderers import docx
from planforge.styles import Style
from planforge.text.outline import complete
from planforge.text.statements import targets_in

TITLE = "2027年示例市知识产权工作要点"
CHARACTERS = sorted(set("健全完善知识产权保护协同机制推动专利转化运用服务企业创新发展提升公共服务效能营造良好环境"))
ORGANS = ("示例市市场监督管理局", "示例市知识产权局", "示例市公安局", "示例市司法局", "示例市文化广电和旅游局")
UNITS = ("市司法局", "市公安局", "高新区管委会", "各县（区）人民政府", "市中级人民法院", "人民银行示例市分行")
LIMITS = ("6月底前", "年底前", "长期坚持", "每季度", "2027年10月31日前", "上半年", "2027年6月至9月")
#: Sentences whose words say them again when they are read, and one that says no amount.
TARGETS = (
    "万人高价值发明专利拥有量达到3.2件",
    "2028年专利授权量超过300件",
    "办案周期不超过1.5个月",
    "2.0版平台上线",
    "服务站点不断线",
)
CELLS = ("", "1", "3.2%", "市司法局、市公安局", "第一行\n第二行", "—", "（一）")
#: What trips readers up: digits, Latin letters, quotes, brackets, titles of documents.
PHRASES = (
    "达到3.2件",
    "推广PCT国际申请",
    "开展“一站式”服务",
    "落实《云溪省专利办法》（云政〔2026〕3号）",
    "占比80%以上",
)


def words(least: int, most: int) -> st.SearchStrategy[str]:
    return st.text(alphabet=CHARACTERS, min_size=least, max_size=most)


def texts(values: tuple[str, ...] | list[str]) -> tuple[Text, ...]:
    return tuple(map(Text, values))


headings = words(4, 12).map(Text)
sentences = st.lists(words(6, 20) | st.sampled_from(PHRASES), min_size=1, max_size=4).map(lambda p: "，".join(p) + "。")
paragraphs = st.lists(sentences, min_size=1, max_size=3).map("".join)
some_paragraph = st.just("") | paragraphs
some_paragraphs = st.lists(paragraphs, max_size=3).map("\n".join)
units = st.lists(st.sampled_from(UNITS), unique=True, max_size=4).flatmap(
    lambda names: st.sampled_from(
        [
            Units(texts(names[:1]), texts(names[1:])),
            Units(responsible=texts(names)),
            Units(texts(names[:2]), texts(names[2:3]), texts(names[3:])),
            Units(support=texts(names)),
        ],
    )
)
limits = st.lists(st.sampled_from(LIMITS), max_size=2, unique=True).map(
    lambda found: tuple(Deadline(text) for text in texts(found))
)
targets = st.lists(st.sampled_from(TARGETS), max_size=3, unique=True).map(
    lambda found: tuple(target for words in found for target in targets_in(Text(words), 2027))
)
leaves = st.builds(
    lambda heading, text, closing, names, deadlines, found, bare: Task(
        heading=heading,
        text=text,
        closing=Text(closing if text.value else ""),
        units=names,
        deadlines=deadlines,
        targets=found,
        unnumbered=bare,
    ),
    headings | st.just(Text()),
    some_paragraphs.map(Text),
    st.just("") | some_paragraphs,
    units,
    limits,
    st.just(()) | targets,
    st.sampled_from([False, False, False, True]),
).filter(lambda leaf: leaf.heading.value or leaf.text.value)


def groups_of(below: st.SearchStrategy[Task]) -> st.SearchStrategy[Task]:
    return st.builds(
        lambda heading, text, tasks, closing, names, deadlines, found: Task(
            heading=heading,
            text=Text(text),
            tasks=tuple(tasks),
            closing=Text(closing),
            units=names,
            deadlines=deadlines,
            targets=found,
        ),
        headings,
        some_paragraphs,
        st.lists(below, min_size=1, max_size=3),
        some_paragraphs,
        units,
        limits,
        st.just(()) | targets,
    )


groups = groups_of(leaves) | groups_of(groups_of(leaves) | leaves)
sections = st.builds(
    lambda heading, text, closing, names, found, tasks: Section(
        heading=heading,
        text=Text(text),
        tasks=tuple(tasks),
        closing=Text(closing if tasks or text else ""),
        units=names,
        targets=found,
    ),
    headings,
    some_paragraphs,
    some_paragraphs,
    st.just(Units()) | units,
    st.just(()) | targets,
    st.just([]) | st.lists(leaves, min_size=1, max_size=4) | st.lists(groups, min_size=1, max_size=2),
).filter(lambda section: section.tasks or section.text.value)
cells = words(0, 12) | st.sampled_from(CELLS)
tables = st.integers(1, 9).flatmap(
    lambda columns: st.builds(
        lambda head, rows: (
            tuple(head),
            *((str(place), *row[1:]) if row[1:] else tuple(row) for place, row in enumerate(rows, 1)),
        ),
        st.lists(words(2, 5), min_size=columns, max_size=columns, unique=True),
        st.lists(st.lists(cells, min_size=columns, max_size=columns), min_size=1, max_size=5),
    )
)
attachments = st.one_of(
    st.builds(
        lambda heading, parts, found: Attachment(Text(f"{heading}说明"), tuple(parts), tuple(found)),
        words(4, 30),
        st.lists(sections, max_size=1),
        st.lists(tables, min_size=1, max_size=2),
    ),
    st.builds(
        lambda heading, parts: Attachment(Text(f"{heading}名词解释"), tuple(parts)),
        words(4, 8),
        st.lists(sections, min_size=1, max_size=2),
    ),
    st.builds(
        lambda heading, rows, units: Attachment(
            Text(f"{heading}任务清单"),
            tables=(
                (
                    ("序号", "任务", "时限", "责任单位"),
                    *((str(n), f"任务{n}", "年底前", "、".join(units[:n])) for n in range(1, rows + 1)),
                ),
            ),
        ),
        words(4, 8),
        st.integers(1, 4),
        st.lists(words(2, 40), min_size=4, max_size=4),
    ),
)
headers = st.builds(
    Header,
    st.sampled_from(["", "000012"]),
    st.sampled_from(["", "机密★1年", "秘密"]),
    st.sampled_from(["", "特急", "加急"]),
    st.sampled_from([(), ("张明",), ("张明", "李华明"), ("张明", "李华明", "王五")]),
    sealed=st.booleans(),
    note=st.sampled_from(["", "此件公开发布"]),
    posts=st.sampled_from([(), (), ("局长",), ("局长", "主任")]),
)
notices = st.none() | st.builds(
    lambda title, more: Notice(title=Text(title), text=Text(f"现将《{TITLE}》印发给你们，请认真贯彻落实。{more}")),
    st.sampled_from(
        [
            f"示例市知识产权局关于印发{TITLE}的通知",
            f"关于印发《{TITLE}》的通知",
            f"{' '.join(ORGANS[:2])}关于印发《{TITLE}》的通知",
            f"{'　'.join(ORGANS[:4])}关于印发《{TITLE}》的通知",
            f"示例市知识产权局\n关于印发《{TITLE}》的通知",
        ]
    ),
    some_paragraph,
)
indicators = st.builds(
    lambda name, names, baseline, target: Indicator(
        name=Text(f"指标{name.value}"), unit="件", baseline=baseline, target=target, units=names
    ),
    headings,
    units,
    st.none() | st.integers(1, 99).map(float),
    st.integers(100, 999).map(float),
)


def explained(indicators: tuple[Indicator, ...], title: str) -> Attachment:
    """A table that names indicators and doesn't say what is to be reached."""
    rows = ((indicator.name.value, "拥有的件数") for indicator in indicators)
    return Attachment(Text(title), tables=((("名词", "说明"), *rows),))


imprints = st.builds(
    lambda copies, printer, printed: Imprint(texts(copies), Text(printer), printed),
    st.sampled_from([(), ("市委办公室",), ("市委办公室", "市人大常委会办公室")]),
    st.sampled_from(["示例市知识产权局办公室", ""]),
    st.sampled_from([datetime.date(2027, 1, 16), None]),
)
plans = st.builds(
    lambda body, issuers, parts, named, number, issued, to, preamble, indicators, **fields: complete(
        Document(
            kind="work_plan",
            title=Text(TITLE),
            doc_number=Text(number),
            issuers=texts(ORGANS[:issuers]),
            issued=issued,
            year=2027,
            recipients=Text(to),
            preamble=Text(preamble),
            sections=tuple(body),
            attachments=(*parts, *(explained(indicators, title) for title in named if indicators)),
            indicators=indicators,
            **fields,
        )
    ),
    st.lists(sections, min_size=1, max_size=3),
    st.integers(1, 5),
    st.lists(attachments, max_size=3),
    st.sampled_from([(), ("名词解释表",), ("指标解释",)]),
    st.sampled_from(["示知〔2027〕12号", ""]),
    st.sampled_from([datetime.date(2027, 1, 15), None]),
    st.sampled_from(["各县（区）人民政府，市有关单位", ""]),
    st.sampled_from(["2027年工作的总体思路是：坚持创新发展。", "", "2027年是开局之年。\n做好全年工作，意义重大。"]),
    header=headers,
    notice=notices,
    indicators=st.lists(indicators, max_size=3, unique_by=lambda each: each.name.value).map(tuple),
    imprint=imprints,
)


#: Last words that no list of them holds, and marks that mislead readers elsewhere.
endings = st.sampled_from(
    [
        "开局之年作战图",
        "路线图",
        "工作指引2.0",
        "工作要点😀",
        "加油！",
        "怎么干：问与答",
        "工作任务书（2027版）",
        "一号文件",
    ]
) | st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=60)
titles = endings.map(lambda ending: "2027年示例市知识产权" + ending)


def around(document: Document) -> dict[str, Any]:
    """What stands around the tasks, in any form of letter."""
    header, notice = document.header, document.notice
    return {
        "title": document.title.value,
        "doc_number": document.doc_number.value,
        "issued": document.issued,
        "recipients": document.recipients.value,
        "preamble": document.preamble.value,
        "header": (header.copy_number, header.secrecy, header.urgency, header.sealed, header.note, header.posts),
        "notice": (notice.title.value, notice.text.value) if notice else None,
        "copies": document.imprint.copies,
        "indicators": [
            (each.name.value, each.unit, each.baseline, each.target, each.units) for each in document.indicators
        ],
    }


def of_a_wenjian(document: Document) -> tuple[Any, ...]:
    """What a letter (信函) has not."""
    return document.issuers, document.header.signers, document.imprint.printer, document.imprint.printed


def limits_of(node: Task) -> list[str]:
    return [deadline.text.value for deadline in node.deadlines]


def nodes(parts: tuple[Section, ...]) -> list[tuple[Any, ...]]:
    found = (node for section in parts for node in section.walk())
    return [
        (n.id, n.marker, n.heading.value, n.text.value, n.closing.value, n.units, limits_of(n), n.targets)
        for n in found
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans, st.sampled_from(sorted(styles.available())), st.booleans())
def test_a_plan_survives_the_word_file(plan: Document, name: str, in_line: bool) -> None:
    style = styles.load(name)
    survives(plan, style if in_line else replace(style, run_in=frozenset()))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans, titles, st.sampled_from(sorted(styles.available())))
def test_a_plan_survives_the_word_file_whatever_its_title_ends_in(plan: Document, title: str, name: str) -> None:
    survives(replace(plan, title=Text(title)), styles.load(name))


def survives(plan: Document, style: Style) -> None:
    """Hold what is read back of a plan's Word file against the plan."""
    with pytest.MonkeyPatch.context() as without:
        without.setattr(libreoffice, "program", lambda: None)  # on which page things lie isn't asked here
        again = read(docx.render(plan, style), "要点.docx").document
    told, wanted = around(again), around(plan)
    if plan.notice is None:
        told["notice"] = None  # printing makes one
    assert told == wanted
    if style.form == "文件":
        assert of_a_wenjian(again) == of_a_wenjian(plan)
    assert nodes(again.sections) == nodes(plan.sections)
    for part, own in zip(again.attachments, plan.attachments, strict=False):  # printing adds tables of its own
        assert (part.title, part.tables) == (own.title, own.tables)
        assert nodes(part.sections) == nodes(own.sections)
    assert len(again.attachments) >= len(plan.attachments)


@pytest.mark.parametrize("style", ["gbt9704", "letter"])
def test_recipients_in_the_imprint_are_read_back(
    make_plan: Callable[..., Document], word: Callable[[bytes], Any], style: str
) -> None:
    to = Text("各县（区）人民政府，" + "，".join(f"市第{n}局" for n in range(1, 90)))
    plan = make_plan(kind="notice", recipients=to)
    file = docx.render(plan, styles.load(style))
    assert "主送：各县（区）人民政府" in word(file).all_text and read(file, "意见.docx").document.recipients == to
    issued = make_plan(recipients=to, notice=Notice(Text("关于印发要点的通知"), to, Text("现印发给你们，请贯彻执行。")))
    again = read(docx.render(issued, styles.load(style)), "要点.docx").document
    assert (again.recipients, again.notice and again.notice.recipients) == (to, to)


@pytest.mark.parametrize(
    "preamble", ["今年工作如下。\n一、加强保护。\n（一）建库。\n二、加强运用。", "一、保护。\n二、运用。"]
)
def test_a_plan_of_nothing_but_a_preamble_is_read_back_as_that(
    make_plan: Callable[..., Document], preamble: str
) -> None:
    plan = replace(make_plan(), preamble=Text(preamble), sections=())
    again = read(docx.render(plan, styles.load("gbt9704")), "要点.docx").document
    assert (again.preamble.value, again.sections) == (preamble, ())
