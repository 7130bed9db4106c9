"""How the work of a plan stands on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.lifecycle.status import follow_up

if TYPE_CHECKING:
    from planforge.model.followup import FollowUp, Grouping

__all__ = ["follow_up", "report"]


def report(follow_up: FollowUp, form: str, by: Grouping | None = None, *, colour: bool = False) -> str | bytes:
    """How the work stands (`text`, `json`; `xlsx` is bytes): all of it, or by section, unit or superior document.

    Raises InputError for another format or grouping.
    """
    from planforge.model import InputError
    from planforge.reporters import reporter

    if by and by not in follow_up.groups:
        raise InputError(f"不能按“{by}”分组；可用的有：{'、'.join(follow_up.groups)}")

    content: str | bytes = reporter("status", form).report(follow_up, by, colour=colour)
    return content
