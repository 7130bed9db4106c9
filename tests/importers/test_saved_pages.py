"""Pages as offices publish them, saved with all that a site prints around its documents."""

from __future__ import annotations

import quopri

import pytest
from readings import document, outline

from planforge.importers import read
from planforge.model import Document, InputError

TITLE = "示例市民政局 示例市财政局关于做好2027年助餐服务的通知"
BODY = (
    "<p>各区民政局、财政局：</p><p>为做好助餐服务，现就有关事项通知如下：</p>"
    "<p>一、建设助餐点</p><p>各区新建助餐点3个。</p><p>二、加强管理</p><p>各区每季度检查一次。</p>"
)
FOOT = "<p>示例市民政局　示例市财政局</p><p>2027年3月5日</p>"


def page(body: str, head: str = "", style: str = "", title: str = f"{TITLE} - 示例市人民政府门户网站") -> Document:
    source = f"<html><head><title>{title}</title></head><body{style}>{head}{body}</body></html>"
    return read(source.encode(), "页面.html").document


def test_a_page_that_its_script_shows_only_when_all_is_there_is_read() -> None:
    document = page(f"<h1>{TITLE}</h1>{BODY}{FOOT}", style=' style="visibility: hidden"')
    assert outline(document) == {"1": "建设助餐点", "2": "加强管理"}


def test_a_text_that_its_script_shows_is_read_and_what_is_hidden_for_good_is_not() -> None:
    tip = "<div style='display:none'><p>一、扫码下载。</p></div>"
    more = "<p>三、加强宣传</p><p>编印手册。走访入户。开设专栏。组织观摩。</p>"
    document = page(f"{tip}<h1>{TITLE}</h1><div style='display: none'>{BODY}{more}{tip}{FOOT}</div><p>版权所有。</p>")
    assert outline(document) == {"1": "建设助餐点", "2": "加强管理", "3": "加强宣传"}
    assert "扫码" not in document.preamble.value


def test_a_text_set_twice_for_two_screens_is_read_once() -> None:
    document = page(f"<h1>{TITLE}</h1>{BODY}{FOOT}<div hidden>{BODY}{BODY}</div>")
    assert outline(document) == {"1": "建设助餐点", "2": "加强管理"}


def test_what_a_site_prints_above_the_line_that_repeats_the_page_s_title_is_no_head() -> None:
    navigation = (
        "<div>首页</div><div>搜索热词：</div><div>社保</div>"
        f"<div>《{TITLE}》政策解读和一图读懂以及音频解读 2027-03-08</div><h1>{TITLE}</h1><div>-</div>"
    )
    document = page(f"<p>示民规字〔2027〕2号</p><p>{TITLE}</p>{BODY}{FOOT}", head=navigation)
    assert document.preamble.value == "为做好助餐服务，现就有关事项通知如下："
    assert document.doc_number.value == "示民规字〔2027〕2号"
    assert document.recipients.value == "各区民政局、财政局"


def test_the_office_that_a_title_names_on_a_line_of_its_own_stays_with_it() -> None:
    document = page(
        f"<div>走进示例</div><h2>示例市民政局</h2><h2>关于做好2027年助餐服务的通知</h2>{BODY}",
        title="关于做好2027年助餐服务的通知_示例市民政局网站",
    )
    assert document.title.value == "示例市民政局关于做好2027年助餐服务的通知"


def test_a_head_above_the_page_s_title_is_kept() -> None:
    document = page(f"<p>示例市民政局文件</p><p>示民发〔2027〕3号</p><h1>{TITLE}</h1>{BODY}")
    assert document.doc_number.value == "示民发〔2027〕3号"


