"""Papers that one notice sends out side by side, and heads of other kinds than letters have."""

from __future__ import annotations

from readings import document, outline, reading

NOTICE = (
    "各区人民政府，市各有关单位：\n《2027年重点工作责任分解》和《十件民生实事责任分解》已经市政府同意，现印发给你们。\n"
)
SIGNED = "示例市人民政府办公室\n2027年3月5日\n"
ONE = (
    "2027年重点工作责任分解\n一、扩大投资\n1.新开工项目20个。\n责任单位：市发展改革委\n"
    "2.技改投资增长8%。\n责任单位：市经信局\n"
)
TWO = "十件民生实事责任分解\n1.改造农贸市场20家。\n责任单位：市商务局\n2.新增养老床位1000张。\n责任单位：市民政局\n"


def test_of_two_papers_with_marks_the_first_is_the_document_and_the_second_its_attachment() -> None:
    note = "附件：1.2027年重点工作责任分解\n2.十件民生实事责任分解\n"
    read = reading(f"{NOTICE}{note}{SIGNED}附件1\n{ONE}附件2\n{TWO}")
    assert read.document.title.value == "2027年重点工作责任分解"
    assert list(outline(read.document)) == ["1", "1.1", "1.2"]
    (attachment,) = read.document.attachments
    assert (attachment.title.value, len(attachment.sections)) == ("十件民生实事责任分解", 2)
    assert not read.diagnostics


def test_of_two_papers_without_marks_the_second_is_told_and_kept() -> None:
    read = reading(NOTICE + SIGNED + ONE + TWO)
    assert list(outline(read.document)) == ["1", "1.1", "1.2"]
    assert [attachment.title.value for attachment in read.document.attachments] == ["十件民生实事责任分解"]
    assert [told.code for told in read.diagnostics] == ["I103"]


def test_a_paper_made_by_another_that_the_notice_quotes_is_still_the_one_sent_out() -> None:
    quoting = "根据《云溪省2027年工作要点》要求，现将《示例市2027年工作要点》印发给你们。\n"
    own = "示例市2027年工作要点\n一、扩大投资\n新开工项目20个。\n二、扩大消费\n新建市场3个。\n"
    read = document(f"各区人民政府：\n{quoting}{SIGNED}{own}附件\n云溪省2027年工作要点\n一、投资\n新开工200个。\n")
    assert read.title.value == "示例市2027年工作要点"


def test_a_paper_whose_title_begins_with_a_quoted_name_is_found_behind_a_date() -> None:
    notice = (
        "示例市人民政府办公室关于分解落实《政府工作报告》的通知\n各区：\n现将任务分解，请抓好落实。\n2027年1月13日\n"
    )
    lead = "现就各项工作提出如下责任分工：\n"
    body = "一、做强产业\n突出工业。技改投资20亿元。\n做优农业。新建农田10万亩。\n二、扩大投资\n新开工项目20个。\n"
    read = document(f"{notice}《政府工作报告》重点工作责任分解\n{lead}{body}")
    assert (read.title.value, read.preamble.value) == ("《政府工作报告》重点工作责任分解", lead.strip())
    assert outline(read)["1.2"] == "做优农业"


def test_the_number_of_an_announcement_is_its_number() -> None:
    body = "现将有关事项公布如下。\n一、抽检计划\n抽检5000批次。\n二、处理办法\n依法处理。\n"
    read = document(f"示例市市场监督管理局公告\n2027年第18号\n\n示例市市场监督管理局关于抽检工作的公告\n{body}")
    assert read.doc_number.value == "2027年第18号"
    assert read.title.value == "示例市市场监督管理局关于抽检工作的公告"


def test_an_attachment_of_which_the_file_holds_the_title_alone_is_told() -> None:
    text = "2027年示例县工作要点\n一、抓产业\n引进项目3个。\n\n附件：任务分工表\n\n示例县人民政府\n2027年1月5日\n\n"
    (told,) = reading(f"{text}附件\n任务分工表\n").diagnostics
    assert (told.code, told.message) == ("I110", "附件“任务分工表”只有标题，文件里没有它的内容，没有读入。")


def test_the_year_of_far_aims_is_not_that_of_the_programme() -> None:
    title = "示例县国民经济和社会发展第十六个五年规划和2040年远景目标纲要\n示例县人民政府\n2031年5月\n"
    read = document(title + "编制本纲要。\n第一章 发展环境\n形势向好。\n第二章 重点任务\n新建学校3所。\n")
    assert (read.year, read.preamble.value) == (None, "编制本纲要。")
    assert [name.value for name in read.issuers] == ["示例县人民政府"]


def test_an_order_has_its_number_and_whose_it_is() -> None:
    rules = "《示例市优待办法》已经市政府常务会议通过，现予公布。\n市长　张明\n2027年1月29日\n示例市优待办法\n"
    read = document(f"示例市人民政府令\n第179号\n{rules}第一条 为保障权益，制定本办法。\n第二条 本办法适用于本市。\n")
    assert (read.doc_number.value, [name.value for name in read.issuers]) == ("第179号", ["示例市人民政府"])
    assert read.title.value == "示例市优待办法"


def test_a_title_on_two_lines_that_the_list_of_attachments_names_is_whole() -> None:
    head = "2027年示例县工作要点\n一、抓产业\n引进项目3个。\n\n附件：示例县农机购置补贴机具种类范围\n\n"
    read = document(
        f"{head}示例县人民政府\n2027年1月5日\n附件\n示例县农机购置\n补贴机具种类范围\n1.耕地机械\n2.播种机械\n"
    )
    (attachment,) = read.attachments
    assert (attachment.title.value, len(attachment.sections)) == ("示例县农机购置补贴机具种类范围", 2)


def test_a_paper_whose_title_begins_with_another_s_is_found_below_a_notice_with_items() -> None:
    title = "《政府工作报告》重点工作任务分工"
    notice = f"示例市人民政府办公室\n关于印发{title}的通知\n各区人民政府：\n现印发给你们，并提出以下意见。\n"
    items = "一、高度重视。加强领导。\n二、狠抓落实。加强督查。\n"
    read = document(
        f"{notice}{items}{SIGNED}{title}\n一、扩大投资\n1.新开工项目20个。\n二、扩大消费\n2.新建市场3个。\n"
    )
    assert read.title.value == title
    assert list(outline(read)) == ["1", "1.1", "2", "2.2"]
