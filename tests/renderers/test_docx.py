"""What a clerk sees on opening the Word file. Where things stand on the page is test_docx_layout's."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.importers import read
from planforge.model import (
    Attachment,
    Document,
    Header,
    Imprint,
    InputError,
    Notice,
    Section,
    Target,
    Text,
    Units,
)
from planforge.renderers import docx
from planforge.styles import load

Make = Callable[..., Any]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_plan_follows_its_notice_under_its_own_title(make_plan: Make, word: Make) -> None:
    said = word(docx.render(make_plan())).all_text
    order = [
        "示例市市场监督管理局文件",
        "示知〔2027〕1号",
        "的通知",
        "市有关单位：",
        "现将《",
        "2027年1月5日",
        "总体思路",
        "抄送：",
    ]
    places = [said.index(words) for words in order]
    assert places == sorted(places)


def test_a_plan_without_a_notice_gets_one_from_the_template(make_plan: Make, word: Make) -> None:
    texts = word(docx.render(make_plan())).texts
    assert "关于印发《2027年示例市知识产权工作要点》的通知" in [text.replace("\n", "") for text in texts]


def test_the_notice_of_the_author_goes_before_the_template(make_plan: Make, word: Make) -> None:
    notice = Notice(Text("关于印发要点的通知"), Text("各县人民政府"), Text("现印发给你们。\n请执行。"))
    texts = word(docx.render(make_plan(notice=notice))).texts
    assert texts[2:6] == ["关于印发要点的通知", "各县人民政府：", "现印发给你们。", "请执行。"]


def test_an_opinion_is_issued_by_itself(make_plan: Make, word: Make) -> None:
    texts = word(docx.render(make_plan(kind="opinion", title=Text("关于强化保护的意见")))).texts
    assert not any("印发" in text for text in texts)
    assert texts[-1] == "2027年1月5日"


def test_titles_inside_the_notice_turn_their_inner_marks(make_plan: Make, word: Make) -> None:
    data = docx.render(make_plan(title=Text("贯彻《示例纲要》工作方案")))
    assert "关于印发《贯彻〈示例纲要〉工作方案》的通知" in word(data).all_text.replace("\n", "")


def test_an_office_replaces_the_template(make_plan: Make, word: Make, tmp_path: Path) -> None:
    (tmp_path / "notice").mkdir()
    (tmp_path / "notice" / "印发通知.j2").write_text(
        "印发{{ 年度 }}年要点\n{{ 主送机关 }}\n<请>照办。", encoding="utf-8"
    )
    texts = word(docx.render(make_plan(), templates=tmp_path)).texts
    assert "印发2027年要点" in texts and "<请>照办。" in texts


def test_a_template_may_choose_and_change_its_words(make_plan: Make, word: Make, tmp_path: Path) -> None:
    (tmp_path / "notice").mkdir()
    (tmp_path / "notice" / "印发通知.j2").write_text(
        "关于印发{{ 标题 | replace('要点', '计划') }}的通知\n{{ 主送机关 }}\n"
        "{% if 年度 %}{{ 年度 + 1 }}年再报。{% endif %}\n"
        "{% for 机关 in 主送机关.split('，') %}请{{ 机关 }}办理。\n{% endfor %}",
        encoding="utf-8",
    )
    texts = word(docx.render(make_plan(), templates=tmp_path)).texts
    assert {"2028年再报。", "请各县（区）人民政府办理。", "请市有关单位办理。"} <= set(texts)


@pytest.mark.parametrize(
    ("template", "complaint"),
    [
        ("{{ 标题", "第1行有语法错误"),
        ("{{ 没有的 }}\na\nb", "可用的名称：标题、年度"),
        ("只有一行", "至少要有三行"),
        ("{{ 标题.__class__.__mro__ }}\na\nb", "不能用"),
        ("{{ 1 / 0 }}\na\nb", "不能用"),
        ("{{ 单为 }}\na\nb", "没有“单为”这个名称"),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "不能用"),
        ("{% include '印发通知.j2' %}", "不能用"),
        ("{% for a in 标题 %}{% for b in 标题 %}{% endfor %}{% endfor %}\na\nb", "不能用"),
        ("{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}\na\nb", "不能用"),
        ("{% for a in range(99999) %}{% endfor %}\na\nb", "没有“range”这个名称"),
        ("{{ 9 ** (9 ** 9) }}\na\nb", "不能用"),
        ("{{ 标题 * 999999999 }}\na\nb", "不能用"),
        ("{{ '%0999999999d' % 1 }}\na\nb", "不能用"),
        ("{{ 标题.ljust(9999999999) }}\na\nb", "不能用"),
        ("{{ [1, 2] | random }}\na\nb", "第1行有语法错误"),
        ("{% set a = 9 %}" + "{% set a = a * a %}" * 40 + "{{ a > 3 }}\na\nb", "不能用"),
        ("{% set a = 标题 %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}\na\nb", "不能用"),
        ("{{ 标题" + "|replace('', 标题)" * 9 + " }}\na\nb", "不能用"),
        ("{{ 标题" + ".replace('', 标题)" * 9 + " }}\na\nb", "不能用"),
        ("{{ 标题" + "|join(标题)" * 9 + " }}\na\nb", "不能用"),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}\na\nb", "不能用"),
    ],
)
def test_a_faulty_or_hostile_template_is_named(make_plan: Make, tmp_path: Path, template: str, complaint: str) -> None:
    (tmp_path / "notice").mkdir()
    (tmp_path / "notice" / "印发通知.j2").write_text(template, encoding="utf-8")
    with pytest.raises(InputError, match=complaint):
        docx.render(make_plan(), templates=tmp_path)


@pytest.mark.parametrize("pitch", ["26磅", "28磅", "29磅", "30磅", "36磅"])
def test_at_any_pitch_the_declared_grid_fills_the_page(make_plan: Make, word: Make, tmp_path: Path, pitch: str) -> None:
    """LibreOffice sets a page whose grid is 4 mm short 2 mm lower; the signature then fell off page 1."""
    profile = tmp_path / "本单位.yaml"
    profile.write_text(f"沿用: gbt9704\n行距: {pitch}\n", encoding="utf-8")
    style = load(str(profile))
    (grid,) = word(docx.render(make_plan(), style)).xml("word/document.xml").iter(f"{W}docGrid")
    declared = int(grid.get(f"{W}linePitch"))
    assert style.page.depth % declared < 40 and style.page.depth // declared == style.page.depth // style.line


def test_headings_have_their_fonts_and_styles(make_plan: Make, make_task: Make, word: Make) -> None:
    inner = make_task("制定目录", tasks=(make_task("统一标准"),), text=Text())
    section = Section(heading=Text("夯实基础"), tasks=(make_task("完善制度", tasks=(inner,), text=Text()),))
    file = word(docx.render(make_plan(body=(section,))))
    found = [file.line(marker) for marker in ("一、", "（一）", "1.", "（1）")]
    assert [(line.style, line.fonts[0]) for line in found] == [
        ("Heading 1", ("一、夯实基础", "黑体")),
        ("Heading 2", ("（一）完善制度", "楷体_GB2312")),
        ("Heading 3", ("1.制定目录", "仿宋_GB2312")),
        ("Body Text", ("（1）统一标准。", "仿宋_GB2312")),
    ]


def test_a_heading_in_line_with_its_text_keeps_the_text_out_of_the_navigation_pane(make_plan: Make, word: Make) -> None:
    line = word(docx.render(make_plan())).line("（一）")
    assert line.style == "Body Text"
    assert line.fonts[0] == ("（一）推进第1项改革。", "楷体_GB2312")
    assert line.fonts[1][1] == "仿宋_GB2312"


def test_a_profile_may_set_headings_on_lines_of_their_own(make_plan: Make, word: Make) -> None:
    style = dataclasses.replace(load(), run_in=frozenset({3, 4}))
    line = word(docx.render(make_plan(), style)).line("（一）")
    assert (line.style, line.text) == ("Heading 2", "（一）推进第1项改革")


def test_a_task_closes_with_its_units_and_deadline(make_plan: Make, word: Make) -> None:
    line = word(docx.render(make_plan())).line("（一）")
    assert line.text.endswith("完成。（牵头单位：市司法局；配合单位：市公安局、市教育局；完成时限：9月底前）")


def test_what_the_text_itself_says_is_not_said_again(make_plan: Make, make_task: Make, word: Make) -> None:
    text = Text.at_place("6月底前建成平台，由市财政局牵头。", "要点.yaml", 9, 11)
    section = Section(heading=Text("抓落实"), tasks=(make_task("建平台", text=text, deadlines=(), units=Units()),))
    line = word(docx.render(make_plan(body=(section,)))).line("（一）")
    assert line.text == "（一）建平台。6月底前建成平台，由市财政局牵头。"


def test_targets_listed_beside_the_text_become_a_sentence(make_plan: Make, make_task: Make, word: Make) -> None:
    targets = (Target(Text("专利拥有量达到3.2件"), "专利拥有量", ">=", 3.2, "件"),)
    section = Section(heading=Text("抓落实"), tasks=(make_task("提质量", targets=targets),))
    assert "完成。专利拥有量达到3.2件。（牵头" in word(docx.render(make_plan(body=(section,)))).all_text


def test_what_the_document_lacks_is_left_blank(word: Make) -> None:
    said = word(docx.render(Document(kind="work_plan", title=Text("要点")))).all_text
    assert "　　年　月　日" in said and "〔　　　〕" in said and "抄送：" in said and "年　月　日印发" in said
    assert not any(digit in said for digit in "0123456789".replace("1", ""))


def test_without_copies_a_known_printer_stands_alone_in_the_imprint(make_plan: Make, word: Make) -> None:
    said = word(docx.render(make_plan(imprint=Imprint(printer=Text("示例市知识产权局办公室"))))).all_text
    assert "抄送" not in said and "示例市知识产权局办公室　　年　月　日印发" in said


def test_joint_issuers_all_stand_in_the_mark_with_one_wenjian(make_plan: Make, word: Make) -> None:
    file = word(docx.render(make_plan(issuers=3)))
    head = file.all_text.partition("示知〔")[0]
    assert head == "示例市市场监督管理局文件示例市知识产权局示例市公安局"


def test_a_long_name_is_set_narrow_before_it_is_set_small(make_plan: Make, word: Make) -> None:
    plan = make_plan(issuers=1)
    long = dataclasses.replace(plan, issuers=(Text("示例市优化营商环境工作领导小组办公室"),))
    runs = [next(word(docx.render(d)).xml("word/document.xml").iter(f"{W}r")) for d in (plan, long)]
    scales = [[e.get(f"{W}val") for e in run.iter(f"{W}w")] for run in runs]
    sizes = [int(next(run.iter(f"{W}sz")).get(f"{W}val")) for run in runs]
    assert scales[0] == [] and 55 <= int(scales[1][0]) < 100
    assert min(sizes) >= 64


def test_the_head_shows_copy_number_secrecy_urgency_and_signers(make_plan: Make, word: Make) -> None:
    header = Header("000001", "机密★1年", "特急", ("张三", "李四"), note="此件不公开")
    said = word(docx.render(make_plan(header=header))).all_text
    assert said.startswith("000001机密★1年特急示例市")
    assert "签发人：张三　李四" in said and "（此件不公开）" in said


def test_the_mark_is_as_large_with_a_long_signature_pages_away(make_plan: Make, word: Make) -> None:
    def size(header: Header) -> str:
        root = word(docx.render(make_plan(5, kind="opinion", header=header))).xml("word/document.xml")
        mark = next(p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "OrganMark")
        return str(mark.find(f".//{W}sz").get(f"{W}val"))

    assert size(Header()) == size(Header(sealed=False, note="此件公开发布"))


def test_a_signature_stamp_has_the_post_to_its_left_and_the_date_below(make_plan: Make, word: Make) -> None:
    texts = word(docx.render(make_plan(header=Header(posts=("局长",)), kind="opinion"))).texts
    assert texts[-2:] == ["局长", "2027年1月5日"]


def test_attachments_are_announced_and_follow_on_pages_of_their_own(make_plan: Make, word: Make) -> None:
    parts = (
        Attachment(Text("任务分工表"), tables=((("序号", "任务"), ("1", "建平台")),)),
        Attachment(Text("名词解释")),
    )
    file = word(docx.render(make_plan(attachments=parts)))
    assert "附件：1.任务分工表" in file.texts and "2.名词解释" in file.texts
    assert "附件1任务分工表序号任务1建平台附件2名词解释抄送" in file.all_text


def test_a_plan_for_a_superior_office_is_reported_and_not_handed_down(make_plan: Make, word: Make) -> None:
    file = docx.render(make_plan(header=Header(signers=("张明",)), recipients=Text("云溪省知识产权局")))
    said = word(file).all_text
    assert "关于报送《2027年示例市知识产权工作要点》的报告" in said and "报上，请审阅。" in said
    assert "印发给你们" not in said and read(file, "要点.docx").document.title == make_plan().title


def test_headings_and_names_of_attachments_go_whole_on_a_page(make_plan: Make, word: Make) -> None:
    """The last line of a name stood on a page of its own."""
    sheets = word(docx.render(make_plan())).xml("word/styles.xml")
    whole = {sheet.find(f"{W}name").get(f"{W}val") for sheet in sheets if sheet.find(f".//{W}keepLines") is not None}
    assert whole == {"heading 1", "heading 2", "heading 3", "heading 4", "附件说明"}


def test_names_that_turn_over_and_lines_that_the_author_ended_come_back_from_the_file(make_plan: Make) -> None:
    cells = ("市委网络安全和信息化委员会办公室、市司法局", "市财政局\n市委网络安全和信息化委员会办公室", "", "市教育局")
    table = (("序号", "任务", "责任单位"), *((str(n), "推进改革，" * 20, cell) for n, cell in enumerate(cells)))
    again = read(docx.render(make_plan(attachments=(Attachment(Text("任务清单"), tables=(table,)),))), "要点.docx")
    assert again.document.attachments[0].tables == (table,)


def test_a_letter_bears_the_mark_on_page_one_alone_and_no_imprint_but_copies(make_plan: Make, word: Make) -> None:
    file = word(docx.render(make_plan(kind="notice", title=Text("关于报送情况的函"), issuers=2), load("letter")))
    assert "".join(file.xml("word/header1.xml").itertext()) == "示例市市场监督管理局"
    assert file.all_text.startswith("示知〔2027〕1号关于报送情况的函")
    assert "抄送：市委办公室" in file.all_text and "印发" not in file.all_text
    assert len(list(file.xml("word/document.xml").iter(f"{W}titlePg"))) == 1


def test_the_other_pages_of_a_letter_have_a_header_that_takes_no_height(make_plan: Make, word: Make) -> None:
    """LibreOffice 25.2 leaves a line for a header that is missing beside page 1's: 21 lines on the page."""
    file = word(docx.render(make_plan(kind="notice"), load("letter")))
    kinds = {said.get(f"{W}type") for said in file.xml("word/document.xml").iter(f"{W}headerReference")}
    (spacing,) = file.xml("word/header2.xml").iter(f"{W}spacing")
    assert kinds == {"first", "default", "even"}
    assert (int(spacing.get(f"{W}line")), spacing.get(f"{W}lineRule")) == (10, "exact")


