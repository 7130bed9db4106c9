"""Two versions of a plan held side by side, in all formats; tracked changes accepted and rejected."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from planforge import yaml_io
from planforge.api import documents
from planforge.lifecycle.diff import compare, compare_documents
from planforge.model import InputError
from planforge.model.changes import Comparison, NodeChange
from planforge.ooxml.review.redline import redline
from planforge.renderers import renderer

BEFORE = """\
标题: 2027年示例市知识产权工作要点
年度: 2027
导语: 2027年是实施新规划的第一年。
部分:
  - 标题: 强化保护
    任务:
      - 标题: 开展专项执法
        内容: 组织春秋两季专项执法行动，查处案件80件以上。
        牵头单位: 市市场监管局
        完成时限: 11月底前
      - {标题: 强化司法保护, 内容: 依法适用惩罚性赔偿，推行简易案件快审快结。, 牵头单位: 市中级人民法院}
      - {标题: 加强信用监管, 内容: 认定严重失信主体并且向社会公示，提高抽查比例。, 牵头单位: 市市场监管局}
      - {标题: 落实失信惩戒, 内容: 限制失信企业申报财政资金和表彰奖励。, 牵头单位: 市市场监管局}
  - 标题: 促进运用
    任务:
      - {标题: 发展质押融资, 内容: 推广知识产权质押融资白名单。开展银企对接活动4场。, 牵头单位: 市知识产权局}
      - {标题: 编印旧版手册, 内容: 编印一批宣传手册。, 牵头单位: 市知识产权局}
"""
AFTER = """\
标题: 2027年示例市知识产权工作要点
年度: 2027
导语: 2027年是实施新规划的第一年。
部分:
  - 标题: 强化保护
    任务:
      - {标题: 强化司法保护, 内容: 依法适用惩罚性赔偿，推行简易案件快审快结。, 牵头单位: 市中级人民法院}
      - 标题: 开展专项执法
        内容: 组织春夏秋三季专项执法行动，查处案件100件以上。
        牵头单位: 市公安局
        完成时限: 10月底前
      - 标题: 加强信用监管
        内容: 认定严重失信主体并且向社会公示，提高抽查比例。限制失信企业申报财政资金和表彰奖励。
        牵头单位: 市市场监管局
  - 标题: 促进运用
    任务:
      - {标题: 发展质押融资, 内容: 推广知识产权质押融资白名单。开展银企对接活动4场。, 牵头单位: 市知识产权局}
      - {标题: 建设导航基地, 内容: 面向重点产业链建设专利导航服务基地。, 牵头单位: 市知识产权局}
"""
SUPERIOR = """\
标题: 云溪省专利导航意见
部分:
  - 标题: 促进运用
    任务:
      - {标题: 建设导航基地, 内容: 面向重点产业链建设专利导航服务基地。}
