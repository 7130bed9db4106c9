"""Fonts that a machine lacks are named together with what stands in for them."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from planforge.ooxml.machine import installed
from planforge.styles import load


def fontconfig(monkeypatch: pytest.MonkeyPatch, answers: dict[str, str]) -> None:
    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 0, answers.get(command[-1], command[-1]), "")

    monkeypatch.setattr("planforge.ooxml.machine.installed.shutil.which", lambda name: name)
    monkeypatch.setattr("planforge.ooxml.machine.installed.subprocess.run", run)


def test_a_missing_font_is_named_with_its_substitute(monkeypatch: pytest.MonkeyPatch) -> None:
    fontconfig(monkeypatch, {"仿宋_GB2312": "FandolFang,FandolFang R", "黑体": "SimHei,黑体"})
    assert installed.substitutes(load()) == {"仿宋_GB2312": "FandolFang"}


def test_where_nobody_knows_the_fonts_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planforge.ooxml.machine.installed.shutil.which", lambda name: None)
    assert installed.substitutes(load()) == {}


def test_a_fontconfig_that_fails_is_no_reason_to_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    fontconfig(monkeypatch, {})
    monkeypatch.setattr(
        "planforge.ooxml.machine.installed.subprocess.run", lambda *_, **__: (_ for _ in ()).throw(OSError())
    )
    assert installed.substitutes(load()) == {}
