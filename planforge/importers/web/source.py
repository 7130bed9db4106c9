"""Where text stands in the source of its page; the parser doesn't tell, so it is looked up in order."""

from __future__ import annotations

import html
import re
from bisect import bisect_right

from planforge.model import Text

#: How far ahead a text is looked for: markup between two texts is seldom longer.
_AHEAD = 20_000
_KEY = 24
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
#: Blanks that the parser, or the writer of the page, may have put otherwise than they stand in the source.
_UNSURE = re.compile(r"[\t\r\n\f\xa0]|  ")


class Source:
    """The page's characters; texts must be asked for in reading order."""

    def __init__(self, value: str, file: str) -> None:
        self._value, self._file = value, file
        self._starts = [0, *(end.end() for end in re.finditer("\n", value))]
        self._offset = 0

    def text(self, words: str) -> Text:
        """The words of a text node and their place, or that of what came before where entities hide them."""
        key = _UNSURE.split(words.strip(), maxsplit=1)[0][:_KEY]
        found = self._find(key) if key else -1
        if found >= 0:
            self._offset = found + len(key)
        start = found if found >= 0 else self._offset
        line = bisect_right(self._starts, start)
        return Text.at_place(_SPACE.sub(" ", words).strip(), self._file, line, start - self._starts[line - 1] + 1)

    def _find(self, key: str) -> int:
        end = self._offset + _AHEAD
        found = self._value.find(key, self._offset, end)
        return found if found >= 0 else self._value.find(html.escape(key, quote=False), self._offset, end)
