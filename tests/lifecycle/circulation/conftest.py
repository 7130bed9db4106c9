"""A plan as it was sent round, and what the tests of this folder share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planforge.api import issuing

sys.path.insert(0, str(Path(__file__).parent))

from returned_copy import PLAN, ReturnedCopy
from whole_tasks import PLAN as TASKS

ROSTER = """\
单位:
- {名称: 市财政局, 简称: 市财局}
- {名称: 市人力资源和社会保障局, 简称: 市人社局}
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with the plan, the current folder."""
    folder = tmp_path / "plan_specs"
    folder.mkdir()
    (folder / "units.yaml").write_text(ROSTER, encoding="utf-8")
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def copy(office: Path) -> Callable[[], ReturnedCopy]:
    """Makes fresh copies of the Word file that was sent round."""
    data = issuing.render("要点.yaml")
    return lambda: ReturnedCopy(data)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the plan whose tasks offices move about, the current one."""
    (tmp_path / "要点.yaml").write_text(TASKS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
