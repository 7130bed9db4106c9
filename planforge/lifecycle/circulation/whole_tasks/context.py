"""Paragraphs that somebody wrote for a place in the plan → the sections or tasks that the importer takes them for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planforge.importers.reader import read
from planforge.model import Document, Layout, Paragraph, Section, Task, Text
from planforge.renderers._wording import own_text, run_in
from planforge.text.numbering import format_marker, leading_marker, style_of_depth


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is to stand: `above` are the section and the tasks that hold it, outermost first; `beside` is
    one that stands or stood there, None where nothing does.
    """

    above: tuple[Task, ...] = ()
    beside: Task | None = None


def place_in(document: Document, home: Task | None, beside: Task | None = None) -> Place:
    """The place below `home` (None: among the sections), with one of those that stand there for an example."""
    above = next((path for path in _paths(document.sections) if path[-1] is home), ()) if home else ()
    there: Sequence[Task] = home.tasks if home else document.sections
    return Place(above, beside or next(iter(there), None))


def read_at(document: Document, place: Place, paragraphs: Sequence[str]) -> Document | None:
    """A document whose one section, or whose innermost task, holds what the paragraphs say at that place.

    None where the importer wouldn't take all of them for sections or tasks of that very place.
    """
    context = list(_context(place))
    lines = [_title(document), *context, *_numbered(place, paragraphs)]
    texts = (Text.at_place(words, "意见", turn) for turn, words in enumerate(lines, 1))
    found = read(Layout("意见", tuple(map(Paragraph, texts)))).document
    return found if _fits(found, place, len(context) + 1) else None


def new_nodes(found: Document, place: Place) -> tuple[Task, ...]:
    """What `read_at` found at the place, without the example that stood there."""
    nodes: Sequence[Task] = found.sections
    for _ in place.above:
        nodes = nodes[0].tasks
    return tuple(nodes[1 if place.beside else 0 :])


def _context(place: Place) -> Iterator[str]:
    """The lines that tell the reader how deep the place is, and what its neighbours look like."""
    for node in place.above:
        yield node.marker + node.heading.value
    if place.beside is not None:
        yield _line(place.beside)
        first = next(iter(place.beside.tasks), None)
        if isinstance(place.beside, Section) and first is not None:
            yield _line(first)


def _line(node: Task) -> str:
    words = own_text(node)[:1]
    if not words or isinstance(node, Section):
        return node.marker + (node.heading.value or "".join(words))
    return node.marker + run_in(node, words) + words[0]


def _title(document: Document) -> str:
    title, year = document.title.value, document.year
    return title if title and (year is None or str(year) in title) else f"{year or ''}年工作要点"


def _numbered(place: Place, paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs with a number before the first, where nobody wrote one."""
    words = [each.strip() for each in paragraphs if each.strip()]
    if not words or leading_marker(words[0]):
        return words
    example = leading_marker(place.beside.marker) if place.beside is not None else None
    style = example.style if example else style_of_depth(len(place.above) + 1)
    return [format_marker(style, (example.number if example else 0) + 1) + words[0], *words[1:]]


def _fits(found: Document, place: Place, context: int) -> bool:
    """Whether the reader saw the place as it is, and nothing new anywhere else."""
    nodes: Sequence[Task] = found.sections
    for node in place.above:
        if len(nodes) != 1 or nodes[0].heading.value != node.heading.value or _ends(nodes[0], context):
            return False
        nodes = nodes[0].tasks
    old = nodes[:1] if place.beside else ()
    new = nodes[len(old) :]
    if found.preamble.value or not new or any(_ends(each, context) for node in old for each in node.walk()):
        return False
    return all(node.line > context for node in new) and all(node.line <= context for node in old)


def _ends(node: Task, context: int) -> bool:
    """Whether a node of the context took in any of the new paragraphs."""
    texts = (node.heading, node.text, node.closing, *node.units, *(each.text for each in node.deadlines))
    return any(anchor.line > context for text in texts for anchor in text.anchors)


def _paths(nodes: Sequence[Task], above: tuple[Task, ...] = ()) -> Iterator[tuple[Task, ...]]:
    for node in nodes:
        yield (*above, node)
        yield from _paths(node.tasks, (*above, node))
