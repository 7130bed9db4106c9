"""Pages as offices publish them, saved with all that a site prints around its documents."""

from __future__ import annotations

import pytest
from readings import outline

from planforge.importers import read
from planforge.model import Document

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
