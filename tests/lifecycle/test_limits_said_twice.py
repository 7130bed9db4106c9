"""A time limit that the brackets and the sentence before them say: changed in the brackets, it is one limit."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from planforge.api import documents, issuing
from planforge.lifecycle.sync import sync

PLAN = """\
标题: 2027年示例市节约用水工作要点
发文机关: [示例市水利局]
年度: 2027
部分:
  - 标题: 强化总量控制
    任务:
      - 标题: 严格取水许可
        内容: |
          3月底前印发方案，12月底前完成120个取水口改造。
        牵头单位: 市水利局
        完成时限: 12月底前
      - 标题: 开展宣传教育
        内容: |
          每季度开展一次进校园活动。
        牵头单位: 市教育局
        完成时限: 每季度
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("要点.yaml").write_text(PLAN, encoding="utf-8")
    Path("要点.docx").write_bytes(issuing.render("要点.yaml"))
    return tmp_path


def typed_over(old: str, new: str) -> None:
    """The words in the brackets of the Word file, changed by a colleague."""
    document = docx.Document("要点.docx")
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if f"完成时限：{old}" in run.text]
    for run in runs:
        run.text = run.text.replace(f"完成时限：{old}", f"完成时限：{new}")
    assert runs
    document.save("改过.docx")


@pytest.mark.parametrize(("old", "new"), [("12月底前", "11月底前"), ("每季度", "每季度末")])
def test_the_new_limit_takes_the_place_of_the_old_one(folder: Path, old: str, new: str) -> None:
    typed_over(old, new)
    synced = sync("要点.yaml", "改过.docx")
    assert synced.after.decode() == PLAN.replace(f"完成时限: {old}", f"完成时限: {new}")
    assert (synced.left, synced.conflicts) == ((), ())
    assert f"完成时限：{old} → {new}" in str(documents.diff("要点.yaml", "改过.docx"))


def test_a_limit_that_is_taken_out_of_the_brackets_goes(folder: Path) -> None:
    Path("后.yaml").write_text(PLAN.replace("        完成时限: 12月底前\n", ""), encoding="utf-8")
    assert "完成时限" not in str(documents.diff("要点.yaml", "后.yaml"))  # the sentence still says it


def test_a_unit_in_the_brackets_that_the_sentence_names_too_is_replaced(folder: Path) -> None:
    Path("要点.yaml").write_text(PLAN.replace("3月底前印发方案", "由市水利局牵头，3月底前印发方案"), encoding="utf-8")
    Path("要点.docx").write_bytes(issuing.render("要点.yaml"))
    document = docx.Document("要点.docx")
    for run in (run for paragraph in document.paragraphs for run in paragraph.runs):
        run.text = run.text.replace("牵头单位：市水利局", "牵头单位：市住建局")
    document.save("改过.docx")
    assert "        牵头单位: 市住建局\n        完成时限: 12月底前" in sync("要点.yaml", "改过.docx").after.decode()
