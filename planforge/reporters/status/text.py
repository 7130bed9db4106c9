"""How the work stands, for a terminal: a summary, what is late and due soon, then counts or the tasks of each group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.model.followup import FollowedGroup, FollowedTask, FollowUp, Grouping, TaskState, count_states
from planforge.reporters.paint import Colour, paint
from planforge.reporters.status._followup import (
    GROUPING_NAMES,
    STATE_NAMES,
    answering_units,
    by_urgency,
    due_words,
    headline,
    in_state,
    missing_superiors,
    shown_states,
    standing_words,
    status_word,
    summary,
)
from planforge.reporters.width import crop, pad

_COLOURS: dict[TaskState, Colour] = {"late": "red", "soon": "yellow", "done": "green", "dropped": "faint"}
_ID, _NAME, _STATE, _DUE, _COUNT, _GROUP = 8, 36, 10, 28, 10, 30


def report(follow_up: FollowUp, grouping: Grouping | None = None, *, colour: bool = False) -> str:
    """Without a grouping, what presses and the counts of all groups; with one, the tasks of each of its groups."""
    lines = [headline(follow_up), summary(follow_up), *missing_superiors(follow_up), ""]
    if grouping:
        for group in follow_up.groups[grouping]:
            lines += [*_group(group, follow_up, colour), ""]
        return "\n".join(lines).rstrip() + "\n"
    for state in ("late", "soon", "undated"):
        lines += _listed(follow_up, state, colour)
    for each, name in GROUPING_NAMES.items():
        lines += [*_counts(name, follow_up.groups[each], shown_states(follow_up)), ""]
    return "\n".join(lines).rstrip() + "\n"


def _listed(follow_up: FollowUp, state: TaskState, colour: bool) -> list[str]:
    tasks = in_state(follow_up.tasks, state)
    rows = [f"  {_row(each, follow_up, colour)}" for each in by_urgency(tasks)]
    return [f"{STATE_NAMES[state]}（{len(tasks)} 项）", *rows, ""] if tasks else []


def _group(group: FollowedGroup, follow_up: FollowUp, colour: bool) -> Iterator[str]:
    yield f"{group.name}（{_parts(group)}）"
    yield from (f"  {_row(each, follow_up, colour)}" for each in by_urgency(group.tasks))
    yield from (f"  {_row(each, follow_up, colour)}  配合" for each in by_urgency(group.supported))
    yield from (f"  没有任务对应：{crop(words, _NAME + _ID)}" for words in group.unanswered)


def _parts(group: FollowedGroup) -> str:
    counts = count_states(group.tasks)
    parts = [f"{STATE_NAMES[state]} {number}" for state, number in counts.items() if number]
    more = [f"配合 {len(group.supported)}"] if group.supported else []
    return "，".join([f"共 {len(group.tasks)} 项", *parts, *more])


def _row(each: FollowedTask, follow_up: FollowUp, colour: bool) -> str:
    state = _paint(pad(STATE_NAMES[each.state], _STATE), each.state, colour)
    due = pad(f"{due_words(each.due)} {standing_words(each, follow_up.day)}".strip() or "—", _DUE)
    told = status_word(each)
    words = f"{pad(each.task.id, _ID)}{pad(each.name, _NAME)}  {state}{due}{answering_units(each) or '—'}"
    return words if told == STATE_NAMES[each.state] else f"{words}  （{told}）"


def _counts(title: str, groups: Sequence[FollowedGroup], states: Sequence[TaskState]) -> Iterator[str]:
    heads = ["共", *(STATE_NAMES[state] for state in states)]
    heads += ["配合"] if any(group.supported for group in groups) else []
    yield f"{pad(title, _GROUP)}{''.join(pad(head, _COUNT) for head in heads)}".rstrip()
    for group in groups:
        counts = count_states(group.tasks)
        numbers = [len(group.tasks), *(counts[state] for state in states), len(group.supported)]
        cells = "".join(pad(str(number or "·"), _COUNT) for number in numbers[: len(heads)])
        more = f"另有 {len(group.unanswered)} 条没有任务对应" if group.unanswered else ""
        yield f"{pad(crop(group.name, _GROUP - 2), _GROUP)}{cells}{more}".rstrip()


def _paint(text: str, state: TaskState, colour: bool) -> str:
    return paint(text, _COLOURS[state]) if colour and state in _COLOURS else text
