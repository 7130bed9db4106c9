"""Bytes of a YAML file → Document, with every fault of the file in one run."""

from __future__ import annotations

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node

from planforge.model import Diagnostic, Document, Reading
from planforge.parallel import no_collecting
from planforge.schemas.messages import faults
from planforge.text.outline import complete
from planforge.yaml_io.encoding import decode, readable
from planforge.yaml_io.faults import diagnostic
from planforge.yaml_io.parsing import marks
from planforge.yaml_io.parsing.parse import parse
from planforge.yaml_io.parsing.source import Source
from planforge.yaml_io.reading import build
from planforge.yaml_io.reading.normal import Fields, locate
from planforge.yaml_io.reading.normalise import Normaliser
from planforge.yaml_io.reading.suppressions import suppressions


def load(source: bytes, file: str) -> Reading:
    """The document of a YAML file and what is wrong with the file, sorted by place.

    Raises InputError when nothing can be read: an empty file, one that isn't text, or one beyond the limits.
    """
    text, notes = decode(source, file)
    with no_collecting():
        parsed = parse(text, file)
        document, schema = _document(parsed.root, parsed.lines)
    once = dict.fromkeys((*notes, *parsed.slips, *parsed.syntax, *schema))
    found = sorted(once, key=lambda each: (each.span.start, each.code))
    return Reading(document, tuple(found), readable(text))


def _document(root: Node | None, source: Source) -> tuple[Document, list[Diagnostic]]:
    if not isinstance(root, MappingNode):
        return Document(file=source.file), [_no_mapping(root, source)]
    normaliser = Normaliser(source)
    fields = normaliser.document(root)
    document = complete(build.document(fields, source.file, suppressions(source, root)))
    return document, [*normaliser.diagnostics, *_breaches(fields, root, source), *_unread_targets(document)]


def _unread_targets(document: Document) -> Iterator[Diagnostic]:
    """Sentences under 目标 that have no amount: coverage can't compare them."""
    for target in (target for task in document.walk() for target in task.targets):
        if not target.indicator and target.value == target.text.value:
            message = f"目标“{target.value[:20]}”里读不出指标和数值，没有办法与上级文件比较。"
            advice = "写明数值，或分开写成 {指标: ……, 要求: 不低于, 数值: ……, 单位: ……}；不是目标的写进“内容”"
            yield diagnostic("S010", message, target.text.span(), advice)


def _no_mapping(root: Node | None, source: Source) -> Diagnostic:
    message = "整个文件应当由“项目: 内容”组成，如“标题: ……”。"
    span = marks.span(root, source) if root else source.span(0, 0, 0)
    return diagnostic("S001", message, span, "第一行写“标题: ……”，下面写“部分:”")


def _breaches(fields: Fields, root: Node, source: Source) -> Iterator[Diagnostic]:
    """What jsonschema finds in the normalised form, each at the key or value that it is about."""
    for fault in faults(fields):
        node = locate(fields, fault.path, fault.at_key, root)
        yield diagnostic(fault.code, fault.message, marks.span(node, source), fault.advice)