@pytest.mark.parametrize(
    "above",
    [
        "<p>一、建设助餐点</p><p>二、加强管理</p>",
        "<table><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr>"
        "<tr><td>一</td><td>建设助餐点</td><td>市民政局</td></tr><tr><td>二</td><td>加强管理</td><td>市财政局</td></tr></table>",
    ],
)
def test_tasks_above_the_line_that_repeats_the_page_s_title_are_kept(above: str) -> None:
    document = page(f"{above}<p>{TITLE}</p>")
    assert [task.heading.value or task.text.value for task in document.walk()] == ["建设助餐点", "加强管理"]


def test_an_item_that_ends_with_the_name_of_a_file_is_kept() -> None:
    items = "<p>（一）抓管理。加强管理。</p><p>（二）填报数据，格式见登记表.xlsx</p><p>（三）抓队伍。建好队伍。</p>"
    assert outline(page(f"<h1>{TITLE}</h1><p>一、抓工作</p>{items}"))["1.2"] == "填报数据，格式见登记表.xlsx"


def test_a_heading_that_begins_as_a_reporter_s_name_is_kept() -> None:
    source = f"# {TITLE}\n\n## 记者培训\n\n办好培训班。\n\n## 检查助餐点\n\n各区要检查。\n"
    assert outline(read(source.encode(), "通知.md").document) == {"1": "记者培训", "2": "检查助餐点"}


def test_links_to_downloads_make_no_attachment() -> None:
    files = "<p>附件：</p><p>附件1.docx</p><p>附件2 助餐点登记表.xlsx</p><p>文档附件：</p>"
    document = page(f"<h1>{TITLE}</h1>{BODY}{FOOT}{files}")
    assert document.attachments == ()


def test_the_mark_and_title_of_an_attachment_in_the_first_row_of_its_table_begin_it() -> None:
    def table(mark: str, title: str) -> str:
        tasks = enumerate(("新建助餐点", "培训人员"), 1)
        rows = "".join(f"<tr><td>{n}</td><td>{task}</td><td>市民政局</td></tr>" for n, task in tasks)
        head = f'<tr><td colspan="3"><p>{mark}</p><p>{title}</p></td></tr>'
        return f"<table>{head}<tr><td>序号</td><td>任务</td><td>责任单位</td></tr>{rows}</table>"

    listed = "<p>附件：1.任务分工表</p><p>2.培训计划表</p>"
    tables = table("附件1", "任务分工表") + table("附件2", "培训计划表")
    document = page(f"<h1>{TITLE}</h1>{BODY}{listed}{FOOT}{tables}")
    assert [attachment.title.value for attachment in document.attachments] == ["任务分工表", "培训计划表"]
    assert [len(attachment.tables[0]) for attachment in document.attachments] == [3, 3]


def test_a_page_that_stands_whole_in_a_form_is_read_and_a_form_to_search_with_is_not() -> None:
    search = "<form action='s'><p>请输入关键字</p><input name='q'><select><option>市民政局</option></select></form>"
    rows = "".join(
        f"<p>（{n}）建助餐点。各区在人口密集的地方建助餐点，方便老人就近用餐。</p>" for n in "一二三四五六七八九十"
    )
    body = f"<h1>{TITLE}</h1><p>一、建设助餐点</p>{rows}{FOOT}"
    state = "<input type='hidden' name='__VIEWSTATE' value='x'>"
    document = page(f"<form id='aspnetForm' method='post'>{state}{body}</form>", head=search)
    assert len(document.sections[0].tasks) == 10
    assert "请输入关键字" not in document.preamble.value


@pytest.mark.parametrize("opening", ["<pre>", "<div style='white-space: pre-wrap'>"])
def test_lines_that_a_page_keeps_are_lines(opening: str) -> None:
    lines = (
        TITLE,
        "一、建设助餐点",
        "每区3个，其中新建1个，改建1个，",
        "提升1个。",
        "　　二、加强管理",
        "　　每季度检查。",
    )
    document = page(opening + "\n".join(lines) + f"</{opening[1:4]}>")
    assert outline(document) == {"1": "建设助餐点", "2": "加强管理"}
    assert document.sections[0].text.value == "每区3个，其中新建1个，改建1个，提升1个。"


