"""Output appears whole or not at all: standard output for `-`, otherwise a temporary file that is renamed."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

#: What makes a terminal do something other than show a character, but for line ends and colours.
_CONTROLS = re.compile(
    r"\x1b(?!\[[\d;]*m)|\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)


def emit(content: str | bytes, target: str = "-") -> None:
    """Write a result to `target`; text goes to a terminal in its own encoding and to files and pipes as UTF-8."""
    if target != "-":
        from planforge.files import write_whole

        write_whole(Path(target), content)
        return
    data = content if isinstance(content, bytes) else _encoded(shown(content))
    sys.stdout.buffer.write(data if not data or data.endswith(b"\n") or isinstance(content, bytes) else data + b"\n")
    sys.stdout.flush()


def shown(text: str, *, err: bool = False) -> str:
    """`text` as a terminal may have it: a document must not clear the screen or turn words round. Pipes get it all."""
    return _CONTROLS.sub("", text) if (sys.stderr if err else sys.stdout).isatty() else text


def emit_report(content: str | bytes, target: str = "-", about: str = "") -> None:
    """Write a report, and tell into which file and what it is about, where it goes to one.

    A workbook or a Word file isn't poured onto a terminal; one that somebody filled in since is kept. Raises InputError
    for the former.
    """
    if isinstance(content, bytes):
        if on_terminal(target):
            from planforge.model import InputError

            raise InputError("这种格式不能显示在屏幕上，请用 -o 写明文件名。")
        _keep(target, content)
    emit(content, target)
    if target != "-":
        click.echo(f"已写出 {target}{about}", err=True)


def _keep(target: str, content: bytes) -> None:
    from planforge.api.issuing import keep_edited

    if kept := keep_edited(target, content):
        click.echo(f"{target} 有人改过或填过，原来的存为 {kept}", err=True)


def refuse_existing(target: str, advice: str = "请换一个文件名，或者先把它移走") -> None:
    """What goes on to be filled in or written by hand is never overwritten: a second run must not undo that work.

    Raises InputError with this advice.
    """
    if target != "-" and Path(target).exists():
        from planforge.model import InputError

        raise InputError(f"{target}：已经有这个文件，不覆盖。{advice}。")


def _encoded(text: str) -> bytes:
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    return text.encode(encoding or "utf-8", errors="replace")


def on_terminal(target: str) -> bool:
    """Whether output goes to a terminal, which shows colours."""
    return target == "-" and sys.stdout.isatty()
