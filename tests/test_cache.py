"""Results that are kept: found again, never trusted when damaged, and never in the way."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from planforge import cache

CONTENT = "结果".encode() * 100


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "缓存"))
    return tmp_path / "缓存"


def entry(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def test_what_is_kept_is_found_again():
    cache.keep(cache.name_of("甲"), CONTENT)
    assert cache.recall(cache.name_of("甲")) == CONTENT
    assert cache.recall(cache.name_of("乙")) is None


def test_parts_of_a_name_do_not_run_together():
    assert cache.name_of("甲", "乙") != cache.name_of("甲乙", "")


@pytest.mark.parametrize("damage", [b"", b"x", b"\n", b"\xff\xff\n\xff"])
def test_a_damaged_entry_is_none(folder: Path, damage: bytes):
    cache.keep("名", CONTENT)
    entry(folder).write_bytes(damage)
    assert cache.recall("名") is None


def test_one_changed_byte_is_damage(folder: Path):
    cache.keep("名", CONTENT)
    data = bytearray(entry(folder).read_bytes())
    data[-5] ^= 1
    entry(folder).write_bytes(bytes(data))
    assert cache.recall("名") is None


def test_another_version_of_the_program_has_other_names(monkeypatch: pytest.MonkeyPatch):
    name = cache.name_of("甲")
    monkeypatch.setattr(cache, "__version__", "99")
    assert cache.name_of("甲") != name


def test_a_changed_file_of_the_program_changes_its_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    template = tmp_path / "模板.html"
    template.write_text("一")
    monkeypatch.setattr(cache, "template_dir", lambda: tmp_path)
    name = cache.name_of("甲")
    template.write_text("一二")
    assert cache.name_of("甲") != name


@pytest.mark.parametrize("word", cache.OFF)
def test_it_can_be_switched_off(monkeypatch: pytest.MonkeyPatch, word: str, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(cache.VARIABLE, word)
    cache.keep("名", CONTENT)
    assert cache.recall("名") is None
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "文件").write_text("不是文件夹")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "文件" / "缓存"))
    cache.keep("名", CONTENT)
    assert cache.recall("名") is None


def test_the_oldest_entries_make_room(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cache, "LARGEST", 400)
    for age, name in enumerate(("新", "旧", "更旧")):
        cache.keep(name, os.urandom(120))
        os.utime(folder / f"{name}.entry", (time.time() - 1000 * age - 1000,) * 2)
    cache.keep("最新", os.urandom(60))
    assert sorted(each.stem for each in folder.iterdir()) == ["新", "最新"]


def test_the_folder_follows_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv(cache.VARIABLE)
    monkeypatch.setattr(cache.sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.folder() == tmp_path / "planforge"
    monkeypatch.setattr(cache.sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert cache.folder() == tmp_path / "Local" / "planforge"
    monkeypatch.delenv("LOCALAPPDATA")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert cache.folder() == tmp_path / "AppData" / "Local" / "planforge"
