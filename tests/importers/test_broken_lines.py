"""Text whose lines were cut at one width, as scanning and old editors leave it."""

from __future__ import annotations

from readings import document, leaf, outline, reading

from planforge.model import Document

WIDTH = 30
TITLE = ("示例市市场监督管理局关于进一步严厉打击制售假冒伪劣产品", "切实加强2027年重点产品质量安全监督管理工作的通知")
PARAGRAPHS = (
    "示市监〔2027〕3号",
    "各县（市、区）市场监督管理局，市局机关各科室、各直属单位，各有关协会：",
    "为了保障重点产品的质量安全，维护公平竞争的市场秩序，保护消费者的合法权益，现就有关事项通知如下：",
    "一、突出重点产品，加大监督检查和抽查检验的力度，严防不合格产品流入市场",
    "各地要对重点产品开展监督检查，督促生产企业落实主体责任，对抽查中发现的不合格产品依法处置，严防继续流入市场。",
    "二、强化部门协同，确保案件查办工作落到实处取得成效",
    "各地要加强与公安等部门的协作，涉嫌犯罪的及时移送，对跨区域的案件要主动配合，做到有案必查，查必到底。",
    "三、加强组织领导",
    "各地要明确分工，落实责任，及时报告工作中的重大问题，并于每季度末报送工作情况。",
    "示例市市场监督管理局",
    "2027年3月5日",
)


def wrapped() -> Document:
    cut = (text[start : start + WIDTH] for text in PARAGRAPHS for start in range(0, len(text), WIDTH))
    lines = [*TITLE, *cut]
    return document("\n".join(lines))


def test_title_number_and_recipients_are_not_joined_with_the_lines_above_them() -> None:
    read = wrapped()
    assert read.title.value == "".join(TITLE)
    assert read.doc_number.value == "示市监〔2027〕3号"
    assert read.recipients.value == PARAGRAPHS[1].rstrip("：")


def test_a_heading_that_ends_short_of_the_very_margin_is_not_joined_with_its_text() -> None:
    read = wrapped()
    assert outline(read) == {
        "1": PARAGRAPHS[3].removeprefix("一、"),
        "2": PARAGRAPHS[5].removeprefix("二、"),
        "3": "加强组织领导",
    }
    assert leaf(read, "2").text.value == PARAGRAPHS[6]


def test_a_remark_in_brackets_on_a_line_of_its_own_is_not_joined_with_the_title_below() -> None:
    notice = (
        "示例市教育局关于印发《示例市2027年招生工作方案》的通知\n各幼儿园：\n"
        "《示例市2027年招生工作方案》已经局长办公会议通过，现印发给你们，请遵照执行。\n"
    )
    signed = "示例市教育局\n2027年4月20日\n（联系科室：学前教育科，联系电话：0000-1234567）\n"
    plan = (
        "示例市2027年招生工作方案\n为做好招生工作，制定本方案。\n"
        "一、招生原则\n坚持免试入园。\n二、招生对象\n年满3周岁的幼儿。\n"
    )
    read = document(notice + signed + plan)
    assert read.preamble.value == "为做好招生工作，制定本方案。"


def test_a_list_below_the_word_attachments_is_no_attachment_where_the_signature_follows() -> None:
    items = "一、做好客流预测\n各地要研判客流。\n二、保障装备\n各地要检修车辆。\n"
    listed = "附件：\n1.客运场站卫生指南\n2.乘客登记表\n示例市交通运输局\n示例市卫生健康委员会\n2027年2月3日\n"
    read = document("示例市交通运输局 示例市卫生健康委员会关于做好春运工作的通知\n" + items + listed)
    assert [issuer.value for issuer in read.issuers] == ["示例市交通运输局", "示例市卫生健康委员会"]
    assert str(read.issued) == "2027-02-03"
    assert read.attachments == ()


def test_a_mark_of_an_attachment_with_nothing_behind_it_is_told_as_missing() -> None:
    read = reading(
        "示例市教育局关于做好招生工作的通知\n一、原则\n免试入园。\n附件：1.招生计划\n示例市教育局\n2027年3月5日\n附件\n"
    )
    assert read.document.attachments == ()
    assert [found.code for found in read.diagnostics] == ["I110"]


COPIED = """示例市稳定就业若干措施
一
、加大补贴力度
（一）发放补贴。为首次就业的高校毕业生发放一次性补贴，每人不超过3200— 1 —
元，由用人单位代为申领，逾期不再受理。〔责任单位：
市人力资源社会保障局，市财政局〕
本条所称高校毕业生，是指毕业两年以内的高校毕业生和技师学院毕业生。
二、优化服务方式
（二）灵活用工。用人单位结合实际设置“弹性岗位”，实行弹性上
— 2 —
下班、居家办公等灵活方式。
— 3 —
"""


def test_page_numbers_that_a_copy_left_in_a_sentence_are_no_words_of_it() -> None:
    read = document(COPIED)
    assert "每人不超过3200元，由用人单位" in leaf(read, "1.1").text.value
    assert "实行弹性上下班、居家办公" in leaf(read, "2.2").text.value


def test_a_number_whose_stop_stands_on_the_next_line_is_still_one() -> None:
    assert list(outline(document(COPIED))) == ["1", "1.1", "2", "2.2"]


def test_a_list_of_units_whose_names_stand_on_the_next_line_ends_its_paragraph() -> None:
    first = leaf(document(COPIED), "1.1")
    assert [name.value for name in first.units.responsible] == ["市人力资源社会保障局", "市财政局"]
    assert first.text.value.endswith("市财政局〕\n本条所称高校毕业生，是指毕业两年以内的高校毕业生和技师学院毕业生。")


def test_a_lone_number_between_dashes_is_no_page_number() -> None:
    read = document("示例市供水方案\n一、扩大供水\n日供水量每户增加三至五吨，即-5-吨。\n二、降低漏损\n漏损率降到9%。\n")
    assert "即-5-吨" in leaf(read, "1").text.value


def test_a_line_with_a_label_below_a_list_of_units_is_no_part_of_it() -> None:
    item = "（一）优化信贷服务。指导银行合理确定贷款期限，保持信贷投放平稳有序。\n"
    lists = "责任单位：市住房城乡建设局、市金融监管局、人民银行示例市分行\n咨询电话：12363、12378、12345\n"
    read = document(f"示例市稳经济政策包\n一、金融政策\n{item}{lists}（二）减免税费。按规定减免。\n")
    assert [unit.value for unit in leaf(read, "1.1").units.responsible][-1] == "人民银行示例市分行"
