"""What printing puts behind a task's words, read back: its units, its time limits, and its targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planforge.model import Task, Text
from planforge.model.opinions import ListProposal, SpotField
from planforge.renderers._wording import outside
from planforge.text.units import take_closing

_FIELDS: tuple[SpotField, ...] = ("lead", "support", "responsible", "deadlines", "targets")
_Lists = Mapping[SpotField, tuple[str, ...]]


def list_proposals(task: Task, before: str, after: str) -> tuple[ListProposal, ...]:
    """The lists of a task that read otherwise when its ending `before` becomes `after`.

    None where the ending as printed doesn't read as the task's own lists: then nobody can tell what `after` means.
    """
    own = own_lists(task)
    if _without_stops(_read(before)) != _without_stops(own):
        return ()
    wanted = _read(after)
    return tuple(ListProposal(task.id, name, own[name], wanted[name]) for name in _FIELDS if _differ(own, wanted, name))


def list_spot(task: Task, ending: str, start: int, stop: int) -> ListProposal | None:
    """The list whose words `[start:stop]` of an ending touches, as it is; None where it touches none or several."""
    found = []
    for name, words in own_lists(task).items():
        for each in words:
            place = ending.find(each.rstrip("。；"))
            if 0 <= place < max(stop, start + 1) and start < place + len(each) and name not in found:
                found.append(name)
    own = own_lists(task)
    return ListProposal(task.id, found[0], own[found[0]], own[found[0]]) if len(found) == 1 else None


def own_lists(task: Task) -> _Lists:
    """The lists that the author wrote out apart from the task's words."""
    units = task.units
    return {
        "lead": tuple(outside(units.lead, task)),
        "support": tuple(outside(units.support, task)),
        "responsible": tuple(outside(units.responsible, task)),
        "deadlines": tuple(outside((each.text for each in task.deadlines), task)),
        "targets": tuple(outside((each.text for each in task.targets), task)),
    }


def _read(ending: str) -> _Lists:
    rest, closing = take_closing(Text(ending))
    units = closing.units
    return {
        "lead": _values(units.lead),
        "support": _values(units.support),
        "responsible": _values(units.responsible),
        "deadlines": tuple(part for each in closing.deadlines for part in each.value.split("、")),
        "targets": tuple(part.strip() for part in rest.value.strip("。 ").split("；") if part.strip()),
    }


def _values(texts: Iterable[Text]) -> tuple[str, ...]:
    return tuple(text.value for text in texts)


def _differ(own: _Lists, wanted: _Lists, name: SpotField) -> bool:
    return _without_stops(own)[name] != _without_stops(wanted)[name]


def _without_stops(lists: _Lists) -> _Lists:
    """Printing leaves out the stop at the end of a target."""
    return {name: tuple(each.rstrip("。；") for each in words) for name, words in lists.items()}
