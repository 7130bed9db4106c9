"""A comment in a Word file sets findings aside where it stands."""

from __future__ import annotations

import io

import pytest
from docx import Document as new_document

from planforge import importers
from planforge.model import Suppression


def read(comment: str, first: int = 1, last: int = 1) -> tuple[Suppression, ...]:
    """What a comment from one paragraph to another one means; the title is paragraph 0."""
    document = new_document()
    paragraphs = [document.add_paragraph(words) for words in ("2027年示例市工作要点", "一、强化保护", "建立台帐。")]
    runs = [run for paragraph in paragraphs[first : last + 1] for run in paragraph.runs]
    document.add_comment(runs, text=comment, author="李华")
    target = io.BytesIO()
    document.save(target)
    return importers.read(target.getvalue(), "要点.docx").document.suppressions


def test_it_covers_the_paragraphs_from_its_first_words_to_its_last() -> None:
    assert read("planforge: 忽略 WRD001 原件如此", 1, 2) == (Suppression(("WRD001",), "原件如此", 2, 3),)


@pytest.mark.parametrize(
    "words", ["planforge：忽略 wrd001、PUN003 原件如此", "# planforge: ignore WRD001,PUN003：原件如此"]
)
def test_codes_and_marks_may_be_written_as_in_yaml(words: str) -> None:
    assert read(words) == (Suppression(("WRD001", "PUN003"), "原件如此", 2, 2),)


def test_a_comment_of_another_kind_is_none() -> None:
    assert read("请再核实一下。") == read("见 planforge: 忽略 WRD001") == ()
