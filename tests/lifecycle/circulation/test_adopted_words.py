"""Every part of a plan takes the words that were adopted for it, and all else stays."""

from __future__ import annotations

from pathlib import Path

from filled_table import applied, fill, new_lines, plan
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from returned_copy import PLAN, Copies

from planforge.api import documents
from planforge.lifecycle.circulation import collect
from planforge.lifecycle.circulation.merging import merge_text
from planforge.lifecycle.circulation.table import Adopted
from planforge.model.opinions import Rewording, TextProposal
from planforge.yaml_io import load
from planforge.yaml_io.editing import set_values

_words = st.text("甲乙丙。；，、A1 “”=+", max_size=8)


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
