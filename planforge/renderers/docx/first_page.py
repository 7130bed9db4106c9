"""Page 1: how large the mark and how wide apart the lines are, so that no signature stands alone.

GB/T 9704-2012 wants body text on page 1 (7.3.3) and forbids a page with nothing but seal and date; its own remedy is to
adjust the line pitch (7.3.5.3), and it leaves the size of the mark free (7.2.4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from planforge.model import Document, Text
from planforge.renderers._wording import addressed
from planforge.renderers.docx import letter, lines, mark, signature
from planforge.renderers.docx.title import pitch, title_lines
from planforge.styles import Style

#: Lines of body text that page 1 keeps, whatever stands above them, as long as nothing else has to give.
_BODY_LINES = 2
#: How far a line pitch may be adjusted before it looks like a mistake, in per cent of the profile's.
_TIGHTEST, _WIDEST = 70, 140
#: What a change of the pitch or of the mark's size costs: 1.0 is as far as either should go, in parts of the usual.
_TIGHTER, _WIDER, _SMALLER, _LARGER = 0.16, 0.4, 0.5, 0.8
#: A mark no larger than the title (half-points) is a last resort.
_TITLE_SIZE = 44
#: Several paragraphs are left as they are where the remedy would cost more: the last one then goes with the signature.
_DEAR = 0.6
#: What the lines of page 1 leave free at least, in twips: programs round.
_SPARE = 20


@dataclass(frozen=True, slots=True)
class Fit:
    """What the lines of the mark may take, and the pitch of page 1's lines, blank ones included, in twips."""

    room: int
    line: int


@dataclass(frozen=True, slots=True)
class _Lines:
    """How many lines recipients, text and signature take."""

    before: int
    body: int
    end: int

    def stand(self, free: int, line: int, depth: int) -> bool:
        """Whether page 1 shows body text and the page of the signature does, `free` twips of page 1 being theirs."""
        first, page = free // line, depth // line
        if first < self.before + 1:
            return False
        rest = self.before + self.body - first
        if rest <= 0:
            return rest + self.end <= 0
        return (rest - 1) % page + 1 + self.end <= page


@dataclass(frozen=True, slots=True)
class _Choice:
    """A way to set page 1: the cost, the fit, and what its mark takes (twips)."""

    cost: float
    fit: Fit
    mark: int


def fit(document: Document, title: Text, recipients: Text, text: Sequence[str], style: Style) -> Fit:
    """How to set page 1 of a document whose text is these paragraphs and whose signature follows them.

    The profile's pitch and the largest mark that leaves room for text, unless the signature would stand alone: then the
    least change of either with which it doesn't.
    """
    said = _Lines(_recipient_lines(recipients, style), _body_lines(text, style), signature.lines(document, style))
    empty = _free(document, title, style)
    spare = letter.UNSURE if style.form == "信函" else _SPARE
    usual = _usual(document, empty(style.line) - (said.before + _BODY_LINES) * style.line, style)

    def stands(choice: _Choice) -> bool:
        free, line = empty(choice.fit.line) - choice.mark, choice.fit.line
        return all(said.stand(free - less, line, style.page.depth) for less in (0, spare // 2, spare))

    if stands(usual):
        return usual.fit
    choices = sorted(_choices(document, usual, style), key=lambda choice: choice.cost)
    found = next(filter(stands, choices), usual)
    return usual.fit if len(text) > 1 and found.cost > _DEAR else found.fit


def _free(document: Document, title: Text, style: Style) -> Callable[[int], int]:
    """What of page 1 is left to mark, recipients, text and signature at a pitch of the blank lines."""
    height = letter.height if style.form == "信函" else mark.height
    titled = len(title_lines(title, style))

    def free(line: int) -> int:
        return style.page.depth - height(document, style, line) - titled * pitch(style, line) - line

    return free


def _usual(document: Document, room: int, style: Style) -> _Choice:
    taken = 0 if style.form == "信函" else mark.mark_height(document, style, room)
    return _Choice(0.0, Fit(room, style.line), taken)


def _choices(document: Document, usual: _Choice, style: Style) -> Iterator[_Choice]:
    """Marks and pitches with what they cost."""
    pitches = [(_pitch_cost(per), style.line * per // 100) for per in range(_TIGHTEST, _WIDEST + 1)]
    for cost, room, taken in _marks(document, usual, style):
        yield from (_Choice(cost + dear, Fit(room, line), taken) for dear, line in pitches)


def _marks(document: Document, usual: _Choice, style: Style) -> Iterator[tuple[float, int, int]]:
    """Costs, rooms and heights of the marks that there may be; a letter's stands in the header."""
    if style.form == "信函":
        yield 0.0, usual.fit.room, 0
        return
    natural = mark.mark_size(document, style, usual.fit.room)
    for size, room in mark.rooms(document, style):
        change = size / natural - 1
        cost = max(change / _LARGER, -change / _SMALLER) + (size < min(natural, _TITLE_SIZE))
        yield cost, room, mark.mark_height(document, style, room)


def _pitch_cost(per_cent: int) -> float:
    change = per_cent / 100 - 1
    return max(change / _WIDER, -change / _TIGHTER)


def _recipient_lines(recipients: Text, style: Style) -> int:
    return lines.count(addressed(recipients), style.body, style.page.measure)


def _body_lines(text: Sequence[str], style: Style) -> int:
    return sum(lines.count(words, style.body, style.page.measure, 2 * style.body.width) for words in text)