def test_a_letter_without_copies_ends_with_its_date(make_plan: Make, word: Make) -> None:
    plan = make_plan(kind="notice", imprint=Imprint())
    assert word(docx.render(plan, load("letter"))).all_text.endswith("2027年1月5日")


def test_the_file_speaks_of_the_document_and_of_no_other(make_plan: Make, word: Make) -> None:
    plan = make_plan(issuers=2)
    core = "".join(word(docx.render(plan)).xml("docProps/core.xml").itertext())
    assert "2027年示例市知识产权工作要点" in core and "示例市市场监督管理局、示例市知识产权局" in core
    assert "2027-01-05T00:00:00Z" in core and "python-docx" not in core


def test_the_same_document_gives_the_same_bytes(make_plan: Make) -> None:
    assert docx.render(make_plan(issuers=2)) == docx.render(make_plan(issuers=2))


def test_ids_become_bookmarks_once_each(make_plan: Make, word: Make) -> None:
    root = word(docx.render(make_plan())).xml("word/document.xml")
    names = [
        value for mark in root.iter("{*}bookmarkStart") for key, value in mark.attrib.items() if key.endswith("name")
    ]
    assert "item2_2_3" in names and len(names) == len(set(names)) == 15


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_makes_a_file_that_opens(make_plan: Make, make_task: Make, word: Make, words: str) -> None:
    text = Text(words)
    section = Section(heading=text, tasks=(make_task(words, text=text),))
    head = {"title": text, "doc_number": text, "recipients": text, "issuers": (text, text)}
    plan = dataclasses.replace(make_plan(body=(section,)), **head)
    assert word(docx.render(plan)).texts


@settings(max_examples=25, deadline=None)
@given(st.dates(datetime.date(1, 1, 1)))
def test_dates_have_arabic_digits_without_leading_zeros(make_plan: Make, word: Make, day: datetime.date) -> None:
    assert f"{day.year}年{day.month}月{day.day}日" in word(docx.render(make_plan(issued=day))).texts
