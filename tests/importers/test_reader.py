"""The reader on documents in the styles that offices write; all places and texts are invented."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import NOTICE, document, leaf, outline, reading, units

from planforge.importers import read
from planforge.model import InputError
from planforge.yaml_io import dump


def test_a_notice_and_the_plan_that_it_sends_out_are_told_apart() -> None:
    found = document(NOTICE)
    assert found.title.value == "示例市2027年教育工作要点"
    assert found.notice is not None
    assert found.notice.title.value == "示例市人民政府办公室关于印发示例市2027年教育工作要点的通知"
    assert (found.kind, found.year, found.level) == ("work_plan", 2027, "city")


def test_the_particulars_of_the_head_are_read() -> None:
    found = document(NOTICE)
    assert found.doc_number.value == "示政办发〔2027〕5号"
    assert [name.value for name in found.issuers] == ["示例市人民政府办公室"]
    assert str(found.issued) == "2027-03-05"
    assert found.recipients.value == "各县（市、区）人民政府，市政府各部门"
    assert found.preamble.value == "根据《云溪省教育强省纲要》（云发〔2027〕3号）要求，制定本要点。"
    assert [(c.title, c.doc_number) for c in found.citations] == [("云溪省教育强省纲要", "云发〔2027〕3号")]


def test_numbers_that_run_on_and_the_parts_that_sections_play_are_kept() -> None:
    found = document(NOTICE)
    assert outline(found)["4.3"] == "加强领导"
    assert [section.role for section in found.sections] == ["guidance", "goals", "tasks", "safeguards"]


def test_unit_lists_in_brackets_and_on_lines_of_their_own_are_taken_off_the_text() -> None:
    found = document(NOTICE)
    assert leaf(found, "3.1").text.value == "新建学校3所。"
    assert units(leaf(found, "3.1").units) == {"responsible": ["市教育局", "市发展改革委"]}
    assert units(leaf(found, "3.2").units) == {"lead": ["市教育局"], "support": ["市财政局", "市人力资源社会保障局"]}


def test_every_text_points_at_its_own_line() -> None:
    task = leaf(document(NOTICE), "3.1")
    assert NOTICE.splitlines()[task.line - 1].startswith("（一）扩大学位供给")
    start = task.text.at(0)
    assert NOTICE.splitlines()[start.line - 1][start.column - 1 :].startswith("新建学校3所。")


HARD_WRAPPED = """示例县人民政府关于印发示例县2027年安全生
产工作要点的通知

各乡镇人民政府、街道办事处，县政府各部门，各直属单位：
    现将《示例县2027年安全生产工作要点》印发给你们，请
结合实际，认真贯彻落实。

                          示例县人民政府
                          2027年2月1日

      示例县2027年安全生产工作要点

    2027年全县安全生产工作的总体要求是：坚持人民至上、
生命至上，深入开展隐患排查治理，坚决防范遏制重特大事故
发生。
    一、压实安全生产责任，健全安全生产责任体系，推动责
任落地落实
    （一）压实党政领导责任。严格落实地方党政领导干部安
全生产责任制规定，党政主要负责人每季度至少研究1次安全
生产工作。（责任单位：县应急管理局，各乡镇人民政府、街
道办事处）
    （二）压实部门监管责任。按照“三管三必须”要求，编
制重点工作任务清单。（责任单位：县安委会成员单位）
                    - 2 -
    （三）开展消防安全整治。对高层建筑、大型综合体进行
