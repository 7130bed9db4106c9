"""LibreOffice as a converter: what is told when it makes nothing."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from planforge.ooxml.machine import libreoffice


class Disk(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def that_makes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[int], str]:
    """What is said of a file that LibreOffice makes nothing of, with so many bytes left on the disk."""
    monkeypatch.setattr(libreoffice, "program", lambda: "soffice")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: None)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def said(free: int) -> str:
        monkeypatch.setattr(shutil, "disk_usage", lambda _: Disk(10**9, 10**9 - free, free))
        with pytest.raises(libreoffice.ConversionError) as caught:
            libreoffice.convert(b"", ".docx", "pdf")
        return str(caught.value)

    return said


def test_a_full_disk_is_no_fault_of_the_file(that_makes_nothing: Callable[[int], str], tmp_path: Path) -> None:
    assert that_makes_nothing(10**8) == "LibreOffice 打不开此文件"
    assert f"临时文件夹 {tmp_path} 所在的磁盘快满了（剩 1.0 MB）" in that_makes_nothing(2**20)


def test_a_temporary_folder_that_takes_nothing_is_told(
    that_makes_nothing: Callable[[int], str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "没有"))
    assert f"临时文件夹 {tmp_path}/没有 写不进去" in that_makes_nothing(10**8)
