"""News that prints a whole paper behind a report of it: 以下为文件全文： ends the report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planforge.importers.reader import kinds
from planforge.model import Paragraph, Text
from planforge.text import citations
from planforge.text.numbering import leading_marker

_FULL_TEXT = re.compile(
    r"(?:[（(【]?(?:以下|下面)[是为]?[^。]{0,30}?(?:全文|原文)|[^。]{0,40}?(?:全文|原文)如下|附[：:]?\s*[^。：:]{0,30}?(?:全文|原文))\s*[）)】]?[：:。]?"
)
#: A report in one paragraph: 近日，市政府办公室印发《若干措施》，主要内容如下。
_TOLD = re.compile(
    r"(?!为|根据|按照|依据|遵照)[^。]{2,200}印发(?:了)?《[^《》]{6,80}》(?!精神|要求|规定)[^。]{0,20}(?:内容|全文|原文)如下[：:。]?"
)
#: Paragraphs: a report above a paper is no longer.
_LONGEST = 30


def find(paragraphs: Sequence[Paragraph]) -> tuple[int, Text]:
    """The number of paragraphs of the report and of the line that ends it, and the title of the paper that it names
    last; 0 and nothing where there is no report."""
    for index, paragraph in enumerate(paragraphs[:_LONGEST]):
        marker = leading_marker(paragraph.text.value)
        value = paragraph.text.value.strip()
        if paragraph.table is not None or (marker and marker.style != "一是") or _is_of_paper(value):
            break
        if (index and _FULL_TEXT.fullmatch(value)) or _TOLD.fullmatch(value):
            return index + 1, _named(paragraphs[: index + 1])
    return 0, Text()


def _is_of_paper(line: str) -> bool:
    """Whether a paper has begun: it is addressed to somebody, or bears its 文号, and no report does."""
    return kinds.is_recipients(line) or kinds.doc_number(Text(line)) is not None


def _named(report: Sequence[Paragraph]) -> Text:
    named = [cited.text for paragraph in report for cited in citations.find(paragraph.text) if "《" in cited.text.value]
    return named[-1].slice(named[-1].value.find("《") + 1, named[-1].value.rfind("》")) if named else Text()
