"""Tells of faults in YAML files, for what was made of them may lack what stands there; the command ends with 1."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import ParamSpec

import click

_MOST_LINES = 5
_Options = ParamSpec("_Options")


def tells_left_out(run: Callable[_Options, None]) -> Callable[_Options, None]:
    """A command that makes something of plans: it ends with 1 where it would have ended with 0.

    `--exit-zero` keeps 0.
    """

    @functools.wraps(run)
    def command(*args: _Options.args, **kwargs: _Options.kwargs) -> None:
        from planforge.lifecycle.left_out import listening

        with listening() as faults:
            try:
                code = _exit_code(run, *args, **kwargs)
            finally:  # where it stops, too: what it misses may be what stands there
                _tell(faults)
        click.get_current_context().exit(code or int(bool(faults) and not kwargs.get("exit_zero")))

    return command


def _exit_code(run: Callable[_Options, None], *args: _Options.args, **kwargs: _Options.kwargs) -> int:
    try:
        run(*args, **kwargs)
    except click.exceptions.Exit as end:
        return end.exit_code
    return 0


def _tell(faults: Mapping[str, tuple[int, ...]]) -> None:
    for file, lines in faults.items():
        click.echo(_notice(file, lines), err=True)


def _notice(file: str, lines: tuple[int, ...]) -> str:
    named = "、".join(str(line) for line in dict.fromkeys(lines[:_MOST_LINES]))
    more = "等" if len(lines) > _MOST_LINES else ""
    return (
        f"{file} 有 {len(lines)} 处写错了（第{named}行{more}），那里的内容可能没有收进来："
        "用 planforge check 看错在哪里、怎么改，改好再做一遍。"
    )
