"""Titles, signatures and dates of issue as they are met: broken over lines, unstopped, impossible."""

from __future__ import annotations

from datetime import date

import pytest
from readings import NOTICE, document, outline, reading

from planforge.yaml_io import dump


def test_a_date_of_issue_that_no_calendar_has_is_kept_as_it_is_printed_and_told() -> None:
    found = reading("2027年示例县工作要点\n一、抓产业\n引进项目3个。\n示例县人民政府\n二〇二七年二月三十日\n")
    assert (found.document.issued, found.document.issued_text.value) == (None, "二〇二七年二月三十日")
    assert [(told.code, told.span.start.line) for told in found.diagnostics] == [("I109", 5)]
    assert "成文日期: 二〇二七年二月三十日\n" in dump(found.document)


def test_a_signature_dated_in_spoken_words_is_one() -> None:
    found = document("2027年示例县工作要点\n一、抓产业\n引进项目3个。\n　　　　示例县林业局\n　　　　2027年2月28号\n")
    assert ([name.value for name in found.issuers], found.issued) == (["示例县林业局"], date(2027, 2, 28))


@pytest.mark.parametrize("last", ["通知", "通　知", "的通知"])
def test_the_last_word_of_a_title_may_stand_on_a_line_of_its_own(last: str) -> None:
    title = "示例市人民政府办公室关于印发示例市2027年教育工作要点的通知"
    found = document(NOTICE.replace(title, title.removesuffix(last.replace("　", "")) + f"\n{last}"))
    assert found.notice is not None
    assert (found.notice.title.value, found.title.value) == (title, "示例市2027年教育工作要点")


@pytest.mark.parametrize("signed", ["示例区人民政府办公室\n2027年2月28日", "示例区人民政府办公室　2027年2月28日"])
def test_a_signature_below_a_text_without_its_full_stop_is_no_part_of_it(signed: str) -> None:
    text = "各部门、各单位要高度重视，强化责任担当，确保各项任务落实落细落到实处"
    found = document(f"2027年示例区工作要点\n一、抓产业\n引进项目3个。\n二、抓落实\n{text}\n{signed}\n")
    assert found.sections[1].text.value == text
    assert [name.value for name in found.issuers] == ["示例区人民政府办公室"]
    assert found.issued == date(2027, 2, 28)


def test_a_title_whose_last_character_stands_on_the_next_line_is_whole() -> None:
    found = document("2027年示例县数字政府建设工作要\n点\n\n一、抓产业\n引进项目3个。\n")
    assert found.title.value == "2027年示例县数字政府建设工作要点"


def test_an_attachment_that_is_named_and_is_not_there_is_told() -> None:
    names = "附件：1.重点任务清单\n　　　2.指标表\n"
    text = f"2027年示例县工作要点\n一、抓产业\n引进项目3个。\n\n{names}\n示例县人民政府\n2027年1月5日\n"
    assert [(told.code, told.span.start.line) for told in reading(text).diagnostics] == [("I110", 5), ("I110", 6)]
    held = f"{text}\n附件1\n\n重点任务清单\n\n引进项目的办法另定。\n"
    assert [told.span.start.line for told in reading(held).diagnostics] == [6]


def test_attachments_named_on_one_line_are_told_one_by_one_and_those_issued_apart_not_at_all() -> None:
    text = "2027年示例县工作要点\n一、抓产业\n引进项目3个。\n\n附件：1.重点任务清单　2.指标表\n　　　3.名单（另发）\n"
    told = reading(f"{text}\n示例县人民政府\n2027年1月5日\n").diagnostics
    assert [each.message.split("”")[0] for each in told] == [
        "附件说明里有“重点任务清单",
        "附件说明里有“指标表",
    ]


def test_an_imprint_still_to_be_filled_in_is_no_text_of_the_attachment_before_it() -> None:
    text = "2027年示例县工作要点\n一、抓产业\n引进项目3个。\n\n附件\n\n重点任务清单\n\n"
    (attachment,) = document(f"{text}抄送：\n　　　　　　年　月　日印发\n").attachments
    assert (attachment.title.value, attachment.sections) == ("重点任务清单", ())


def test_who_prints_may_stand_at_its_date_without_a_blank() -> None:
    text = "2027年示例县工作要点\n一、抓产业\n引进项目3个。\n\n示例县教育局\n2027年2月5日\n\n"
    imprint = document(f"{text}抄送：县委办公室。\n示例县教育局办公室2027年2月6日印发\n").imprint
    assert (imprint.printer.value, imprint.printed) == ("示例县教育局办公室", date(2027, 2, 6))


@pytest.mark.parametrize(
    "line",
    ["★抓建设", "（2027年1月5日市水利局党组会议通过）", "一 抓建设", "序号,任务,时限"],
)
def test_a_line_below_the_title_that_no_head_has_is_not_lost(line: str) -> None:
    read = document(f"示例市2027年水利工作要点\n{line}\n修好水库，管好渠道。\n")
    assert read.title.value == "示例市2027年水利工作要点"
    assert read.preamble.value.startswith(line)


