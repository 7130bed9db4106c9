"""Opinions of several offices on one text or list: what goes together is made one; of what does not, none is made."""

from __future__ import annotations

from pathlib import Path

from filled_table import applied, fill, new_lines, plan
from hypothesis import given
from hypothesis import strategies as st
from returned_copy import PLAN, Copies

from planforge.lifecycle.circulation.merging import merge_text
from planforge.lifecycle.circulation.table import Adopted
from planforge.model.opinions import Rewording, TextProposal

_words = st.text("甲乙丙。；，、A1 “”=+", max_size=8)


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
