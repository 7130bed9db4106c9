"""Targets that an author wrote out in keys (指标, 要求, 数值, 单位): how they read, and the edits that restate them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeGuard

from yaml.nodes import MappingNode, Node, ScalarNode

from planforge.model import Amount, Operator, Target, Text
from planforge.schemas.names import record
from planforge.schemas.words import writing
from planforge.text.quantities import find_targets, reached
from planforge.yaml_io.editing.page import Page
from planforge.yaml_io.editing.pairs import Edit, added, pair, pairs
from planforge.yaml_io.emit import in_block, in_flow, in_quotes
from planforge.yaml_io.parsing.source import Source
from planforge.yaml_io.reading.normalise import Normaliser
from planforge.yaml_io.reading.statements import written_out
from planforge.yaml_io.reading.values import integer

_QUOTES = ("'", '"')


class TargetRecord:
    """The record of one target at `node`."""

    def __init__(self, page: Page, node: MappingNode) -> None:
        fields = Normaliser(Source.of(page.text, "")).record("target", node)
        self._page, self._node = page, node
        self._target: Target = written_out(fields, integer(fields, "year"))
        self._has_words = "text" in fields

    def spellings(self) -> tuple[str, ...]:
        """What the record is printed as: without its year, and with it, as for one that isn't the plan's."""
        words, year = self._target.text.value, self._target.year
        return (words,) if self._has_words or not year else (words, f"{year}年{words}")

    def edits(self, words: str) -> Iterator[Edit] | None:
        """The edits after which the record says `words`; None where these are no other amount of its indicator."""
        new = self._read(words)
        changed = self._changed(new, words) if new else {}
        for key in changed:
            found = pair(self._node, key, "target")
            if found and not self._is_on_a_line(found[1]):
                return None
        return (self._edit(key, value) for key, value in changed.items()) if changed else None

    def is_bare(self, words: str) -> bool:
        """Whether words are the indicator alone: in its place they would lose the amount."""
        return words.strip() == self._target.indicator

    def _read(self, words: str) -> Target | None:
        """The target that words state, where it is the record's own indicator with another amount."""
        old, new = self._target, _lone_target(words, self._target.year)
        if new is None or not old.indicator:
            return None
        if self._has_words:
            was = _lone_target(old.text.value, old.year)
            agrees = was and (was.value, was.unit) == (old.value, old.unit)
            return new if was and agrees and (new.indicator, new.year) == (was.indicator, was.year) else None
        said = words.removeprefix(f"{old.year}年").removeprefix(old.indicator)
        ops: tuple[Operator, ...] = (old.op, new.op)
        op = next((op for op in ops if said == reached(old.indicator, op, new.value, new.unit)), None)
        return replace(new, op=op) if op and old.indicator in words else None

    def _changed(self, new: Target, words: str) -> Mapping[str, str]:
        """The keys that say something else, with what they are to say in the file."""
        old, lang = self._target, "en" if pairs(self._node)[0][0].value.isascii() else "zh"
        said = {
            "text": (old.text.value, words, words) if self._has_words else ("", "", ""),
            "op": (old.op, new.op, writing("op", new.op, lang)),
            "value": (old.value, new.value, _digits(new.value)),
            "unit": (old.unit, new.unit, new.unit),
        }
        return {key: written for key, (before, now, written) in said.items() if before != now}

    def _edit(self, key: str, value: str) -> Edit:
        found = pair(self._node, key, "target")
        words = in_flow(value) if self._node.flow_style else in_block(value)
        words = value if key == "value" else words
        if found is None:
            english, last = pairs(self._node)[0][0].value.isascii(), pairs(self._node)[-1]
            name = key if english else record("target").english(key).chinese[0]
            return added(self._page, self._node, last, f"{name}: {words}")
        old = found[1]
        if isinstance(old, ScalarNode) and old.style in _QUOTES and not value.startswith("["):
            words = in_quotes(value, old.style)
        return self._page.start(old), self._page.end(old), words

    def _is_on_a_line(self, node: Node) -> bool:
        return bool(self._page.written(node)) and not set("\r\n") & set(self._page.written(node))


def _lone_target(words: str, year: int | None = None) -> Target | None:
    """The target that words state, None where they state none or several."""
    found = find_targets(Text(words), year)
    return found[0] if len(found) == 1 else None


def is_target(item: Node) -> TypeGuard[MappingNode]:
    """Whether an item of a list is a target with keys of its own."""
    return any(pair(item, key, "target") for key in ("indicator", "value"))


def _digits(value: Amount) -> str:
    """An amount as YAML has it; a range as a list of two."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_digits, value))}]"
    return value if isinstance(value, str) else f"{value:.12g}"
