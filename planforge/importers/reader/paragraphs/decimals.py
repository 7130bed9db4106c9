"""Numbers with points, as emergency plans have them: a bare 1 before 总则 is a number where 1.1 stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planforge.model import Paragraph, Text

_BARE = re.compile(r"(\d{1,2})(?:[ \u3000\t]+|[.．、][ \u3000\t]*)?(?=[\u4e00-\u9fff])")
_POINTED = re.compile(r"(\d{1,2})[.．]\d{1,2}(?!\d)(?![%％万亿个件家])")
_LONGEST = 30


def mark(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, with a stop behind the bare numbers of chapters, where 1.1 and the like follow them.

    `1 总则` becomes `1. 总则` only where it is a short line whose number counts up and begins that of the next items.
    """
    chapters = {int(m[1]) for p in paragraphs if (m := _POINTED.match(p.text.value))}
    result: list[Paragraph] = []
    last = 0
    for paragraph in paragraphs:
        bare = _BARE.match(paragraph.text.value) if len(chapters) > 1 and paragraph.table is None else None
        if bare and int(bare[1]) == last + 1 and _is_chapter(paragraph.text.value, int(bare[1]), chapters):
            last += 1
            paragraph = replace(paragraph, text=_with_stop(paragraph.text, bare), broken=False)
        result.append(paragraph)
    return tuple(result)


def _is_chapter(value: str, number: int, chapters: set[int]) -> bool:
    return len(value) <= _LONGEST and not re.search("[。；，]", value) and number <= max(chapters) + 1


def _with_stop(text: Text, bare: re.Match[str]) -> Text:
    return Text.join([text.slice(0, bare.end(1)), text.slice(bare.end())], ". ")
