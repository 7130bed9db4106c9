"""What of a document's characters reaches a terminal."""

from __future__ import annotations

import io
import sys

import pytest

from planforge.cli.output import emit

HOSTILE = "清\x1b[2J屏\x1b]0;改名\x07，\x9b2J回\r车，倒\u202e转，退\x08格，\x1b[31m红\x1b[0m，制\t表\r\n换行\n"


class Screen(io.TextIOWrapper):
    """Standard output that is a terminal or not."""

    def __init__(self, is_terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal


def printed(monkeypatch: pytest.MonkeyPatch, content: str | bytes, *, is_terminal: bool) -> str:
    screen = Screen(is_terminal)
    monkeypatch.setattr(sys, "stdout", screen)
    emit(content)
    return screen.buffer.getvalue().decode()


def test_no_document_steers_the_terminal_that_it_is_shown_on(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = "清[2J屏]0;改名，2J回车，倒转，退格，\x1b[31m红\x1b[0m，制\t表\r\n换行\n"
    assert printed(monkeypatch, HOSTILE, is_terminal=True) == shown


def test_a_pipe_gets_every_character(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed(monkeypatch, HOSTILE, is_terminal=False) == HOSTILE


def test_bytes_are_written_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed(monkeypatch, HOSTILE.encode(), is_terminal=True) == HOSTILE
