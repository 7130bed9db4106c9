"""A title in lines: centred lines that form a trapezoid or a diamond and never tear a word (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from planforge.model import Text
from planforge.ooxml.parts import stylesheet
from planforge.ooxml.parts.paragraphs import Layout, paragraph
from planforge.ooxml.parts.runs import run
from planforge.renderers._wording import BLANK_NAME
from planforge.renderers.docx.measuring.widths import width
from planforge.renderers.docx.measuring.words import split
from planforge.styles import Style

#: The least blank below a title, in tenths of a line.
_LEAST_BELOW = 6
#: How far from where lines of one length would end they may, in characters.
_SLACK = 6.0
#: Longer titles are cut line by line: trying every shape would take too long, and nobody writes them.
_SHAPED, _MOST_LINES = 120, 9


def title(text: Text, style: Style, line: int | None = None) -> list[str]:
    """One paragraph, its lines broken by hand, so that the navigation pane and other programs see one title.

    `line` is the pitch of a page that is set tighter than usual; the title's follows.
    """
    layout = Layout(line=pitch(style, line)) if line else Layout()
    return [paragraph(stylesheet.TITLE, run("\n".join(title_lines(text, style)), style.title), layout)]


def pitch(style: Style, line: int) -> int:
    """The line pitch of a title above text at that pitch, in twips: tighter as the text is, never wider."""
    return min(style.title_line, style.title_line * line // style.line)


def on_new_page(text: Text, style: Style) -> list[str]:
    """A title with the blank lines above and below it that bring the text below back onto the page's 22 lines."""
    taken = style.line + len(title_lines(text, style)) * style.title_line
    below = -(taken + _LEAST_BELOW * style.line // 10) % style.line + _LEAST_BELOW * style.line // 10
    return [*title(text, style), paragraph(stylesheet.SPACER, "", Layout(line=below))]


def title_lines(text: Text, style: Style) -> list[str]:
    """The lines of a title on the profile's page; room to write in where there is none."""
    return lines(text.value, style.page.measure / style.title.width - 1) or [BLANK_NAME]


def lines(words: str, most: float) -> list[str]:
    """The title's lines, none wider than `most` full-width characters. Line breaks of the author's own are kept."""
    given = [line.strip() for line in words.splitlines() if line.strip()]
    return [line for part in given for line in (_shape(part, most) if len(given) == 1 else _fill(split(part), most))]


def _shape(title: str, most: float) -> list[str]:
    if width(title) <= most:
        return [title]
    pieces = [part for piece in split(title) for part in _cut(piece, most)]
    least = -int(-width(title) // most)
    if len(pieces) > _SHAPED or least > _MOST_LINES:
        return _fill(pieces, most)
    choices = [lines for count in (least, least + 1) for lines in _ways(pieces, count, most)]
    return min(choices, key=_cost) if choices else _fill(pieces, most)


def _ways(pieces: Sequence[str], count: int, most: float) -> Iterable[list[str]]:
    """All ways to set the pieces in `count` lines that fit; only cuts near where a line may end are tried."""
    ends = list(accumulate(width(piece) for piece in pieces))
    near = [
        [place for place, end in enumerate(ends[:-1], 1) if abs(end - ends[-1] * cut / count) <= _SLACK]
        for cut in range(1, count)
    ]
    return _cuts(pieces, 0, [*near, [len(pieces)]], most)


def _cuts(pieces: Sequence[str], start: int, near: Sequence[Sequence[int]], most: float) -> Iterator[list[str]]:
    """The lines from piece `start` on, each of which ends at one of its places and fits."""
    ends, *others = near
    for end in ends:
        line = "".join(pieces[start:end]).strip()
        if not line or width(line) > most:
            continue
        if not others:
            yield [line]
        else:
            yield from ([line, *rest] for rest in _cuts(pieces, end, others, most))


def _cost(lines: Sequence[str]) -> float:
    """Low for a trapezoid or diamond of few, not too unequal lines; 的 begins no line unless it begins 的通知."""
    widths = [width(line) for line in lines]
    longest, shortest = max(widths), min(widths)
    unequal = (longest - shortest) / longest
    return (
        4.0 * (len(lines) - 2)
        + (0.0 if _is_shapely(widths) else 6.0)
        + (8.0 if longest - shortest < 2 else 0.0)
        + 6.0 * max(0.0, unequal - 0.35)
        + 2.0 * unequal
        + sum(1.5 for line in lines[1:] if line.startswith("的"))
        + sum(3.0 for line in lines if line[-1] in "和与及暨")
        + sum(1.0 for line in lines if line[-1] == "、")
        + sum(2.5 for line in lines[:-1] if _just_opened(line))
        + sum(1.2 for line in lines[:-1] if line[-1] in "省市县区")
        + sum(3.0 for line in lines for mark in line if mark in " \u3000")  # a blank between organs: turn over there
    )


def _just_opened(line: str) -> bool:
    """Whether the line ends within few characters of a 《 that it leaves open."""
    opened = line.rpartition("《")
    return bool(opened[1]) and "》" not in opened[2] and width(opened[2]) < 6


def _is_shapely(widths: Sequence[float]) -> bool:
    """Widths that rise, fall, or rise and then fall: no hourglass."""
    peak = widths.index(max(widths))
    rising = all(a <= b for a, b in pairwise(widths[: peak + 1]))
    falling = all(a >= b for a, b in pairwise(widths[peak:]))
    return rising and falling


def _fill(pieces: Iterable[str], most: float) -> list[str]:
    found = [""]
    for piece in (part for whole in pieces for part in _cut(whole, most)):
        if found[-1] and width(found[-1] + piece) > most:
            found.append("")
        found[-1] += piece
    return [line.strip() for line in found if line.strip()]


def _cut(piece: str, most: float) -> list[str]:
    """A piece that no line could hold, in pieces that fit."""
    if width(piece) <= most:
        return [piece]
    step = max(1, int(most))
    return [piece[i : i + step] for i in range(0, len(piece), step)]
