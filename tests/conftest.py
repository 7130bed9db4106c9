"""What the tests share: the real documents, where they are present, and the tools that layout tests need."""

from __future__ import annotations

import gc
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

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


@pytest.fixture
def planforge(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Iterator[Callable[..., CompletedProcess[bytes]]]:
    """`planforge` with these arguments in a folder, and what it said and gave back.

    It runs in this process: to start another takes longer than most commands. What is about the process itself
    (a pipe, the console's encoding) has tests that start one.
    """

    def run(*arguments: str, folder: Path, input: bytes = b"") -> CompletedProcess[bytes]:
        monkeypatch.chdir(folder)
        monkeypatch.setattr(sys, "argv", ["planforge", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(input), "utf-8"))
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        return CompletedProcess(arguments, int(ended.value.code or 0), *capfdbinary.readouterr())

    thresholds = gc.get_threshold()
    yield run
    gc.set_threshold(*thresholds)
