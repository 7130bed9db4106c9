"""What may reach a terminal: a document must not clear the screen, name the window or turn words round."""

from __future__ import annotations

import re
import sys
from typing import TextIO

#: What makes a terminal do something other than show a character, but for line ends and the colours of our own marks.
_CONTROLS = re.compile(
    r"\x1b(?!\[(?:0|2|3[1-6](?:;9)?)m)|\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)


class Screen:
    """A terminal that all text passes through: what could steer it is left out, whichever command prints it.

    It has no `buffer`, so that nothing gets past it.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.encoding, self.errors = stream.encoding, stream.errors

    def write(self, text: str) -> int:
        self._stream.write(_CONTROLS.sub("", text))
        return len(text)

    def rewrite(self, text: str) -> None:
        """Show `text` in place of the last line, which had no end."""
        self._stream.write("\r\x1b[K" + _CONTROLS.sub("", text))
        self._stream.flush()

    def flush(self) -> None:
        self._stream.flush()

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._stream.fileno()


def guard() -> None:
    """Put a screen before standard output and standard error where these are terminals; pipes and files get it all."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is not None and stream.isatty() and not isinstance(stream, Screen):
            setattr(sys, name, Screen(stream))


def progress(text: str) -> None:
    """Show on a terminal, and nowhere else, how far a command has got; the empty text ends it."""
    if isinstance(sys.stderr, Screen):
        sys.stderr.rewrite(text)
