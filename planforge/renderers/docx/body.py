"""The text of a 公文: paragraphs, headings of four levels, and what closes a task (GB/T 9704-2012, 7.3.3).

What no reader could tell from the words is told beside them, and changes no page: bookmarks say where an item begins
and which words are its heading, paragraph styles to which item further paragraphs belong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from planforge.model import Task
from planforge.ooxml.characters import items
from planforge.ooxml.parts import stylesheet
from planforge.ooxml.parts.paragraphs import Layout, paragraph
from planforge.ooxml.parts.runs import run
from planforge.renderers._wording import closing_text, level, own_text, run_in, targets_text
from planforge.renderers.docx.marks import Marks
from planforge.styles import Face, Style
from planforge.text.signs import leading_sign


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the table of contents lists: its level, its words and the bookmark that it lies in."""

    level: int
    words: str
    mark: str


@dataclass(slots=True)
class Body:
    """Sets nodes as paragraphs. Bookmarks name every node by its id, around its heading or the number alone.

    `headings` has those set so far that a table of contents lists.
    """

    style: Style
    marks: Marks = field(default_factory=Marks)
    headings: list[Heading] = field(default_factory=list)

    def preamble(self, lines: Iterable[str]) -> Iterator[str]:
        """The paragraphs above the first item, none of which is one."""
        return (paragraph(stylesheet.BODY, self._words("", line, self.style.body)) for line in lines)

    def nodes(self, nodes: Iterable[Task], depth: int = 1) -> Iterator[str]:
        """The nodes and all below them, in reading order."""
        for node in nodes:
            yield from self._node(node, depth)

    def _node(self, node: Task, depth: int) -> Iterator[str]:
        rank = level(node.marker, depth)
        own, closing, targets = own_text(node), closing_text(node), targets_text(node)
        above = "" if closing else targets
        if node.heading.value and not self._runs_in(node, rank, depth, own):
            yield self._heading(node, depth, rank)
        elif own:
            yield paragraph(stylesheet.BODY, self._first(node, depth, rank, own[0], "" if own[1:] else above))
            own = own[1:]
        yield from self._further(own, stylesheet.item(depth), above)
        yield from self.nodes(node.tasks, depth + 1)
        yield from self._further(closing, stylesheet.closing(depth), targets)

    def _further(self, lines: Sequence[str], sheet: str, targets: str) -> Iterator[str]:
        """Paragraphs of an item that another one began; the last may print its targets."""
        for turn, line in enumerate(lines, 1):
            told = targets if turn == len(lines) else ""
            yield paragraph(sheet, self._words("", line, self.style.body, targets=told))

    def _runs_in(self, node: Task, rank: int, depth: int, own: Sequence[str]) -> bool:
        return depth > 1 and rank in self.style.run_in and not node.tasks and bool(own)

    def _heading(self, node: Task, depth: int, rank: int) -> str:
        words = self._words(node.marker, node.heading.value, self.style.levels[rank - 1])
        return paragraph(stylesheet.heading(rank), self._marked(node, depth, self._listed(words, node, rank)))

    def _first(self, node: Task, depth: int, rank: int, text: str, targets: str) -> str:
        """The runs of a paragraph that begins an item, with the heading run in if there is one."""
        if not node.heading.value:
            return self._headless(node, depth, text, targets)
        face, sheet = self.style.levels[rank - 1], stylesheet.run_in(rank)
        head = self._words(node.marker, run_in(node, [text]), face, sheet)
        return self._marked(node, depth, self._listed(head, node, rank)) + self._text(text, self.style.body, targets)

    def _headless(self, node: Task, depth: int, text: str, targets: str) -> str:
        body, number = self.style.body, node.marker
        if not number:
            return self._marked(node, depth, "") + self._words("", text, body, targets=targets)
        shown = run(number, body)
        if leading_sign(number + text) != number:
            shown = self._opening(items.Opening(sign=number), shown)
        return self._marked(node, depth, shown) + self._text(text, body, targets)

    def _words(self, number: str, words: str, face: Face, sheet: str = "", targets: str = "") -> str:
        """The runs of a number, if any, and of words: told apart by a bookmark where readers would be wrong."""
        if targets and not number and words.startswith(targets):
            sentence = self._targets(self._words("", targets, face, sheet))
            return sentence + run(words[len(targets) :], face, sheet)
        line = number + words
        seen = leading_sign(line)
        if seen == number:
            return self._text(line, face, targets, sheet)
        size = len(number or seen)
        told = items.Opening(sign=number) if number else items.Opening(plain=seen)
        return self._opening(told, run(line[:size], face, sheet)) + self._text(line[size:], face, targets, sheet)

    def _text(self, words: str, face: Face, targets: str, sheet: str = "") -> str:
        """The runs of words, with a bookmark around the sentence in them that prints targets."""
        before, told, behind = words.rpartition(targets) if targets else (words, "", "")
        if not told:
            return run(words, face, sheet)
        return run(before, face, sheet) + self._targets(run(told, face, sheet)) + run(behind, face, sheet)

    def _targets(self, content: str) -> str:
        return self.marks.around(content, items.targets_name(self.marks.turn))

    def _opening(self, told: items.Opening, content: str) -> str:
        return self.marks.around(content, items.opening_name(told, self.marks.turn))

    def _listed(self, content: str, node: Task, rank: int) -> str:
        """A heading in the bookmark that the table of contents refers to, where it lists that level."""
        if rank not in self.style.contents:
            return content
        name = f"_Toc{len(self.headings) + 1:08d}"
        self.headings.append(Heading(rank, node.marker + node.heading.value, name))
        return self.marks.around(content, name)

    def _marked(self, node: Task, depth: int, content: str) -> str:
        headed = bool(node.heading.value)
        name = items.name(depth, headed, node.id)
        if name in self.marks:  # signs that names don't take made two ids one
            name = items.name(depth, headed, f"_{self.marks.turn}")
        return self.marks.around(content, name)


def text(
    words: Sequence[str], style: Style, line: int | None = None, signed: bool = False, spacing: int | None = None
) -> list[str]:
    """Paragraphs of running text, at a line pitch and with spaces between characters of its own if given (twips).

    The last of several stays with the signature that follows (`signed`); a single one may not, since page 1 needs it.
    """
    last = len(words) - 1
    face = style.body if spacing is None else replace(style.body, spacing=spacing)
    return [
        paragraph(stylesheet.BODY, run(word, face), Layout(line=line, keep_next=signed and 0 < i == last))
        for i, word in enumerate(words)
    ]
