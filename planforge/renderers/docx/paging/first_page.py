"""Page 1: how large the mark and how wide apart lines and characters are, so that no signature stands alone.

GB/T 9704-2012 wants body text on page 1 (7.3.3) and forbids a page with nothing but seal and date; its own remedy is to
adjust the spaces between lines and characters (7.3.5.3), and it leaves the size of the mark free (7.2.4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from planforge.model import Document, Text
from planforge.renderers._wording import addressed
from planforge.renderers.docx import letter, mark
from planforge.renderers.docx.measuring import lines
from planforge.renderers.docx.paging.standing import Notice, Opening
from planforge.renderers.docx.title import pitch, title_lines
from planforge.styles import Style

#: Lines of body text that page 1 keeps, whatever stands above them, as long as nothing else has to give.
_BODY_LINES = 2
#: How far a line pitch may be adjusted before lines touch or fall apart, in per cent of the profile's.
_TIGHTEST, _WIDEST = 62, 140
#: What a change of the pitch or of the mark's size costs: 1.0 is as far as either should go, in parts of the usual.
_TIGHTER, _WIDER, _SMALLER, _LARGER = 0.16, 0.4, 0.5, 0.8
#: A mark no larger than the title (half-points) is a last resort; so are characters that are spaced out.
_TITLE_SIZE = 44
_SPACED = 1.5
#: Recipients in more lines than these are many.
_MANY_RECIPIENTS = 4
#: Several paragraphs are left as they are where the remedy would cost more: the last one then goes with the signature.
_DEAR = 0.6
#: What the lines of page 1 leave free at least, in twips: programs round.
_SPARE = 20
#: Characters that the second line of a text has at least that is spaced out to have one, and the steps (twips) in
#: which that is tried.
_SECOND_LINE, _STEP, _MOST_STEPS = 3, 10, 80


@dataclass(frozen=True, slots=True)
class Fit:
    """What the lines of the mark may take, and the pitch of page 1's lines, blank ones included, in twips.

    `spacing` is what the text's characters have between them beyond their width, None as the profile says. The last of
    several paragraphs is `joined` to the signature where a page holds both and it doesn't reach there by itself:
    LibreOffice moves it as a whole.
    """

    room: int
    line: int
    spacing: int | None = None
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """The paragraphs of a text, and how many lines stand behind them that need some of it on their page.

    The signature and, before it, the 附件说明 are no text (GB/T 9704-2012, 7.3.3 to 7.3.5).
    """

    text: Sequence[str]
    end: int


@dataclass(frozen=True, slots=True)
class _Choice:
    """A way to set page 1: the cost, the fit, what its mark takes (twips), and the lines below it."""

    cost: float
    fit: Fit
    mark: int
    said: Notice | Opening


@dataclass(frozen=True, slots=True)
class _Mark:
    """A size of the mark: the cost, the room that gives it, and what its lines take, in twips."""

    cost: float
    room: int
    taken: int


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to set the lines below the mark: the cost, their pitch, the text's spacing (twips), and their number."""

    cost: float
    line: int
    spacing: int | None
    said: Notice | Opening


@dataclass(frozen=True, slots=True)
class _Page:
    """Page 1 of that depth (twips), and what a choice may leave of it to recipients, text and signature."""

    depth: int
    rests: Sequence[Callable[[_Choice], int]]

    def stands(self, choice: _Choice) -> bool:
        """Whether no signature stands alone, however page 1 turns out."""
        return all(choice.said.stands(rest(choice), choice.fit.line, self.depth) for rest in self.rests)

    def shows(self, choice: _Choice) -> bool:
        """Whether page 1 has text, however it turns out."""
        return all(choice.said.shows(rest(choice), choice.fit.line) for rest in self.rests)

    def carried(self, choice: _Choice) -> list[int]:
        """How many lines of text the signature's page has behind page 1, in each of the ways that this may turn out."""
        return [choice.said.carried(rest(choice), choice.fit.line, self.depth) for rest in self.rests]

    def settles(self, choice: _Choice) -> bool:
        """As `stands`, even if the signature's page has a line more or less than is counted."""
        return all(choice.said.settles(rest(choice), choice.fit.line, self.depth) for rest in self.rests)


