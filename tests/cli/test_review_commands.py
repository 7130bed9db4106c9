"""`planforge check` on a Word file: the reviewed copy, and findings that are known already."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from docx import Document as new_document

Run = Callable[..., CompletedProcess[bytes]]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    document = new_document()
    for words in ("2027年示例市工作要点", "一、强化保护", "（一）完善案件台帐。及时布署。"):
        document.add_paragraph(words)
    document.save(str(tmp_path / "送审稿.docx"))
    return tmp_path


@pytest.fixture
def check(planforge: Run, office: Path) -> Run:
    return partial(planforge, "check", "送审稿.docx", "--select", "WRD", folder=office)


def test_the_reviewed_copy_is_written_and_the_original_is_left_alone(check: Run, office: Path) -> None:
    before = (office / "送审稿.docx").read_bytes()
    done = check("--annotate", "核稿.docx", "--reviewer", "王敏", "--date", "2027年1月15日")
    assert (done.returncode, (office / "送审稿.docx").read_bytes()) == (1, before)
    assert "批注 2 条" in done.stderr.decode() and "WRD001" in done.stdout.decode()
    notes = zipfile.ZipFile(office / "核稿.docx").read("word/comments.xml").decode()
    assert notes.count('w:author="王敏" w:date="2027-01-15T00:00:00Z"') == 2


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--annotate", "送审稿.docx"), "盖掉原文件"),
        (("--annotate", "-"), "-o"),
        (("--annotate", "核稿.docx", "--date", "2027年13月"), "不是日期"),
        (("--baseline", "送审稿.docx"), "--write-baseline"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_reason(
    check: Run, office: Path, options: tuple[str, ...], reason: str
) -> None:
    done = check(*options)
    assert done.returncode == 2
    assert reason in done.stderr.decode() and "Traceback" not in done.stderr.decode()
    assert [path.name for path in office.iterdir()] == ["送审稿.docx"]


def test_known_findings_are_not_told_again(check: Run, office: Path) -> None:
    assert check("--write-baseline", "旧问题.json").returncode == 0
    done = check("--baseline", "旧问题.json")
    assert (done.returncode, "另有 2 个问题" in done.stderr.decode()) == (0, True)
    assert "没有发现问题" in done.stdout.decode()
