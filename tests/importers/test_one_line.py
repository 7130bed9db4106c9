"""Papers that were saved as one line without a blank in it."""

from __future__ import annotations

from readings import document, outline, reading

LONG = "各单位要按照职责分工认真抓好落实，加强沟通协调，形成工作合力，确保各项任务按时完成"
#: A paper on one line is long.
MORE = f"{LONG}。" * 12
ITEMS = (
    f"一、坚持依法统计。{LONG}，维护数据的权威性.二、抓好制度落实。{LONG}，确保数据准确三、推进改革。{LONG}。"
    f"四、加强调研。{LONG}。五、加强培训。{LONG}。"
)


def test_notice_title_and_items_that_run_together_are_told_apart() -> None:
    notice = (
        "云溪省统计学会文件云统学〔2027〕18号云溪省统计学会关于印发《2027年统计工作要点》的通知各会员单位：为做好统计工作，"
        "现将《2027年统计工作要点》印发你们，请认真执行。附件：2027年统计工作要点附件"
    )
    read = document(f"{notice}2027年统计工作要点为贯彻落实统计改革要求，制定本要点。{ITEMS}{MORE}")
    assert (read.title.value, read.doc_number.value) == ("2027年统计工作要点", "云统学〔2027〕18号")
    assert read.recipients.value == "各会员单位"
    assert read.preamble.value == "为贯彻落实统计改革要求，制定本要点。"
    assert list(outline(read).values()) == ["坚持依法统计", "抓好制度落实", "推进改革", "加强调研", "加强培训"]


def test_a_title_printed_twice_behind_a_page_number_is_the_title() -> None:
    title = "示例市城管局专项整治行动实施方案"
    body = f"一、指导思想和目标要求坚持以人民为中心，{LONG}。二、主要工作任务和责任分工这次行动分三个阶段进行，{LONG}。"
    more = f"三、工作要求（一）加强领导，落实责任。{LONG}。（二）密切配合，形成合力。{MORE}"
    read = document(f"第1页共3页{title}{title}为优化市容环境，制定本方案。{body}{more}")
    assert (read.title.value, read.preamble.value) == (title, "为优化市容环境，制定本方案。")
    assert outline(read)["1"] == "指导思想和目标要求"
    assert outline(read)["2"] == "主要工作任务和责任分工"
    assert outline(read)["3.2"] == "密切配合，形成合力"


def test_a_number_within_a_name_begins_no_section_without_a_stop() -> None:
    cities = (
        f"一、调整结构。{LONG}。二、做强县域。{LONG}，支持在三、四线城市布局，带动一、二、三产业融合。三、扩大开放。"
    )
    read = document(f"示例省2027年工作要点为做好工作，制定本要点。{cities}{MORE}")
    assert list(outline(read).values()) == ["调整结构", "做强县域", "扩大开放"]


ROWS = "促进就业年底前张明市人社局就业科建设医院六月底前李华市卫生健康委规划科发放补贴九月底前王强市财政局社保科" * 3


def test_a_table_in_one_line_whose_columns_nothing_keeps_apart_is_told() -> None:
    text = f"示例市2027年重点任务分解表\n序号重点任务完成时限牵头领导责任单位责任科室{ROWS}\n"
    told = [found for found in reading(text).diagnostics if found.code == "I111"]
    assert [(found.span.start.line, "压成一行的任务表" in found.message) for found in told] == [(2, True)]


def test_a_sentence_that_names_columns_is_no_table_in_one_line() -> None:
    text = f"示例市2027年工作要点\n一、建立台账\n列出重点任务、责任单位、完成时限。{'逐项抓好落实。' * 30}\n"
    assert not any(found.code == "I111" for found in reading(text).diagnostics)


def test_a_short_table_of_tasks_in_one_line_is_a_table_again() -> None:
    rows = (
        "1.新建水厂三座，日供水能力提高到二十万吨。市水务局 2.改造老旧管网二十公里，漏损率降到百分之九以下。市住建局"
        " 3.新增公交线路五条，方便群众出行。市交通局"
    )
    read = document(f"示例市2027年重点任务分解表 序号 工作任务 责任单位 {rows}")
    assert read.title.value == "示例市2027年重点任务分解表"
    found = [(task.text.value[:4], [name.value for name in task.units.responsible]) for task in read.leaves()]
    assert found == [("新建水厂", ["市水务局"]), ("改造老旧", ["市住建局"]), ("新增公交", ["市交通局"])]