@pytest.mark.parametrize("line", ["任务一：修水库", "Ⅰ.抓建设", "甲、抓建设"])
def test_an_item_in_rare_numbers_below_the_title_is_one(line: str) -> None:
    read = document(f"示例市2027年水利工作要点\n{line}\n修好水库，管好渠道。\n")
    (section,) = read.sections
    assert read.title.value == "示例市2027年水利工作要点"
    assert (section.marker + section.heading.value, section.text.value) == (line, "修好水库，管好渠道。")


@pytest.mark.parametrize(
    "line", ["2027年3月5日", "（征求意见稿）", "示例市水利局", "（此件公开发布）", "2027年第18号", "2027-03-05 09:00"]
)
def test_what_a_head_has_below_its_title_is_no_preamble(line: str) -> None:
    read = document(f"示例市2027年水利工作要点\n{line}\n修好水库，管好渠道。\n")
    assert read.preamble.value == "修好水库，管好渠道。"


def test_a_masthead_is_no_part_of_the_title() -> None:
    head = "内部资料 注意保存\n第12期\n示例市水利局办公室编  2027年3月1日\n示例市2027年水利工作要点\n"
    assert document(head + "一、抓建设\n修好水库。\n二、抓管理\n管好渠道。\n").title.value == "示例市2027年水利工作要点"


@pytest.mark.parametrize("above", ["", "000012\n机密★1年\n特急\n"])
def test_an_office_right_above_the_number_is_the_mark(above: str) -> None:
    """发文机关标志 may do without the word 文件 (7.2.4), and a 签名章 below leaves no other name."""
    head = f"{above}示例市水利局\n示水〔2027〕3号\n\n关于加强管护的意见\n\n"
    found = document(f"{head}各县：\n一、抓建设\n修好水库。\n二、抓管理\n管好渠道。\n\n局长\n\n2027年3月5日\n")
    assert ([name.value for name in found.issuers], found.title.value) == (["示例市水利局"], "关于加强管护的意见")
    assert (found.header.posts, found.sections[-1].text.value) == (("局长",), "管好渠道。")


def test_several_offices_above_the_number_are_the_mark_of_a_joint_document() -> None:
    head = "示例市水利局\n示例市财政局\n示水〔2027〕3号\n关于加强管护的意见\n"
    found = document(f"{head}各县：\n一、抓建设\n修好水库。\n\n局长\n局长\n\n2027年3月5日\n")
    assert [name.value for name in found.issuers] == ["示例市水利局", "示例市财政局"]
    assert found.header.posts == ("局长", "局长")


@pytest.mark.parametrize("number", ["〔2027〕XX号", "示发〔20××〕×号", "〔2027〕号　签发人：×××", "〔　　〕　号"])
def test_a_number_still_to_be_filled_in_is_no_part_of_the_title(number: str) -> None:
    found = document(f"示例市水利局\n{number}\n2027年水利工作要点\n一、抓建设\n修好水库。\n二、抓管理\n管好渠道。\n")
    assert (found.title.value, [name.value for name in found.issuers]) == ("2027年水利工作要点", ["示例市水利局"])


@pytest.mark.parametrize("dated", ["年　月　日", "2027年　月　日", "2027年×月×日"])
@pytest.mark.parametrize("behind", ["", "\n抄送：\n年　月　日印发\n"])
def test_a_date_still_to_be_filled_in_ends_the_text(dated: str, behind: str) -> None:
    body = "2027年示例县工作要点\n一、抓产业\n引进项目3个。\n二、抓就业\n新增岗位2000个。\n"
    found = document(f"{body}\n示例县林业局\n{dated}\n{behind}")
    assert found.sections[-1].text.value == "新增岗位2000个。"
    assert ([name.value for name in found.issuers], found.issued) == (["示例县林业局"], None)


@pytest.mark.parametrize("signed", ["示例银行金融市场司", "国务院应对示例疫情\n联防联控机制"])
def test_the_last_line_of_a_file_is_its_date_whoever_signs(signed: str) -> None:
    body = "2027年示例县工作要点\n一、抓产业\n引进项目3个。\n二、抓就业\n新增岗位2000个。\n特此通知。\n"
    found = document(f"{body}{signed}\n2027年2月7日")
    assert found.issued == date(2027, 2, 7)
    assert "2027年2月7日" not in "".join(node.text.value + node.closing.value for node in found.walk())


def test_each_of_many_offices_on_a_line_of_its_own_belongs_to_the_title_of_the_notice() -> None:
    offices = "示例市教育局\n示 例 市 公 安 局\n示例市民政局\n示例市财政局\n示例市卫生健康委员会\n示例市体育局\n"
    paper = "一、加强宣传\n广泛宣传。\n二、加强检查\n定期检查。\n"
    title = "关于印发《示例市课后服务工作方案》的通知\n示教〔2027〕7号\n"
    sent = title + "各区教育局：\n现将《示例市课后服务工作方案》印发给你们，请认真贯彻执行。\n"
    read = document(
        f"{offices}{sent}示例市教育局\n2027年3月5日\n示例市课后服务工作方案\n为做好课后服务，制定本方案。\n{paper}"
    )
    assert read.notice is not None
    assert read.notice.title.value.startswith("示例市教育局示例市公安局示例市民政局")
    assert read.notice.title.value.endswith("示例市体育局关于印发《示例市课后服务工作方案》的通知")


