"""Word files that lost what they tell of their items, or were set before they told it, are held against the like."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge import yaml_io
from planforge.importers.word.package import Package
from planforge.lifecycle.sync import sync
from planforge.ooxml.characters import items
from planforge.renderers import renderer

PLAN = """\
标题: 2027年示例市知识产权工作要点
发文机关: 示例市知识产权局
年度: 2027
部分:
  - 标题: 强化保护
    任务:
      - 标题: 健全机制
        任务:
          - {标题: 会商, 内容: 定期会商，通报进展，协调解决问题。}
          - {标题: 通报, 内容: 及时通报情况，总结推广经验。}
        结尾: 以上各项由市司法局汇总。
      - {标题: 加强普法, 内容: 开展宣讲，普及知识。}
    结尾: 各部门要压实责任，抓好落实。
"""


@pytest.fixture
def untold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The plan, and its Word file without bookmarks and styles of items."""
    monkeypatch.chdir(tmp_path)
    Path("要点.yaml").write_text(PLAN, encoding="utf-8")
    file = renderer("docx").render(yaml_io.load(PLAN.encode(), "要点.yaml").document)
    package = Package(file, "要点.docx")
    root = package.part("word/document.xml")
    assert root is not None and items.are_told(root)
    items.forget(root)
    path = Path("要点.docx")
    path.write_bytes(package.with_parts({"word/document.xml": root}))
    return path


def test_one_that_nobody_edited_changes_nothing(untold: Path) -> None:
    assert sync("要点.yaml", str(untold)).after.decode() == PLAN


def test_an_edit_is_the_only_change(untold: Path) -> None:
    package = Package(untold.read_bytes(), "要点.docx")
    body = package.part("word/document.xml")
    assert body is not None
    words = next(text for text in body.iter("{*}t") if text.text and "定期会商" in text.text)
    words.text = (words.text or "").replace("定期会商", "每月会商")
    untold.write_bytes(package.with_parts({"word/document.xml": body}))
    assert sync("要点.yaml", str(untold)).after.decode() == PLAN.replace("定期会商", "每月会商")
