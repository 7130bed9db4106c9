"""The rendered pages, judged by the measure of GB/T 9704-2012 that lies beside the checkout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planforge.importers import read
from planforge.model import Document, Notice, Text
from planforge.renderers import docx
from planforge.styles import load

pytestmark = pytest.mark.layout

Make = Callable[..., Document]
Judge = Callable[..., list[dict[str, Any]]]

#: What the measure asks of a 文件 and a letter has elsewhere (10.1); a letter has no imprint but its copies.
LETTER = frozenset(
    {
        "red header 35mm below type area",
        "red rule as wide as type area",
        "red rule 4mm below document number",
        "imprint foot rule at type area foot",
        "imprint rule weights thick/thin/thick",
    }
)


def test_an_imported_plan_one_with_lying_tables_and_a_short_notice_meet_the_standard(
    shared: Path, make_plan: Make, judge: Judge
) -> None:
    source = shared / "seeds" / "003-puyang-2023-workpoints.txt"
    imported = docx.render(read(source.read_bytes(), source.name).document)
    lying = docx.render(make_plan(tasks=3), load("breakdown"))
    _, with_table, short = judge(imported, lying, docx.render(short_notice(make_plan)))
    assert with_table["landscape_pages"]
    assert short["grid"]["lines_by_page"][1] > 15  # the plan itself, not a page with nothing but signature and date


def short_notice(make_plan: Make) -> Document:
    title = Text("示例市知识产权战略实施工作联席会议办公室关于印发2027年示例市知识产权强市建设示范城市工作要点的通知")
    text = Text("现将《2027年示例市知识产权工作要点》印发给你们，请结合实际，认真抓好落实。")
    recipients = Text("各县（区）人民政府，各管委会，市知识产权战略实施工作联席会议各成员单位")
    return make_plan(notice=Notice(title, recipients, text))


#: The measure takes an entry of a 目录 for a heading, by the number that it begins with; an entry in the navigation
#: pane would be there a second time.
CONTENTS = frozenset({"headings are in the navigation pane", "headings use Heading styles"})


def test_a_plan_with_a_table_of_contents_meets_the_standard_and_its_entries_are_set_as_the_headings(
    make_plan: Make, judge: Judge
) -> None:
    judge(docx.render(make_plan(), load("toc")), but=CONTENTS)


def test_a_letter_meets_the_standard_in_all_but_the_place_of_mark_and_rule(make_plan: Make, judge: Judge) -> None:
    (found,) = judge(docx.render(make_plan(kind="notice"), load("letter")), but=LETTER)
    head, rule = found["red_header"], found["red_rule"]
    assert head["ink_top_mm"] == pytest.approx(30, abs=1)
    assert (rule["width_mm"], rule["x0_mm"]) == (pytest.approx(170, abs=0.5), pytest.approx(20, abs=0.5))
    assert found["page_number"]["missing"] == [1]
