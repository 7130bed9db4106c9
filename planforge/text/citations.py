"""Documents that a text names: 《…》 with nested 〈〉, and a 文号 such as 国发〔2019〕3号 (GB/T 9704-2012, 7.2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planforge.model import Citation, Text
from planforge.text.late import late

#: A 文号: the issuer's short name, the year in brackets, the serial number.
DOC_NUMBER = late(
    r"[\u4e00-\u9fffA-Za-z]{1,14}\s?[〔\[［【﹝（(]\s?(?:19|20)\d{2}\s?[〕\]］】﹞）)]\s?(?:第\s?)?\d{1,5}\s?号"
)
_BEHIND = late(r"\s*[（(]\s*(?P<number>[^（）()]*(?:[（(]\d{4}[）)])?[^（）()]*)[）)]")
_BRACKETS = str.maketrans("[［【﹝（(]］】﹞）)", "〔〔〔〔〔〔〕〕〕〕〕〕")
_LONGEST_TITLE = 150
_ONE_SHAPE = str.maketrans("（）〈〉<>—–－─", "()《》《》----")


def find(text: Text) -> tuple[Citation, ...]:
    """All documents that the text names, in reading order; `text` of each holds the words with their place."""
    found, end = [], 0
    for start, stop in _titles(text.value):
        found += _bare_numbers(text, end, start)
        number = _number_behind(text.value, stop)
        end = number[1] if number else stop
        title = re.sub(r"\s+", " ", text.value[start + 1 : stop - 1]).strip()
        found.append(Citation(title, number[0] if number else None, text.slice(start, end)))
    found += _bare_numbers(text, end, len(text.value))
    return tuple(found)


def merge(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The same document named twice (by title, 文号 or both) is one, at its first place, with all that is known."""
    merged: list[Citation] = []
    for citation in citations:
        index = next((i for i, other in enumerate(merged) if _same(other, citation)), None)
        if index is None:
            merged.append(citation)
        else:
            old = merged[index]
            merged[index] = Citation(old.title or citation.title, old.doc_number or citation.doc_number, old.text)
    return tuple(merged)


def same_title(one: str, other: str) -> bool:
    """Whether two titles differ in no more than blanks, dashes and the shape of their brackets."""
    return _plain(one) == _plain(other)


def clean_number(number: str) -> str:
    """A 文号 as the standard prints it: hexagonal brackets, no blanks, no 第."""
    return re.sub(r"\s|第(?=\d)", "", number).translate(_BRACKETS)


def _titles(value: str) -> Iterable[tuple[int, int]]:
    """Start and end of each 《…》, the outermost of nested ones; one that never closes is none."""
    depth = start = 0
    for match in re.finditer("[《》]", value):
        if match[0] == "《":
            if depth == 0 or match.start() - start > _LONGEST_TITLE:
                start, depth = match.start(), 0
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and match.end() - start <= _LONGEST_TITLE:
                yield start, match.end()


def _number_behind(value: str, stop: int) -> tuple[str, int] | None:
    behind = _BEHIND.match(value, stop)
    number = DOC_NUMBER.search(behind["number"]) if behind else None
    return (clean_number(number[0]), behind.end()) if behind and number else None


def _bare_numbers(text: Text, start: int, stop: int) -> list[Citation]:
    matches = DOC_NUMBER.finditer(text.value, start, stop)
    return [Citation("", clean_number(m[0]), text.slice(m.start(), m.end())) for m in matches]


def _same(one: Citation, other: Citation) -> bool:
    if one.doc_number and other.doc_number:
        return one.doc_number == other.doc_number
    return bool(one.title) and same_title(one.title, other.title)


def _plain(title: str) -> str:
    return re.sub(r"\s", "", title).translate(_ONE_SHAPE)
