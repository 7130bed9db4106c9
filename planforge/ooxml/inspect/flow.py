"""The paragraphs of a part in reading order, with what holds for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planforge.model import Text
from planforge.model.pages import SetParagraph, Sheet, Stand, Stretch, Stroke, most_of
from planforge.ooxml.characters.locate import FALLBACK, GONE, alternative, stretches
from planforge.ooxml.inspect.cascade import Cascade, Said, W, value
from planforge.ooxml.inspect.sheets import number

if TYPE_CHECKING:
    from lxml.etree import _Element

_ALIGNMENTS = {"start": "left", "end": "right", "justify": "both"}
#: The height of a line of Chinese, in font sizes; what doesn't fit a line of the grid takes two.
_NATURAL = 1.3
_BLACK = frozenset({"auto", "000000"})


def walk(container: _Element, stand: Stand = "body") -> Iterator[tuple[_Element, Stand]]:
    """Every paragraph and where it stands, counted as the importer counts them: its line is its place, from 1."""
    for element in container:
        if element.tag == f"{W}p":
            yield element, stand
            for box in boxes(element):
                yield from walk(box, "box")
        elif element.tag not in GONE and not _is_contents(element):
            below: Stand = "table" if element.tag == f"{W}tbl" and stand == "body" else stand
            yield from walk(alternative(element), below)


def boxes(paragraph: _Element) -> list[_Element]:
    """The text boxes that are anchored in a paragraph, each once."""
    found = [b for b in paragraph.iter(f"{W}txbxContent") if next(b.iterancestors(f"{W}p")) is paragraph]
    return [b for b in found if next(b.iterancestors(FALLBACK), None) is None]


@dataclass(frozen=True, slots=True)
class Setter:
    """Says how a paragraph is set."""

    file: str
    cascade: Cascade

    def paragraph(self, element: _Element, line: int, stand: Stand, sheet: Sheet) -> SetParagraph:
        """The paragraph with its properties resolved; what element it is, others find out."""
        said, base = self.cascade.paragraph(element)
        runs = tuple(self._stretches(element, base))
        words = "".join(run.text for run in runs)
        size = most_of(runs).size if words.strip() else _stretch("", base).size
        grid = said.get("snap", "on") == "on"
        return SetParagraph(
            Text.at_place(words, self.file, line),
            "",
            runs,
            sheet,
            stand,
            _align(said),
            _first(said, size),
            _side(said, "left", size),
            _side(said, "right", size),
            _pitch(said, sheet.pitch if grid and size * 10 * _NATURAL <= sheet.pitch else 0),
            _between(said),
            _stroke(said),
        )

    def _stretches(self, element: _Element, base: Said) -> Iterator[Stretch]:
        before: _Element | None = None
        look = base
        for piece in stretches(element):
            run = next(piece.element.iterancestors(f"{W}r"), None)
            if run is not None and run is not before:
                look, before = self.cascade.run(run, base), run
            yield _stretch(piece.text, look)


def _stretch(text: str, said: Said) -> Stretch:
    colour = said.get("colour", "auto").upper()
    return Stretch(
        text,
        said.get("font", ""),
        max(1, _number(said, "size", 20)),
        said.get("bold") == "on",
        "" if colour.lower() in _BLACK else colour,
        _number(said, "spacing"),
    )


def _align(said: Said) -> str:
    """A frame's place across the page, or the paragraph's own alignment."""
    alignment = said.get("frame.xAlign") or said.get("align", "left")
    return _ALIGNMENTS.get(alignment, alignment)


def _first(said: Said, size: int) -> float:
    """The first line's indent in characters of the paragraph's size; Word trusts characters before lengths."""
    for name, sign in (("hanging", -1), ("firstLine", 1)):
        characters = _number(said, f"ind.{name}Chars")
        if characters:
            return sign * characters / 100
        if _number(said, f"ind.{name}") and f"ind.{name}Chars" not in said:
            return sign * _number(said, f"ind.{name}") / (size * 10)
    return 0.0


def _side(said: Said, name: str, size: int) -> int:
    characters = _number(said, f"ind.{name}Chars")
    return round(characters * size / 10) if characters else _number(said, f"ind.{name}")


def _pitch(said: Said, grid: int) -> int | None:
    """The distance of lines where it is given: an exact one, or so many lines of the page's grid."""
    line, kind = _number(said, "spacing.line", 240), said.get("spacing.lineRule", "auto")
    if kind == "exact":
        return line
    if not grid:
        return None
    return round(grid * line / 240) if kind == "auto" else max(grid, line)


def _between(said: Said) -> int:
    """The blank above and below; lines of blank are counted as 12 points."""
    lengths = sum(_number(said, f"spacing.{side}") for side in ("before", "after"))
    lines = sum(_number(said, f"spacing.{side}Lines") for side in ("before", "after"))
    return round(lines * 2.4) if lines else lengths


def _stroke(said: Said) -> Stroke | None:
    for side in ("below", "above"):
        if said.get(f"{side}.val", "none") not in ("none", "nil"):
            return Stroke(_number(said, f"{side}.sz"), said.get(f"{side}.color", "auto").upper())
    return None


def _number(said: Mapping[str, str], name: str, otherwise: int = 0) -> int:
    return number(said, name, otherwise)


def _is_contents(element: _Element) -> bool:
    return "contents" in value(element, "w:sdtPr/w:docPartObj/w:docPartGallery").lower()
