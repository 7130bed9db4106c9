"""Responsible units as official documents list them: （责任单位：A、B）, A牵头，B、C按职责分工负责 and the like."""

from planforge.text.units.closing import find_inline, find_lists, take_closing, take_line
from planforge.text.units.lists import Closing, names_person, persons, read_list
from planforge.text.units.names import looks_like_unit, split_list
from planforge.text.units.roles import each_first_leading, first_leads, merge, with_first_leading

__all__ = [
    "Closing",
    "each_first_leading",
    "find_inline",
    "find_lists",
    "first_leads",
    "looks_like_unit",
    "merge",
    "names_person",
    "persons",
    "read_list",
    "split_list",
    "take_closing",
    "take_line",
    "with_first_leading",
]
