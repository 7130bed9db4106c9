"""Proposals as text in a cell that people don't see: what `comments collect` writes there, `comments apply` reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, get_args

from planforge.model.opinions import (
    ListProposal,
    Proposal,
    Rewording,
    SpotField,
    TaskChange,
    TaskProposal,
    TextProposal,
)

_FIELDS = frozenset(get_args(SpotField))
_CHANGES = frozenset(get_args(TaskChange))
_LISTS = frozenset(("lead", "support", "responsible", "deadlines", "targets"))


def encode(proposal: Proposal | None) -> str:
    """The proposal as JSON; empty for none. No underscores, which spreadsheets take for escapes (_x000D_)."""
    if proposal is None:
        return ""
    if isinstance(proposal, TaskProposal):
        return _written(_of_tasks(proposal))
    content: dict[str, Any] = {"条目": proposal.item, "项目": proposal.field, "原文": proposal.base}
    if isinstance(proposal, TextProposal):
        content["句"] = (proposal.start, proposal.stop)
        content["改"] = [(each.start, each.stop, each.text) for each in proposal.changes]
    else:
        content["改为"] = proposal.wanted
    return _written(content)


def _of_tasks(proposal: TaskProposal) -> dict[str, Any]:
    content: dict[str, Any] = {"整项": proposal.change, "条目": proposal.items, "指纹": proposal.marks}
    return content | {"归入": proposal.home, "排在": proposal.behind, "段": proposal.new}


def _written(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("_", "\\u005f")


def decode(text: str) -> Proposal | None:
    """The proposal in a cell; None for an empty one. Raises ValueError for what `encode` didn't write."""
    if not text:
        return None
    try:
        return _read(json.loads(text))
    except (TypeError, RecursionError):  # somebody's own JSON, of other kinds or endlessly nested
        raise ValueError(text) from None


def _read(content: Any) -> Proposal:
    if isinstance(content, dict) and content.get("整项") in _CHANGES:
        return _tasks(content)
    if not isinstance(content, dict) or content.get("项目") not in _FIELDS or not isinstance(content.get("条目"), str):
        raise ValueError(content)
    return _list(content) if content["项目"] in _LISTS else _text(content)


def _tasks(content: Mapping[str, Any]) -> TaskProposal:
    items, marks, new = (_words(content.get(key)) for key in ("条目", "指纹", "段"))
    home, behind = content.get("归入"), content.get("排在")
    if not isinstance(home, str) or not isinstance(behind, str) or len(items) != len(marks):
        raise ValueError(content)
    if bool(items) == (content["整项"] == "added") or (not new and content["整项"] in ("added", "merged", "split")):
        raise ValueError(content)
    return TaskProposal(content["整项"], items, marks, home, behind, new)


def _text(content: Mapping[str, Any]) -> TextProposal:
    base, (start, stop) = content.get("原文"), _numbers(content.get("句"), 2)
    changes = tuple(_replacement(each) for each in content.get("改", ()))
    places = [start, stop, *(place for each in changes for place in (each.start, each.stop))]
    if not isinstance(base, str) or not all(0 <= place <= len(base) for place in places):
        raise ValueError(content)
    return TextProposal(content["条目"], content["项目"], base, start, stop, changes)


def _replacement(value: object) -> Rewording:
    if not isinstance(value, list) or len(value) != 3 or not isinstance(value[2], str):
        raise ValueError(value)
    start, stop = _numbers(value[:2], 2)
    if start > stop:
        raise ValueError(value)
    return Rewording(start, stop, value[2])


def _numbers(value: object, count: int) -> tuple[int, ...]:
    if not isinstance(value, list) or len(value) != count or not all(type(each) is int for each in value):
        raise ValueError(value)
    return tuple(value)


def _list(content: Mapping[str, Any]) -> ListProposal:
    return ListProposal(content["条目"], content["项目"], _words(content.get("原文")), _words(content.get("改为")))


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError(value)
    return tuple(value)
