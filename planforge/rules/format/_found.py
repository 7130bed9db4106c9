"""Findings that don't flood a clerk: what many paragraphs have in common is told once, with the first of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planforge.model import Text
from planforge.model.pages import Element, SetParagraph
from planforge.rules import Finding, RuleContext

_EXAMPLES, _LENGTH = 3, 12


def paragraphs(context: RuleContext, *elements: Element) -> tuple[SetParagraph, ...]:
    """The paragraphs of a Word file that are one of these elements; none for what is no Word file."""
    return context.printed.pages.of(*elements) if context.printed else ()


def once(faulty: Sequence[Text], message: str, at: str, advice: str) -> Iterator[Finding]:
    """One finding for all of `faulty`, at the first, naming how many there are and some of them; none for none."""
    if not faulty:
        return
    yield Finding(faulty[0].slice(0, _LENGTH), f"{message}{_where(faulty, at)}", at, advice)


def _where(faulty: Sequence[Text], at: str) -> str:
    """What is wrong in which words; of pages the words only tell from where on, and of page numbers nothing."""
    if len(faulty) > 1:
        return f"，共{len(faulty)}处：{'、'.join(_examples(faulty))}"
    return {"页面": f"，从{quoted(faulty[0])}起", "页码": ""}.get(at, f"：{quoted(faulty[0])}")


def _examples(texts: Sequence[Text]) -> Iterator[str]:
    for text in texts[:_EXAMPLES]:
        yield quoted(text)
    if len(texts) > _EXAMPLES:
        yield "……"


def quoted(text: Text) -> str:
    """A text's first words in quotation marks."""
    words = " ".join(text.value.split())
    return f"“{words[:_LENGTH]}…”" if len(words) > _LENGTH else f"“{words}”"


def texts(found: Iterable[SetParagraph]) -> list[Text]:
    return [paragraph.text for paragraph in found]


def marks_of_file(context: RuleContext) -> list[SetParagraph]:
    """The marks of a 文件: those that stand in the text; a letter (信函) is held to 10.1."""
    if context.printed is None or context.printed.style.form == "信函":
        return []
    return [mark for mark in context.printed.pages.of("机关标志") if mark.stand != "header"]
