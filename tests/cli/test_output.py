"""What of a document's characters reaches a terminal."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from io import BufferedReader
from pathlib import Path

import click
import pytest

from planforge.cli.output import emit
from planforge.cli.terminal import guard, progress
from planforge.model import InputError
from planforge.reporters.paint import CODES, Colour, paint

HOSTILE = (
    "清\x1b[2J屏\x1b]0;改名\x07，\x9b2J回\r车，倒\u202e转，退\x08格，隐\x1b[8m身，\x1b[31m红\x1b[0m，制\t表\r\n换行\n"
)


class Stream(io.TextIOWrapper):
    """Standard output, or standard error, that is a terminal or not."""

    def __init__(self, is_terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal


SHOWN = "清[2J屏]0;改名，2J回车，倒转，退格，隐[8m身，\x1b[31m红\x1b[0m，制\t表\r\n换行\n"


def printed(monkeypatch: pytest.MonkeyPatch, content: str | bytes, *, is_terminal: bool) -> str:
    screen = Stream(is_terminal)
    monkeypatch.setattr(sys, "stdout", screen)
    guard()
    emit(content)
    return screen.buffer.getvalue().decode()


def test_no_document_steers_the_terminal_that_it_is_shown_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed(monkeypatch, HOSTILE, is_terminal=True) == SHOWN


@pytest.mark.parametrize("colour", CODES)
def test_our_own_colours_come_through(monkeypatch: pytest.MonkeyPatch, colour: Colour) -> None:
    painted = paint("不涉及", colour)
    assert printed(monkeypatch, painted, is_terminal=True).rstrip() == painted


def test_a_plan_in_markdown_steers_no_terminal_either(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed(monkeypatch, HOSTILE.encode(), is_terminal=True) == SHOWN


def test_a_word_file_is_not_poured_onto_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="不能显示在屏幕上"):
        printed(monkeypatch, b"PK\x03\x04\xff\xfe", is_terminal=True)


def test_a_pipe_gets_every_character(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed(monkeypatch, HOSTILE, is_terminal=False) == HOSTILE


def test_bytes_are_written_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed(monkeypatch, HOSTILE.encode(), is_terminal=False) == HOSTILE


@pytest.mark.parametrize("name", ["stdout", "stderr"])
@pytest.mark.parametrize("say", [click.echo, print], ids=["echo", "print"])
def test_what_a_command_tells_by_itself_is_guarded_too(
    monkeypatch: pytest.MonkeyPatch, name: str, say: Callable[..., None]
) -> None:
    screen = Stream(is_terminal=True)
    monkeypatch.setattr(sys, name, screen)
    guard()
    guard()
    say(HOSTILE, file=getattr(sys, name))
    screen.flush()
    assert screen.buffer.getvalue().decode() == SHOWN + "\n"


def test_progress_takes_the_place_of_the_last_line(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Stream(is_terminal=True)
    monkeypatch.setattr(sys, "stderr", screen)
    guard()
    progress("[1/2] 甲\x1b[2J.yaml")
    progress("")
    assert screen.buffer.getvalue().decode() == "\r\x1b[K[1/2] 甲[2J.yaml\r\x1b[K"


def test_a_log_gets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    log = Stream(is_terminal=False)
    monkeypatch.setattr(sys, "stderr", log)
    guard()
    progress("[1/2] 甲.yaml")
    log.flush()
    assert log.buffer.getvalue() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    "command", [("check",), ("coverage", "--against", "上级.yaml"), ("link", "--against", "上级.yaml"), ("status",)]
)
def test_a_command_on_a_terminal_shows_no_control_character(tmp_path: Path, command: tuple[str, ...]) -> None:
    words = r'"建立\u009b2J台账\e]0;改名\a，完善制度。"'
    for name in ("要点.yaml", "上级.yaml"):
        plan = f"标题: 示例市某局2026年工作要点\n部分:\n- 任务:\n  - 标题: 抓好工作\n    内容: {words}\n"
        (tmp_path / name).write_text(plan, encoding="utf-8")
    shown = on_terminal("planforge", command[0], "要点.yaml", *command[1:], folder=tmp_path)
    assert "\x1b]" not in shown
    assert not {"\a", "\x9b"} & set(shown)


def on_terminal(*arguments: str, folder: Path) -> str:
    """What a command shows that runs on a terminal of its own; the end of input is all that it is answered."""
    import pty

    screen, end = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", *arguments], cwd=folder, stdin=subprocess.DEVNULL, stdout=end, stderr=end
    )
    os.close(end)
    with os.fdopen(screen, "rb") as shown:
        said = b"".join(iter(lambda: _read(shown), b""))
    done.wait()
    return said.decode()


def _read(screen: BufferedReader) -> bytes:
    try:
        return screen.read1()
    except OSError:  # how a pseudo-terminal on Linux tells that nobody writes any more
        return b""