def test_words_of_a_page_above_a_title_that_begins_with_its_matter_are_not_the_title_s() -> None:
    read = document(
        "官方微博\n关于印发《示例市课后服务若干措施》的通知\n示例市课后服务若干措施\n为做好课后服务，提出以下措施。\n一、宣传。广泛宣传。\n"
    )
    assert read.notice is not None
    assert read.notice.title.value == "关于印发《示例市课后服务若干措施》的通知"


def test_who_signs_in_short_is_named_as_the_title_of_the_notice_does() -> None:
    read = document(
        "云溪省人民政府办公厅关于印发云溪省课后服务若干措施的通知\n各市人民政府：\n现将《云溪省课后服务若干措施》印发给你们，请认真贯彻执行。\n"
        "省政府办公厅\n2027年3月5日\n云溪省课后服务若干措施\n为做好课后服务，提出以下措施。\n一、宣传。广泛宣传。\n二、检查。定期检查。\n"
    )
    assert [name.value for name in read.issuers] == ["云溪省人民政府办公厅"]


def test_the_addressees_are_no_part_of_what_a_notice_says() -> None:
    title = "示例市人民政府关于印发示例市课后服务若干措施的通知"
    read = document(
        f"{title}\n来源：示例市人民政府\n各区人民政府：\n现将《示例市课后服务若干措施》印发给你们，请认真贯彻执行。\n"
        "示例市人民政府\n2027年3月5日\n示例市课后服务若干措施\n一、宣传。广泛宣传。\n二、检查。定期检查。\n"
    )
    assert read.notice is not None
    assert read.notice.text.value == "现将《示例市课后服务若干措施》印发给你们，请认真贯彻执行。"


def test_a_number_in_brackets_behind_the_title_is_the_documents_and_no_part_of_the_title() -> None:
    title = "示例市人民政府关于加强供水工作的通知"
    read = document(
        f"{title}（示政发〔2027〕3号）\n各县人民政府：\n一、保障水量。扩建水厂。\n二、保障水质。每月检测。\n"
    )
    assert (read.title.value, read.doc_number.value) == (title, "示政发〔2027〕3号")


def test_a_notice_that_lists_the_paper_it_sends_without_its_text_keeps_its_own_items() -> None:
    text = (
        "示例区人民政府办公室关于印发2027年重点任务分解表的通知\n各镇人民政府：\n现将《示例区2027年重点任务分解表》印发给你们。\n"
        "一、夯实责任。各单位要细化任务。\n二、严格督查。每季度通报。\n附件：示例区2027年重点任务分解表\n2027年3月5日\n"
    )
    read = document(text)
    assert read.title.value == "示例区人民政府办公室关于印发2027年重点任务分解表的通知"
    assert list(outline(read)) == ["1", "2"]


def test_a_line_that_addresses_somebody_is_not_joined_with_a_remark_above_it() -> None:
    remark = "提示：根据2026年5月16日公布的文件清理结果，本文件继续有效，有效期至2030年"
    read = document(
        f"示例市养老服务实施意见\n{remark}\n\n各县（区）人民政府，市直各单位：\n一、主要目标\n床位不少于50张。\n"
    )
    assert read.recipients.value == "各县（区）人民政府，市直各单位"


def test_a_number_right_before_the_title_is_the_documents_and_no_part_of_the_title() -> None:
    read = document(
        "示政发〔2027〕3号关于加强供水工作的通知\n各县人民政府：\n一、保障水量。扩建水厂。\n二、保障水质。每月检测。\n"
    )
    assert (read.title.value, read.doc_number.value) == ("关于加强供水工作的通知", "示政发〔2027〕3号")


def test_a_title_of_a_circular_goes_on_below_words_that_titles_end_with() -> None:
    title = ("关于印发2027年《政府工作报告》主要任务", "上半年落实情况的通报")
    found = document("\n".join([*title, "各乡镇人民政府：", "现将有关情况通报如下。", "一、总体情况", "进展顺利。"]))
    assert found.title.value == "".join(title)


def test_minutes_have_a_number_without_letters_and_who_made_them_above_the_text() -> None:
    head = "示例市人民政府市长办公会议纪要\n〔2027〕8号\n示例市人民政府办公室　　　二○二七年三月五日\n"
    found = document(
        f"{head}3月2日，市政府召开会议。现将会议内容纪要如下：\n一、研究学校建设。新建3所。\n二、研究医院。\n"
    )
    assert (found.title.value, found.doc_number.value) == ("示例市人民政府市长办公会议纪要", "〔2027〕8号")
    assert ([name.value for name in found.issuers], found.issued) == (["示例市人民政府办公室"], date(2027, 3, 5))
    assert found.preamble.value.startswith("3月2日")