"""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, content in (("前", BEFORE), ("后", AFTER), ("省意见", SUPERIOR)):
        (tmp_path / f"{name}.yaml").write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def compared(before: str = BEFORE, after: str = AFTER) -> Comparison:
    return compare_documents(*(yaml_io.load(text.encode(), "要点.yaml").document for text in (before, after)))


def change(comparison: Comparison, heading: str) -> NodeChange:
    return next(
        each for each in comparison.nodes if heading in [node.heading.value for node in each.before + each.after]
    )


def test_tasks_are_matched_by_content_and_fewest_are_said_to_have_moved() -> None:
    found = compared()
    moved = [each for each in found.nodes if "moved" in each.kinds]
    assert len(moved) == 1
    assert change(found, "发展质押融资").kinds == ()
    assert change(found, "建设导航基地").kinds == ("added",)
    assert change(found, "编印旧版手册").kinds == ("removed",)


def test_rewording_is_told_word_by_word_with_units_time_and_amounts() -> None:
    found = change(compared(), "开展专项执法")
    assert {"reworded", "units", "deadlines", "targets"} <= set(found.kinds)
    assert ("gone", "80") in found.text
    assert ("new", "100") in found.text
    items = {item.name: (item.gone, item.new) for item in found.items}
    assert items["牵头单位"] == (("市市场监管局",), ("市公安局",))
    assert items["完成时限"] == (("11月底前",), ("10月底前",))


def test_a_merged_task_is_told_with_both_it_came_from_and_the_way_back_is_a_split() -> None:
    merged = change(compared(), "落实失信惩戒")
    assert "merged" in merged.kinds
    assert [node.id for node in merged.before] == ["1.3", "1.4"]
    split = change(compared(AFTER, BEFORE), "落实失信惩戒")
    assert "split" in split.kinds
    assert [node.id for node in split.after] == ["1.3", "1.4"]


def test_new_numbers_alone_are_no_change() -> None:
    found = compared(BEFORE, BEFORE.replace("标题: 开展专项执法", "序号: （九）\n        标题: 开展专项执法"))
    assert [each for each in found.nodes if each.kinds] == []


def test_the_same_time_limit_in_the_next_years_plan_is_no_change() -> None:
    found = compared(BEFORE, BEFORE.replace("2027", "2028"))
    assert change(found, "开展专项执法").kinds == ()
    assert {part.name for part in found.parts} == {"标题", "导语"}


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)))
@settings(max_examples=30, deadline=None)
def test_every_node_of_both_sides_is_told_once(order: list[int], dropped: set[int]) -> None:
    lines = [line for line in (BEFORE + AFTER).splitlines(keepends=True) if line.startswith("      - {")]
    kept = [lines[turn] for turn in order if turn not in dropped]
    after = "标题: 工作要点\n部分:\n  - 标题: 强化保护\n    任务:\n" + "".join(kept) if kept else BEFORE
    found = compared(BEFORE, after)
    old = sorted(node.id for each in found.nodes for node in each.before)
    new = sorted(node.id for each in found.nodes for node in each.after)
    assert old == sorted(node.id for node in found.before.walk())
    assert new == sorted(node.id for node in found.after.walk())


def test_what_came_beside_what_stays_is_told_as_new(folder: Path) -> None:
    plan = Path("前.yaml").read_text(encoding="utf-8")
    Path("后.yaml").write_text(plan.replace("查处案件80件以上", "每月通报，查处案件80件以上"), encoding="utf-8")
    assert "完成时限：新增 每月" in str(documents.diff("前.yaml", "后.yaml"))
    assert "完成时限：删去 每月" in str(documents.diff("后.yaml", "前.yaml"))


def test_one_blank_line_stands_before_the_effect_on_coverage(folder: Path) -> None:
    for after in ("前.yaml", "后.yaml"):
        told = str(documents.diff("前.yaml", after, ("省意见.yaml",), "text"))
        assert "\n\n对落实上级文件的影响" in told and "\n\n\n" not in told


def test_the_effect_on_coverage_is_told(folder: Path) -> None:
    report = str(documents.diff("前.yaml", "后.yaml", ["省意见.yaml"]))
    assert "变好  省意见#1.1  建设导航基地  未落实 → 已落实" in report
    content = json.loads(str(documents.diff("前.yaml", "后.yaml", ["省意见.yaml"], "json")))
    assert content["coverage"][0]["after"] == "covered"
    assert content["summary"]["added"] == 1


def test_the_page_escapes_and_shows_both_sides(folder: Path) -> None:
    (folder / "后.yaml").write_text(AFTER.replace("春夏秋三季", "<script>三季"), encoding="utf-8")
    page = str(documents.diff("前.yaml", "后.yaml", form="html"))
    assert "<script>三季" not in page
    assert '<mark class="gone">' in page
    assert "http" not in page.replace("http-equiv", "")


def test_an_unknown_format_is_refused(folder: Path) -> None:
    with pytest.raises(InputError, match="没有“pdf”"):
        documents.diff("前.yaml", "后.yaml", form="pdf")


def body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        found = etree.fromstring(package.read("word/document.xml")).find(f"{W}body")
    assert found is not None
    return found


def settled(data: bytes, kept: str, dropped: str) -> list[str]:
    """The paragraphs once all changes are accepted (kept `ins`) or rejected (kept `del`), as Word does it."""
    root = body(data)
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}{dropped}") is not None:
            row.getparent().remove(row)  # type: ignore[union-attr]
    for paragraph in list(root.iter(f"{W}p")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{dropped}") is not None:
            paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
    for element in list(root.iter(f"{W}{dropped}")):
        if element.getparent() is not None:
            element.getparent().remove(element)  # type: ignore[union-attr]
    return paragraphs(root)


def paragraphs(root: etree._Element) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(f"{W}t", f"{W}delText")) for p in root.iter(f"{W}p")]


def rendered(text: str) -> bytes:
    content: bytes = renderer("docx").render(yaml_io.load(text.encode(), "要点.yaml").document)
    return content


TABLE = "附件:\n  - 标题: 分工表\n    表格: [[[序号, 任务], [1, 建园区], [2, 办展会]]]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (BEFORE, AFTER),
        (AFTER, BEFORE),
        (BEFORE, BEFORE),
        (BEFORE + TABLE, AFTER + TABLE.replace("[2, 办展会]", "[2, 办会展], [3, 建馆]")),
        (BEFORE, AFTER + TABLE),
        (BEFORE + TABLE, AFTER),
        (BEFORE, BEFORE.replace("导语: 2027年是实施新规划的第一年。\n", "")),
    ],
)
def test_accepted_changes_give_the_new_file_and_rejected_ones_the_old(before: str, after: str) -> None:
    old, new = rendered(before), rendered(after)
    marked = redline(old, new, "对照")
    assert settled(marked, "ins", "del") == paragraphs(body(new))
    assert settled(marked, "del", "ins") == paragraphs(body(old))
    assert marked == redline(old, new, "对照")


def test_two_plans_that_differ_in_who_signs_alone_are_not_said_to_be_equal(folder: Path) -> None:
    signed = BEFORE.replace("部分:", "签名章: [局长]\n部分:", 1)
    assert [(part.name, part.words) for part in compared(BEFORE, signed).parts] == [("签名章", (("new", "局长"),))]


def test_the_notice_s_recipients_are_told_where_both_notices_name_some(folder: Path) -> None:
    def notice(recipients: str) -> str:
        return BEFORE.replace("部分:", f"通知: {{标题: 关于印发要点的通知{recipients}}}\n部分:", 1)

    named, renamed, unnamed = notice(", 主送: 各县"), notice(", 主送: 各县区"), notice("")
    assert [part.name for part in compared(named, renamed).parts] == ["印发通知的主送机关"]
    assert compared(named, unnamed).parts == ()


def test_a_plan_and_its_own_printed_form_say_the_same(folder: Path) -> None:
    listed = BEFORE.replace(
        "完成时限: 11月底前", "完成时限: 11月底前\n        目标: [案件办结率达到95%, 满意度提高到90%]"
    )
    Path("前.yaml").write_text(listed, encoding="utf-8")
    Path("前.docx").write_bytes(rendered(listed))
    for before, after in (("前.yaml", "前.docx"), ("前.docx", "前.yaml")):
        assert [(node.kinds, node.text) for node in compare(before, after).nodes if node.kinds] == []


def test_ids_of_tracked_changes_are_unique() -> None:
    root = body(redline(rendered(BEFORE), rendered(AFTER), "对照"))
    ids = [each.get(f"{W}id") for each in root.iter(f"{W}ins", f"{W}del", f"{W}pPrChange")]
    assert len(ids) == len(set(ids)) > 5


@pytest.mark.layout
def test_libreoffice_opens_the_tracked_file(folder: Path, saved_again: Callable[[bytes], bytes]) -> None:
    tracked = bytes(documents.diff("前.yaml", "后.yaml", form="docx"))  # type: ignore[arg-type]
    assert {f"{W}ins", f"{W}del"} <= {element.tag for element in body(saved_again(tracked)).iter()}