def crowded(document: Document, title: Text, recipients: Text, style: Style) -> bool:
    """Whether so many recipients leave no room for text on page 1, below a mark as large as the title (7.3.2)."""
    before = _recipient_lines(recipients, style)
    if before <= _MANY_RECIPIENTS:
        return False
    taken = letter.UNSURE if style.form == "信函" else _least_mark(document, style)
    return _free(document, title, style)(style.line) - taken < (before + 1) * style.line


def _least_mark(document: Document, style: Style) -> int:
    """What the mark takes that is as large as the title, or the largest where none is, in twips."""
    *_, largest = sizes = list(mark.rooms(document, style))
    room = next((room for size, room in sizes if size >= _TITLE_SIZE), largest[1])
    return mark.mark_height(document, style, room)


def fit(document: Document, title: Text, recipients: Text | None, body: Said, style: Style) -> Fit:
    """How to set page 1 of a document whose text is these paragraphs and whose signature follows them.

    Recipients that stand in the 版记 are None. Without paragraphs a plan's sections follow, and the signature is far
    away. The profile's pitch and the largest mark that leaves room for text, unless the signature would stand alone or
    the mark be smaller than the title: then the least change with which it doesn't.
    """
    empty = _free(document, title, style)
    before = _recipient_lines(recipients, style)
    said = _said(before, body, style)
    usual = _usual(document, empty(style.line) - (before + _BODY_LINES) * style.line, style, said)
    page = _Page(style.page.depth, [_rest(empty, style, less) for less in _spared(style)])
    holds = page.settles if _joins(usual, body, style) else page.stands
    if holds(usual) and not _is_tiny(document, usual, style):
        return _joined(usual, body, style, page)
    return _joined(_changed(document, usual, body, style, page) or usual, body, style, page)


def _changed(document: Document, usual: _Choice, body: Said, style: Style, page: _Page) -> _Choice | None:
    """The least change with which no signature stands alone; where that is too dear, one with which page 1 has text."""
    ways = sorted(_ways(usual.said, body.text, style), key=lambda way: way.cost)
    marks = sorted(_marks(document, usual, style), key=lambda way: way.cost)
    joins = _joins(usual, body, style)
    found = _cheapest(marks, ways, page.settles if joins else page.stands)
    if found and (found.cost <= _DEAR or not joins):
        return found
    return usual if page.shows(usual) else _cheapest(marks, ways, page.shows)


def _joins(choice: _Choice, body: Said, style: Style) -> bool:
    """Whether the text's last paragraph may go with the signature; page 1 needs a single one."""
    together = _body_lines(body.text[-1:], style) + body.end
    return len(body.text) > 1 and together * choice.fit.line <= style.page.depth


def _joined(choice: _Choice, body: Said, style: Style, page: _Page) -> Fit:
    """The fit, and whether the text's last paragraph goes with the signature: not where it reaches its page itself."""
    carried = page.carried(choice)
    reaches = page.settles(choice) and 0 < max(carried) < _body_lines(body.text[-1:], style)
    return replace(choice.fit, joined=_joins(choice, body, style) and not reaches)


def _cheapest(marks: Sequence[_Mark], ways: Sequence[_Way], holds: Callable[[_Choice], bool]) -> _Choice | None:
    """The mark and the way to set what is below it that cost least of those that hold; both come by their costs."""
    best: _Choice | None = None
    for size in marks:
        for way in ways:
            if best and size.cost + way.cost >= best.cost:
                break
            fit = Fit(size.room, way.line, way.spacing)
            choice = _Choice(size.cost + way.cost, fit, size.taken, way.said)
            if holds(choice):
                best = choice
                break
    return best


