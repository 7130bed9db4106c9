"""Tasks that come, move, merge and split in Word, with its own tracked changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from filled_table import plan
from returned_copy import ReturnedCopy
from whole_tasks import ABROAD, FIRST, LEDGER, PLAN, TEACH, Change, applied, changed, only

from planforge.api import issuing

_STAMP = 'w:id="950" w:author="李法" w:date="2027-01-20T09:00:00Z"'


class Written(ReturnedCopy):
    """A copy in whose paragraphs an office works as Word and WPS let it."""

    def bounds(self, words: str) -> tuple[int, int]:
        place = self.xml.index(words)
        return self.xml.rindex("<w:p>", 0, place), self.xml.index("</w:p>", place) + len("</w:p>")

    def end(self, words: str, tag: str) -> Written:
        """The end of a paragraph inserted or struck out."""
        start, stop = self.bounds(words)
        paragraph = self.xml[start:stop].replace("</w:pPr>", f"<w:rPr><w:{tag} {_STAMP}/></w:rPr></w:pPr>", 1)
        self.xml = self.xml[:start] + paragraph + self.xml[stop:]
        return self

    def behind(self, words: str, new: str) -> Written:
        """A line typed behind a paragraph: its old end closes the new one."""
        stop = self.end(words, "ins").bounds(words)[1]
        run = f"<w:ins {_STAMP}><w:r><w:t>{new}</w:t></w:r></w:ins>"
        self.xml = f"{self.xml[:stop]}<w:p><w:pPr/>{run}</w:p>{self.xml[stop:]}"
        return self

    def parted(self, before: str, new: str) -> Written:
        """Return pressed behind words, and others typed there."""
        self.end(before, "ins")
        pattern = rf"<w:r>((?:(?!</w:r>).)*?)<w:t([^>]*)>([^<]*{re.escape(before)})([^<]*)</w:t></w:r>"
        added = f"<w:ins {_STAMP}><w:r><w:t>{new}</w:t></w:r></w:ins>"
        parts = rf"<w:r>\1<w:t\2>\3</w:t></w:r></w:p><w:p><w:pPr/>{added}<w:r>\1<w:t\2>\4</w:t></w:r>"
        self.xml = re.sub(pattern, parts, self.xml, count=1)
        return self

    def struck(self, *words: str) -> Written:
        """Words struck out, one after the other."""
        for each in words:
            self.track(each, "")
        return self

    def moved(self, words: str, before: str) -> Written:
        """A paragraph dragged in front of another one."""
        start, stop = self.bounds(words)
        runs = re.sub(r"<w:pPr>.*?</w:pPr>|<w:bookmark(?:Start|End)[^>]*/>", "", self.xml[start:stop])[5:-6]
        sides = [
            f"<w:p><w:pPr><w:rPr><w:{tag} {_STAMP}/></w:rPr></w:pPr><w:{tag} {_STAMP}>{runs}</w:{tag}></w:p>"
            for tag in ("moveFrom", "moveTo")
        ]
        self.xml = self.xml[:start] + sides[0] + self.xml[stop:]
        start = self.bounds(before)[0]
        self.xml = self.xml[:start] + sides[1] + self.xml[start:]
        return self


Edit = Callable[[Written], object]
_UNITS = "（责任单位：市公安局；完成时限：9月底前）"
_TAUGHT = "（三）开展普法宣传。组织普法宣传10场。（责任单位：市司法局；完成时限：10月底前）"
_EDITS: list[tuple[Edit, str, Sequence[Change]]] = [
    (
        lambda copy: copy.behind("规范案件台账", _TAUGHT),
        "增加一项",
        [(ABROAD, TEACH + ABROAD)],
    ),
    (
        lambda copy: copy.moved("规范案件台账", "建立技术调查官库"),
        "移到第一部分",
        [(LEDGER, ""), (FIRST, LEDGER + FIRST)],
    ),
    (
        lambda copy: copy.parted("建立应急机制。", "（四）举办培训。"),
        "拆分为",
        [
            (
                "    内容: 编制海外维权指引，建立应急机制。举办培训班4期。\n    责任单位: 市商务局\n",
                "    内容: 编制海外维权指引，建立应急机制。\n",
            ),
            (
                "- 标题: 促进运用",
                "  - 标题: 举办培训\n    内容: |\n      举办培训班4期。\n    责任单位: 市商务局\n- 标题: 促进运用",
            ),
        ],
    ),
    (
        lambda copy: copy.end("规范案件台账", "del").struck(_UNITS, "（三）", "加强海外维权。"),
        "与上一项合并",
        [
            ("统一格式。\n", "统一格式。编制海外维权指引，建立应急机制。举办培训班4期。\n"),
            ("    责任单位: 市公安局\n    完成时限: 9月底前\n", "    责任单位: 市商务局\n"),
            ("[省意见#3.2]", "[省意见#3.2, {条目: 省意见#3.3, 已阅: 3fa1c2}]"),
            (ABROAD, ""),
        ],
    ),
]


@pytest.mark.parametrize(("edit", "content", "changes"), _EDITS)
def test_what_word_tracks_is_understood_and_done(
    desk: Path, edit: Edit, content: str, changes: Sequence[Change]
) -> None:
    copy = Written(issuing.render("要点.yaml"))
    edit(copy)
    copy.save(Path("返回/市司法局.docx"))
    found = only()
    assert found.content.startswith(content)
    assert (found.kind, "李法" in found.author) == ("revision", True)
    assert applied().is_clean
    assert plan() == changed(changes)


@pytest.fixture(scope="module")
def saved_edits(
    tmp_path_factory: pytest.TempPathFactory, all_saved_again: Callable[[Sequence[bytes]], list[bytes]]
) -> list[bytes]:
    """The file with each of the edits, in their order, as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("edits")
    (folder / "要点.yaml").write_text(PLAN, encoding="utf-8")
    sent = issuing.render(str(folder / "要点.yaml"))
    edited = []
    for turn, (edit, _, _) in enumerate(_EDITS):
        copy = Written(sent)
        edit(copy)
        edited.append(copy.save(folder / f"{turn}.docx").read_bytes())
    return all_saved_again(edited)


@pytest.mark.layout
@pytest.mark.parametrize("turn", range(len(_EDITS)), ids=[content for _, content, _ in _EDITS])
def test_what_libreoffice_saves_of_it_is_understood_alike(desk: Path, turn: int, saved_edits: list[bytes]) -> None:
    _, content, changes = _EDITS[turn]
    Path("返回").mkdir()
    Path("返回/市司法局.docx").write_bytes(saved_edits[turn])
    assert only().content.startswith(content)
    assert applied().is_clean
    assert plan() == changed(changes)
