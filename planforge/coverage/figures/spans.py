"""Totals of a stated number of years beside amounts of each year: 三年累计6000人次 comes to 2000 a year."""

from __future__ import annotations

from dataclasses import replace

from planforge.coverage.figures.indicators import pace
from planforge.coverage.figures.planned import Figure
from planforge.model import Target
from planforge.text.late import late
from planforge.text.numerals import parse

_SPAN = late(
    r"([一二两三四五六七八九十]|(?<!\d)\d)年(?:内|间|期间)?(?:内|累计|共|合计)"
    r"|(20\d\d)年?[—–\-~～至到]+(20\d\d)年(?:期间)?(?:累计|共|合计)"
)
_EACH_YEAR = late("每年|年均")


def in_pace_of(wanted: Target, figure: Figure) -> Figure:
    """The plan's figure as it counts what the superior wants: a year's part of its total, or what each year adds up to.

    As it is, where the two count alike or nobody says how many years a total is of.
    """
    if pace(wanted) == "yearly" and figure.pace == "so far" and (years := _years(figure.target)):
        return replace(figure.times(1 / years), pace="yearly")
    if pace(wanted) == "so far" and _EACH_YEAR.search(figure.target.text.value) and (years := _years(wanted)):
        return replace(figure.times(years), pace="so far", year=wanted.year)
    return figure


def _years(target: Target) -> int | None:
    """Of how many years a total is; None where its words don't tell."""
    match = _SPAN.search(target.text.value)
    if match is None:
        return None
    years = int(match[3]) - int(match[2]) + 1 if match[2] else parse("二" if match[1] == "两" else match[1])
    return years if years and years > 0 else None