def _said(before: int, body: Said, style: Style) -> Notice | Opening:
    if not body.text:
        return Opening(before, style.line * _BODY_LINES)
    return Notice(before, _body_lines(body.text, style), body.end)


def _spared(style: Style) -> tuple[int, ...]:
    """What page 1 may turn out to have less than is reckoned."""
    spare = letter.UNSURE if style.form == "信函" else _SPARE
    return (0, spare // 2, spare)


def _free(document: Document, title: Text, style: Style) -> Callable[[int], int]:
    """What of page 1 is left to mark, recipients, text and signature at a pitch of the blank lines."""
    height = letter.height if style.form == "信函" else mark.height
    titled = len(title_lines(title, style))

    def free(line: int) -> int:
        return style.page.depth - height(document, style, line) - titled * pitch(style, line) - line

    return free


def _rest(empty: Callable[[int], int], style: Style, less: int) -> Callable[[_Choice], int]:
    """What a choice leaves to recipients, text and signature where page 1 has `less` twips than is reckoned."""
    free = {line: empty(line) - less for _, line in pitches(style)}
    return lambda choice: free[choice.fit.line] - choice.mark


def _usual(document: Document, room: int, style: Style, said: Notice | Opening) -> _Choice:
    taken = 0 if style.form == "信函" else mark.mark_height(document, style, room)
    return _Choice(0.0, Fit(room, style.line), taken, said)


def _is_tiny(document: Document, choice: _Choice, style: Style) -> bool:
    """Whether a choice's mark is smaller than the title although the profile has it larger."""
    usual = min(_TITLE_SIZE, style.mark.size)
    return style.form != "信函" and mark.mark_size(document, style, choice.fit.room) < usual


def _ways(said: Notice | Opening, text: Sequence[str], style: Style) -> Iterator[_Way]:
    """Pitches and, for a text of one line, spaces between its characters, with what they cost."""
    texts = [_Way(0.0, style.line, None, said), *_spaced_out(said, text, style)]
    for dear, line in pitches(style):
        yield from (replace(each, cost=each.cost + dear, line=line) for each in texts)


def _marks(document: Document, usual: _Choice, style: Style) -> Iterator[_Mark]:
    """The marks that there may be; a letter's stands in the header."""
    if style.form == "信函":
        yield _Mark(0.0, usual.fit.room, 0)
        return
    natural = max(mark.mark_size(document, style, usual.fit.room), min(_TITLE_SIZE, style.mark.size))
    for size, room in mark.rooms(document, style):
        change = size / natural - 1
        cost = max(change / _LARGER, -change / _SMALLER) + (size < min(natural, _TITLE_SIZE))
        yield _Mark(cost, room, mark.mark_height(document, style, room))


def pitches(style: Style) -> Iterator[tuple[float, int]]:
    """The pitches (twips) that there may be, with what they cost."""
    for per_cent in range(_TIGHTEST, _WIDEST + 1):
        change = per_cent / 100 - 1
        yield max(change / _WIDER, -change / _TIGHTER), style.line * per_cent // 100


def _spaced_out(said: Notice | Opening, text: Sequence[str], style: Style) -> Iterator[_Way]:
    """A text of one line set in two, for one can't stand on both pages."""
    if not isinstance(said, Notice) or said.body != 1:
        return
    usual = style.body.spacing
    for spacing in range(usual, usual + _MOST_STEPS * _STEP, _STEP):
        broken = lines.broken(text[0], replace(style.body, spacing=spacing), style.page.measure, 2 * style.body.width)
        if len(broken) == 2 and len(broken[1]) >= _SECOND_LINE:
            cost = _SPACED + (spacing - usual) / style.body.width
            yield _Way(cost, style.line, spacing, replace(said, body=2))
            return


def _recipient_lines(recipients: Text | None, style: Style) -> int:
    if recipients is None:
        return 0
    return lines.count(addressed(recipients), style.body, style.page.measure)


def _body_lines(text: Sequence[str], style: Style) -> int:
    return sum(lines.count(words, style.body, style.page.measure, 2 * style.body.width) for words in text)
