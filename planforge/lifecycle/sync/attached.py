"""Attachments: their titles and sections go back; tables can't, and are told."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.lifecycle.fingerprints import plain
from planforge.lifecycle.sync.findings import Findings
from planforge.lifecycle.sync.trees import Merger, Three
from planforge.model import Attachment
from planforge.yaml_io.dump import attachment_record
from planforge.yaml_io.revision import Item, Revision
from planforge.yaml_io.value_edits import Value

#: Attachments that printing makes out of the plan itself.
_MADE = ("任务分解表", "主要指标表")
_Tables = tuple[tuple[tuple[str, ...], ...], ...]


def attachments(three: Three, merger: Merger, findings: Findings) -> tuple[Item, ...] | None:
    """The attachments that the YAML is to have; None where all stays as it is."""
    own = three.plan.attachments
    printed, edited = three.printed.attachments, three.edited.attachments
    partners = _pairs(printed, edited)
    items = []
    for turn, part in enumerate(edited):
        before = partners.get(turn)
        if before is not None and before < len(own):
            items.append(_kept(own[before], printed[before], part, merger, findings))
        elif before is None and not part.title.value.endswith(_MADE):
            items.append(Item(None, new=attachment_record(part, three.edited, three.lang)))
        else:
            _tell_tables(part.title.value, printed[before].tables if before is not None else (), part.tables, findings)
    still = len(items) == len(own) and all(
        item.old is part and not item.revision for item, part in zip(items, own, strict=True)
    )
    return None if still else tuple(items)


def _pairs(printed: Sequence[Attachment], edited: Sequence[Attachment]) -> dict[int, int]:
    """The turn of each edited attachment's print: of the same title, else the one that stands at its place."""
    titles = [plain(part.title.value) for part in printed]
    found = {
        turn: titles.index(plain(part.title.value))
        for turn, part in enumerate(edited)
        if plain(part.title.value) in titles
    }
    free = [turn for turn in range(len(printed)) if turn not in found.values()]
    if len(printed) == len(edited):
        found |= {turn: turn for turn in range(len(edited)) if turn not in found and turn in free}
    return found


def _kept(own: Attachment, printed: Attachment, edited: Attachment, merger: Merger, findings: Findings) -> Item:
    values: dict[str, Value] = {}
    if plain(printed.title.value) != plain(edited.title.value):
        values["title"] = edited.title.value
    sections = merger.items(own.sections, printed.sections, edited.sections)
    _tell_tables(own.title.value, printed.tables, edited.tables, findings)
    return Item(own, Revision(values, lists={} if sections is None else {"sections": sections}))


def _tell_tables(title: str, before: _Tables, after: _Tables, findings: Findings) -> None:
    """Which rows of which table differ; the table itself stays as the plan has it."""
    rows = [[plain("｜".join(row)) for table in tables for row in table] for tables in (before, after)]
    changed = [turn for turn, row in enumerate(rows[1], 1) if row not in rows[0]]
    if not changed and len(rows[0]) == len(rows[1]):
        return
    where = f"第{'、'.join(map(str, changed[:5]))}行{'等' if len(changed) > 5 else ''}" if changed else "行数"
    made = title.endswith(_MADE)
    advice = "这张表由正文的任务和指标生成，请改在正文里" if made else "请在要点的“表格”里改"
    findings.left.append(f"附件“{title}”的表格（{where}）有改动，没有取回；{advice}。")
