"""What a rule may look at: the document as a whole and as passages of text, its coverage, the roster, options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from planforge.model import Attachment, Diagnostic, Document, InputError, Roster, Task, Text, Trace
from planforge.model.pages import Pages
from planforge.rules._rule import Rule, RuleSelection

if TYPE_CHECKING:
    from planforge.styles import Style


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


@dataclass(frozen=True, slots=True)
class Printed:
    """How a Word file is set, and the style profile that it should follow."""

    pages: Pages
    style: Style


@dataclass(frozen=True)
class RuleContext:
    """The input of every rule. `trace` and `roster` are None where nothing was given to compare with.

    `printed` is None for what isn't a Word file.
    """

    document: Document
    trace: Trace | None = None
    roster: Roster | None = None
    selection: RuleSelection = field(default_factory=RuleSelection)
    found: tuple[Diagnostic, ...] = ()
    printed: Printed | None = None

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All running text of the document in reading order, each place once; empty stretches are left out.

        A reader may give a stretch two parts to play (the 主送机关 of a document and of its notice).
        """
        places = {(p.text.value, p.text.at(0)): p for p in reversed(tuple(_passages(self.document))) if p.text.value}
        return tuple(reversed(places.values()))

    def option(self, rule: Rule, name: str) -> object:
        """The user's value of an option, or the rule's default."""
        return self.selection.options.get(rule.code, {}).get(name, rule.options[name])

    def number(self, rule: Rule, name: str) -> float:
        """An option that is a number."""
        value = self.option(rule, name)
        try:
            return float(str(value))
        except ValueError:
            raise _wrong(rule, name, "数字") from None

    def words(self, rule: Rule, name: str) -> tuple[str, ...]:
        """An option that is a list of words; one word may stand alone."""
        value = self.option(rule, name)
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list | tuple):
            raise _wrong(rule, name, "一个词或者一列词")
        return tuple(map(str, value))

    def pairs(self, rule: Rule, name: str) -> dict[str, str]:
        """An option that maps one word to another."""
        value = self.option(rule, name)
        if not isinstance(value, Mapping):
            raise _wrong(rule, name, "“误: 正”这样的对照")
        return {str(key): str(word) for key, word in value.items()}


def _wrong(rule: Rule, name: str, wanted: str) -> InputError:
    return InputError(f"设置里规则 {rule.code} 的选项“{name}”应当是{wanted}。")


def _passages(document: Document) -> Iterator[Passage]:
    if document.notice:
        yield Passage(document.notice.title, "印发通知标题", is_label=True)
        yield Passage(document.notice.recipients, "印发通知主送机关")
        yield Passage(document.notice.text, "印发通知正文")
    yield Passage(document.title, "标题", is_label=True)
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


def stands_in(part: Text, whole: Text) -> bool:
    """Whether `part` was found within `whole`, and not written out beside it."""
    span = whole.span()
    return bool(whole.value) and span.start <= part.at(0) < span.end


def _attachment_passages(attachment: Attachment) -> Iterator[Passage]:
    name = f"附件“{attachment.title.value}”" if attachment.title.value else "附件"
    yield Passage(attachment.title, name, is_label=True)
    for section in attachment.sections:
        for task in section.walk():
            for passage in _task_passages(task):
                yield Passage(passage.text, name, passage.is_label)
