"""Which of the files in a folder are replies, and that none is passed over in silence."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from returned_copy import PLAN, Copies

from planforge.api import issuing
from planforge.cli.commands.comments import command
from planforge.lifecycle.circulation import collect
from planforge.lifecycle.circulation.returned.offices import Offices
from planforge.model import Document
from planforge.model.opinions import ReturnedFile


def only() -> ReturnedFile:
    (file,) = collect(["返回"], "要点.yaml").files
    return file


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("市教育局.txt", "没有意见。".encode(), "这是文本文件"),
        ("市医保局.xlsx", b"PK\x03\x04", "这是 Excel 表格"),
        ("市农业农村局.jpg", b"\xff\xd8\xff\xe0", "这是图片"),
        ("市水利局.zip", b"PK\x03\x04", "这是压缩包"),
        ("市商务局.qqq", b"x", "这不是 Word 文件"),
        ("市残联.pdf", b"%PDF-1.7", "这是 PDF"),
    ],
)
def test_a_file_that_is_no_word_file_is_told_with_what_it_is(copy: Copies, name: str, data: bytes, what: str) -> None:
    copy().track("10", "20", before="首批入库").save(Path("返回/市财政局.docx"))
    (Path("返回") / name).write_bytes(data)
    found = collect(["返回"], "要点.yaml")
    assert {Path(each.file).name: what in each.failure for each in found.files} == {"市财政局.docx": False, name: True}
    assert len(found.opinions) == 1


def test_what_the_system_and_word_lay_into_a_folder_is_no_reply(copy: Copies) -> None:
    copy().save(Path("返回/市财政局.docx"))
    for name in ("Thumbs.db", "desktop.ini", ".DS_Store", "~$市财政局.docx"):
        (Path("返回") / name).write_bytes(b"x")
    assert Path(only().file).name == "市财政局.docx"


def test_the_plan_itself_may_lie_among_the_replies(copy: Copies) -> None:
    copy().save(Path("返回/市财政局.docx"))
    Path("返回/要点.yaml").write_text(PLAN, encoding="utf-8")
    (file,) = collect(["返回"], "返回/要点.yaml").files
    assert Path(file.file).name == "市财政局.docx"


def test_a_word_file_under_another_name_is_read(copy: Copies) -> None:
    copy().track("10", "20", before="首批入库").save(Path("返回/市财政局.回复"))
    assert (only().opinions, only().failure) == (1, "")


def test_a_text_file_by_itself_is_called_what_it_is(office: Path) -> None:
    Path("市教育局.txt").write_text("没有意见。", encoding="utf-8")
    done = CliRunner().invoke(command, ["collect", "市教育局.txt", "--against", "要点.yaml", "-o", "汇总.xlsx"])
    assert done.exit_code == 2
    assert "市教育局.txt：没有读出来：这是文本文件" in done.output
    assert "损坏" not in done.output


def another(**changes: str) -> bytes:
    """Another plan's Word file: the plan with these words in place of others, as no program of ours saved it."""
    words = PLAN
    for old, new in changes.items():
        words = words.replace(old, new)
    Path("别的.yaml").write_text(words, encoding="utf-8")
    return issuing.render("别的.yaml")


def test_last_year_s_plan_is_no_copy_however_much_it_says_the_same(office: Path) -> None:
    Path("返回").mkdir()
    Path("返回/市公安局.docx").write_bytes(another(**{"2027年": "2026年"}))
    assert "标题是2026年的《2026年示例市知识产权工作要点》" in only().failure


def test_another_city_s_plan_under_the_same_title_is_no_copy(office: Path) -> None:
    Path("返回").mkdir()
    other = another(
        建立技术调查官库="推进商标品牌指导站建设",
        首批入库10人="新设5家",
        推行简易案件快审快结="开展品牌培育",
        规范案件台账="组织专利导航",
        统一格式="覆盖重点产业",
        每季度通报一次="年底前总结",
        简易案件平均审理期限缩短到30天="新增商标注册200件",
        加强组织领导="落实经费保障",
        强化督促检查="做好总结宣传",
    )
    Path("返回/市公安局.docx").write_bytes(other)
    assert "的任务文字对得上" in only().failure


def test_a_title_for_another_thing_altogether_is_no_copy_s(office: Path) -> None:
    Path("返回").mkdir()
    other = another(示例市知识产权工作要点="度云岭县森林防火应急预案", 加强组织领导="加大投入", 强化督促检查="配齐装备")
    path = Path("返回/市公安局.docx")
    path.write_bytes(other)
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        if "每季度" in paragraph.text or "技术调查官库，" in paragraph.text:
            paragraph.clear()
    document.save(str(path))
    assert "标题是《2027年度云岭县森林防火应急预案》" in only().failure


def test_a_letter_without_a_single_item_stops_none_of_the_others(copy: Copies) -> None:
    copy().track("10", "20", before="首批入库").save(Path("返回/市财政局.docx"))
    letter = docx.Document()
    letter.save("返回/市公安局.docx")
    found = collect(["返回"], "要点.yaml")
    assert {Path(each.file).name: bool(each.failure) for each in found.files} == {
        "市公安局.docx": True,
        "市财政局.docx": False,
    }


def test_an_office_may_correct_the_year_in_the_title(copy: Copies) -> None:
    paper = copy()
    paper.xml = paper.xml.replace("2027年示例市知识产权工作要点", "2028年示例市知识产权工作要点")
    paper.save(Path("返回/市财政局.docx"))
    assert (only().failure, bool(only().opinions)) == ("", True)


def test_a_line_above_the_title_makes_a_reply_no_other_document(copy: Copies) -> None:
    path = copy().track("10", "20", before="首批入库").save(Path("返回/市财政局.docx"))
    document = docx.Document(str(path))
    document.paragraphs[0].insert_paragraph_before("市财政局修改意见")
    document.save(str(path))
    assert not only().failure


@pytest.mark.parametrize(
    ("name", "authors", "office"),
    [
        ("新建 Microsoft Word 文档 (1).docx", (), "未注明单位（新建 Microsoft Word 文档 (1)）"),
        ("新建 Microsoft Word 文档.docx", ("张明",), "张明"),
        ("某某专班修改意见.docx", ("张明",), "某某专班"),
    ],
)
def test_a_name_that_a_program_gave_a_file_is_no_office(name: str, authors: tuple[str, ...], office: str) -> None:
    assert Offices(Document(), None).of(Path(name), "", authors) == office
