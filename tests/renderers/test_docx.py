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
    Deadline,
    Document,
    Header,
    Imprint,
    Indicator,
    InputError,
    Notice,
    Section,
    Target,
    Task,
    Text,
    Units,
)
from planforge.renderers import docx
from planforge.renderers.docx.measuring import names
from planforge.renderers.docx.measuring.tearing import torn
from planforge.styles import load
from planforge.text.widths import width

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


def test_indicators_come_as_a_table_unless_an_attachment_shows_them(make_plan: Make, word: Make) -> None:
    indicator = Indicator(Text("专利拥有量"), "件", 2.5, 3.0)
    said = word(docx.render(make_plan(indicators=(indicator,)))).all_text
    assert "序号指标单位基期值目标值1专利拥有量件2.53" in said
    shown = Attachment(Text("指标"), tables=((("指标", "目标"), ("专利拥有量（件）", "≥3")),))
    assert "主要指标表" not in word(docx.render(make_plan(indicators=(indicator,), attachments=(shown,)))).all_text


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (("研发（R&D）经费 投入强度(%)", "2.5", "3.0"), {"unit": "%", "baseline": 2.5, "target": 3.0}),
        (("研发（R&D）经费投入强度", "1,000亿元"), {"unit": "亿元", "target": 1000.0}),
        (("研发（R&D）经费投入强度", "逐年上升"), {"text": "逐年上升"}),
        (("研发（R&D）经费投入强度", "2.5", "—"), {"baseline": 2.5}),
        (("研发（R&D）经费投入强度", "—"), {}),
    ],
)
def test_an_indicator_is_shown_however_its_row_writes_name_and_amount(
    make_plan: Make, word: Make, row: tuple[str, ...], fields: dict[str, Any]
) -> None:
    part = Attachment(Text("主要指标"), tables=((("指标", *["数"] * (len(row) - 1)), row),))
    indicator = Indicator(Text("研发（R&D）经费投入强度"), **fields)
    assert "主要指标表" not in word(docx.render(make_plan(indicators=(indicator,), attachments=(part,)))).all_text


@pytest.mark.parametrize(("title", "beside"), [("名词解释", "3"), ("指标", "专利的件数"), ("指标", "2033")])
def test_a_table_that_names_an_indicator_and_not_what_is_to_be_reached_does_not_show_it(
    make_plan: Make, word: Make, title: str, beside: str
) -> None:
    part = Attachment(Text(title), tables=((("名称", "说明"), ("专利拥有量", beside)),))
    indicator = Indicator(Text("专利拥有量"), "件", 2.5, 3.0)
    said = word(docx.render(make_plan(indicators=(indicator,), attachments=(part,)))).all_text
    assert "序号指标单位基期值目标值1专利拥有量件2.53" in said


def test_a_plan_for_a_superior_office_is_reported_and_not_handed_down(make_plan: Make, word: Make) -> None:
    file = docx.render(make_plan(header=Header(signers=("张明",)), recipients=Text("云溪省知识产权局")))
    said = word(file).all_text
    assert "关于报送《2027年示例市知识产权工作要点》的报告" in said and "报上，请审阅。" in said
    assert "印发给你们" not in said and read(file, "要点.docx").document.title == make_plan().title


def test_a_profile_may_ask_for_the_table_of_tasks(make_plan: Make, word: Make) -> None:
    file = word(docx.render(make_plan(sections=1, tasks=1), load("breakdown")))
    assert "附件：2027年示例市知识产权工作要点任务分解表" in file.texts
    assert "序号重点任务具体举措牵头单位配合单位完成时限目标1推进第1项改革加强" in file.all_text
    assert "市司法局市公安局、市教育局9月底前" in file.all_text


def test_in_the_table_of_tasks_who_answers_for_a_task_answers_for_those_below_it(make_plan: Make, word: Make) -> None:
    """Rows of subtasks had no unit and no limit, and what the task above them said itself was in no row."""
    auditors = Units(lead=(Text("市审计局"),))
    limits = Deadline(Text("3月启动")), Deadline(Text("6月底前"))
    below = Task(heading=Text("公开收支")), Task(heading=Text("抽查账目"), units=auditors)
    over = Task(
        heading=Text("整治供水"),
        text=Text("更换设备，3月启动。"),
        units=Units((Text("市水利局"),)),
        deadlines=limits,
        tasks=below,
    )
    section = Section(heading=Text("守住底线"), text=Text("重点做好两件事。"), tasks=(over,))
    plan = dataclasses.replace(make_plan(), sections=(section,))
    said = word(docx.render(plan, load("breakdown"))).all_text
    rows = said.partition("完成时限目标")[2]
    assert rows.startswith(
        "1整治供水更换设备，3月启动。市水利局3月启动、6月底前2公开收支市水利局6月底前3抽查账目市审计局6月底前"
    )


