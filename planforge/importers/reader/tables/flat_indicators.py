"""Indicator tables that were saved without their cells: 每万人口专利拥有量（件）1.653.7市市场监管局.

Where the base value ends and the target begins is read only if one way to cut the digits makes two numbers, or if the
text itself names the target; a row that can be cut in several ways is left as it stands, and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planforge.model import Diagnostic, Paragraph, Table, Text
from planforge.text.numbering import leading_marker

_HEAD = re.compile(r"指标[^。；]{0,20}?(?:20\d\d年?[^。；]{0,12}){2}[^。；]{0,20}")
_ROW = re.compile(
    r"(?P<name>[^\d。；]{4,40}?)(?:[（(](?P<unit>[^（()）]{1,10})[）)])?\s*(?P<values>\d[\d.]*(?:%[\d.]+)?%?)(?P<units>\D.*)"
)
_NUMBER = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?")
_TITLES = ("指标", "单位", "基期值", "目标值", "责任单位")
_FEWEST = 3
_LONGEST, _MOST = 200, 300


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells in the order of `_TITLES`; None where the values can't be told apart."""

    line: Paragraph
    cells: tuple[Text, ...] | None


def read(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Diagnostic, ...]]:
    """The paragraphs with flat tables made whole, and what could not be read of them."""
    result: list[Paragraph] = []
    found: list[Diagnostic] = []
    said = "".join(p.text.value for p in paragraphs if p.table is None and _HEAD.fullmatch(p.text.value) is None)
    index = 0
    while index < len(paragraphs):
        rows = _rows(paragraphs, index, said)
        if rows:
            result += [
                Paragraph(table=_table(rows)),
                *(replace(row.line, broken=False) for row in rows if row.cells is None),
            ]
            found += (_unread(row.line.text) for row in rows if row.cells is None)
        else:
            result.append(paragraphs[index])
        index += len(rows) + 1
    return tuple(result), tuple(found)


def _rows(paragraphs: Sequence[Paragraph], index: int, said: str) -> list[Row]:
    """The rows below a head, down to the first line that is none; empty where no head stands here."""
    head = paragraphs[index]
    if head.table is not None or not head.broken or not _HEAD.fullmatch(head.text.value.strip()):
        return []
    rows: list[Row] = []
    for paragraph in paragraphs[index + 1 :]:
        value = paragraph.text.value.strip()
        if not 4 < len(value) <= _LONGEST or _ends_table(value) or len(rows) == _MOST:
            break
        rows.append(Row(paragraph, _cells(paragraph.text, said)))
    return rows if sum(row.cells is not None for row in rows) >= _FEWEST else []


def _ends_table(value: str) -> bool:
    return "。" in value or leading_marker(value) is not None or _HEAD.fullmatch(value) is not None


def _cells(text: Text, said: str) -> tuple[Text, ...] | None:
    match = _ROW.fullmatch(text.value)
    if match is None:
        return None
    start, stop = match.span("values")
    cuts = list(_cuts(match["values"]))
    if len(cuts) > 1:
        cuts = [cut for cut in cuts if _is_said(match, match["values"][cut:], said)]
    if len(cuts) != 1:
        return None
    unit = text.slice(*match.span("unit")) if match["unit"] else Text()
    cut = start + cuts[0]
    return (text.slice(*match.span("name")), unit, text.slice(start, cut), text.slice(cut, stop), text.slice(stop))


def _cuts(values: str) -> Iterator[int]:
    """Where digits may be cut to make two numbers as they are printed (no 03, no .5)."""
    for cut in range(1, len(values)):
        parts = (values[:cut], values[cut:])
        if all(_NUMBER.fullmatch(part.removesuffix("%")) for part in parts) and not parts[1].startswith("%"):
            yield cut


def _is_said(row: re.Match[str], target: str, said: str) -> bool:
    """Whether the text names this target, with its unit, behind the end of the indicator's name."""
    unit = re.escape(row["unit"] or "")
    return (
        re.search(rf"{re.escape(row['name'][-5:])}[^。；，]{{0,12}}(?<![\d.]){re.escape(target)}{unit}", said)
        is not None
    )


def _table(rows: Sequence[Row]) -> Table:
    return (tuple(map(Text, _TITLES)), *(row.cells for row in rows if row.cells is not None))


def _unread(text: Text) -> Diagnostic:
    return Diagnostic(
        "I104",
        "warning",
        f"指标表没有保住表格，“{text.value[:40]}”一行分不清基期值和目标值，没有当作指标读取，原文留在正文里。",
        text.span(),
        "指标表",
        "请对照原件，把这一行写进“指标”。",
    )
