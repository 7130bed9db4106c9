"""A plan held against its superior, both files of the test's own folder: what is found of one rule."""

from __future__ import annotations

from pathlib import Path

from planforge.api.checking import CheckOptions, check
from planforge.model import Diagnostic

_PLAN = "示例市2027年养老服务工作要点\n\n一、优化供给\n（一）{}（牵头单位：市民政局）\n"
_SUPERIOR = "云溪省2027年养老服务工作要点\n\n一、优化供给\n（一）{}（省民政厅负责）\n"


def findings(folder: Path, code: str, superior: str, plan: str) -> list[Diagnostic]:
    """What is found of a task of these words, held against one of those."""
    return held(folder, code, *texts(superior, plan))


def texts(superior: str, plan: str) -> tuple[str, str]:
    """The superior's text and the plan's, each of one task of these words."""
    return _SUPERIOR.format(superior), _PLAN.format(plan)


def held(folder: Path, code: str, superior: str, plan: str) -> list[Diagnostic]:
    """What is found of a plan of that text, held against a superior of that one."""
    ours, theirs = written(folder, superior, plan)
    return [found for found in check(ours, CheckOptions(against=(theirs,))).diagnostics if found.code == code]


def written(folder: Path, superior: str, plan: str) -> tuple[str, str]:
    """The paths of the plan and of its superior, with these texts."""
    (folder / "省.txt").write_text(superior, encoding="utf-8")
    (folder / "要点.txt").write_text(plan, encoding="utf-8")
    return str(folder / "要点.txt"), str(folder / "省.txt")