def test_headings_and_names_of_attachments_go_whole_on_a_page(make_plan: Make, word: Make) -> None:
    """The last line of a name stood on a page of its own."""
    sheets = word(docx.render(make_plan())).xml("word/styles.xml")
    whole = {sheet.find(f"{W}name").get(f"{W}val") for sheet in sheets if sheet.find(f".//{W}keepLines") is not None}
    assert whole == {"heading 1", "heading 2", "heading 3", "heading 4", "附件说明"}


@pytest.mark.parametrize("columns", [3, 8])
@pytest.mark.parametrize("parts", [1, 2])
def test_below_a_table_the_next_page_begins_at_once(make_plan: Make, word: Make, columns: int, parts: int) -> None:
    """Where the table fills its page, whatever else stood there would have a page of its own."""
    lists = (Attachment(Text("项目清单"), tables=((("项目",) * columns, ("甲",) * columns),)),) * parts
    body = word(docx.render(make_plan(attachments=lists))).xml("word/document.xml")[0]
    below = [table.getnext() for table in body.findall(f"{W}tbl")]
    assert len(below) == parts
    assert all(p.find(f"{W}pPr/{W}pageBreakBefore") is not None or p.find(f".//{W}sectPr") is not None for p in below)


def test_half_a_line_keeps_a_table_off_the_text_and_the_table_above(make_plan: Make, word: Make) -> None:
    table = (("项目",), ("甲",))
    part = Attachment(Text("项目清单"), make_plan().sections[:1], (table, table))
    body = word(docx.render(make_plan(attachments=(part,)))).xml("word/document.xml")[0]
    above = [table.getprevious() for table in body.findall(f"{W}tbl")]
    assert [int(p.find(f"{W}pPr/{W}spacing").get(f"{W}line")) for p in above] == [289, 289]


def test_a_long_text_has_room_beside_many_columns_of_names(make_plan: Make, word: Make) -> None:
    """Four columns of names left it five characters."""
    heads = ("序号", "项目", "建设内容", "数量", "牵头单位", "配合单位", "责任单位", "完成时限")
    offices = ("市自然资源和规划局",) * 3
    row = ("1", "滨江公园", "新建步道和绿地，" * 10, "12", *offices, "2027年10月底前")
    part = Attachment(Text("项目清单"), tables=((heads, row, row),))
    table = word(docx.render(make_plan(attachments=(part,)))).xml("word/document.xml").find(f".//{W}tbl")
    widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    assert widths[2] == max(widths) and widths[2] > 10 * 240


def test_narrow_columns_are_centred_however_long_their_heads(make_plan: Make, word: Make) -> None:
    rows = (
        ("水库", "总库容（万立方米）", "投资（万元）"),
        ("石牌水库除险加固及灌区配套工程", "88", "420"),
        ("枫树坑", "35.6", "188"),
    )
    part = Attachment(Text("项目清单"), tables=(rows,))
    root = word(docx.render(make_plan(attachments=(part,)))).xml("word/document.xml")
    lines = [row.findall(f"{W}tc") for row in root.iter(f"{W}tr") if len(row.findall(f"{W}tc")) == 3]
    sides = [[cell.find(f".//{W}jc").get(f"{W}val") for cell in line] for line in lines]
    assert sides == [["center"] * 3, ["left", "center", "center"], ["left", "center", "center"]]


def test_lines_of_names_in_a_table_end_between_names(make_plan: Make, word: Make) -> None:
    units = ("市农业农村局", "市文化局", "各县（市、区）政府", "市知识产权战略实施工作联席会议办公室", "市统计局")
    rows = tuple((str(n), "推进改革，" * 20, "、".join(units[n:] + units[:n])) for n in range(5))
    part = Attachment(Text("任务清单"), tables=((("序号", "任务", "责任单位"), *rows),))
    root = word(docx.render(make_plan(attachments=(part,)))).xml("word/document.xml")
    cells = [row.findall(f"{W}tc")[2] for row in root.iter(f"{W}tr") if len(row.findall(f"{W}tc")) == 3][1:]
    lines = [text.text for cell in cells for text in cell.iter(f"{W}t")]
    assert len(cells) == 5 and len(lines) > 5
    found = {name for line in lines for name in line.replace("市、区", "市，区").rstrip("、").split("、")}
    long = ("市知识产权战略实施", "工作联席会议办公室")  # no line of the column holds it
    assert found == {name.replace("市、区", "市，区") for name in units} - {"".join(long)} | set(long)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("市发展和改革委员会", ("市发展和", "改革委员会")),
        ("市人力资源和社会保障局、", ("市人力资源", "和社会保障局、")),
        ("市市场监督管理局、", ("市市场监督", "管理局、")),
        ("各县（市、区）人民政府", ("各县（市、区）", "人民政府")),
        ("市委网络安全和信息化委员会办公室", ("市委网络", "安全和信息化", "委员会办公室")),
        ("2027年10月31日前、", ("2027年10月", "31日前、")),
        ("国家税务总局示例市税务局", ("国家税务总局", "示例市税务局")),
        ("市政务服务和大数据管理局", ("市政务服务", "和大数据管理局")),
    ],
)
def test_a_name_longer_than_its_column_tears_no_word(name: str, lines: tuple[str, ...]) -> None:
    assert torn(name, 8.4) == lines


