"""Where unit lists stand in a text: at its end, in brackets or behind a label, and within it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from planforge.model import Text, Units
from planforge.text.late import late
from planforge.text.units.lists import LABEL, LONGEST_LIST, Closing, read_list
from planforge.text.units.names import CLOSE, STOPS, bracketed
from planforge.text.units.roles import merge

_NO_UNITS = Units()
#: Characters of a line that may be a list without brackets and label.
_LONGEST_LINE = 120
_CLOSING = late(f"[{re.escape(CLOSE)}]")
#: A lone name in brackets is a unit behind a full stop, if it ends as none but an office does.
_OFFICE = late(
    r"[\u4e00-\u9fff]{2,}(?:局|委|委员会|办|办公室|厅|部|科|股|处|中心|公司|人民政府|管委会|[一-龥]站)"
    r"|各(?:有关|相关|成员|责任)?[\u4e00-\u9fff（）、，]{0,20}(?:单位|部门|政府|管委会|办事处)"
)


def take_closing(text: Text) -> tuple[Text, Closing]:
    """The text without the unit lists that close it, and what they say; several in a row count as one.

    A list may hold time limits as well (责任单位：…；完成时限：…).
    """
    units, rest = Units(), text
    deadlines: tuple[Text, ...] = ()
    words: tuple[Text, ...] = ()
    while (taken := _take_one(rest)) is not None:
        rest, closing = taken
        units = merge(closing.units, units)
        deadlines = (*closing.deadlines, *deadlines)
        words = (*closing.words, *words)
    return rest, Closing(units, deadlines, words)


def take_line(text: Text) -> tuple[Text, Closing]:
    """As `take_closing`, of a line of its own that says who leads and no more: 市教育局牵头，市财政局配合。"""
    closing = read_list(text.strip(STOPS), strict=True) if len(text) <= _LONGEST_LINE else None
    if closing is None or not closing.units.lead:
        return text, Closing(_NO_UNITS)
    return text.slice(0, 0), replace(closing, words=(text,))


def find_inline(text: Text) -> Units:
    """The units of all bracketed lists within a text, wherever they stand."""
    lists = tuple(find_lists(text)) if _CLOSING.search(text.value) else ()
    return merge(*lists) if lists else _NO_UNITS


def find_lists(text: Text) -> Iterator[Units]:
    """The units of each bracketed list within a text, in order."""
    for start, stop in bracketed(text.value):
        closing = read_list(text.slice(start + 1, stop - 1), strict=True)
        if closing:
            yield closing.units


def _take_one(text: Text) -> tuple[Text, Closing] | None:
    value = text.value.rstrip(STOPS)
    stop = len(value)
    groups = [g for g in bracketed(value) if g[1] == stop]
    if groups:
        start = groups[-1][0]
        content = text.slice(start + 1, stop - 1)
        closing = read_list(content) or _read_lone(content, value[:start])
        if closing and (closing.units or closing.deadlines):
            rest = _with_full_stop(text.slice(0, start), text.slice(stop))
            return rest, replace(closing, words=(text.slice(start, stop),))
    return _take_bare(text)


def _read_lone(content: Text, before: str) -> Closing | None:
    """……开展检查。（儿童福利股）: one name behind a stop."""
    name = content.strip()
    if before.rstrip()[-1:] not in tuple("。；;.") or not _OFFICE.fullmatch(name.value):
        return None
    return Closing(Units(responsible=(name,)))


def _with_full_stop(rest: Text, behind: Text) -> Text:
    """`rest` with the stop that stood behind the list: 建成示范市（责任单位：A）。 is the sentence 建成示范市。"""
    body = rest.slice(0, len(rest.value.rstrip()))
    stop = behind.value.find("。")
    if stop < 0 or not body.value or body.value[-1] in "。！？；”’":
        return body
    return Text.join([body, behind.slice(stop, stop + 1)])


#: With a bracket that nobody closed: ……得到落实。〔责任单位：A、B
_BARE = late(rf"(?:^|(?<=[。；;！？\n]))\s*[（(〔［]?(?=(?:{LABEL.pattern}))", re.M)


def _take_bare(text: Text) -> tuple[Text, Closing] | None:
    """A closing list without brackets: 责任单位：A、B at the end or on its own line."""
    for match in _BARE.finditer(text.value, max(0, len(text) - LONGEST_LIST)):
        tail = text.slice(match.end())
        closed = any(a < match.end() <= b for a, b in bracketed(text.value))
        if closed or re.search("[。！？]", tail.value.rstrip(STOPS)) or LABEL.match(tail.value) is None:
            continue
        closing = read_list(tail)
        if closing and (closing.units or closing.deadlines):
            rest = text.slice(0, len(text.value[: match.start()].rstrip()))
            return rest, replace(closing, words=(tail,))
    return None
