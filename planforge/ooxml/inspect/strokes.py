"""Lines that are drawn, and the rules of a table: how wide, how heavy, in what colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from planforge.model.pages import Stroke
from planforge.ooxml.characters.locate import FALLBACK
from planforge.ooxml.inspect.cascade import NS, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_V = "{urn:schemas-microsoft-com:vml}"
_EMU_PER_TWIP, _EMU_PER_EIGHTH = 635, 12700 / 8
_LINES = frozenset({"line", "straightConnector1"})
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")


def drawn(body: _Element) -> Iterator[Stroke]:
    """The straight lines among the drawings of a body."""
    for shape in body.iter(f"{_WPS}spPr"):
        form = shape.find(f"{_A}prstGeom")
        if form is not None and form.get("prst") in _LINES:
            yield _shape(shape)
    for line in body.iter(f"{_V}line"):
        if next(line.iterancestors(FALLBACK), None) is None:
            colour = _HEX.match(line.get("strokecolor", ""))
            yield Stroke(0, colour[1].upper() if colour else line.get("strokecolor", ""))


def _shape(shape: _Element) -> Stroke:
    extent, line = shape.find(f"{_A}xfrm/{_A}ext"), shape.find(f"{_A}ln")
    colour = shape.find(f"{_A}ln/{_A}solidFill/{_A}srgbClr")
    width, weight = (
        int(e.get(name, "0")) if e is not None and e.get(name, "0").isdigit() else 0
        for e, name in ((extent, "cx"), (line, "w"))
    )
    named = colour.get("val", "").upper() if colour is not None else ""
    return Stroke(round(weight / _EMU_PER_EIGHTH), named, round(width / _EMU_PER_TWIP))


def of_tables(paragraphs: Iterable[_Element]) -> Iterator[Stroke]:
    """The level rules of the tables that hold these paragraphs, each table once."""
    tables = {id(t): t for p in paragraphs if (t := next(p.iterancestors(f"{W}tbl"), None)) is not None}
    for table in tables.values():
        for borders in (*table.iterfind("w:tblPr/w:tblBorders", NS), *table.iter(f"{W}tcBorders")):
            for side in borders:
                level = str(side.tag).rpartition("}")[2] in ("top", "bottom", "insideH")
                if level and side.get(f"{W}val", "nil") not in ("nil", "none"):
                    size = side.get(f"{W}sz", "0")
                    yield Stroke(int(size) if size.isdigit() else 0, side.get(f"{W}color", "auto").upper())
