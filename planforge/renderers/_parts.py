"""The attachments of a document as they are printed, whatever the format."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.model import Attachment, Document, Indicator, Text, Units
from planforge.renderers._breakdown import breakdown_of

_INDICATORS = "主要指标表"
#: What the title of an attachment says that lists indicators.
_SHOWN = "指标"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_UNIT = re.compile(r"[（(][^（）()]*[）)]")
_INDICATOR_HEAD = ("序号", "指标", "单位", "基期值", "目标值", "牵头单位", "配合单位", "责任单位")


def attachments_of(document: Document, breakdown: bool = False) -> tuple[Attachment, ...]:
    """The document's attachments; indicators that none of them shows come as one more, a table.

    `breakdown` adds the table of all tasks that show who does what by when.
    """
    own = (*document.attachments, *_indicators(document))
    return (*own, breakdown_of(document)) if breakdown else own


def _indicators(document: Document) -> tuple[Attachment, ...]:
    tables = [table for part in document.attachments if _SHOWN in part.title.value for table in part.tables]
    rows = [row for table in tables for row in table]
    missing = [each for each in document.indicators if not any(_shows(row, each) for row in rows)]
    return (Attachment(Text(_INDICATORS), tables=(_indicator_table(missing),)),) if missing else ()


def _shows(row: Sequence[str], indicator: Indicator) -> bool:
    """Whether a row has the name of an indicator, with or without its unit, and beside it what is to be reached."""
    beside = [cell.strip() for cell in row if not _is_name(cell, indicator.name.value)]
    if len(beside) == len(row):
        return False
    if indicator.target is None and indicator.text:
        return indicator.text in beside
    amount = indicator.baseline if indicator.target is None else indicator.target
    numbers = {float(number) for cell in beside for number in _NUMBER.findall(cell.replace(",", ""))}
    return amount is None or abs(amount) in numbers


def _is_name(cell: str, name: str) -> bool:
    """Whether a cell holds that name, whatever blanks turn it over; the last of its brackets may be the unit's."""
    bare, wanted = ("".join(words.split()) for words in (cell, name))
    return bare == wanted or (bare.startswith(wanted) and _UNIT.fullmatch(bare, len(wanted)) is not None)


def _indicator_table(indicators: Sequence[Indicator]) -> tuple[tuple[str, ...], ...]:
    rows = [
        (
            str(place),
            indicator.name.value,
            indicator.unit,
            _amount(indicator.baseline),
            _amount(indicator.target) or indicator.text,
            *("、".join(unit.value for unit in role) for role in _roles(indicator.units)),
        )
        for place, indicator in enumerate(indicators, 1)
    ]
    kept = [column for column, head in enumerate(_INDICATOR_HEAD) if head == "序号" or any(row[column] for row in rows)]
    return tuple(tuple(row[column] for column in kept) for row in (_INDICATOR_HEAD, *rows))


def _roles(units: Units) -> tuple[tuple[Text, ...], ...]:
    return units.lead, units.support, units.responsible


def _amount(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"
