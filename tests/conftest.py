"""What the tests share: the real documents, where they are present, and the tools that layout tests need."""

from __future__ import annotations

import gc
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planforge.cli import main

ROOT = Path(__file__).resolve().parent.parent

os.environ["PLANFORGE_CACHE"] = "off"  # no result of an earlier run, and none is left behind


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--matrix", action="store_true", help="量遍全部样式、版头和篇幅（约一小时）")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the checkout."""
    folder = ROOT.parent / "shared"
    if not (folder / "seeds").is_dir():
        pytest.skip("没有 ../shared：真实文件不随仓库分发")
    return folder


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice, which the layout tests measure pages with."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("没有安装 LibreOffice：无法排版测量")
    return program


@pytest.fixture(scope="session")
def saved_again(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], bytes]:
    """A Word file as LibreOffice writes it after opening it: every part anew."""
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def again(data: bytes) -> bytes:
        folder = tmp_path_factory.mktemp("saved")
        (folder / "file.docx").write_bytes(data)
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx:MS Word 2007 XML"]
        subprocess.run(
            [*command, "--outdir", folder / "again", folder / "file.docx"], capture_output=True, timeout=120, check=True
        )
        return (folder / "again" / "file.docx").read_bytes()

    return again


@pytest.fixture
def planforge(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Iterator[Callable[..., subprocess.CompletedProcess[bytes]]]:
    """`planforge` with these arguments in a folder, and what it said and gave back.

    It runs in this process: to start another takes longer than most commands. What is about the process itself
    (a pipe, the console's encoding) has tests that start one.
    """

    def run(*arguments: str, folder: Path, input: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        monkeypatch.chdir(folder)
        monkeypatch.setattr(sys, "argv", ["planforge", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(input), "utf-8"))
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        return subprocess.CompletedProcess(arguments, int(ended.value.code or 0), *capfdbinary.readouterr())

    thresholds = gc.get_threshold()
    yield run
    gc.set_threshold(*thresholds)
