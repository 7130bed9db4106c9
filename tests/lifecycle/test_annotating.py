"""A checked Word file comes back with comments and tracked changes, and with nothing else changed."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document as new_document
from docx.oxml import parse_xml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from planforge import fix
from planforge.lifecycle.annotating import Annotated, Reviewer, annotate
from planforge.lifecycle.checking import Check, CheckOptions, check
from planforge.lifecycle.loading import load_bytes
from planforge.model import Diagnostic, Edit, Fix, InputError, Position, Span
from planforge.ooxml.characters.locate import visible
from planforge.ooxml.namespaces import part
from planforge.ooxml.parts.boxes import Box, box

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1]}
WORDS = ("一、强化保护", "（一）完善案件台帐。建立工作台帐,按月通报(重点,逐案);及时布署工作。", "（二）加强 宣传。")
HYPERLINK = '<w:hyperlink w:anchor="a"><w:r><w:t>台帐链接</w:t></w:r></w:hyperlink>'
INSERTED = '<w:ins w:id="1" w:author="张明" w:date="2026-01-01T00:00:00Z"><w:r><w:t>新增台帐内容</w:t></w:r></w:ins>'
DELETED = (
    '<w:del w:id="2" w:author="张明" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>旧台帐</w:delText></w:r></w:del>'
)
FIELD = '<w:fldSimple w:instr=" DOCPROPERTY x "><w:r><w:t>域里的台帐</w:t></w:r></w:fldSimple>'
BOX = box(Box("<w:p><w:r><w:t>框里的台帐和布署</w:t></w:r></w:p>", 4000, 800, "框", "框"))


def raw(xml: str) -> list[Any]:
    return list(parse_xml(part("w:p", xml).partition("?>\n")[2]))


def saved(document: Any, folder: Path) -> str:
    path = folder / "送审稿.docx"
    document.save(str(path))
    return str(path)


def draft(*paragraphs: str) -> Any:
    """A Word file; `|` ends a run, every other run is bold."""
    document = new_document()
    for words in ("2027年示例市知识产权工作要点", *paragraphs):
        paragraph = document.add_paragraph()
        for index, run in enumerate(words.split("|")):
            paragraph.add_run(run).bold = index % 2 == 1
    return document


def reviewed(path: str, **changes: object) -> tuple[Check, Annotated]:
    checked = check(path, CheckOptions(select=("WRD", "PUN")))
    return checked, annotate(checked, CheckOptions(select=("WRD", "PUN")), Reviewer(**changes))  # type: ignore[arg-type]


def document_xml(content: bytes, name: str = "word/document.xml") -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read(name))


def rejected(content: bytes) -> list[str]:
    """The paragraphs of a file with all changes taken back."""
    root = document_xml(content)
    for gone in list(root.iter(f"{W}ins")):
        gone.getparent().remove(gone)
    return ["".join(t.text or "" for t in p.iter(f"{W}t", f"{W}delText")) for p in root.iter(f"{W}p")]


def accepted(content: bytes) -> str:
    """The text of a file with all changes made, a paragraph a line."""
    return load_bytes(content, "x.docx").source


def commented(content: bytes) -> dict[str, str]:
    """The words under each comment, changes accepted, by its first line."""
    body, notes = document_xml(content), document_xml(content, "word/comments.xml")
    lines = {n.get(f"{W}id"): "".join(n.find("w:p", NS).itertext()) for n in notes}
    return {lines[start.get(f"{W}id")]: _under(body, start) for start in body.iter(f"{W}commentRangeStart")}


def _under(body: Any, start: Any) -> str:
    words, within = "", False
    for element in body.iter():
        within |= element is start
        if element.tag == f"{W}commentRangeEnd" and element.get(f"{W}id") == start.get(f"{W}id"):
            return words
        if within and element.tag in (f"{W}delText", f"{W}t") and not _is_new(element):
            words += element.text or ""
    raise AssertionError("a comment that doesn't end")


def _is_new(element: Any) -> bool:
    return any(a.get(f"{W}author") == "核稿" for a in element.iterancestors(f"{W}ins"))


def test_comments_stand_at_the_words_though_runs_split_them(tmp_path: Path) -> None:
    path = saved(draft("一、强化保护", "（一）完善案件台|帐。建立工作台帐,按月通|报。"), tmp_path)
    _, made = reviewed(path)
    found = commented(made.content)
    assert any(line.startswith("警告 WRD001：“台帐”") and words == "台帐" for line, words in found.items())
    assert any("半角标点" in line and words == "," for line, words in found.items())


def test_accepting_all_changes_gives_what_fix_gives_and_rejecting_the_original(tmp_path: Path) -> None:
    path = saved(draft(*WORDS), tmp_path)
    plain = tmp_path / "同文.txt"
    plain.write_text("\n".join(("2027年示例市知识产权工作要点", *WORDS)), encoding="utf-8")
    from planforge.lifecycle.checking.fixing import fixes

    options = CheckOptions(select=("WRD", "PUN"))
    change, _ = fixes(check(str(plain), options), options)
    _, made = reviewed(path)
    assert accepted(made.content).splitlines() == change.after.splitlines()
    assert "（重点，逐案）" in change.after
    assert rejected(made.content) == rejected(Path(path).read_bytes())


def test_everything_else_in_the_file_is_the_same_to_the_byte(tmp_path: Path) -> None:
    path = saved(draft(*WORDS), tmp_path)
    _, made = reviewed(path)
    before, after = zipfile.ZipFile(path), zipfile.ZipFile(io.BytesIO(made.content))
    changed = {
        name for name in after.namelist() if name not in before.namelist() or before.read(name) != after.read(name)
    }
    assert changed <= {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    first = [
        etree.tostring(document_xml(data)[0][0], method="c14n") for data in (made.content, Path(path).read_bytes())
    ]
    assert first[0] == first[1]


def test_links_fields_boxes_and_changes_of_others_keep_their_words(tmp_path: Path) -> None:
    document = draft("一、强化保护", "（一）完善案件。")
    body = document.add_paragraph("说明：")
    for element in raw(HYPERLINK + INSERTED + DELETED + FIELD):
        body._p.append(element)
    boxed = document.add_paragraph("文本框：")
    boxed._p.extend(raw(BOX))
    document.add_comment(document.paragraphs[1].runs, text="原有批注", author="李华")
    path = saved(document, tmp_path)
    checked, made = reviewed(path)
    source = checked.sources[checked.document.file]
    assert accepted(made.content) == fix.apply(source, checked.diagnostics, checked.document.file)
    assert accepted(made.content).count("台账") == 4
    assert rejected(made.content) == rejected(Path(path).read_bytes())
    notes = ["".join(note.itertext()) for note in document_xml(made.content, "word/comments.xml")]
    assert notes[0] == "原有批注" and len(notes) == 1 + made.comments
    root = document_xml(made.content)
    assert not root.xpath("//w:txbxContent//w:commentRangeStart | //w:fldSimple//w:commentRangeStart", namespaces=NS)
    ids = [e.get(f"{W}id") for e in root.iter(f"{W}ins", f"{W}del")]
    assert len(ids) == len(set(ids))


def test_a_number_by_word_is_never_taken_for_the_words_behind_it(tmp_path: Path) -> None:
    document = draft("一、强化保护")
    document.add_paragraph("台帐要健全，台帐要清楚。", style="List Number")
    path = saved(document, tmp_path)
    checked, made = reviewed(path)
    assert accepted(made.content).splitlines()[2] == "台账要健全，台账要清楚。"
    span = Span(path, Position(3, 1), Position(3, 2))
    number = Diagnostic("STR001", "error", "编号", span, fix=Fix("改", True, (Edit(span, "2.", "1."),)))
    left = annotate(Check(path, checked.document, (number,), None, checked.sources), CheckOptions())
    assert (left.comments, left.fixes) == (1, 0)
    assert accepted(left.content).splitlines()[2] == "台帐要健全，台帐要清楚。"


def test_a_finding_without_a_place_of_its_own_gets_its_paragraph(tmp_path: Path) -> None:
    path = saved(draft("一、强化保护", ""), tmp_path)
    checked = check(path, CheckOptions(select=("WRD", "PUN")))
    spans = [Span(path, Position(line, column), Position(line, column)) for line, column in ((2, 1), (3, 1), (99, 7))]
    found = tuple(Diagnostic("X", "info", str(number), span) for number, span in enumerate(spans))
    made = annotate(Check(path, checked.document, found, None, checked.sources), CheckOptions())
    words = {"提示 X：0": "一、强化保护", "提示 X：1": "", "提示 X：2": "2027年示例市知识产权工作要点"}
    assert commented(made.content) == words


def test_marks_bear_the_reviewer_and_a_date_that_no_clock_gives(tmp_path: Path) -> None:
    document = draft(*WORDS)
    document.core_properties.modified = datetime.datetime(2027, 1, 9, 8, 30)
    path = saved(document, tmp_path)
    _, made = reviewed(path)
    assert made == reviewed(path)[1]
    marks = document_xml(made.content).iter(f"{W}ins", f"{W}del")
    assert {(m.get(f"{W}author"), m.get(f"{W}date")) for m in marks} == {("核稿", "2027-01-09T08:30:00Z")}
    _, signed = reviewed(path, name="王敏", date=datetime.date(2027, 1, 15))
    notes = document_xml(signed.content, "word/comments.xml")
    assert {(n.get(f"{W}author"), n.get(f"{W}date")) for n in notes} == {("王敏", "2027-01-15T00:00:00Z")}


def test_only_word_files_can_be_annotated(tmp_path: Path) -> None:
    path = tmp_path / "要点.txt"
    path.write_text("2027年示例市工作要点\n一、强化保护\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"\.docx"):
        reviewed(str(path))


@st.composite
def split_texts(draw: st.DrawFn) -> tuple[list[str], list[Edit]]:
    """Paragraphs cut into runs at random, and edits that don't overlap."""
    texts = draw(st.lists(st.text(alphabet="甲乙丙丁<&\t😀 ", min_size=1, max_size=12), min_size=1, max_size=4))
    edits = []
    for line, text in enumerate(texts, 2):
        places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
        for start, stop in zip(places[::2], places[1::2], strict=False):
            span = Span("x.docx", Position(line, start + 1), Position(line, stop + 1))
            edits.append(Edit(span, draw(st.sampled_from(["", "新", "甲新", "<乙>"])), text[start:stop]))
    cuts = [draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=3)) for text in texts]
    runs = ["|".join(_parts(text, sorted(cut))) for text, cut in zip(texts, cuts, strict=True)]
    return runs, edits