@given(st.text(alphabet="市发展和改革委员会（）、27年月日人力资源Ab", min_size=3, max_size=60), st.floats(2.0, 12.0))
def test_any_name_keeps_its_characters_and_leaves_none_alone(name: str, room: float) -> None:
    lines = torn(name, room)
    assert "".join(lines) == name
    assert lines == (name,) or all(len(line) > 1 and width(line) <= room for line in lines)
    assert lines == (name,) or len(lines[-1].rstrip("、")) > 1


def test_a_torn_name_has_its_lines_for_itself_and_no_lone_character() -> None:
    """市生态环境／局、市公安局."""
    said = names.broken("市审计局、市市场监管局、市生态环境局、市公安局", 5.6)
    assert said.split("\n") == ["市审计局、", "市市场", "监管局、", "市生态", "环境局、", "市公安局"]


def test_running_text_in_a_column_of_names_turns_over_as_text_does() -> None:
    assert torn("市发展和改革委员会" * 2000, 8.4) == ("市发展和改革委员会" * 2000,)


def test_names_that_turn_over_and_lines_that_the_author_ended_come_back_from_the_file(make_plan: Make) -> None:
    cells = ("市委网络安全和信息化委员会办公室、市司法局", "市财政局\n市委网络安全和信息化委员会办公室", "", "市教育局")
    table = (("序号", "任务", "责任单位"), *((str(n), "推进改革，" * 20, cell) for n, cell in enumerate(cells)))
    again = read(docx.render(make_plan(attachments=(Attachment(Text("任务清单"), tables=(table,)),))), "要点.docx")
    assert again.document.attachments[0].tables == (table,)


def test_the_odd_long_name_takes_no_room_from_the_text_of_all_rows() -> None:
    usual = ["市市场监管局、市司法局", *["市市场监管局"] * 10]
    assert names.room(usual) == names.room([*usual, "市知识产权战略实施工作联席会议办公室"])
    assert names.room([*usual, "市中级人民法院"]) == names.room(["市中级人民法院"])
    assert names.room(["9月底前、每季度"]) == names.room(["9月底前、"])


def test_wide_tables_lie_across_between_upright_pages(make_plan: Make, word: Make) -> None:
    wide = Attachment(Text("分工表"), tables=((tuple("一二三四五六七八"),),))
    plan = make_plan(attachments=(wide, wide, Attachment(Text("名词解释"))))
    papers = [size.get(f"{W}orient") for size in word(docx.render(plan)).xml("word/document.xml").iter(f"{W}pgSz")]
    assert papers == [None, "landscape", "landscape", None]


def test_a_letter_bears_the_mark_on_page_one_alone_and_no_imprint_but_copies(make_plan: Make, word: Make) -> None:
    file = word(docx.render(make_plan(kind="notice", title=Text("关于报送情况的函"), issuers=2), load("letter")))
    assert "".join(file.xml("word/header1.xml").itertext()) == "示例市市场监督管理局"
    assert file.all_text.startswith("示知〔2027〕1号关于报送情况的函")
    assert "抄送：市委办公室" in file.all_text and "印发" not in file.all_text
    assert len(list(file.xml("word/document.xml").iter(f"{W}titlePg"))) == 1


def test_a_row_is_as_high_in_every_font(make_plan: Make, word: Make) -> None:
    """LibreOffice 26.8 gives a line the height of its font unless it is exact, and the fonts for 仿宋 differ in it."""
    styles = word(docx.render(make_plan())).xml("word/styles.xml").iter(f"{W}style")
    rules = {
        style.get(f"{W}styleId"): style.find(f".//{W}spacing").get(f"{W}lineRule")
        for style in styles
        if style.get(f"{W}styleId").startswith("Table") and style.get(f"{W}type") == "paragraph"
    }
    assert {"TableText", "TableHead"} <= set(rules) and set(rules.values()) == {"exact"}


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
