"""Deadlines and targets that an author wrote out, as the model has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from planforge.model import Amount, Deadline, Target, Text
from planforge.schemas.words import WORDS
from planforge.text.deadlines import read
from planforge.text.quantities import reached
from planforge.text.statements import Years, targets_in
from planforge.yaml_io.reading.normal import Fields
from planforge.yaml_io.reading.values import date, integer, records, string, text


def deadlines(node: Fields, years: Years) -> Iterator[Deadline]:
    """The time limits of a node; a date or recurrence written out counts before what the words say."""
    for fields in records(node, "deadlines"):
        words = text(fields, "text")
        recurs = string(fields, "recurs") or None
        if "date" not in fields and recurs is None:
            yield read(words, years.limits)
        else:
            yield Deadline(words, date(fields, "date"), recurs)


def targets(node: Fields, years: Years) -> Iterator[Target]:
    """The targets of a node; a sentence may hold several."""
    for fields in records(node, "targets"):
        words = text(fields, "text")
        if "value" in fields or "indicator" in fields:
            yield written_out(fields, years.targets)
        elif words.value:
            yield from targets_in(words, years.targets)


def written_out(fields: Fields, usual: int | None) -> Target:
    """The target of a record with keys of its own; its words, where it has no 原文, name a year that isn't `usual`."""
    op: Any = fields.get("op")
    target = Target(
        text=text(fields, "text"),
        indicator=string(fields, "indicator"),
        op=op if op in WORDS["op"] else ">=",
        value=_amount(fields.get("value")),
        unit=string(fields, "unit"),
        year=integer(fields, "year"),
    )
    return target if target.text.value else replace(target, text=_in_words(target, text(fields, "indicator"), usual))


def _in_words(target: Target, indicator: Text, usual: int | None) -> Text:
    """The sentence that is printed where the author wrote none; a year that isn't the `usual` one begins it."""
    year = f"{target.year}年" if target.year not in (None, usual) else ""
    amount = reached(indicator.value, target.op, target.value, target.unit)
    return Text.join([Text(year), indicator, Text(amount)])


def _amount(value: Any) -> Amount:
    if isinstance(value, list):
        pair = [each for each in value if isinstance(each, float)]
        return (pair[0], pair[1]) if len(pair) == 2 else ""
    return value if isinstance(value, float) else str(value or "")
