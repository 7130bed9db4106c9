"""Lists of words that are written wrong, each with what it should be and the words around that make it right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from planforge.model import Text
from planforge.rules._context import RuleContext
from planforge.rules._lexicon import lexicon
from planforge.rules._passages import Passage
from planforge.rules._scan import in_book, word_hits


@dataclass(frozen=True, slots=True)
class Wrong:
    """What a word should be; it is right behind a character of `after` (期末完成) and before one of `before`.

    `mild`: the dictionaries allow it, official writing prefers the other.
    """

    better: str
    after: str = ""
    before: str = ""
    mild: bool = False

    def stands(self, value: str, start: int, stop: int) -> bool:
        """Whether the word at `[start:stop]` is wrong there."""
        ahead, behind = value[max(0, start - 1) : start], value[stop : stop + 1]
        return not (ahead and ahead in self.after) and not (behind and behind in self.before)


@cache
def confusions(name: str) -> Mapping[str, Wrong]:
    """The list `data/<name>.yaml`: 错: 对, or 错: {对, 前无, 后无, 提示} what makes it right or mild."""
    return {word: _entry(entry) for word, entry in lexicon(name).items()}


def _entry(entry: object) -> Wrong:
    if not isinstance(entry, Mapping):
        return Wrong(str(entry))
    return Wrong(entry["对"], entry.get("前无", ""), entry.get("后无", ""), bool(entry.get("提示")))


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong word where it stands, and what it should be; `quoted` in the name of a document (《》)."""

    passage: Passage
    place: Text
    better: str
    quoted: bool
    mild: bool


def find(context: RuleContext, words: Mapping[str, Wrong]) -> Iterator[Slip]:
    """Each wrong word of the list in the document."""
    for passage, place, match in word_hits(context, words, books=True):
        wrong = words[match[0]]
        if wrong.stands(passage.value, match.start(), match.end()):
            yield Slip(passage, place, wrong.better, in_book(passage.value, match.start()), wrong.mild)
