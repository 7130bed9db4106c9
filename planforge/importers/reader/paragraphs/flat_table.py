"""A table of tasks that was saved as one line of text: its head names the columns, its items are numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from planforge.importers.reader.paragraphs import runs
from planforge.importers.reader.paragraphs.runs import Place
from planforge.model import Table, Text
from planforge.text.units import looks_like_unit

_LABELS = (
    r"序号|工作任务|重点任务|主要任务|任务类别|任务名称|具体任务|任务|工作要求|工作内容|具体内容|主要内容"
    r"|工作措施|主要措施|工作举措|重点工作|事项|项目|内容|要求"
)
_UNIT_LABELS = (
    r"牵头(?:责任)?单位|牵头部门|配合[/／]责任单位|责任[/／]配合单位|配合单位|配合部门|参与单位"
    r"|责任单位|责任部门|落实单位"
)
_HEAD = re.compile(rf"(?P<texts>(?:(?:{_LABELS})\s*){{1,4}})(?P<units>(?:(?:{_UNIT_LABELS})\s*){{1,2}})")
#: Three or more names of columns in a row head a table, whatever they are.
_ANY_HEAD = re.compile(
    rf"(?:(?:{_LABELS}|{_UNIT_LABELS}|完成(?:时限|时间)|时限|牵头领导|责任(?:领导|人|科室|处室)|备注)\s*){{3,}}"
)
_SHORTEST = 100
_BOUNDARY = re.compile(r"(?<=[局委办部厅院会])(?=[区市县省][\u4e00-\u9fff]{2}|各)")


@dataclass(frozen=True, slots=True)
class Found:
    """Where the table stands in its line, and its rows with the head first."""

    start: int
    stop: int
    rows: Table


def find(text: Text) -> Found | None:
    """The table in a line; None where no head names columns of units or nothing behind it is numbered."""
    head = _HEAD.search(text.value)
    places = runs.find(text.value[head.end() :], anywhere=True) if head else []
    if head is None or len(places) < 2:
        return None
    body = text.slice(head.end())
    labels = [m[0] for m in re.finditer(_UNIT_LABELS, head["units"])]
    rows = list(_rows(body, places, len(labels)))
    stop = head.end() + _end(body.value, places[-1])
    titles = tuple(Text(label) for label in ("工作任务", "工作要求", *labels))
    return Found(head.start(), stop, (titles, *rows))


def lost(text: Text) -> Text:
    """The head of a table of tasks that a text holds in one line, or a cell to a line, and whose columns nothing keeps
    apart; empty for none."""
    head = _ANY_HEAD.search(text.value)
    if head is None or re.search(_UNIT_LABELS, head[0]) is None:
        return Text()
    by_cells = "\n" in head[0].strip()
    return text.slice(*head.span()).strip() if by_cells or len(text) - head.end() >= _SHORTEST else Text()


def _rows(body: Text, places: list[Place], columns: int) -> list[tuple[Text, ...]]:
    rows: list[tuple[Text, ...]] = []
    section = Text()
    grouped = any(place.depth == 0 for place in places) and any(place.depth > 0 for place in places)
    stops = [*(place.start for place in places[1:]), _end(body.value, places[-1])]
    for place, stop in zip(places, stops, strict=True):
        piece = body.slice(place.start, stop)
        if grouped and place.depth == 0:
            section = piece.strip()
        else:
            rows.append((section, *_cells(piece, columns)))
    return rows


def _end(body: str, last: Place) -> int:
    """Behind the units of the last item: they end where a blank follows a word that is no unit's beginning."""
    stop = body.find("。", last.stop) + 1 or len(body)
    units = re.match(r"\s?\S+", body[stop:])
    return stop + (units.end() if units else 0)


def _cells(piece: Text, columns: int) -> tuple[Text, ...]:
    """The item's sentence and its units by column; a blank stands where the first column of units is empty."""
    stop = piece.value.rfind("。") + 1 or len(piece.value)
    rest = piece.slice(stop)
    if columns == 1:
        return piece.slice(0, stop), rest.strip()
    names = [] if rest.value[:1].isspace() else _leading(rest)
    start = names[-1][1] if names else 0
    lead = Text.join([rest.slice(a, b) for a, b in names], "\n")
    return piece.slice(0, stop), lead, rest.slice(start).strip()


def _leading(rest: Text) -> list[tuple[int, int]]:
    """Names that run together before the last list (区教育局区财政局区直各单位，…): they stand in the first column."""
    edges = [0, *(match.start() for match in _BOUNDARY.finditer(rest.value)), len(rest.value)]
    pieces = list(pairwise(edges))
    names = [piece for piece in pieces[:-1] if looks_like_unit(rest.value[slice(*piece)])]
    return names if len(pieces) > 1 else pieces
