"""Files of the user's are written whole or not at all, and errors name them."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from pathlib import Path

import pytest

from planforge.files import beside, is_file, is_folder, is_old, keep_old, read_bytes, reason, write_set, write_whole
from planforge.model import InputError


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "要点.docx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_whole(target, "新")
    assert target.read_text(encoding="utf-8") == "新"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["要点.docx"]


def test_an_old_copy_opens_as_the_file_itself_does_and_replaces_none(tmp_path: Path) -> None:
    for suffix in (".yaml", ".docx", ".规范.docx", ""):
        target = tmp_path / f"要点{suffix}"
        target.write_text("原来", encoding="utf-8")
        kept = [keep_old(target), keep_old(target), keep_old(target)]
        names = [f"{target.stem}.旧{number}{target.suffix}" for number in ("", 1, 2)]
        assert [path.name for path in kept] == names
        assert all(path.read_text(encoding="utf-8") == "原来" for path in kept)
        assert not is_old(target)


@pytest.mark.parametrize(("name", "old"), [("要点.旧.yaml", True), ("要点.旧12.docx", True), ("旧.yaml", False)])
def test_old_copies_are_told_by_their_names(name: str, old: bool) -> None:
    assert is_old(Path(name)) is old
    assert not is_old(Path(f"{name}x.旧事.yaml"))


def test_an_error_names_the_users_file_and_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "文件夹"
    folder.mkdir()
    with pytest.raises(OSError) as caught:
        write_whole(folder, "新")
    assert caught.value.filename == str(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["文件夹"]


@pytest.mark.parametrize("name", ["", "甲\0乙", "甲" * 300, "要点.yaml/里面", "绕圈"])
def test_what_can_be_no_files_name_is_told_as_any_other_bad_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("要点.yaml").touch()
    Path("绕圈").symlink_to("绕圈")
    with pytest.raises(InputError, match=r"不是文件名|文件名太长|不是文件夹|链接绕成了圈"):
        read_bytes(name)
    assert not is_file(name)
    assert not is_folder(name)


@pytest.mark.parametrize("path", ["", "/"])
def test_what_has_no_name_has_nothing_beside_it(path: str) -> None:
    with pytest.raises(InputError, match="不是文件名"):
        beside(path, ".docx")


def test_why_the_root_of_all_folders_cannot_be_written_is_said_in_chinese() -> None:
    assert re.search("[a-z]", reason(OSError(errno.EBUSY, "Device or resource busy", "/")), re.I) is None


@pytest.fixture
def room_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full when a second file has been written."""
    written: list[int] = []

    def fsync(handle: int) -> None:
        written.append(handle)
        if len(written) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.mark.usefixtures("room_for_one")
def test_of_a_set_nothing_takes_its_place_before_all_of_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "甲.docx").write_bytes("旧".encode())
    with pytest.raises(OSError) as caught:
        write_set(tmp_path, [("甲.docx", "新".encode()), ("乙.docx", b"")])
    assert caught.value.filename == str(tmp_path / "乙.docx")
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("甲.docx", "旧")]


@pytest.mark.usefixtures("room_for_one")
def test_a_folder_that_was_made_for_nothing_goes_again(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        write_set(tmp_path / "分送" / "一月", [("甲.docx", b""), ("乙.docx", b"")])
    assert not list(tmp_path.iterdir())


def test_a_set_of_files_is_written_into_a_new_folder(tmp_path: Path) -> None:
    write_set(tmp_path / "分送", [("甲.docx", b"1"), ("乙.docx", b"2")])
    assert {path.name: path.read_bytes() for path in (tmp_path / "分送").iterdir()} == {
        "甲.docx": b"1",
        "乙.docx": b"2",
    }


def test_a_pipe_or_device_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "管道"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, "新")
        assert os.read(reader, 10).decode() == "新"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_standard_input_is_read_once_and_whoever_asks_again_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("标题: 要点\n".encode())))
    assert read_bytes("-") == "标题: 要点\n".encode()
    with pytest.raises(InputError, match="标准输入只能读一次"):
        read_bytes("-")


def test_each_run_has_a_standard_input_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for content in (b"one", b"two"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        assert read_bytes("-") == content