def _parts(text: str, cuts: list[int]) -> list[str]:
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(split_texts())
def test_any_change_at_any_place_can_be_accepted_and_rejected(
    tmp_path: Path, case: tuple[list[str], list[Edit]]
) -> None:
    runs, edits = case
    path = saved(draft(*runs), tmp_path)
    data = Path(path).read_bytes()
    reading = load_bytes(data, "x.docx")
    found = tuple(Diagnostic("X", "warning", str(n), e.span, fix=Fix("改", True, (e,))) for n, e in enumerate(edits))
    made = annotate(Check(path, reading.document, found, None, {}), CheckOptions())
    before, after = ([visible(p) for p in document_xml(c).iter(f"{W}p")] for c in (data, made.content))
    assert after == [_applied(text, line, edits) for line, text in enumerate(before, 1)]
    assert _taken_back(made.content) == before
    assert made.comments == len(edits)


def _applied(text: str, line: int, edits: list[Edit]) -> str:
    for edit in sorted(edits, key=lambda e: e.span, reverse=True):
        if edit.span.start.line == line:
            text = text[: edit.span.start.column - 1] + edit.text + text[edit.span.end.column - 1 :]
    return text


def _taken_back(content: bytes) -> list[str]:
    root = document_xml(content)
    for gone in list(root.iter(f"{W}ins")):
        gone.getparent().remove(gone)
    for back in list(root.iter(f"{W}del")):
        for run in back:
            for words in run.iter(f"{W}delText"):
                words.tag = f"{W}t"
            back.addprevious(run)
        back.getparent().remove(back)
    return [visible(p) for p in root.iter(f"{W}p")]


@pytest.mark.layout
def test_libreoffice_opens_a_reviewed_file(tmp_path: Path, saved_again: Callable[[bytes], bytes]) -> None:
    _, made = reviewed(saved(draft(*WORDS), tmp_path))
    again = saved_again(made.content)
    assert accepted(again) == accepted(made.content)
    assert len(document_xml(again, "word/comments.xml")) == made.comments
