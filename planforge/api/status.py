"""How the work of a plan stands on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.lifecycle.status import follow_up

if TYPE_CHECKING:
    from planforge.model.followup import FollowUp, Grouping

__all__ = ["follow_up", "report"]


def report(follow_up: FollowUp, form: str, by: Grouping | None = None, *, colour: bool = False) -> str | bytes:
    """How the work stands (`text`, `json`; `xlsx` is bytes): all of it, or by section, unit or superior document."""
    from planforge.reporters import reporter

    content: str | bytes = reporter("status", form).report(follow_up, by, colour=colour)
    return content