全面排查，年内整治隐患500处以上，整改率达到100%。
"""


def test_lines_broken_at_a_fixed_width_are_joined() -> None:
    found = document(HARD_WRAPPED)
    assert found.sections[0].heading.value == "压实安全生产责任，健全安全生产责任体系，推动责任落地落实"
    assert leaf(found, "1.3").text.value.endswith("整治隐患500处以上，整改率达到100%。")
    assert units(leaf(found, "1.1").units) == {"responsible": ["县应急管理局", "各乡镇人民政府", "街道办事处"]}


@pytest.mark.parametrize("width", range(17, 41))
def test_a_unit_list_is_read_wherever_its_lines_are_broken(width: int) -> None:
    item = "（一）守牢安全底线。健全隐患排查机制。（牵头单位：局办公室；配合单位：市信访局；完成时限：每季度）"
    filler = (
        "全市有关部门要按照统一部署，加强协同配合，落实工作责任，形成工作合力，确保各项任务落到实处、见到成效。" * 3
    )
    paragraphs = ["2027年示例市民政工作要点", filler, "一、防范化解风险", item, "（二）" + item[3:]]
    lines = [text[start : start + width] for text in paragraphs for start in range(0, len(text), width)]
    task = leaf(document("\n".join(lines)), "1.1")
    assert [str(unit) for unit in (*task.units.lead, *task.units.support)] == ["局办公室", "市信访局"]
    assert [str(d.text) for d in task.deadlines] == ["每季度"]


def test_a_sentence_cut_by_a_page_is_joined() -> None:
    found = document(
        "2027年示例区工作要点\n一、抓产业\n（一）抓招商。围绕主导产业，开展精准招商，引进一批带动力强、成长性好的企\n"
        "\n业，新增投资10亿元。\n"
    )
    assert "成长性好的企业，新增" in leaf(found, "1.1").text.value


def test_a_line_that_begins_two_characters_in_is_a_paragraph_of_its_own() -> None:
    found = document(
        "　　一、抓产业\n　　开展精准招商，引进一批带动力强、成长性好、前景广的企业\n　　新增投资10亿元。\n"
    )
    assert found.sections[0].text.value.split("\n")[1] == "新增投资10亿元。"


def test_a_unit_list_with_brackets_in_a_name_ends_its_paragraph() -> None:
    found = document(
        "2027年示例市工作要点\n一、健全制度\n（一）完善政策。开展文件清理，公布清理结果。"
        "（牵头单位：市司法局；配合单位：市公安局、各县（区）人民政府；完成时限：长期坚持）\n抄送：市委办公室。\n"
    )
    assert leaf(found, "1.1").text.value == "开展文件清理，公布清理结果。"
    assert units(leaf(found, "1.1").units)["lead"] == ["市司法局"]
    assert [copy.value for copy in found.imprint.copies] == ["市委办公室"]


WRONG_NUMBERS = """2027年示例镇工作要点
一、抓经济
（一）抓招商。引进项目3个。
（二）抓工业。工业增加值增长8%。
（二）抓农业。粮食产量稳定在2万吨。
（四）抓商贸。落实报告提出的“一、扩大消费”任务，建设商业街1条。
"""


def test_a_wrong_number_is_repaired_and_reported_with_its_line() -> None:
    result = reading(WRONG_NUMBERS)
    assert outline(result.document)["1.3"] == "抓农业"
    assert leaf(result.document, "1.3").marker == "（二）"
    (told,) = result.diagnostics
    assert (told.code, told.span.start.line) == ("I101", 5)
    assert "序号照原文保留，条目编号按顺序算作1.3" in told.message
    assert "序号: （二）" in dump(result.document)
    assert "（三）" in told.message


def test_a_marker_quoted_within_a_sentence_is_left_alone() -> None:
    assert len(list(document(WRONG_NUMBERS).leaves())) == 4


def test_chapters_sections_and_a_table_of_contents() -> None:
    found = document(
        "示例市“十五五”教育发展规划\n目  录\n第一章 发展基础\t1\n第二章 重点任务\t3\n"
        "第一节 夯实基础教育\t3\n\n第一章 发展基础\n取得新成效。\n"
        "第二章 重点任务\n第一节 夯实基础教育\n一、扩大供给\n到2030年，新增学位3万个。\n二、集团办学\n组建集团20个。\n"
    )
    assert outline(found) == {
        "1": "发展基础",
        "2": "重点任务",
        "2.1": "夯实基础教育",
        "2.1.1": "扩大供给",
        "2.1.2": "集团办学",
    }
    assert found.sections[0].role == "background"


def test_articles_hold_numbered_items() -> None:
    found = document(
        "示例市节水办法\n第一章 总则\n第一条 为了节水，制定本办法。\n第二条 水务局履行下列职责：\n"
        "（一）编制规划；\n（二）监督检查。\n第二章 附则\n第三条 自发布之日起施行。\n"
    )
    assert [task.id for task in found.leaves()] == ["1.1", "1.2.1", "1.2.2", "2.3"]


def test_items_without_headings_keep_their_sentence_as_text() -> None:
    found = document(
        "2027年任务清单\n一、监测\n"
        "1、加强监测预警，及时发现风险户。（县农业局牵头，县民政局配合，6月底前完成）\n2、落实帮扶措施，做到应帮尽帮。（县农业局负责）\n"
    )
    task = leaf(found, "1.1")
    assert (task.heading.value, task.text.value) == ("", "加强监测预警，及时发现风险户。")
    assert [str(d.text) for d in task.deadlines] == ["6月底前"]


def test_headings_before_a_colon_and_points_of_a_sentence() -> None:
    found = document(
        "某省意见\n一、优化环境\n（一）放宽准入：全面实施负面清单，破除隐性壁垒。\n"
        "（二）减轻负担：一是落实减税政策。二是规范收费。\n三是降低成本。\n"
    )
    assert (leaf(found, "1.1").heading.value, leaf(found, "1.2").heading.value) == ("放宽准入", "减轻负担")
    assert leaf(found, "1.2").text.value.startswith("一是落实")
    assert leaf(found, "1.2").text.value.endswith("三是降低成本。")


def test_principles_without_numbers_are_items_of_their_own() -> None:
    found = document(
        "某省意见\n一、总体要求\n（一）基本原则。\n"
        "统筹兼顾，有序推进。协同推进生产发展和环境保护工作。\n因地制宜，多元利用。根据不同区域采取不同的处理模式。\n（二）目标。到2030年建成体系，形成格局。\n"
    )
    assert [task.heading.value for task in leaf(found, "1.1").tasks] == ["统筹兼顾，有序推进", "因地制宜，多元利用"]
    assert [task.number for task in leaf(found, "1.1").tasks] == [None, None]


def test_the_first_unit_leads_where_the_document_says_so_once() -> None:
    found = document(
        "某省意见\n一、任务\n"
        "1.拓展市场。推广试点。（甲部、乙总局负责，排在第一位的部门为牵头部门，下同）\n2.释放产能。允许加工。（乙总局、甲部负责）\n"
    )
    assert units(leaf(found, "1.2").units) == {"lead": ["乙总局"], "responsible": ["甲部"]}


ATTACHED = """示例省人民政府关于促进民营经济发展的意见
示政发〔2027〕8号
各市人民政府：
提出以下意见。
一、优化环境
（一）放宽准入。实施清单。
附件：1.重点任务分工表
      2.指标体系
