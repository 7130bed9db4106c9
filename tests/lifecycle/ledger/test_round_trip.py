"""What is exported comes back: nothing changes unless somebody changed it, and words stay what they are."""

from __future__ import annotations

import datetime
import io
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.lifecycle.ledger import export, take_back, write
from planforge.lifecycle.ledger.cells import plain
from planforge.model import Deadline, Document, Section, Task, Text, Units
from planforge.ooxml.xml import clean
from planforge.yaml_io import dump, load

#: What somebody can type into a cell; a carriage return and Excel's escapes (_x000D_) can't be typed.
typed = st.text(max_size=60).map(clean).filter(lambda words: "_x" not in words and "\r" not in words)
#: What YAML, Excel or a reader of either would take for something else.
AWKWARD = (
    *("=1+1", "+86", "-5", "@市", "null", "~", "是", "1.10", "2027-06-30", "“引”", "'单", '"双', "\\n", "𠮷", "😀"),
    *("|", "> 摘", "- 项", "[1]", "{a}", "# 号", "%", "`", "甲:乙", "甲: ", "a: b # c", "---", "...", "&a", "*a", "!b"),
    *("\t缩进", "a\tb", "　全角", "\ufeff首", "x\u0085y", "\u2028行", "甲\u2028乙", "\x7f"),
    *("第一行\n第二行", "第一行\n\n  第三行 ", "甲\n# 乙\n丙: 丁\n- 戊", "甲\n---\n乙", "甲\n\t乙"),
)
written = typed | st.sampled_from(AWKWARD)
short = st.text("甲乙丙丁市局一二（）、，。 :#'\"", max_size=12).map(str.strip)


@settings(max_examples=20, deadline=None)
@given(
    words=written, key=st.sampled_from(["进展", "佐证", "备注"]), number=st.sampled_from(["2.1", "2.2", "2.3", "3.1"])
)
def test_any_words_come_back_unchanged(desk_in: Any, words: str, key: str, number: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = desk_in(Path(folder))
        desk.type(number, key, words)
        taken = take_back(str(desk.ledger), str(desk.plan))
        write(taken)
        task = next(t for t in load(desk.plan.read_bytes(), "要点.yaml").document.walk() if t.id == number)
    assert not taken.refused
    assert {"进展": task.progress, "佐证": task.evidence, "备注": task.note}[key] == plain(words)


def plans() -> st.SearchStrategy[Document]:
    task = st.builds(
        Task,
        heading=st.text("建设办库人才", min_size=1, max_size=6).map(Text),
        text=short.map(Text),
        units=st.builds(
            Units, lead=st.lists(st.sampled_from([Text("市公安局"), Text("市财政局")]), max_size=2).map(tuple)
        ),
        deadlines=st.lists(st.sampled_from(["6月底前", "每季度", "尽快"]).map(Text).map(Deadline), max_size=1).map(
            tuple
        ),
        status=st.sampled_from([None, "planned", "ongoing", "standing", "done", "dropped"]),
        progress=written.map(plain),
        evidence=short,
        note=written.map(plain),
    )
    section = st.builds(
        Section, heading=st.just(Text("强化保护")), tasks=st.lists(task, min_size=1, max_size=4).map(tuple)
    )
    return st.builds(Document, title=st.just(Text("2027年要点")), sections=st.lists(section, min_size=1).map(tuple))


@settings(max_examples=20, deadline=None)
@given(plan=plans(), line_end=st.sampled_from(["\n", "\r\n"]), saved_again=st.booleans())
def test_export_and_import_without_a_change_keep_every_byte(plan: Document, line_end: str, saved_again: bool) -> None:
    source = dump(plan).replace("\n", line_end).encode()
    with tempfile.TemporaryDirectory() as folder:
        file, ledger = Path(folder, "要点.yaml"), Path(folder, "台账.xlsx")
        file.write_bytes(source)
        ledger.write_bytes(exported(file, saved_again))
        taken = take_back(str(ledger), str(file))
        write(taken)
        assert not taken.refused and not taken.changes
        assert file.read_bytes() == source


def exported(file: Path, saved_again: bool) -> bytes:
    """The 台账 as it was exported, or as another program saves it."""
    data = export(str(file), datetime.date(2027, 6, 10), 30).content
    if not saved_again:
        return data
    target = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(data)).save(target)
    return target.getvalue()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_plan_keeps_its_encoding_and_line_ends(desk: Any, encoding: str) -> None:
    source = desk.plan.read_text(encoding="utf-8").replace("\n", "\r\n").encode(encoding)
    desk.plan.write_bytes(source)
    desk.put("2.1", "状态", "已完成")
    write(take_back(str(desk.ledger), str(desk.plan)))
    assert desk.plan.read_bytes() == source.decode(encoding).replace("推进中", "已完成").encode(encoding)
