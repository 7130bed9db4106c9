"""A plan as it was sent round, and what the tests of this folder share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from planforge.api import issuing

sys.path.insert(0, str(Path(__file__).parent))

from returned_copy import PLAN, Copies, ReturnedCopy
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
def copy(office: Path) -> Copies:
    """Makes fresh copies of the Word file that was sent round."""
    data = issuing.render("要点.yaml")
    return lambda: ReturnedCopy(data)


@pytest.fixture
def two(copy: Copies) -> None:
    """Two offices that want different things of one sentence; one of them changes lists as well."""
    paper = copy().track("10", "20", before="首批入库").track("、市财政局", "", before="配合单位：市司法局")
    paper.track("9月", "10月", before="完成时限：").save(Path("返回/市财政局.docx"))
    copy().track("10人", "15人", before="首批入库").save(Path("返回/市司法局.docx"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the plan whose tasks offices move about, the current one."""
    (tmp_path / "要点.yaml").write_text(TASKS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
