"""What a rule may look at: the document as a whole and as passages of text, its coverage, the roster, options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from planforge.model import Citation, Diagnostic, DirectiveTrace, Document, InputError, Roster, Text, Trace
from planforge.model.pages import Pages
from planforge.rules._passages import Passage, PassageIndex, lists_of, passages_of, sentences
from planforge.rules._rule import Rule, RuleSelection
from planforge.text.citations import find

if TYPE_CHECKING:
    from planforge.coverage.findings.answers import Answers
    from planforge.styles import Style


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

    @property
    def directives(self) -> tuple[DirectiveTrace, ...]:
        """The superior documents that the plan was held against; none where there was nothing to compare with."""
        return self.trace.directives if self.trace else ()

    @cached_property
    def answers(self) -> tuple[Answers, ...]:
        """What the plan says to each of its superior documents, phrase by phrase."""
        # coverage is loaded for plans that are held against something
        from planforge.coverage.findings.answers import Answers

        return tuple(Answers(directive, self.document) for directive in self.directives)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All running text of the document in reading order, each place once; empty stretches are left out."""
        return passages_of(self.document)

    @cached_property
    def index(self) -> PassageIndex:
        """Which passages hold a character or a word."""
        return PassageIndex(self.passages)

    @cached_property
    def lists(self) -> tuple[Passage, ...]:
        """The closing unit lists as they are printed, whose names alone are among the passages."""
        return tuple(lists_of(self.document))

    @cached_property
    def citations(self) -> tuple[tuple[Citation, Passage], ...]:
        """The documents that the text names, by a title in 《》 or a 文号, with their passages, in reading order."""
        return tuple((citation, passage) for passage in self.holding("《号") for citation in find(passage.text))

    @cached_property
    def _sentences(self) -> dict[int, tuple[Text, tuple[Text, ...]]]:
        return {}

    def holding(self, words: Iterable[str]) -> tuple[Passage, ...]:
        """The passages that hold any of the words (of a string: of its characters), in reading order."""
        return self.index.naming(words)[0]

    def sentences(self, text: Text) -> tuple[Text, ...]:
        """The sentences of one of the document's texts, cut once for all rules."""
        known = self._sentences.get(id(text))
        if known is None:
            known = self._sentences[id(text)] = text, tuple(sentences(text))  # with the text, so that its id stays its
        return known[1]

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
