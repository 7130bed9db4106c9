"""The words of a plan in the lines of the file that was rendered from it."""

from __future__ import annotations

from planforge.lifecycle.circulation.returned.locating import locate
from planforge.model import Attachment, Document, Text


def test_a_row_is_called_by_its_words_wherever_its_cells_are_alike_elsewhere() -> None:
    table = (("序号", "指标"), ("1", "60"), ("2", "没有排进去"), ("1", "70"), ("", ""))
    plan = Document(attachments=(Attachment(title=Text("指标表"), tables=(table,)),))
    lines = ("1", "70", "指标表", "序号", "指标", "1", "60", "1", "1", "70", "（完）")
    printed = locate(plan, lines)
    names = {line: printed.region(line).name for line in range(len(lines))}
    assert names[6] == "指标表：1，60" and names[8] == names[9] == "指标表：1，70"
    assert names[4] == "指标表：序号，指标" and names[10] == "指标表"


def test_a_long_table_of_which_nothing_was_printed_is_told_to_have_no_rows() -> None:
    count = 20_000
    table = tuple(("1", f"甲{number}") for number in range(count))
    plan = Document(attachments=(Attachment(title=Text("表"), tables=(table,)),))
    printed = locate(plan, ("表", *["1"] * count))
    assert {region.name for region in printed.regions} == {"", "表"}
