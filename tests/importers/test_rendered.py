"""What PlanForge sets comes back as it was: the shipped plan, rendered and read again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from planforge import yaml_io
from planforge.importers import read
from planforge.model import Document, Text
from planforge.renderers import renderer

ROOT = Path(__file__).resolve().parents[2]


def plan() -> Document:
    (path,) = (ROOT / "plan_specs").glob("2027年*.yaml")
    return yaml_io.load(path.read_bytes(), path.name).document


@pytest.mark.parametrize("names", [1, 2, 3, 5])
def test_a_rendered_plan_comes_back_with_its_head_notice_tasks_and_units(names: int) -> None:
    offices = ("市场监督管理局", "知识产权局", "人力资源和社会保障局", "财政局", "司法局")
    document = replace(plan(), issuers=tuple(Text(f"示例市{office}") for office in offices[:names]))
    again = read(renderer("docx").render(document), "要点.docx").document
    assert again.issuers == document.issuers
    assert again.title == document.title
    assert again.doc_number == document.doc_number
    assert again.issued == document.issued
    assert again.recipients == document.recipients
    assert document.notice and again.notice
    assert again.notice.title == document.notice.title
    assert again.notice.text.value.split("\n") == list(filter(None, document.notice.text.value.split("\n")))
    assert [(t.id, t.heading) for t in again.leaves()] == [(t.id, t.heading) for t in document.leaves()]
    for task, original in zip(again.leaves(), document.leaves(), strict=True):
        assert task.text.value == original.text.value.strip()
        assert [target.text for target in task.targets] == [target.text for target in original.targets]
    assert [set(map(str, t.units)) for t in again.leaves()] == [set(map(str, t.units)) for t in document.leaves()]
    assert again.imprint.copies == document.imprint.copies
