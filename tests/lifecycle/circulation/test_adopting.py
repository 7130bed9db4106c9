"""A 意见汇总表 that a clerk filled in, and what it makes of the plan."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from returned_copy import PLAN, ReturnedCopy

from planforge.api import documents
from planforge.cli.commands.comments import command
from planforge.lifecycle.circulation import Adoption, adopt, collect, report, write
from planforge.lifecycle.circulation.merging import merge_text
from planforge.lifecycle.circulation.table import Adopted
from planforge.model import InputError, Rewording, TextProposal
from planforge.yaml_io import load
from planforge.yaml_io.editing import set_values

Copies = Callable[[], ReturnedCopy]
#: What is filled in for an opinion: 采纳情况, and what stands in 采纳后表述.
Verdict = tuple[str, str] | str


def fill(*verdicts: Verdict, change: Callable[[openpyxl.worksheet.worksheet.Worksheet], None] | None = None) -> None:
    """Collect what came back, and give the opinions these verdicts in their order."""
    workbook = openpyxl.load_workbook(io.BytesIO(report(collect(["返回"], "要点.yaml"), "xlsx")))
    sheet = workbook["意见"]
    heads = [cell.value for cell in sheet[3]]
    for row, verdict in enumerate(verdicts, 4):
        chosen, wording = verdict if isinstance(verdict, tuple) else (verdict, "")
        sheet.cell(row, heads.index("采纳情况") + 1, chosen)
        sheet.cell(row, heads.index("采纳后表述") + 1, wording)
    if change:
        change(sheet)
    workbook.save("汇总.xlsx")


def applied() -> Adoption:
    adoption = adopt("汇总.xlsx", "要点.yaml")
    write(adoption)
    return adoption


def plan() -> str:
    return Path("要点.yaml").read_text(encoding="utf-8")


def new_lines() -> list[str]:
    return [line.strip() for line in plan().splitlines() if line not in PLAN.splitlines()]


@pytest.fixture
def two(copy: Copies) -> None:
    """Two offices that want different things of one sentence; one of them changes lists as well."""
    paper = copy().track("10", "20", before="首批入库").track("、市财政局", "", before="配合单位：市司法局")
    paper.track("9月", "10月", before="完成时限：").save(Path("返回/市财政局.docx"))
    copy().track("10人", "15人", before="首批入库").save(Path("返回/市司法局.docx"))


def test_what_was_adopted_is_written_and_nothing_else_changes(two: None) -> None:
    fill("不采纳", "采纳", "采纳", "采纳")
    adoption = applied()
    assert (adoption.done, adoption.is_clean, adoption.open) == (3, True, 0)
    assert new_lines() == [
        "建立技术调查官库，首批入库20人。推行简易案件快审快结。",
        "配合单位: [市司法局]   # 乙",
        "完成时限: 10月底前",
    ]
    assert len(plan().splitlines()) == len(PLAN.splitlines())


def test_a_second_run_changes_nothing_more(two: None) -> None:
    fill("不采纳", "采纳", "采纳", "采纳")
    applied()
    once = plan()
    again = applied()
    assert plan() == once
    assert (again.done, again.is_clean) == (3, True)


def test_verdicts_can_be_given_bit_by_bit(copy: Copies) -> None:
    copy().track("10", "20", before="首批入库").track("推行", "全面推行").save(Path("返回/市财政局.docx"))
    fill("采纳")
    assert applied().open == 1
    table = openpyxl.load_workbook("汇总.xlsx")
    table["意见"].cell(5, 9, "采纳")
    table.save("汇总.xlsx")
    assert applied().done == 2
    assert "建立技术调查官库，首批入库20人。全面推行简易案件快审快结。" in plan()


def test_adopting_two_changes_of_the_same_words_makes_neither(two: None) -> None:
    fill("采纳", "采纳")
    adoption = applied()
    assert plan() == PLAN
    assert "改的是同一处" in adoption.conflicts[0]
    assert not adoption.is_clean


def test_changes_of_different_words_of_a_sentence_go_together(copy: Copies) -> None:
    copy().track("10", "20", before="首批入库").save(Path("返回/市财政局.docx"))
    copy().track("首批", "第一批", before="官库，").save(Path("返回/市司法局.docx"))
    fill("采纳", "采纳")
    assert applied().is_clean
    assert "建立技术调查官库，第一批入库20人。" in plan()


def test_the_same_change_of_two_offices_is_made_once(copy: Copies) -> None:
    for unit in ("市财政局", "市司法局"):
        copy().track("10", "20", before="首批入库").save(Path(f"返回/{unit}.docx"))
    fill("采纳", "采纳")
    assert (applied().done, "首批入库20人。" in plan()) == (2, True)


def test_partly_adopted_is_what_the_clerk_wrote(two: None) -> None:
    fill("不采纳", ("部分采纳", "建立技术调查官库，首批入库12人以上。"))
    assert applied().is_clean
    assert new_lines() == ["建立技术调查官库，首批入库12人以上。推行简易案件快审快结。"]


def test_partly_adopted_without_words_is_asked_for(two: None) -> None:
    fill("不采纳", "部分采纳")
    adoption = applied()
    assert "采纳后表述" in adoption.faults[0]
    assert plan() == PLAN


def test_a_comment_that_is_adopted_is_to_be_done_by_hand(copy: Copies) -> None:
    copy().remark("快审快结", "建议明确期限。").save(Path("返回/市司法局.docx"))
    fill("采纳")
    adoption = applied()
    assert "建议明确期限。" in adoption.by_hand[0]
    assert (plan(), adoption.is_clean) == (PLAN, True)


def test_a_comment_becomes_what_the_clerk_wrote_for_it(copy: Copies) -> None:
    copy().remark("快审快结", "建议明确期限。").remark("市中级人民法院", "加上检察院。").save(
        Path("返回/市司法局.docx")
    )
    fill(("采纳", "推行简易案件30日内审结。"), ("采纳", "市中级人民法院、市检察院"))
    assert applied().is_clean
    assert new_lines() == [
        "建立技术调查官库，首批入库10人。推行简易案件30日内审结。",
        "牵头单位: [市中级人民法院, 市检察院]",
    ]


def test_a_heading_and_the_preamble_can_be_changed(copy: Copies) -> None:
    paper = copy().track("规范", "健全").track("务求实效", "狠抓落实")
    paper.save(Path("返回/市司法局.docx"))
    fill("采纳", "采纳")
    applied()
    assert new_lines() == ["2027年是强市建设的关键之年。要突出重点，狠抓落实。", '- 标题: "健全案件台账"']


def test_the_title_and_the_notice_can_be_changed(copy: Copies) -> None:
    paper = copy().track("认真", "抓好", before="请")
    title = paper.xml.rindex("工作要点</w:t>")
    paper.xml = paper.xml[:title] + paper.xml[title:].replace("工作要点", "重点工作", 1)
    paper.save(Path("返回/市司法局.docx"))
    fill("采纳", "采纳")
    assert applied().is_clean
    assert new_lines() == [
        "标题: 2027年示例市知识产权重点工作",
        "内容: 现将《2027年示例市知识产权工作要点》印发给你们，请抓好落实。",
    ]


def test_a_paragraph_that_was_struck_out_leaves_no_gap(copy: Copies) -> None:
    copy().track("每季度通报一次。", "").save(Path("返回/市司法局.docx"))
    fill("采纳")
    assert applied().is_clean
    assert "快审快结。\n    牵头单位" in plan()


def test_a_paragraph_that_was_parted_is_parted_in_the_plan(copy: Copies) -> None:
    paper = copy()
    mark = '<w:ins w:id="950" w:author="李法" w:date="2027-01-20T09:00:00Z"/>'
    parted = "</w:t></w:r></w:p><w:p><w:r><w:t>推行简易"
    paper.xml = paper.xml.replace("推行简易", parted, 1)
    start = paper.xml.rindex("<w:pPr>", 0, paper.xml.index("首批入库10人"))
    end = paper.xml.index("</w:pPr>", start)
    paper.xml = f"{paper.xml[:end]}<w:rPr>{mark}</w:rPr>{paper.xml[end:]}"
    paper.save(Path("返回/市司法局.docx"))
    fill("采纳")
    assert applied().is_clean
    assert new_lines() == ["建立技术调查官库，首批入库10人。", "推行简易案件快审快结。"]


def test_a_plan_that_changed_meanwhile_is_left_alone(two: None) -> None:
    fill("不采纳", "采纳", "采纳", "采纳")
    Path("要点.yaml").write_text(PLAN.replace("首批入库10人", "首批入库30人"), encoding="utf-8")
    adoption = applied()
    assert "改过" in adoption.conflicts[0]
    assert "首批入库30人" in plan()
    assert "10月底前" in plan()  # what has not changed is done


def test_a_task_that_is_gone_is_told(two: None) -> None:
    fill("不采纳", "采纳")
    Path("要点.yaml").write_text("标题: 要点\n部分: [{标题: 强化保护}]\n", encoding="utf-8")
    assert "没有这一项" in applied().conflicts[0]


def test_what_is_written_in_an_odd_way_keeps_nothing_else_from_being_done(two: None) -> None:
    odd = PLAN.replace("完成时限: 9月底前", "完成时限: &a 9月底前").replace(
        "加强组织领导，强化督促检查。", "加强组织领导，强化督促检查。\n  完成时限: *a"
    )
    Path("要点.yaml").write_text(odd, encoding="utf-8")
    fill("不采纳", "采纳", "采纳", "采纳")
    adoption = applied()
    assert adoption.conflicts[0].startswith("第4条（市财政局）")
    assert ("首批入库20人" in plan(), "&a 9月底前" in plan(), adoption.done) == (True, True, 2)


def test_all_tracked_changes_of_another_version_adopted_give_that_version(office: Path) -> None:
    other = PLAN
    for old, new in (
        ("请认真落实", "请结合实际抓好落实"),
        ("首批入库10人。推行简易案件快审快结。", "首批入库12人以上。全面推行简易案件快审快结，并报上级。"),
        ("  - 标题: 建立技术调查官库", "  - 标题: 建好技术调查官库"),
        ("[市司法局, 市财政局]", "[市司法局, 市财政局, 市教育局]"),
        ("完成时限: 6月底前", "完成时限: 5月底前"),
        ("缩短到30天", "缩短到28天"),
        ("统一格式。", "统一格式、统一编号。"),
    ):
        assert old in other
        other = other.replace(old, new)
    Path("改后.yaml").write_text(other, encoding="utf-8")
    Path("返回").mkdir()
    Path("返回/市司法局.docx").write_bytes(documents.diff("要点.yaml", "改后.yaml", form="docx"))
    count = len(collect(["返回"], "要点.yaml").opinions)
    fill(*["采纳"] * count)
    adoption = applied()
    assert (adoption.is_clean, adoption.by_hand, adoption.done) == (True, (), count)
    assert plan() == other


def test_rows_may_be_sorted_and_columns_added(two: None) -> None:
    def rearrange(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
        for number, cells in enumerate(reversed(rows), 4):
            for column, value in enumerate(cells, 1):
                sheet.cell(number, column, value)
        sheet.insert_cols(2)
        sheet.cell(3, 2, "处室")

    fill("不采纳", "采纳", "采纳", "采纳", change=rearrange)
    assert (applied().done, "首批入库20人" in plan()) == (3, True)


@pytest.mark.parametrize("head", ["采纳情况", "采纳后表述"])
def test_formulas_are_not_taken(two: None, head: str) -> None:
    def formula(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        column = [cell.value for cell in sheet[3]].index(head) + 1
        sheet.cell(5, column, '=HYPERLINK("http://x","采纳")')

    fill("不采纳", "采纳", change=formula)
    adoption = applied()
    assert "公式" in adoption.faults[0]
    assert plan() == PLAN


@pytest.mark.parametrize(
    "data", ["{", "[]", '{"条目":"1.1","项目":"file"}', '{"条目":"1.1","项目":"text","原文":"甲","句":[0,9]}']
)
def test_data_that_somebody_changed_is_not_taken(two: None, data: str) -> None:
    def spoil(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.cell(5, 12, data)

    fill("不采纳", "采纳", change=spoil)
    assert "数据" in applied().faults[0]
    assert plan() == PLAN


def test_a_verdict_that_is_none_is_told(two: None) -> None:
    fill("同意")
    assert "“同意”" in applied().faults[0]


def test_other_workbooks_and_word_files_are_refused(office: Path) -> None:
    openpyxl.Workbook().save("别的.xlsx")
    with pytest.raises(InputError, match="表头里没有“序号”"):
        adopt("别的.xlsx", "要点.yaml")
    with pytest.raises(InputError, match=r"\.xlsx"):
        adopt("汇总.docx", "要点.yaml")


def test_a_column_that_was_taken_out_is_named(two: None) -> None:
    fill("不采纳", "采纳", change=lambda sheet: sheet.delete_cols(12))
    with pytest.raises(InputError, match="表头里没有“数据”，"):
        adopt("汇总.xlsx", "要点.yaml")


def test_a_unit_that_one_office_strikes_out_and_another_replaces_stays(copy: Copies) -> None:
    copy().track("、市财政局", "", before="配合单位：市司法局").save(Path("返回/市财政局.docx"))
    copy().track("市财政局", "市教育局", before="配合单位：市司法局、").save(Path("返回/市司法局.docx"))
    fill("采纳", "采纳")
    assert "改的是同一处" in applied().conflicts[0]
    assert plan() == PLAN


def test_units_that_two_offices_add_both_come(copy: Copies) -> None:
    for unit in ("市教育局", "市科技局"):
        copy().track("", f"、{unit}", before="配合单位：市司法局、市财政局").save(Path(f"返回/{unit}.docx"))
    fill("采纳", "采纳")
    assert applied().is_clean
    assert new_lines() == ["配合单位: [市司法局, 市财政局, 市教育局, 市科技局]   # 乙"]


def test_a_plan_that_changes_while_it_is_being_read_is_not_overwritten(two: None) -> None:
    fill("不采纳", "采纳")
    adoption = adopt("汇总.xlsx", "要点.yaml")
    Path("要点.yaml").write_text(PLAN + "# 新\n", encoding="utf-8")
    with pytest.raises(InputError, match="被别的程序改动"):
        write(adoption)
    assert plan() == PLAN + "# 新\n"


# As a clerk runs it


def comments(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_collecting_tells_what_came_and_doesn_t_overwrite_a_filled_table(two: None) -> None:
    result = comments("collect", "返回", "--against", "要点.yaml", "-o", "意见.xlsx")
    assert result.exit_code == 0
    assert "共收到 2 份回复，汇总意见 4 条" in result.output
    again = comments("collect", "返回", "--against", "要点.yaml", "-o", "意见.xlsx")
    assert isinstance(again.exception, InputError)
    assert comments("collect", "返回", "--against", "要点.yaml", "-o", "意见.xlsx", "--force").exit_code == 0


def test_a_file_that_can_t_be_read_gives_exit_code_1_and_none_at_all_2(two: None) -> None:
    Path("返回/坏.docx").write_bytes(b"PK\x03\x04")
    result = comments("collect", "返回", "--against", "要点.yaml", "-o", "意见.docx")
    assert result.exit_code == 1
    assert "坏.docx：没有读出来" in result.output
    assert Path("意见.docx").exists()
    assert comments("collect", "返回/坏.docx", "--against", "要点.yaml", "-o", "无.xlsx").exit_code == 2
    assert not Path("无.xlsx").exists()


def test_looking_first_writes_nothing(two: None) -> None:
    fill("不采纳", "采纳")
    shown = comments("apply", "汇总.xlsx", "要点.yaml", "--diff")
    assert "+      建立技术调查官库，首批入库20人。" in shown.output
    assert comments("apply", "汇总.xlsx", "要点.yaml", "--dry-run").exit_code == 0
    assert plan() == PLAN
    assert comments("apply", "汇总.xlsx", "要点.yaml").exit_code == 0
    assert plan() != PLAN


def test_conflicts_give_exit_code_1(two: None) -> None:
    fill("采纳", "采纳")
    result = comments("apply", "汇总.xlsx", "要点.yaml")
    assert result.exit_code == 1
    assert "请只留一条" in result.output


# Whatever offices write

_words = st.text("甲乙丙。；，、A1 “”=+", max_size=8)


@st.composite
def texts_with_changes(draw: st.DrawFn) -> tuple[str, list[Rewording]]:
    base = draw(st.text("甲乙丙丁戊。；，", min_size=1, max_size=30))
    ends = sorted(draw(st.lists(st.integers(0, len(base)), max_size=8, unique=True)))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    return base, [Rewording(start, stop, draw(_words)) for start, stop in pairs]


@given(texts_with_changes(), st.data())
def test_changes_that_don_t_meet_all_come_into_the_text_once(
    given: tuple[str, list[Rewording]], data: st.DataObject
) -> None:
    base, changes = given
    rows = [
        (Adopted(f"第{turn}条", "", "", None, ""), TextProposal("1", "text", base, 0, len(base), (change,)))
        for turn, change in enumerate(changes)
    ]
    if not rows:
        return
    expected = base
    for change in reversed(changes):
        expected = expected[: change.start] + change.text + expected[change.stop :]
    some = data.draw(st.lists(st.sampled_from(rows), min_size=1, unique_by=lambda row: row[0].called))
    once = merge_text(base, some)
    after = once.value if isinstance(once.value, str) else base
    merged = merge_text(after, rows)
    assert not once.conflicts
    if after == after.strip() and not merged.conflicts:
        assert (merged.value if merged.value is not None else after) == expected.strip()
        assert merge_text(expected.strip(), rows).value in (None, expected.strip())


@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_change_of_a_sentence_comes_into_the_plan_as_it_was_made(copy: Copies, data: st.DataObject) -> None:
    base = "建立技术调查官库，首批入库10人。推行简易案件快审快结。"
    start = data.draw(st.integers(0, len(base) - 1))
    stop = data.draw(st.integers(start, len(base)))
    new = data.draw(_words.filter(lambda words: words.strip() == words and words + base[start:stop]))
    Path("要点.yaml").write_text(PLAN, encoding="utf-8")
    paper = copy()
    head, tail = paper.xml.split(base, 1)
    paper.xml = head + "〓" + base + tail
    paper.track(base[start:stop], new, before="〓" + base[:start])
    paper.xml = paper.xml.replace("〓", "")
    paper.save(Path("返回/市财政局.docx"))
    found = collect(["返回"], "要点.yaml").opinions
    fill(*["采纳"] * len(found))
    assert applied().is_clean
    wanted = base[:start] + new + base[stop:]
    assert load(plan().encode(), "要点.yaml").document.sections[0].tasks[0].text.value.split("\n")[0] == wanted.strip()


@settings(deadline=None, max_examples=15)
@given(_words.filter(lambda words: words.strip() == words != ""))
def test_any_words_that_are_adopted_read_in_the_plan_as_they_were_written(words: str) -> None:
    base = "建立技术调查官库，首批入库10人。"
    plan = f"标题: 要点\n部分:\n- 标题: 保护\n  内容: {base}\n".encode()
    proposal = TextProposal("1", "text", base, 0, len(base), (Rewording(0, 2, words),))
    value = merge_text(base, [(Adopted("第1条", "", "", None, ""), proposal)]).value
    assert isinstance(value, str)
    after = set_values(plan, "要点.yaml", {"1": {"text": value}})
    assert load(after, "要点.yaml").document.sections[0].text.value == words + base[2:]
