"""A report on coverage is made once: the second time it is the same, and after any change it is new."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planforge.lifecycle import covering
from planforge.lifecycle.covering import CoverageRequest, Covering, cover

PLAN = """标题: 2027年示例市工作要点
上级文件: {省意见: 省意见.yaml}
部分:
  - 标题: 重点工作
    任务:
      - {标题: 建立联席会议, 内容: 建立联席会议机制。}
"""
DIRECTIVE = """标题: 云溪省关于加强协作的意见
部分:
  - 标题: 主要任务
    任务:
      - {标题: 建立联席会议, 内容: 建立联席会议机制。}
"""
REQUEST = CoverageRequest("plan_specs/要点.yaml", form="json")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLANFORGE_CACHE", str(tmp_path / "缓存"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan_specs" / "directives").mkdir(parents=True)
    (tmp_path / "plan_specs/要点.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "plan_specs/directives/省意见.yaml").write_text(DIRECTIVE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[CoverageRequest]:
    """The requests whose report was really made."""
    requests: list[CoverageRequest] = []
    report: Callable[[CoverageRequest], Covering] = covering._report

    def noted(request: CoverageRequest) -> Covering:
        requests.append(request)
        return report(request)

    monkeypatch.setattr(covering, "_report", noted)
    return requests


def rewrite(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_the_second_report_is_the_first_one(made: list[CoverageRequest]):
    assert cover(REQUEST) == cover(REQUEST)
    assert len(made) == 1


@pytest.mark.parametrize("form", ["xlsx", "text", "html"])
def test_every_format_comes_back_as_it_was(form: str, made: list[CoverageRequest]):
    request = CoverageRequest(REQUEST.path, form=form)
    first, second = cover(request), cover(request)
    assert type(first.content) is type(second.content)
    assert first == second
    assert len(made) == 1


def test_a_changed_plan_is_read_again(folder: Path, made: list[CoverageRequest]):
    before = cover(REQUEST)
    rewrite(folder / "plan_specs/要点.yaml", "联席会议", "质押融资")
    assert cover(REQUEST) != before
    assert len(made) == 2


def test_a_changed_directive_is_read_again(folder: Path):
    before = cover(REQUEST)
    rewrite(folder / "plan_specs/directives/省意见.yaml", "建立联席会议机制。", "建立联席会议机制。建设保护中心。")
    assert cover(REQUEST).holes
    assert not before.holes


def test_a_document_that_now_is_found_first_counts(folder: Path):
    before = cover(REQUEST)
    (folder / "plan_specs/省意见.yaml").write_text(DIRECTIVE.replace("联席会议", "质押融资"), encoding="utf-8")
    assert cover(REQUEST) != before


def test_a_superior_of_the_superior_counts(folder: Path):
    top = folder / "plan_specs/directives/国家规划.yaml"
    top.write_text(DIRECTIVE.replace("云溪省", "国家"), encoding="utf-8")
    rewrite(folder / "plan_specs/directives/省意见.yaml", "部分:", "上级文件: {规划: 国家规划.yaml}\n部分:")
    before = cover(REQUEST)
    rewrite(top, "联席会议", "质押融资")
    assert cover(REQUEST) != before


def test_a_changed_earlier_report_is_compared_again(folder: Path, made: list[CoverageRequest]):
    (folder / "上次.json").write_text(str(cover(REQUEST).content), encoding="utf-8")
    request = CoverageRequest(REQUEST.path, form="json", baseline="上次.json")
    unchanged = cover(request)
    rewrite(folder / "上次.json", '"covered"', '"uncovered"')
    assert cover(request) != unchanged
    assert len(made) == 3


def test_a_damaged_entry_is_made_again(folder: Path, made: list[CoverageRequest]):
    before = cover(REQUEST)
    for entry in (folder / "缓存").iterdir():
        entry.write_bytes(entry.read_bytes()[:-3])
    assert cover(REQUEST) == before == cover(REQUEST)
    assert len(made) == 2


def test_another_question_has_its_own_answer(made: list[CoverageRequest]):
    assert cover(REQUEST).content != cover(CoverageRequest(REQUEST.path, form="text")).content
    assert cover(CoverageRequest(REQUEST.path, form="text", colour=True)).content
    assert len(made) == 3


def test_anew_looks_at_nothing_and_leaves_nothing(folder: Path, made: list[CoverageRequest]):
    cover(REQUEST, anew=True)
    assert not (folder / "缓存").exists()
    cover(REQUEST)
    cover(REQUEST, anew=True)
    assert len(made) == 3


def test_a_refusal_is_not_kept(folder: Path):
    with pytest.raises(covering.InputError):
        cover(CoverageRequest("没有.yaml"))
    assert not (folder / "缓存").exists()
