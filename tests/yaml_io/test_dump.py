"""Writing: what is dumped reads as a clerk would write it, and loads as the same document."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge import importers
from planforge.model import (
    Attachment,
    Citation,
    Deadline,
    Document,
    Header,
    Imprint,
    Indicator,
    Link,
    Notice,
    Section,
    Superior,
    Target,
    Task,
    Text,
    Units,
    Waiver,
)
from planforge.renderers._wording import own_text
from planforge.text.deadlines import read
from planforge.text.outline import complete
from planforge.yaml_io import dump, load

UNITS = ["市公安局", "市市场监管局", "各县（市、区）人民政府", "市委宣传部", "人民银行示例市分行"]
WORDS = [
    "推进建设", "一是抓落实。", "二是强保障；", "2027年6月底前完成", "达到30件以上", ": ", " #", "'", '"', "“一网通办”",
    "[甲]", "{乙}",    "%", "*", "&", "- ", "\n", "　　", "（市公安局负责）", "1:3", "0", "~", "null", "é", "😀", "\\",
]  # fmt: skip


def clean(parts: list[str]) -> str:
    """Words as readers leave them: no blanks at the ends of a text or of its lines."""
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


texts = st.lists(st.sampled_from(WORDS), max_size=6).map(clean).map(Text)
titles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(clean).filter(bool).map(Text)
units = st.lists(st.sampled_from(UNITS), max_size=3, unique=True)
days = st.dates(datetime.date(2020, 1, 1), datetime.date(2035, 12, 31))
deadlines = st.one_of(
    st.sampled_from(["6月底前", "每季度", "长期坚持", "条件成熟时", "2027-06-30"]).map(
        lambda words: read(Text(words), 2027)
    ),
    st.builds(Deadline, st.just(Text("适时")), days),
)
targets = st.builds(
    Target,
    text=titles,
    indicator=st.sampled_from(["专利授权量", "调解成功率"]),
    op=st.sampled_from([">=", "<", "~", "decrease"]),
    value=st.one_of(st.floats(0, 1e6).map(lambda x: round(x, 3)), st.sampled_from(["三分之一", (3.0, 5.0)])),
    unit=st.sampled_from(["件", "%", ""]),
    year=st.sampled_from([None, 2027]),
)
links = st.builds(
    Link, st.sampled_from(["省意见", "市规划"]), st.sampled_from(["3.2", "4.10/1"]), st.sampled_from([None, "3fa1c2"])
)


@st.composite
def all_units(draw: st.DrawFn) -> Units:
    names = [Text(name) for name in draw(units)]
    cut = draw(st.integers(0, len(names)))
    return Units(lead=tuple(names[:cut][:1]), support=tuple(names[:cut][1:]), responsible=tuple(names[cut:]))


@st.composite
def nodes(draw: st.DrawFn, depth: int = 0) -> Task:
    unnumbered = draw(st.sampled_from([False, False, False, True]))
    own = draw(st.sampled_from(["", "", "强基-1"])) if depth == 1 else ""
    return Task(
        id=own,
        own_id=bool(own),
        marker="" if unnumbered else draw(st.sampled_from(["", "", "（一）", "1.", "第三条", "专栏1"])),
        unnumbered=unnumbered,
        heading=draw(titles),
        text=draw(texts),
        closing=draw(texts),
        units=draw(all_units()),
        deadlines=tuple(draw(st.lists(deadlines, max_size=2))),
        targets=tuple(draw(st.lists(targets, max_size=2))),
        implements=tuple(draw(st.lists(links, max_size=2))),
        tasks=tuple(draw(st.lists(nodes(depth + 1), max_size=2))) if depth < 2 else (),
    )


@st.composite
def sections(draw: st.DrawFn) -> Section:
    node = draw(nodes())
    role = draw(st.sampled_from(["guidance", "goals", "tasks", "safeguards", "background"]))
    fields = {name: getattr(node, name) for name in Task.__slots__}
    return Section(**fields, role=role)


indicators = st.builds(
    Indicator,
    name=titles,
    unit=st.sampled_from(["", "件"]),
    baseline=st.sampled_from([None, 3.5, 0.0]),
    target=st.sampled_from([None, 12.0]),
    text=st.sampled_from(["", "年均增长5%"]),
    units=all_units(),
)
tables = st.lists(
    st.lists(
        st.lists(st.sampled_from(["", "序号", "1", "a: b", "[甲, 乙]"]), min_size=1, max_size=3).map(tuple),
        min_size=1,
        max_size=2,
    ).map(tuple),
    max_size=2,
)
citations = st.builds(Citation, st.just("示例意见"), st.sampled_from([None, "示政发〔2026〕8号"]))
attachments = st.builds(Attachment, titles, st.lists(sections(), max_size=1).map(tuple), tables.map(tuple))
unit_texts = units.map(lambda names: tuple(map(Text, names)))
superiors = (Superior("省意见", "directives/省意见.docx"), Superior("4.10", "示政发〔2026〕8号"))
waivers = st.builds(
    Waiver, st.just("省意见"), st.just("4.15"), st.just("本市无海关: 无"), st.sampled_from([None, "000000", "3fa1c2"])
)
headers = st.builds(
    Header,
    st.sampled_from(["", "000001"]),
    st.sampled_from(["", "机密★1年"]),
    sealed=st.booleans(),
    posts=st.sampled_from([(), ("局长", "主任")]),
)
documents = st.builds(
    Document,
    kind=st.sampled_from(["work_plan", "opinion", "other"]),
    title=titles,
    doc_number=st.sampled_from(["", "示知〔2027〕1号"]).map(Text),
    issuers=unit_texts,
    issued=st.none() | days,
    year=st.just(2027),
    level=st.sampled_from([None, "city"]),
    recipients=texts,
    preamble=texts,
    sections=st.lists(sections(), max_size=3).map(tuple),
    indicators=st.lists(indicators, max_size=2).map(tuple),
    citations=st.lists(citations, max_size=1).map(tuple),
    notice=st.none() | st.builds(Notice, titles, texts, texts),
    attachments=st.lists(attachments, max_size=2).map(tuple),
    imprint=st.builds(Imprint, unit_texts, texts, st.none() | days),
    header=headers,
    against=st.sampled_from([(), superiors]),
    waivers=st.lists(waivers, max_size=1).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(documents, st.sampled_from(["zh", "en"]))
def test_what_is_dumped_loads_as_the_same_document(document: Document, lang: Literal["zh", "en"]) -> None:
    whole = complete(document)
    written = dump(whole, lang)
    assert load(written.encode(), "plan.yaml").document == whole, written


PLAN = """\
标题: 2027年示例市工作要点
发文机关: [甲局, 乙局]
年度: 2027
部分:
  - 标题: 严格保护
    任务:
      - 标题: 强化司法保护
        内容: |
          6月底前建成技术调查官库，入库不少于10人。
        牵头单位: 市中级人民法院
        完成时限: 11月底前
        落实: 省意见#3.2
