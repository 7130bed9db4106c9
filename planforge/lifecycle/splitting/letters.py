"""The covering note to a unit, with its tasks as tables behind it, as a document that is set like any other."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.lifecycle.office import Office
from planforge.lifecycle.typesetting.rendering import templates_of
from planforge.model import UNIT_ROLES, Attachment, Document, Imprint, Text, UnitRole
from planforge.model.shares import Assignment, Share
from planforge.renderers._letters import words_of, written

_TEMPLATE = "分送通知.j2"
#: Around the name for those who answer for a task.
_HEAD, _HEAD_BEHIND = ("序号", "任务", "工作内容", "目标"), ("配合单位", "完成时限")


def letter(plan: Document, share: Share, office: Office) -> Document:
    """The note without number and date, which are not known yet; a table for each role that the unit has.

    Raises InputError where the template can't be used.
    """
    counts = {name: len(share.of(role)) for role, name in UNIT_ROLES.items()}
    known = words_of(plan) | {"单位": share.unit, "总数": len(share.assignments)} | counts
    note = written(_TEMPLATE, known, templates_of(office))
    tables = (_table(share, role) for role in UNIT_ROLES if share.of(role))
    return Document(
        kind="notice",
        title=Text(note.title),
        issuers=plan.issuers,
        recipients=Text(note.recipients),
        preamble=Text(note.text),
        attachments=tuple(tables),
        imprint=Imprint(printer=plan.imprint.printer),
    )


def _table(share: Share, role: UnitRole) -> Attachment:
    assignments = share.of(role)
    rows = ((*_HEAD, _answering(assignments), *_HEAD_BEHIND), *map(_row, assignments))
    return Attachment(Text(f"{share.unit}{UNIT_ROLES[role]}任务清单"), tables=(rows,))


def _answering(assignments: Sequence[Assignment]) -> str:
    """What those who answer for the tasks of a table are called together."""
    lead = any(each.units.lead for each in assignments)
    responsible = any(each.units.responsible for each in assignments)
    return "牵头（责任）单位" if lead and responsible else "责任单位" if responsible else "牵头单位"


def _row(each: Assignment) -> tuple[str, ...]:
    answering, support = (
        "、".join(unit.value for unit in units)
        for units in ((*each.units.lead, *each.units.responsible), each.units.support)
    )
    targets = "；".join(target.rstrip("。；") for target in each.targets)
    return each.marker or each.id, each.heading, each.text, targets, answering, support, each.deadline