示例省人民政府
2027年5月6日
附件1
重点任务分工表
一、优化环境
1.放宽准入。
附件2
指标体系
本体系共3项。
"""


def test_attachments_are_parts_of_their_own() -> None:
    found = document(ATTACHED)
    assert [part.title.value for part in found.attachments] == ["重点任务分工表", "指标体系"]
    assert [task.id for task in found.leaves()] == ["1.1"]
    assert str(found.issued) == "2027-05-06"


def test_a_second_document_in_the_file_is_reported_and_kept_apart() -> None:
    one = (
        "示例市人民政府关于做好防汛工作的通知\n各县区人民政府：\n通知如下。\n"
        "一、压实责任。落实制度。\n二、加强值守。严格值班。\n示例市人民政府\n2027年5月1日\n"
    )
    result = reading(one + one.replace("防汛", "抗旱"))
    assert [part.title.value for part in result.document.attachments] == ["示例市人民政府关于做好抗旱工作的通知"]
    assert [d.code for d in result.diagnostics] == ["I103"]


def test_a_document_saved_on_one_line_is_read_like_any_other() -> None:
    filler = "围绕主导产业开展精准招商，" * 12
    found = document(
        f"示例市人民政府关于加快电商发展的意见示府发〔2027〕17号各区县人民政府，市政府各部门：近年来，发展迅速。现提出如下意见。一、总体要求（一）指导思想。{filler}坚持创新。"
        f"（二）发展目标。到2030年，交易额突破8000亿元。二、主要任务（一）壮大集群。{filler}建设园区5个。（牵头单位：市商务委；责任单位：市财政局，各区县政府）"
        f"（二）健全体系。{filler}完善机制。示例市人民政府   2027年6月28日   （此件公开发布）"
    )
    assert found.title.value == "示例市人民政府关于加快电商发展的意见"
    assert [task.id for task in found.leaves()] == ["1.1", "1.2", "2.1", "2.2"]
    assert leaf(found, "2.2").text.value.endswith("完善机制。")
    assert str(found.issued) == "2027-06-28"


def test_markdown_marks_are_no_part_of_the_words() -> None:
    found = document(
        "# **2027年示例区工作要点**\n\n### 一、总体要求\n\n坚持便民利民。\n"
        "\n#### **二、重点任务**\n\n**（一）一网通办。**推动200项事项网办。\n"
    )
    assert found.title.value == "2027年示例区工作要点"
    assert (leaf(found, "2.1").heading.value, leaf(found, "2.1").text.value) == ("一网通办", "推动200项事项网办。")


def test_lists_and_tables_of_markdown_are_read_as_such() -> None:
    found = document(
        "# 2027年示例县水利工作要点\n\n## 一、夯实防汛底线\n\n### （一）除险加固\n\n- 一是排查隐患。\n"
        "- 二是落实资金。\n\n## 二、保障供水\n\n（一）开展检测。每季度检测一次。（责任单位：县卫健局）\n"
        "\n| 指标 | 单位 | 2026年 | 2027年 |\n| --- | :--- | --- | --- |\n"
        "| 自来水普及率 | % | 90 | 92 |\n| 水质合格率 | % || 95 |\n"
    )
    assert leaf(found, "1.1").text.value == "一是排查隐患。\n二是落实资金。"
    assert [unit.value for unit in leaf(found, "2.1").units] == ["县卫健局"]
    assert [(row.name.value, row.baseline, row.target) for row in found.indicators] == [
        ("自来水普及率", 90, 92),
        ("水质合格率", None, 95),
    ]


def test_navigation_around_a_saved_page_is_cut() -> None:
    found = document(
        "您现在的位置:首页>政务公开>政策文件\n\n政策文件\n\n示例市工作方案\n\n2027年08月24日 来源: 平台 作者: 字体:\n"
        "\n一、任务\n\n（一）抓落实。强化督查。\n\n相关解读:《示例市工作方案》解读\n\n浏览量:\n"
    )
    assert found.title.value == "示例市工作方案"
    assert leaf(found, "1.1").text.value == "强化督查。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert read(WRONG_NUMBERS.encode(encoding), "a.txt").document.title.value == "2027年示例镇工作要点"


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\x00" * 50])
def test_an_empty_file_is_a_clear_error(data: bytes) -> None:
    with pytest.raises(InputError, match="空"):
        read(data, "a.txt")


def lines() -> Iterator[str]:
    yield from (
        "一、",
        "（一）",
        "1.",
        "责任单位：",
        "（市局负责）",
        "《",
        "》",
        "附件1",
        "2027年1月5日",
        "各市：",
        "示例市人民政府",
        "加强。",
        "通知",
        "\n",
        "——",
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(list(lines())), max_size=30))
def test_no_jumble_of_official_words_breaks_the_reader(words: list[str]) -> None:
    text = "".join(words)
    if text.strip():
        assert reading(text).document is not None


def _issue(number: int, task: str) -> str:
    """A notice with its plan, as it stands in a file into which several were pasted."""
    return (
        f"示例市第{number}局文件\n示{number}局〔2027〕{number}号\n\n"
        f"关于印发《第{number}局2027年工作要点》的通知\n各县（区）第{number}局：\n"
        f"现将《第{number}局2027年工作要点》印发给你们，请认真贯彻执行。\n\n"
        f"第{number}局2027年工作要点\n\n一、{task}\n（一）抓好部署。部署{task}。\n（二）抓好落实。落实{task}。\n\n"
    )


def test_of_several_documents_in_one_file_none_is_lost() -> None:
    source = "".join(_issue(number, f"第{number}项工作") for number in range(1, 6))
    reading = read(source.encode(), "汇编.txt")
    assert [leaf.text.value for leaf in reading.document.leaves()] == ["部署第1项工作。", "落实第1项工作。"]
    assert [a.title.value for a in reading.document.attachments] == [f"第{n}局2027年工作要点" for n in range(2, 6)]
    for number, attachment in enumerate(reading.document.attachments, 2):
        last = attachment.sections[-1].tasks[-1]
        assert last.text.value == f"落实第{number}项工作。"
    assert [d.code for d in reading.diagnostics] == ["I103"] * 4


def test_a_table_that_lists_neither_tasks_nor_indicators_is_reported_not_dropped_in_silence() -> None:
    page = (
        "<html><body><h1>示例市2027年工作要点</h1><p>一、重点工作</p><p>（一）抓好收集。开展收集工作。</p>"
        "<table><tr><td>地区</td><td>网址</td></tr><tr><td>甲县</td><td>a.cn</td></tr></table>"
        "<p>（二）抓好整理。开展整理工作。</p></body></html>"
    )
    (found,) = [d for d in read(page.encode(), "a.html").diagnostics if d.code == "I105"]
    assert "“地区、网址、甲县”" in found.message