"""


def test_a_plan_is_written_as_a_clerk_would() -> None:
    assert dump(load(PLAN.encode(), "plan.yaml").document) == PLAN


@pytest.mark.parametrize(
    ("text", "closing", "keys"),
    [
        ("6月底前建成示范校10所。", "（责任单位：市教育局；完成时限：6月底前）", "完成时限: 6月底前"),
        ("每季度通报一次。", "（完成时限：每季度）", "完成时限: 每季度"),
        ("由市教育局牵头建设。", "（牵头单位：市教育局）", "牵头单位: 市教育局"),
    ],
)
def test_what_a_paper_lists_beside_a_text_that_says_it_too_stays_in_the_plan_and_its_print(
    text: str, closing: str, keys: str
) -> None:
    paper = f"2027年示例市要点\n\n一、保障\n（一）建设。{text}{closing}\n（二）督办。每月调度。\n"
    read_ = importers.read(paper.encode(), "要点.txt").document
    assert keys in dump(read_)
    (section,) = load(dump(read_).encode(), "要点.yaml").document.sections
    assert own_text(section.tasks[0]) == [text + closing]


def test_keys_come_in_english_as_well() -> None:
    written = dump(load(PLAN.encode(), "plan.yaml").document, "en")
    assert written.startswith("title: 2027年示例市工作要点\nissuers: [甲局, 乙局]\n")


def test_words_of_closed_lists_come_in_the_language_of_the_keys() -> None:
    document = load(PLAN.replace("年度: 2027\n", "年度: 2027\n层级: 地市\n").encode(), "plan.yaml").document
    assert "层级: 市\n" in dump(document)
    assert "level: city\n" in dump(document, "en")


@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_real_documents_come_back_from_yaml_as_they_were_imported(shared: Path, seed: str) -> None:
    path = next((shared / "seeds").glob(f"{seed}*"))
    imported = importers.read(path.read_bytes(), path.name).document
    reading = load(dump(imported).encode(), "plan.yaml")
    assert [each for each in reading.diagnostics if each.severity == "error"] == []
    assert reading.document == imported
