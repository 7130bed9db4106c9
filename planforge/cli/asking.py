"""Questions on a terminal. An answer is a letter, full-width or not, or the word for it."""

from __future__ import annotations

import unicodedata
from functools import partial

import click

_WORDS = {"是": "y", "不是": "n", "否": "n", "跳过": "s", "结束": "q"}


def ask(question: str, letters: str, usual: str | None = None) -> str:
    """Which of `letters` the user answers; anything else is told and asked again, Enter alone is the `usual` one.

    Raises click.Abort at Ctrl-C and where the input ends.
    """
    return str(click.prompt(question, default=usual, show_default=False, value_proc=partial(_letter, letters)))


def agrees(question: str) -> bool:
    """Whether the user says yes; Enter alone is no. Raises click.Abort as `ask` does."""
    return ask(f"{question} [y/N]", "yn", usual="n") == "y"


def _letter(letters: str, words: str) -> str:
    """The letter for what was typed. Raises click.UsageError, which asks again."""
    typed = unicodedata.normalize("NFKC", words).strip().lower()
    answer = _WORDS.get(typed, typed)
    if answer not in tuple(letters):
        raise click.UsageError(f"“{words}”不是可选的答复，请输入 {'、'.join(letters[:-1])} 或 {letters[-1]}。")
    return answer
