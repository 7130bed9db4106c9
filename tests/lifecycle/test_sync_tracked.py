"""Tracked changes come back as the same edits made plainly do, and what they struck out comes back with --reject."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from planforge.api import issuing
from planforge.lifecycle.sync import Synced, sync
from planforge.ooxml.review.redline import redline

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLAN = """\
标题: |
  2027年示例市知识产权强市建设
  工作要点
年度: 2027
部分:
  - 标题: 强化保护
    任务:
      - 标题: 开展专项执法
        内容: 组织专项执法行动，查处案件80件以上。
        牵头单位: 市市场监管局
        配合单位: [市公安局, 市农业农村局]
        完成时限: 11月底前
        目标:
          - {指标: 办案量, 数值: 20, 单位: 件}
          - 案件按期办结率达到90%以上
      - 标题: 强化司法保护
        内容: 推行简易案件快审快结。
        牵头单位: 市中级人民法院
    结尾: 各部门要加强协作配合。
"""
LIST = "（牵头单位：市市场监管局；配合单位：市公安局、市农业农村局；完成时限：11月底前）"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "要点.docx").write_bytes(issuing.render(str(tmp_path / "要点.yaml")))
    monkeypatch.chdir(tmp_path)


def said(synced: Synced) -> tuple[object, ...]:
    return synced.after.decode(), synced.left, synced.kept, synced.conflicts


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("工作要点", "工作安排"),
        ("开展专项执法", "开展联合执法"),
        ("80件以上", "100件以上"),
        ("办案量达到20件", "办案量达到30件"),
        ("20件；", "20件；培训达到5场；"),
        ("；案件按期办结率达到90%以上", ""),
        ("90%以上。", "90%以上。每季通报。"),
        ("市公安局、", ""),
        ("市农业农村局", "市农业农村局、市教育局"),
        ("11月底前", "10月底前"),
        (LIST, ""),
        ("加强协作配合。", "加强协作。"),
    ],
)
def test_tracked_changes_say_what_plain_ones_say_and_are_gone_once_rejected(old: str, new: str) -> None:
    document = docx.Document("要点.docx")
    for run in (run for line in document.paragraphs for run in line.runs if old in run.text):
        run.text = run.text.replace(old, new)
    document.save("改过.docx")
    changed = redline(Path("要点.docx").read_bytes(), Path("改过.docx").read_bytes(), "王敏")
    Path("修订.docx").write_bytes(changed)
    plain = said(sync("要点.yaml", "改过.docx"))
    assert plain[0] != PLAN and said(sync("要点.yaml", "修订.docx")) == plain
    assert said(sync("要点.yaml", "修订.docx", reject=True)) == (PLAN, (), (), ())


def test_a_paragraph_that_lost_its_bookmarks_on_the_way_keeps_its_targets() -> None:
    document = docx.Document("要点.docx")
    moved = next(line._p for line in document.paragraphs if "开展专项执法" in line.text)
    for mark in [*moved.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
        moved.remove(mark)
    next(line._p for line in document.paragraphs if "强化司法保护" in line.text).addnext(moved)
    document.save("改过.docx")
    start, middle, stop = (PLAN.index(words) for words in ("      - 标题: 开展", "      - 标题: 强化司", "    结尾"))
    expected = PLAN[:start] + PLAN[middle:stop] + PLAN[start:middle] + PLAN[stop:]
    assert said(sync("要点.yaml", "改过.docx")) == (expected, (), (), ())