def test_where_the_source_ends_a_line_between_chinese_characters_stands_no_blank() -> None:
    body = "<p>一、建设\r\n助餐点</p><p>各区、\n街道建点，用 Wi-Fi\nrouter 联网。</p>"
    document = page(f"<h1>{TITLE}</h1>{body}")
    (task,) = document.sections
    assert (task.heading.value, task.text.value) == ("建设助餐点", "各区、街道建点，用 Wi-Fi router 联网。")
    assert task.text.at(task.text.value.index("街道")).column == 1
    assert task.text.at(0).line == 2


def test_a_page_that_says_another_encoding_than_its_own_is_read() -> None:
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
    source = f"<html><head>{meta}<title>{TITLE}</title></head><body><h1>{TITLE}</h1>{BODY}</body></html>"
    assert outline(read(source.encode(), "页面.html").document) == {"1": "建设助餐点", "2": "加强管理"}
    assert outline(read(source.encode("gb18030"), "页面.html").document) == {"1": "建设助餐点", "2": "加强管理"}


def saved(parts: str) -> bytes:
    head = 'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n'
    return f"{head}{parts}--b--\r\n".encode()


def part(source: bytes, kind: str = "text/html; charset=gb2312") -> str:
    words = quopri.encodestring(source).decode("ascii")
    return f"--b\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{words}\r\n"


def test_a_page_saved_as_one_file_is_read_whatever_its_name() -> None:
    source = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{BODY}</body></html>".encode("gb18030")
    footer = part(b"<html><body><p>- 1 -</p></body></html>")
    found = read(saved(footer + part(source) + part(b"p{}", "text/css")), "通知.doc").document
    assert outline(found) == {"1": "建设助餐点", "2": "加强管理"}


def test_a_letter_without_a_page_is_told() -> None:
    with pytest.raises(InputError, match="没有正文"):
        read(saved(part("一、建设助餐点".encode(), "text/plain; charset=utf-8")), "通知.mht")


def test_parts_within_parts_without_end_are_told_or_read() -> None:
    deep = "".join(f'--b{n}\r\nContent-Type: multipart/mixed; boundary="b{n + 1}"\r\n\r\n' for n in range(3000))
    data = f'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b0"\r\n\r\n{deep}'.encode()
    with pytest.raises(InputError, match="单个文件网页"):
        read(data, "通知.mht")


@pytest.mark.parametrize(("nests", "lines"), [(300, 20_000), (1, 3_000_000)])
def test_a_letter_that_would_be_read_for_minutes_is_told(nests: int, lines: int) -> None:
    deep = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(nests))
    data = f"MIME-Version: 1.0\r\n{deep}Content-Type: text/html\r\n\r\n{BODY}".encode() + b"\n" * lines
    with pytest.raises(InputError, match="套了太多层，或者有太多行"):
        read(data, "通知.mht")


def test_a_plain_text_that_begins_like_a_letter_is_a_text() -> None:
    assert outline(read("From: 市民政局\n一、建设助餐点\n每区3个。\n".encode(), "a.txt").document) == {
        "1": "建设助餐点"
    }


@pytest.mark.parametrize(
    "source",
    [
        "<html><body>" + "<div>" * 100_000,
        "<html><body>" + "<div>" * 100_000 + "</x>" * 100_000,
        "<html><body><p>" + "<b>x" * 100_000,
        "<html><body><p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">",
    ],
    ids=["elements", "elements and ends of others", "words in elements", "attributes"],
)
def test_a_page_whose_elements_have_no_end_is_told(source: str) -> None:
    with pytest.raises(InputError, match="不像是公文页面"):
        read(f"{source}一、建设助餐点".encode(), "页面.html")


def test_many_paragraphs_and_pictures_are_no_depth() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 50_000}'>"
    source = f"<html><body>{picture}{'<br>' * 40_000}<p>一、建设助餐点<p>二、加强管理"
    assert outline(read(source.encode(), "页面.html").document) == {"1": "建设助餐点", "2": "加强管理"}


