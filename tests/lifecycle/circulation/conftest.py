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
    monkeypatch.chdir(_workspace(tmp_path))
    return tmp_path


def _workspace(folder: Path) -> Path:
    (folder / "plan_specs").mkdir()
    (folder / "plan_specs" / "units.yaml").write_text(ROSTER, encoding="utf-8")
    (folder / "要点.yaml").write_text(PLAN, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def sent_round(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The Word file of the plan."""
    return issuing.render(str(_workspace(tmp_path_factory.mktemp("sent")) / "要点.yaml"))


@pytest.fixture
def copy(office: Path, sent_round: bytes) -> Copies:
    """Makes fresh copies of the Word file that was sent round."""
    return lambda: ReturnedCopy(sent_round)


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
