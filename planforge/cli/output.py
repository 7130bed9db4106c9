"""Output appears whole or not at all: standard output for `-`, otherwise a temporary file that is renamed."""

from __future__ import annotations

import sys
from pathlib import Path

import click


def emit(content: str | bytes, target: str = "-") -> None:
    """Write a result to `target`; text goes to a terminal in its own encoding and to files and pipes as UTF-8.

    A workbook or a Word file isn't poured onto a terminal: raises InputError for one.
    """
    if target != "-":
        from planforge.files import write_whole

        write_whole(Path(target), content)
    elif on_terminal(target):
        text = content if isinstance(content, str) else _text_in(content)
        click.echo(text, nl=bool(text) and not text.endswith("\n"))
    else:
        _pour(content)


def _pour(content: str | bytes) -> None:
    """Put a result into a pipe or a file that standard output leads to."""
    data = content if isinstance(content, bytes) else content.encode(errors="replace")
    sys.stdout.buffer.write(data if not data or data.endswith(b"\n") or isinstance(content, bytes) else data + b"\n")
    sys.stdout.flush()


def _text_in(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as fault:
        from planforge.model import InputError

        raise InputError("这种格式不能显示在屏幕上，请用 -o 写明文件名。") from fault


def emit_report(content: str | bytes, target: str = "-", about: str = "") -> None:
    """Write a report, and tell into which file and what it is about, where it goes to one.

    A workbook or a Word file that somebody filled in since is kept. Raises InputError as `emit` does.
    """
    if isinstance(content, bytes):
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


def on_terminal(target: str) -> bool:
    """Whether output goes to a terminal, which shows colours."""
    return target == "-" and sys.stdout.isatty()
