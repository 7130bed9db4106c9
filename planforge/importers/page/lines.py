"""The printed lines of a PDF's pages, tables in their places, running heads and page numbers left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from planforge.importers.page import columns
from planforge.importers.page.line import Line
from planforge.importers.page.upright import upright

#: Lines this near to the edge of a page (as a share of its height) may be running heads or feet.
_MARGIN = 0.1
#: The thickest rule of a table, in points; what is thicker both ways is a patch of colour.
_THICKEST = 3
_PAGE_NUMBER = re.compile(r"[-—–－_\s·]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共,，]+\s*\d{1,4}\s*页?)?[-—–－_\s·]*")
_CJK = r"[\u3000-\u9fff\uff00-\uffef“”‘’]"
_BLANK = re.compile(rf"(?<={_CJK})[ \u3000]+(?={_CJK}|[A-Za-z0-9])|(?<=[A-Za-z0-9%])[ \u3000]+(?={_CJK})")
#: A character whose font doesn't tell what it is, as pdfminer writes it.
_NAMELESS = re.compile(r"\(cid:\d{1,6}\)")
UNKNOWN = "\ufffd"


def of_pages(pages: Sequence[Any]) -> Iterator[Line]:
    """The lines of all pages (pdfplumber's) in reading order."""
    heights: list[float] = []
    read: list[list[Line]] = []
    for number, page in enumerate(map(upright, pages)):
        heights.append(float(page.height))
        read.append(list(_of_page(page, number)))
        page.close()
    running = _running(read, heights)
    for lines, height in zip(read, heights, strict=True):
        yield from (line for line in lines if not _is_furniture(line, height, running))


def bare(page: Any) -> Any:
    """The page without letters across its lines (the number at the side of a page laid lengthwise), and without the
    colour behind words, white as well: its edges are no lines of a table."""
    across = sum(not char["upright"] for char in page.chars)
    turned = 0 < across * 2 <= len(page.chars)
    if not turned and not any(map(_is_shade, (*page.rects, *page.curves))):
        return page
    return page.filter(lambda item: not _is_shade(item) and (item.get("upright", True) or not turned))


def _is_shade(item: dict[str, Any]) -> bool:
    """Whether a shape is filled and has no outline; one that is thin is a rule itself."""
    if item["object_type"] not in ("rect", "curve") or not item["fill"] or item["stroke"]:
        return False
    return min(item["width"], item["height"]) > _THICKEST or _is_white(item["non_stroking_color"])


def _is_white(colour: Any) -> bool:
    """Whether a colour is white: in grey and RGB all ones, in CMYK all zeros."""
    values = tuple(colour) if isinstance(colour, tuple | list) else (colour,)
    return values == ((0, 0, 0, 0) if len(values) == 4 else (1,) * len(values))


def _of_page(page: Any, number: int) -> Iterator[Line]:
    page = bare(page)
    tables = [t for t in page.find_tables() if _is_table(t)] if page.lines or page.rects or page.curves else []
    boxes = [t.bbox for t in tables]
    rest = page.filter(lambda o: not any(_within(o, box) for box in boxes)) if boxes else page
    found = rest.extract_text_lines(return_chars=True)
    gutter = columns.find([line["chars"] for line in found])
    rows = found if gutter is None else [_part(cut) for line in found for cut in gutter.cut(line["chars"])]
    lines = [_line(row, number, float(page.width)) for row in rows]
    lines += [Line("", t.bbox[0], t.bbox[2], t.bbox[1], 0, number, float(page.width), t.extract()) for t in tables]
    yield from sorted(lines, key=lambda line: line.top) if gutter is None else columns.ordered(lines, gutter)


def _part(chars: list[dict[str, Any]]) -> dict[str, Any]:
    """Some characters of a printed line, as pdfplumber gives a line."""
    from pdfplumber.utils.geometry import merge_bboxes, obj_to_bbox
    from pdfplumber.utils.text import extract_text

    left, top, right, _ = merge_bboxes([obj_to_bbox(char) for char in chars])
    return {"text": extract_text(chars), "x0": left, "x1": right, "top": top, "chars": chars}


def _is_table(table: Any) -> bool:
    rows = table.rows
    return len(rows) > 1 and max(len(row.cells) for row in rows) > 1


def _within(item: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    middle = ((item["x0"] + item["x1"]) / 2, (item["top"] + item["bottom"]) / 2)
    return bool(box[0] <= middle[0] <= box[2] and box[1] <= middle[1] <= box[3])


def _line(found: dict[str, Any], page: int, width: float) -> Line:
    sizes = Counter(round(char["size"], 1) for char in found["chars"])
    size = sizes.most_common(1)[0][0] if sizes else 12.0
    return Line(close_up(found["text"]), found["x0"], found["x1"], found["top"], size, page, width)


def close_up(words: str) -> str:
    """Without the blanks that a change of font leaves beside Chinese characters; what no font names is `UNKNOWN`."""
    return _BLANK.sub("", _NAMELESS.sub(UNKNOWN, words.replace("\x00", ""))).strip()


def _running(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> frozenset[str]:
    """What stands at the edge of most pages, numbers aside."""
    seen: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        seen.update({_pattern(line) for line in lines if _at_edge(line, height)})
    return frozenset(words for words, count in seen.items() if count > 2 and count * 2 > len(pages))


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _at_edge(line: Line, height: float) -> bool:
    return line.rows is None and not _MARGIN * height < line.top < (1 - _MARGIN) * height - line.size


def _is_furniture(line: Line, height: float, running: frozenset[str]) -> bool:
    if not _at_edge(line, height):
        return False
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or _pattern(line) in running
