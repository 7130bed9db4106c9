"""Document → YAML as a clerk would write it; what text.outline.complete derives again is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from planforge.model import (
    Attachment,
    Citation,
    Deadline,
    Document,
    Imprint,
    Indicator,
    Link,
    Notice,
    Section,
    Target,
    Task,
    Text,
    Units,
    Waiver,
)
from planforge.schemas.names import record
from planforge.schemas.words import writing
from planforge.text.deadlines import read
from planforge.text.outline import bare
from planforge.text.quantities import find_targets
from planforge.text.section_roles import role_of
from planforge.text.statements import Years, years_of
from planforge.text.titles import kind_of
from planforge.yaml_io.emit import Passage, Remarked, emit
from planforge.yaml_io.reading.build import UNNUMBERED

Lang = Literal["zh", "en"]
_Pairs = Iterator[tuple[str, Any]]


def dump(document: Document, lang: Lang = "zh") -> str:
    """A completed document as YAML; loading that gives an equal document again."""
    return emit(_Writer(lang, years_of(document)).document(bare(document)))


def record_of(node: Task, document: Document, lang: Lang = "zh") -> dict[str, Any]:
    """A node of `document` as `dump` writes it; `node` is bare of what is derived again (text.outline.bare)."""
    writer = _Writer(lang, years_of(document))
    return writer.section(node) if isinstance(node, Section) else writer.task(node)


def attachment_record(part: Attachment, document: Document, lang: Lang = "zh") -> dict[str, Any]:
    """An attachment of `document` as `dump` writes it."""
    place = next(turn for turn, each in enumerate(document.attachments) if each is part)
    return _Writer(lang, years_of(document)).attachment(bare(document).attachments[place])


class _Writer:
    """Turns the model into mappings with the keys of one language; what is empty is left out."""

    def __init__(self, lang: Lang, years: Years) -> None:
        self.lang = lang
        self.years = years

    def document(self, document: Document) -> dict[str, Any]:
        return self._named("document", self._document(document))

    def _named(self, of: str, pairs: _Pairs) -> dict[str, Any]:
        entry = record(of)
        written = {}
        for key, value in pairs:
            if value not in (None, "", [], {}):
                name = entry.english(key)
                written[name.chinese[0] if self.lang == "zh" else key] = value
        return written

    def _document(self, document: Document) -> _Pairs:
        kind = document.kind
        yield "kind", None if kind == kind_of(document.title.value) else writing("kind", kind, self.lang)
        yield "title", document.title.value
        yield "doc_number", document.doc_number.value
        yield "issuers", _values(document.issuers)
        yield from self._header(document)
        yield "issued", _day(document.issued) or document.issued_text.value
        yield "year", document.year
        yield "level", document.level and writing("level", document.level, self.lang)
        yield "recipients", document.recipients.value
        yield "against", {superior.alias: superior.reference for superior in document.against}
        yield "notice", document.notice and self._named("notice", _notice(document.notice))
        yield "preamble", Passage(document.preamble.value)
        yield "sections", [self.section(section) for section in document.sections]
        yield "indicators", [self._named("indicator", _indicator(each)) for each in document.indicators]
        yield "citations", [self._named("citation", _citation(each)) for each in document.citations]
        yield "attachments", [self.attachment(each) for each in document.attachments]
        yield "imprint", self._named("imprint", _imprint(document.imprint))
        yield "waivers", [self._named("waiver", _waiver(each)) for each in document.waivers]

    def _header(self, document: Document) -> _Pairs:
        header = document.header
        yield "copy_number", header.copy_number
        yield "secrecy", header.secrecy
        yield "urgency", header.urgency
        yield "signers", list(header.signers)
        yield "sealed", None if header.sealed else "否"
        yield "posts", list(header.posts)
        yield "note", header.note

    def section(self, section: Section) -> dict[str, Any]:
        written = self._named("section", self._node(section))
        if section.role != role_of(section.heading.value):
            written = {**self._named("section", iter([("role", writing("role", section.role, self.lang))])), **written}
        return Remarked(written, section.remarks)

    def task(self, task: Task) -> dict[str, Any]:
        return Remarked(self._named("task", self._node(task)), task.remarks)

    def _node(self, node: Task) -> _Pairs:
        yield "id", node.id
        yield "marker", UNNUMBERED if node.unnumbered else node.marker
        yield "heading", node.heading.value
        yield "text", Passage(node.text.value)
        yield "tasks", [self.task(task) for task in node.tasks]
        yield "closing", Passage(node.closing.value)
        yield from _units(node.units)
        yield "deadlines", _one_or_more([self._deadline(deadline) for deadline in node.deadlines])
        yield "targets", list(self._targets(node.targets))
        yield "implements", _one_or_more([self._link(link) for link in node.implements])
        yield "status", node.status and writing("status", node.status, self.lang)
        yield "progress", node.progress
        yield "evidence", node.evidence
        yield "note", node.note

    def _deadline(self, deadline: Deadline) -> Any:
        """As a clerk says it, unless that would be read as another day."""
        if read(deadline.text, self.years.limits) == deadline:
            return deadline.text.value
        return self._named("deadline", _deadline(deadline))

    def _targets(self, targets: tuple[Target, ...]) -> Iterator[Any]:
        """As the sentences that they were read from, unless those would be read as something else."""
        for target in targets:
            if find_targets(target.text, self.years.targets) == (target,) or not target.indicator:
                yield target.text.value
            else:
                yield self._named("target", self._target(target))

    def _target(self, target: Target) -> _Pairs:
        yield "text", target.text.value
        yield "indicator", target.indicator
        yield "op", writing("op", target.op, self.lang)
        yield "value", list(target.value) if isinstance(target.value, tuple) else target.value
        yield "unit", target.unit
        yield "year", target.year

    def _link(self, link: Link) -> Any:
        return self._named("link", iter([("to", link.to), ("seen", link.seen)])) if link.seen else link.to

    def attachment(self, attachment: Attachment) -> dict[str, Any]:
        return self._named("attachment", self._attachment(attachment))

    def _attachment(self, attachment: Attachment) -> _Pairs:
        yield "title", attachment.title.value
        yield "sections", [self.section(section) for section in attachment.sections]
        yield "tables", [[list(row) for row in table] for table in attachment.tables]


def _units(units: Units) -> _Pairs:
    yield "lead", _one_or_more(_values(units.lead))
    yield "support", _one_or_more(_values(units.support))
    yield "responsible", _one_or_more(_values(units.responsible))


def _notice(notice: Notice) -> _Pairs:
    yield "title", notice.title.value
    yield "recipients", notice.recipients.value
    yield "text", Passage(notice.text.value)


def _deadline(deadline: Deadline) -> _Pairs:
    yield "text", deadline.text.value
    yield "date", _day(deadline.date)
    yield "recurs", deadline.recurs


def _indicator(indicator: Indicator) -> _Pairs:
    yield "name", indicator.name.value
    yield "unit", indicator.unit
    yield "baseline", indicator.baseline
    yield "target", indicator.target
    yield "text", indicator.text
    yield from _units(indicator.units)


def _citation(citation: Citation) -> _Pairs:
    yield "title", citation.title
    yield "doc_number", citation.doc_number


def _waiver(waiver: Waiver) -> _Pairs:
    yield "item", waiver.to
    yield "reason", waiver.reason
    yield "seen", waiver.seen


def _imprint(imprint: Imprint) -> _Pairs:
    yield "copies", _values(imprint.copies)
    yield "printer", imprint.printer.value
    yield "printed", _day(imprint.printed)


def _values(texts: tuple[Text, ...]) -> list[str]:
    return [text.value for text in texts]


def _one_or_more(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _day(date: Any) -> str | None:
    return date.isoformat() if date else None
