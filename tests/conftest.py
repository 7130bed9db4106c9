"""What the tests share: the real documents, where they are present, and the tools that layout tests need."""

from __future__ import annotations

import gc
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import settings

from planforge.cli import main

ROOT = Path(__file__).resolve().parent.parent

os.environ["PLANFORGE_CACHE"] = "off"  # no result of an earlier run, and none is left behind

settings.register_profile("untimed", deadline=None)  # a busy machine makes nothing wrong
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="重写例子应有的结果（tests/data），改动用 git diff 看")
    parser.addoption("--matrix", action="store_true", help="量遍全部样式、版头和篇幅（约五分钟）")


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
def all_saved_again(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[bytes]], list[bytes]]:
    """Word files as LibreOffice writes them after opening them: every part anew; it starts once for all of them."""
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def again(files: Sequence[bytes]) -> list[bytes]:
        folder = tmp_path_factory.mktemp("saved")
        paths = [folder / f"{number}.docx" for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx:MS Word 2007 XML"]
        subprocess.run([*command, "--outdir", folder / "again", *paths], capture_output=True, timeout=120, check=True)
        return [(folder / "again" / path.name).read_bytes() for path in paths]

    return again


@pytest.fixture(scope="session")
def saved_again(all_saved_again: Callable[[Sequence[bytes]], list[bytes]]) -> Callable[[bytes], bytes]:
    """One Word file as LibreOffice writes it."""
    return lambda data: all_saved_again([data])[0]


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
