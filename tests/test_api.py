"""The library's face, as somebody uses it who writes Python: bad input is one kind of error, in Chinese."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from planforge.api import (
    checking,
    circulation,
    coverage,
    documents,
    issuing,
    ledger,
    links,
    reference,
    splitting,
    status,
    syncing,
)
from planforge.model import InputError

DAY = datetime.date(2027, 6, 1)
PLAN = """\
标题: 2027年示例市养老服务工作要点
年度: 2027
部分:
  - 标题: 完善居家养老服务
    任务:
      - {标题: 建设社区食堂, 内容: 建设社区食堂。, 牵头单位: 市民政局, 完成时限: 6月底前}
"""
READERS: dict[str, Callable[[str], object]] = {
    "check": checking.check,
    "check_against": lambda bad: checking.check("要点.yaml", checking.CheckOptions(against=(bad,))),
    "without_known": lambda bad: checking.without_known([checking.check("要点.yaml")], bad),
    "collect": lambda bad: circulation.collect([bad], bad),
    "adopt": lambda bad: circulation.adopt(bad, "要点.yaml"),
    "cover": lambda bad: coverage.cover(coverage.CoverageRequest("要点.yaml", against=(bad,))),
    "trace": coverage.trace,
    "load": documents.load,
    "convert": lambda bad: documents.convert(bad, "en"),
    "draft": lambda bad: documents.draft("要点.yaml", 2028, (bad,)),
    "diff": lambda bad: documents.diff("要点.yaml", bad),
    "tracked": lambda bad: documents.diff(bad, "要点.yaml", form="docx"),
    "render": issuing.render,
    "build": lambda bad: list(issuing.build(bad)),
    "style": lambda bad: issuing.render("要点.yaml", style=bad or "没有"),
    "export": lambda bad: ledger.export(bad, DAY, 30),
    "take_back": lambda bad: ledger.take_back(bad, "要点.yaml"),
    "review": links.review,
    "style_source": reference.style_source,
    "split": splitting.split,
    "follow_up": lambda bad: status.follow_up(bad, DAY),
    "sync": lambda bad: syncing.sync("要点.yaml", bad),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "照片.docx").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "文件夹").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("bad", ["没有这个文件.yaml", "照片.docx", "文件夹", "要点.yaml/里面", "", "长" * 300])
@pytest.mark.parametrize("name", READERS)
def test_what_can_not_be_read_is_an_input_error_in_chinese(name: str, bad: str) -> None:
    with pytest.raises(InputError) as caught:
        READERS[name](bad)
    assert re.search("[一-鿿]", caught.value.message)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: checking.report_checks([checking.check("要点.yaml")], "pdf"),
        lambda: checking.check("要点.yaml", checking.CheckOptions(select=("没有",))),
        lambda: documents.diff("要点.yaml", "要点.yaml", form="pdf"),
        lambda: documents.convert("要点.yaml", "法文"),
        lambda: documents.to_yaml(documents.load("要点.yaml"), "法文"),
        lambda: documents.draft("要点.yaml", 2026),
        lambda: issuing.render("要点.yaml", "xlsx"),
        lambda: issuing.default_target("./要点.docx", "docx"),
        lambda: reference.explain("没有"),
        lambda: reference.schema("没有"),
        lambda: status.report(status.follow_up("要点.yaml", DAY), "pdf"),
        lambda: status.report(status.follow_up("要点.yaml", DAY), "text", "month"),  # type: ignore[arg-type]
    ],
)
def test_what_is_not_on_offer_is_an_input_error_in_chinese(ask: Callable[[], object]) -> None:
    with pytest.raises(InputError) as caught:
        ask()
    assert re.search("[一-鿿]", caught.value.message)


def test_a_fix_is_not_written_over_what_somebody_saved_meanwhile(folder: Path) -> None:
    (folder / "要点.yaml").write_text(PLAN.replace("建设社区食堂。", "按装扶手。"), encoding="utf-8")
    change, _ = checking.fixes(checking.check("要点.yaml"))
    assert change.after != change.before
    (folder / "要点.yaml").write_text(PLAN, encoding="utf-8")
    with pytest.raises(InputError, match="被别的程序改动了"):
        checking.make(change)
    assert (folder / "要点.yaml").read_text(encoding="utf-8") == PLAN
