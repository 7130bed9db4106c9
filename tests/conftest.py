"""What the tests share: the real documents, where they are present, and the tools that layout tests need."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

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
