"""What should stand in many places and doesn't: absent everywhere is one finding, absent in places is one for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planforge.model import Document, Section, Task

#: Kinds of document that hand out this year's work; the others may leave units and dates to those below.
WORKING_KINDS = frozenset({"work_plan", "scheme"})


@dataclass(frozen=True, slots=True)
class Absence:
    """`lacking` of the `total` leaves have not what they should."""

    lacking: tuple[Task, ...]
    total: int

    @property
    def everywhere(self) -> bool:
        return bool(self.lacking) and len(self.lacking) == self.total

    @property
    def share(self) -> float:
        return len(self.lacking) / self.total if self.total else 0.0


def absence(document: Document, present: Callable[[Task], bool]) -> Absence:
    """The working leaves at which neither they themselves nor a node above them has what `present` asks for."""
    checked = [(leaf, bool(given)) for leaf, given in _working_leaves(document, present)]
    return Absence(tuple(leaf for leaf, given in checked if not given), len(checked))


def _working_leaves(document: Document, present: Callable[[Task], bool]) -> Iterator[tuple[Task, bool]]:
    for section in document.sections:
        leaves = list(_leaves(section, present, inherited=False))
        if _hands_out_work(section, any(given for _, given in leaves)):
            yield from leaves


def _hands_out_work(section: Section, some_given: bool) -> bool:
    """Safeguards (加强组织领导 …) count where the section itself names units; guidance, goals and background never."""
    return (section.role == "tasks" and bool(section.tasks)) or (section.role == "safeguards" and some_given)


def _leaves(task: Task, present: Callable[[Task], bool], inherited: bool) -> Iterator[tuple[Task, bool]]:
    given = inherited or present(task)
    if not task.tasks:
        yield task, given
    for child in task.tasks:
        yield from _leaves(child, present, given)
