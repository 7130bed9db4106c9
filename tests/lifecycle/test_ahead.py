"""Reading ahead changes nothing but the time that it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge import parallel
from planforge.lifecycle import ahead
from planforge.lifecycle.ahead import reading_ahead
from planforge.lifecycle.holding import hold
from planforge.lifecycle.loading import load, load_bytes
from planforge.model import InputError

DIRECTIVE = """标题: 云溪省关于加强协作的意见
部分:
  - 标题: 主要任务
    任务:
      - {标题: 建立联席会议, 内容: 2027年6月底前建立联席会议10个。, 牵头单位: 省司法厅}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if parallel.cores() < 2:
        pytest.skip("只有一个核")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(ahead, "LEAST", 1)
    (tmp_path / "省意见.yaml").write_text(DIRECTIVE, encoding="utf-8")
    (tmp_path / "要点.yaml").write_text(DIRECTIVE.replace("云溪省", "示例市"), encoding="utf-8")
    return tmp_path


def test_a_document_read_ahead_is_the_document():
    usual = load("省意见.yaml")
    with reading_ahead(["省意见.yaml"], load_bytes):
        early = load("省意见.yaml")
    assert early == usual
    assert early.document.sections[0].tasks[0].heading.span() == usual.document.sections[0].tasks[0].heading.span()


def test_a_file_that_changed_in_between_is_read_as_it_is_now(folder: Path):
    with reading_ahead(["省意见.yaml"], load_bytes):
        (folder / "省意见.yaml").write_text(DIRECTIVE.replace("云溪省", "青岚省"), encoding="utf-8")
        assert load("省意见.yaml").document.title.value.startswith("青岚省")


def test_a_fault_is_told_as_ever(folder: Path):
    (folder / "空.yaml").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="空"):
        hold("要点.yaml", ["空.yaml"])
    with pytest.raises(InputError, match="找不到"):
        hold("要点.yaml", ["没有.yaml"])


def test_a_plan_is_held_the_same(monkeypatch: pytest.MonkeyPatch):
    early = hold("要点.yaml", ["省意见.yaml"])
    monkeypatch.setattr(ahead, "LEAST", 10**9)
    assert early == hold("要点.yaml", ["省意见.yaml"])
