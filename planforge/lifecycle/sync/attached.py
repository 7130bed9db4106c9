"""Attachments: their titles and sections go back; tables can't, and are told."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.lifecycle.fingerprints import plain
from planforge.lifecycle.sync.findings import Findings, called
from planforge.lifecycle.sync.history import History
from planforge.lifecycle.sync.trees import Merger, Three, is_still
from planforge.model import Attachment
from planforge.renderers._breakdown import breakdown_of
from planforge.yaml_io.dump import attachment_record
from planforge.yaml_io.editing import Item, Revision, Value

#: Attachments that printing makes out of the plan itself.
_MADE = ("任务分解表", "主要指标表")
_Tables = tuple[tuple[tuple[str, ...], ...], ...]


def attachments(three: Three, merger: Merger, findings: Findings) -> tuple[Item, ...] | None:
    """The attachments that the YAML is to have; None where all stays as it is."""
    own = three.plan.attachments
    printed, edited = three.printed.attachments, three.edited.attachments
    partners, prints = _pairs(printed, edited), _pairs(own, printed)
    items: list[Item] = []
    for turn, part in enumerate(edited):
        before = partners.get(turn)
        if before is not None and before in prints:
            items.append(_kept(own[prints[before]], printed[before], part, merger, findings))
        elif before is None and part.title.value and not part.title.value.endswith(_MADE):
            items += _new(part, three, merger.history, findings)
        else:
            made = printed[before] if before is not None else breakdown_of(three.plan)
            _tell_tables(part.title.value, made.tables, part.tables, findings)
            _tell_words(made, part, findings)
    gone = [turn for turn, part in enumerate(own) if all(item.old is not part for item in items)]
    items += [Item(own[turn]) for turn in gone if _stays(own[turn], turn in prints.values(), merger.history, findings)]
    return None if is_still(items, own) else tuple(items)


def _new(part: Attachment, three: Three, history: History, findings: Findings) -> list[Item]:
    """One that the plan has not, unless the plan may have dropped it."""
    if history.is_sure:
        return [Item(None, new=attachment_record(part, three.edited, three.lang))]
    findings.left.append(f"附件“{part.title.value}”：Word 稿里有，要点里没有，分不清是哪一边改的；要的话请手工加上。")
    return []


def _stays(part: Attachment, printed: bool, history: History, findings: Findings) -> bool:
    """Whether one stays that the edited file has not: all but those that the file was certainly set with."""
    if printed and history.is_at_plan:
        return False
    if printed:
        findings.left.append(f"附件“{part.title.value}”：要点里有，Word 稿里没有，分不清是哪一边改的，予以保留。")
    return True


def _pairs(before: Sequence[Attachment], after: Sequence[Attachment]) -> dict[int, int]:
    """The turn that each attachment had before: of the same title, else the one that stood at its place."""
    titles = [plain(part.title.value) for part in before]
    found = {
        turn: titles.index(plain(part.title.value))
        for turn, part in enumerate(after)
        if plain(part.title.value) in titles
    }
    free = [turn for turn in range(len(before)) if turn not in found.values()]
    if len(before) == len(after):
        found |= {turn: turn for turn in range(len(after)) if turn not in found and turn in free}
    return found


def _kept(own: Attachment, printed: Attachment, edited: Attachment, merger: Merger, findings: Findings) -> Item:
    values: dict[str, Value] = {}
    if plain(printed.title.value) != plain(edited.title.value):
        values["title"] = edited.title.value
    sections = merger.items(own.sections, printed.sections, edited.sections)
    _tell_tables(own.title.value, printed.tables, edited.tables, findings)
    return Item(own, Revision(values, lists={} if sections is None else {"sections": sections}))


def _tell_words(before: Attachment, after: Attachment, findings: Findings) -> None:
    """What was written below a table that printing makes."""
    for section in after.sections[len(before.sections) :]:
        findings.left.append(f"附件“{after.title.value}”里的{called(section)}：没有取回，请对照着手工改。")


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
