"""Files of the user's are written whole or not at all, and errors name them."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from planforge.files import is_old, keep_old, read_bytes, write_whole
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