def test_the_links_below_a_paper_are_no_part_of_it() -> None:
    leave = "<div>您访问的链接即将离开示例市门户网站 是否继续？</div>"
    links = f"<div>公报PDF</div><div>相关政策</div><div>评价建议</div>{leave}"
    document = page(f"<h1>{TITLE}</h1>{BODY}{links}")
    assert document.sections[-1].text.value == "各区每季度检查一次。"
    assert document.sections[-1].closing.value == ""


def test_names_that_end_a_paper_are_no_links() -> None:
    document = page(f"<h1>{TITLE}</h1>{BODY}<p>示例市民政局</p><p>2027年3月5日</p><div>打印关闭</div>")
    assert [name.value for name in document.issuers] == ["示例市民政局"]


def test_particulars_in_square_brackets_need_no_colon() -> None:
    stated = "<div>1.[发文机构] 示例市民政局</div><div>2.[发文字号] 示民发〔2027〕9号</div>"
    document = page(f"{stated}<h1>示例市民政局关于做好助餐服务的通知</h1>{BODY}", title="")
    assert document.title.value == "示例市民政局关于做好助餐服务的通知"
    assert (document.doc_number.value, len(document.issuers)) == ("示民发〔2027〕9号", 1)


def test_a_numbered_list_of_particulars_is_no_list_of_items() -> None:
    stated = "".join(
        f"<div>{line}</div>"
        for line in (
            "1.[主题分类] 民政",
            "2.[发文机构] 示例市民政局",
            "3.[联合发文单位]",
            "4.[发文字号] 示民发〔2027〕9号",
            "5.[文件来源]政府公报 2027年 第30期",
        )
    )
    document = page(f"{stated}<h1>示例市民政局关于做好助餐服务的通知</h1>{BODY}", title="")
    assert outline(document) == {"1": "建设助餐点", "2": "加强管理"}
    assert (document.recipients.value, document.doc_number.value) == ("各区民政局、财政局", "示民发〔2027〕9号")


def test_what_others_say_of_a_paper_below_it_is_no_part_of_it() -> None:
    below = "".join(f"<div>{line}</div>" for line in ("部门解读", "《通知》的政策解读", "媒体视角", "新建助餐点30个"))
    document = page(f"<h1>{TITLE}</h1>{BODY}{FOOT}{below}")
    assert len(document.sections) == 2
    assert document.sections[-1].text.value == "各区每季度检查一次。"


def test_a_paper_without_a_title_has_that_of_its_page() -> None:
    document = page(BODY, title="示例市关于做好2027年助餐服务的实施意见_示例市民政局")
    assert document.title.value == "示例市关于做好2027年助餐服务的实施意见"


def test_a_title_that_a_page_prints_in_marks_above_is_read_once() -> None:
    own = "示例市做好助餐服务若干措施"
    document = page(f"<p>《{own}》</p><p>{own}</p>{BODY}", title=f"《{own}》_示例市民政局")
    assert document.title.value == own


def test_a_title_that_the_page_cut_short_above_the_papers_is_no_part_of_it() -> None:
    lines = [
        "《示例省进一步加大力度支持民间投资发展实施",
        "示例省人民政府办公厅关于印发示例省",
        "民间投资发展实施方案的通知",
        "示府办〔2027〕5号",
        "各市人民政府，省政府各部门：",
        "现将《示例省民间投资发展实施方案》印发给你们，请认真组织实施。",
        "示例省人民政府办公厅",
        "2027年3月17日",
        "示例省民间投资发展实施方案",
        "一、支持投资",
        "常态化推介项目。",
    ]
    notice = document("\n".join(lines)).notice
    assert notice is not None
    assert notice.title.value == "示例省人民政府办公厅关于印发示例省民间投资发展实施方案的通知"
