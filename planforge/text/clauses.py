"""A leaf's text in its measures: sentences, parts closed by ； and 一是/二是 parts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import zip_longest

from planforge.model import Text
from planforge.text.brackets import enclosed
from planforge.text.late import late
from planforge.text.numerals import parse

_STOPS = "。！？；;\n"
_STOP, _STOPS_IN_ROW = late(f"[{_STOPS}]"), late(f"[{_STOPS}]+")
_BLANKS = " \t\u3000\xa0\n"
_ORDINAL = late(r"(?:^|(?<=[。！？；;：:，,、\n]))\s*([一二三四五六七八九十]{1,3})(是|要)(?=[^否的])")


def split(text: Text) -> tuple[Text, ...]:
    """The measures of a text in order, each with its own place; nothing but blanks is lost between them.

    A sentence or a part closed by ； is one; an 一是/二是 part is one, its sentences together. Quotes, brackets and
    《》 are never cut, and a （…） that follows a stop belongs to the measure before it.
    """
    value = text.value
    starts = _starts(value)
    pieces = (
        text.slice(start, stop).strip(_BLANKS) for start, stop in zip(starts, [*starts[1:], len(value)], strict=True)
    )
    return tuple(piece for piece in pieces if any(map(str.isalnum, piece.value)))


def _starts(value: str) -> list[int]:
    """Where the measures begin, from 0."""
    inside = enclosed(value)
    sentences = [0, *_sentence_starts(value, inside)]
    runs = list(_enumerations(value, inside))
    if not runs:
        return sentences
    ends = _ends(value, sentences, runs)
    starts: list[int] = []
    position = 0
    for run, end in zip(runs, ends, strict=True):
        starts += sentences[position : bisect_right(sentences, run[0])]
        starts += run[1:]
        position = bisect_left(sentences, end)
    return starts + sentences[position:]


def _ends(value: str, sentences: list[int], runs: list[list[int]]) -> list[int]:
    """Where the last part of each run ends: with its paragraph, or with the sentence that leads to the next run."""
    paragraphs = [match.end() for match in re.finditer("\n", value)]
    ends = []
    for run, following in zip_longest(runs, runs[1:]):
        after = bisect_right(paragraphs, run[-1])
        end = paragraphs[after] if after < len(paragraphs) else len(value)
        lead = sentences[bisect_right(sentences, following[0]) - 1] if following else end
        ends.append(max(min(end, lead), run[-1] + 1))
    return ends


def _sentence_starts(value: str, inside: bytearray) -> Iterator[int]:
    """The offsets behind each stop (and a bracketed remark after it) that words follow."""
    last_word = next((i for i in range(len(value) - 1, -1, -1) if value[i].isalnum()), -1)
    if 1 not in inside:  # as most texts are, and soon done with
        yield from (stops.end() for stops in _STOPS_IN_ROW.finditer(value) if stops.end() <= last_word)
        return
    behind = 0
    for stop in _STOP.finditer(value):
        if stop.start() >= behind and not inside[stop.start()]:
            behind = _behind(value, inside, stop.start())
            if behind <= last_word:
                yield behind


def _behind(value: str, inside: bytearray, index: int) -> int:
    """Past the stops at `index` and bracketed remarks (（市财政局负责）) that belong to what stands before them."""
    while index < len(value):
        if not inside[index]:
            if value[index] not in _STOPS:
                break
            index += 1
        elif value[index] in "（(" and value[index - 1] != "\n":
            index = next((i for i in range(index, len(value)) if not inside[i]), len(value))
        else:
            break
    return index


def _enumerations(value: str, inside: bytearray) -> Iterator[list[int]]:
    """Where the parts of each run 一是 … 二是 … begin; a lone 一是 is a sentence like any other."""
    if "一是" not in value and "一要" not in value:
        return
    run: list[int] = []
    word = ""
    for match in _ORDINAL.finditer(value):
        if inside[match.start(1)]:
            continue
        number = parse(match[1])
        if run and number == len(run) + 1 and match[2] == word:
            run.append(match.start(1))
        elif number == 1:
            if len(run) > 1:
                yield run
            run, word = [match.start(1)], match[2]
    if len(run) > 1:
        yield run
