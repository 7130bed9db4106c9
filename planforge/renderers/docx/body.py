"""The text of a 公文: paragraphs, headings of four levels, and what closes a task (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from planforge.model import Task
from planforge.ooxml.parts import stylesheet
from planforge.ooxml.parts.paragraphs import Layout, paragraph
from planforge.ooxml.parts.runs import run
from planforge.renderers._wording import closing_text, level, own_text, run_in
from planforge.styles import Style

_NOT_IN_NAMES = re.compile(r"\W")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the table of contents lists: its level, its words and the bookmark that it lies in."""

    level: int
    words: str
    mark: str


@dataclass(slots=True)
class Body:
    """Sets nodes as paragraphs. Bookmarks name every node by its id, so that a file can be held against its plan.

    `headings` has those set so far that a table of contents lists.
    """

    style: Style
    marks: set[str] = field(default_factory=set)
    headings: list[Heading] = field(default_factory=list)

    def nodes(self, nodes: Iterable[Task], depth: int = 1) -> Iterator[str]:
        """The nodes and all below them, in reading order."""
        for node in nodes:
            yield from self._node(node, depth)

    def _node(self, node: Task, depth: int) -> Iterator[str]:
        printed = node.marker
        rank = level(printed, depth)
        own = own_text(node)
        if node.heading.value and self._runs_in(node, rank, depth, own):
            yield self._run_in(node, printed, rank, own[:1])
            own = own[1:]
        elif node.heading.value:
            yield self._heading(node, printed, rank)
        elif printed and own:
            own[0] = printed + own[0]
        yield from (self.text(line) for line in own)
        yield from self.nodes(node.tasks, depth + 1)
        yield from (self.text(line) for line in closing_text(node))

    def text(self, line: str) -> str:
        """A paragraph of the body, two characters in."""
        return paragraph(stylesheet.BODY, run(line, self.style.body))

    def _runs_in(self, node: Task, rank: int, depth: int, own: Sequence[str]) -> bool:
        return depth > 1 and rank in self.style.run_in and not node.tasks and bool(own)

    def _heading(self, node: Task, printed: str, rank: int) -> str:
        words = run(printed + node.heading.value, self.style.levels[rank - 1])
        return paragraph(stylesheet.heading(rank), self._marked(node, self._listed(words, node, printed, rank)))

    def _run_in(self, node: Task, printed: str, rank: int, text: Sequence[str]) -> str:
        words = printed + run_in(node, text)
        head = run(words, self.style.levels[rank - 1], stylesheet.run_in(rank))
        marked = self._marked(node, self._listed(head, node, printed, rank))
        return paragraph(stylesheet.BODY, marked + run("".join(text), self.style.body))

    def _listed(self, content: str, node: Task, printed: str, rank: int) -> str:
        """A heading in the bookmark that the table of contents refers to, where it lists that level."""
        if rank not in self.style.contents:
            return content
        name = f"_Toc{len(self.headings) + 1:08d}"
        self.headings.append(Heading(rank, printed + node.heading.value, name))
        return self._bookmarked(content, name)

    def _marked(self, node: Task, content: str) -> str:
        name = _NOT_IN_NAMES.sub("_", f"item_{node.id}")[:40]
        return content if not node.id or name in self.marks else self._bookmarked(content, name)

    def _bookmarked(self, content: str, name: str) -> str:
        self.marks.add(name)
        number = len(self.marks)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


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
