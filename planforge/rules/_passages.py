"""A document as passages of running text, and which of them hold a character: rules look only where they may find."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planforge.model import Attachment, Document, Task, Text

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text and where it belongs: a task, or the name of another part (标题, 导语).

    A label (a heading, a time limit, a unit beside the text) is no sentence and needs no stop.
    """

    text: Text
    at: Task | str
    is_label: bool = False

    @property
    def value(self) -> str:
        return self.text.value


def passages_of(document: Document) -> tuple[Passage, ...]:
    """All running text of the document in reading order, each place once; empty stretches are left out.

    A reader may give a stretch two parts to play (the 主送机关 of a document and of its notice).
    """
    places = {(p.text.value, p.text.at(0)): p for p in reversed(tuple(_passages(document))) if p.text.value}
    return tuple(reversed(places.values()))


class PassageIndex:
    """For each character the passages that hold it, so that most patterns never run over most of a document."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._holders: dict[str, list[int]] = {}
        for number, passage in enumerate(passages):
            for character in set(passage.value):
                self._holders.setdefault(character, []).append(number)

    def naming(self, words: Iterable[str]) -> tuple[tuple[Passage, ...], tuple[str, ...]]:
        """The passages that hold any of the words, in reading order, and those of the words that are there."""
        numbers: set[int] = set()
        named = []
        for word in words:
            holders = self._with(word)
            if holders:
                numbers.update(holders)
                named.append(word)
        return tuple(self._passages[number] for number in sorted(numbers)), tuple(named)

    def _with(self, word: str) -> list[int]:
        rarest = min((self._holders.get(character, []) for character in word), key=len, default=[])
        if len(word) == 1:
            return rarest
        return [number for number in rarest if word in self._passages[number].value]


def _passages(document: Document) -> Iterator[Passage]:
    if document.notice:
        yield Passage(document.notice.title, "印发通知标题", is_label=True)
        yield Passage(document.notice.recipients, "印发通知主送机关")
        yield Passage(document.notice.text, "印发通知正文")
    yield Passage(document.title, "标题", is_label=True)
    yield Passage(document.issued_text, "成文日期", is_label=True)
    yield Passage(document.recipients, "主送机关")
    yield Passage(document.preamble, "导语")
    for task in document.walk():
        yield from _task_passages(task)
    for attachment in document.attachments:
        yield from _attachment_passages(attachment)


def _task_passages(task: Task) -> Iterator[Passage]:
    yield Passage(task.heading, task, is_label=True)
    yield Passage(task.text, task)
    yield Passage(task.closing, task)
    for beside in (*task.units, *(deadline.text for deadline in task.deadlines)):
        if not (stands_in(beside, task.text) or stands_in(beside, task.closing)):
            yield Passage(beside, task, is_label=True)


def lists_of(document: Document) -> Iterator[Passage]:
    """The closing unit lists as they are printed, with brackets and labels; of passages they hold the names alone."""
    for task in document.walk():
        yield from (Passage(words, task, is_label=True) for words in task.lists)
    for attachment in document.attachments:
        for task in attachment.walk():
            yield from (Passage(words, _name(attachment), is_label=True) for words in task.lists)


def stands_in(part: Text, whole: Text) -> bool:
    """Whether `part` was found within `whole`, and not written out beside it."""
    span = whole.span()
    return bool(whole.value) and span.start <= part.at(0) < span.end


def sentences(text: Text) -> Iterator[Text]:
    """The sentences of a text, their stops with them; parts closed by ； count as one each."""
    for match in _SENTENCE.finditer(text.value):
        sentence = text.slice(match.start(), match.end()).strip()
        if sentence.value:
            yield sentence


def _attachment_passages(attachment: Attachment) -> Iterator[Passage]:
    name = _name(attachment)
    yield Passage(attachment.title, name, is_label=True)
    for task in attachment.walk():
        for passage in _task_passages(task):
            yield Passage(passage.text, name, passage.is_label)


def _name(attachment: Attachment) -> str:
    return f"附件“{attachment.title.value}”" if attachment.title.value else "附件"
