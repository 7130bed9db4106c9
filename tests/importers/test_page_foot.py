"""What a site prints below a paper belongs to no item; what the paper itself ends with stays."""

from __future__ import annotations

import pytest
from readings import document, outline, reading

from planforge.importers import read
from planforge.model import Document

PAPER = (
    "示例市扩大托育服务供给若干措施",
    "为扩大托育服务供给，结合我市实际，制定以下措施。",
    "一、增加托位",
    "（一）支持社区办托。在社区建设托育点20个。（责任单位：市卫生健康委）",
    "（二）支持用人单位办托。推动企业开办托育点5个。（责任单位：市总工会）",
    "二、加强监管",
    "（三）加强检查。每季度检查一次。（责任单位：市市场监管局）",
)
CLOSING = "本措施自印发之日起施行。"
READ = {
    "1": "增加托位",
    "1.1": "支持社区办托",
    "1.2": "支持用人单位办托",
    "2": "加强监管",
    "2.3": "加强检查",
}


def text(*below: str) -> Document:
    return document("\n".join((*PAPER, *below)) + "\n")


def page(*below: str) -> Document:
    body = "".join(f"<p>{line}</p>" for line in PAPER) + "".join(below)
    source = f"<html><head><title>{PAPER[0]}_示例市人民政府</title></head><body>{body}</body></html>"
    return read(source.encode(), "页面.html").document


@pytest.mark.parametrize(
    "below",
    [
        ("相关稿件", "【文字】《示例市扩大托育服务供给若干措施》政策解读", "【图解】一图读懂托育措施"),
        ("图解", "一图读懂托育措施", "媒体解读", "20个托育点今年建成", "访谈解读"),
        ("相关阅读", "我市召开托育工作会议", "会议强调，要加快建设。市卫生健康委负责人参加会议。"),
        ("政策解读：《示例市扩大托育服务供给若干措施》文件解读",),
        ("PDF：示例市人民政府办公室关于印发《示例市扩大托育服务供给若干措施》的通知.pdf",),
    ],
)
def test_what_explains_a_paper_below_it_is_not_its_last_item(below: tuple[str, ...]) -> None:
    read_text = text(*below)
    assert outline(read_text) == READ
    assert not any(section.closing.value for section in read_text.sections)
    assert "p3" in outline(text(CLOSING, *below))


def test_the_news_that_a_page_links_below_a_paper_is_left_out_however_long_it_is() -> None:
    news = "".join(f"<li><a href='/{n}'>我市第{n}批托育点建成开放，新增托位一百个</a></li>" for n in range(2, 20))
    assert outline(page(f"<ul>{news}</ul>")) == READ


def test_who_published_a_page_is_not_its_last_part() -> None:
    assert outline(page("<p>示例市发展和改革委员会发布</p>")) == READ


def test_a_list_of_attachments_that_a_page_links_stays() -> None:
    listed = page("<p>附件：1.托育点一览表</p><p><a href='/2.docx'>2.检查表</a></p>")
    assert [d for d in (attachment.title.value for attachment in listed.attachments) if d] == []
    assert listed.sections[-1].tasks[-1].text.value == "每季度检查一次。"


def test_a_section_that_is_named_as_such_a_list_is_and_goes_on_counting_is_the_paper_s() -> None:
    goes_on = text("政策解读：", "三、加强宣传", "（四）编印手册。编印手册5000册。（责任单位：市卫生健康委）")
    assert outline(goes_on)["3.4"] == "编印手册"


def test_an_attachment_below_a_link_stays() -> None:
    attached = text("示例市卫生健康委", "2027年3月5日", "相关文件", "附件1", "托育点建设标准", "一、选址", "靠近小区。")
    assert [attachment.title.value for attachment in attached.attachments] == ["托育点建设标准"]


def test_the_name_of_the_download_of_several_attachments_is_none_of_them() -> None:
    named = page("<p>附件：</p><p>1.托育点一览表</p><p>2.检查表</p><p>附件1-2</p>")
    assert named.attachments == ()


def test_sentences_that_are_taken_for_a_page_s_own_are_told() -> None:
    lines = (*PAPER, "相关阅读", "我市召开托育工作会议", "会议强调，要加快建设。")
    (told,) = [found for found in reading("\n".join(lines) + "\n").diagnostics if found.code == "I112"]
    assert ("从“会议强调，要加快建设。”起的 1 段" in told.message, told.span.start.line) == (True, len(lines))


def test_a_report_above_a_paper_is_told() -> None:
    report = "近日，示例市教育局印发了《示例市扩大学位供给若干措施》，主要内容如下。\n"
    read = reading(report + "一、新建学校\n新建3所。\n二、扩建学校\n扩建2所。\n")
    assert [(found.code, found.span.start.line) for found in read.diagnostics] == [("I112", 1)]


def test_what_only_links_other_pages_goes_unsaid() -> None:
    read = reading("\n".join((*PAPER, "相关稿件", "【图解】一图读懂托育措施")) + "\n")
    assert [found.code for found in read.diagnostics] == []


def test_each_of_several_heads_of_lists_is_asked_with_the_lines_above_it() -> None:
    lines = (
        "政策解读：",
        "三、加强宣传",
        "（四）编印手册。编印手册5000册。（责任单位：市卫生健康委）",
        "政策解读",
        "图解托育",
    )
    found = text(*lines)
    assert outline(found)["3.4"] == "编印手册"
    assert not found.sections[-1].tasks[-1].text.value.endswith("图解")


def words(found: Document) -> str:
    return "\n".join((found.preamble.value, *(f"{task.heading.value}\n{task.text.value}" for task in found.walk())))


def test_many_short_lines_that_a_page_does_not_link_are_the_paper_s() -> None:
    rows = "".join(f"<p>托育服务{n}</p>" for n in "甲乙丙丁戊己庚辛壬")
    assert "托育服务壬" in words(page(rows))


def test_a_last_line_that_speaks_of_publishing_is_the_paper_s() -> None:
    line = "在第二季度以前完成全市托育服务指南的编制和发布"
    assert line in words(page(f"<p>{line}</p>"))


def test_nothing_ends_a_paper_that_has_not_begun() -> None:
    read = document("示例市托育工作要点\n2027年3月5日\n相关政策\n今年要建设托育点20个。托育点要方便群众。\n")
    assert "今年要建设托育点20个。" in words(read)


def test_nothing_ends_a_paper_within_what_a_line_leads_in() -> None:
    assert "组织宣讲，印发手册。" in words(text("今年开展以下活动：", "相关政策", "组织宣讲，印发手册。"))


def test_lines_between_items_that_look_like_buttons_are_told() -> None:
    lines = [
        "示例市工作方案",
        "一、建设水厂",
        "每年一座。",
        "点击查看解读",
        "二、改造管网",
        "每年十公里。",
        "打印本页",
        "关闭窗口",
    ]
    read = reading("\n".join(lines))
    assert [(found.code, found.span.start.line) for found in read.diagnostics] == [("I113", 4)]
    assert "点击查看解读" in read.diagnostics[0].message and "1 行" in read.diagnostics[0].message


@pytest.mark.parametrize(
    "item", ["（二）建设无障碍设施，方便老年人出行；", "2.推进无障碍环境建设", "二、保护版权所有者的权益"]
)
def test_an_item_that_speaks_of_what_pages_have_too_is_no_button(item: str) -> None:
    first = {"（": "（一）增设座椅；", "2": "1.增设座椅", "二": "一、增设座椅"}[item[0]]
    read = reading(f"示例市工作方案\n{first}\n{item}\n")
    assert len(read.document.sections) == 2 and not read.diagnostics
