"""What should stand in many places and doesn't: absent everywhere is one finding, absent in places is one for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planforge.model import Document, Section, Task

#: Kinds of document that hand out this year's work; the others may leave units and dates to those below.
WORKING_KINDS = frozenset({"work_plan", "scheme"})
#: Above this share of leaves without it, what is absent is absent on purpose.
HABIT = 0.5
#: So few leaves make no habit.
FEW = 5
#: 本措施自2027年8月1日起施行: nobody has to do it.
_EFFECT = re.compile(r"本[\u4e00-\u9fff]{2,8}自.{2,20}起(?:[施执实]行|生效)")

Checked = tuple[Section, tuple[tuple[Task, bool], ...]]


@dataclass(frozen=True, slots=True)
class Absence:
    """For each section that hands out work its leaves, and whether each has what it should."""

    sections: tuple[Checked, ...]

    @property
    def lacking(self) -> tuple[Task, ...]:
        return tuple(leaf for _, leaves in self.sections for leaf, given in leaves if not given)

    @property
    def total(self) -> int:
        return sum(len(leaves) for _, leaves in self.sections)

    @property
    def everywhere(self) -> bool:
        return 0 < self.total == len(self.lacking)

    @property
    def mostly(self) -> bool:
        """Whether most of many leaves lack it: the document leaves it out on purpose."""
        return self.everywhere or (self.share > HABIT and self.total > FEW)

    @property
    def share(self) -> float:
        return len(self.lacking) / self.total if self.total else 0.0

    def by_section(self) -> Iterator[tuple[Section, tuple[Task, ...], int]]:
        """Each section with its lacking leaves and the number of all its leaves."""
        for section, leaves in self.sections:
            yield section, tuple(leaf for leaf, given in leaves if not given), len(leaves)


def absence(document: Document, present: Callable[[Task], bool], *, safeguards: bool = True) -> Absence:
    """Which working leaves lack what `present` asks for; what a node above them has counts for them too.

    `safeguards`: whether those sections count as well, where they give some themselves.
    """
    checked = ((section, tuple(_leaves(section, present, inherited=False))) for section in document.sections)
    flat = not any(section.tasks for section in document.sections)
    working = (pair for pair in checked if _hands_out_work(*pair, flat))
    return Absence(tuple(pair for pair in working if safeguards or pair[0].role != "safeguards"))


def _hands_out_work(section: Section, leaves: tuple[tuple[Task, bool], ...], flat: bool) -> bool:
    """Safeguards (加强组织领导 …) count where the section itself gives some; guidance, goals and background never.

    Nor do articles (第三条), which make rules. A section of bare text beside others with tasks introduces them; in a
    `flat` document, where no section has tasks, the sections are the tasks.
    """
    if any(leaf.marker.endswith("条") for leaf, _ in leaves):
        return False
    if section.role == "safeguards":
        return any(given for _, given in leaves)
    return section.role == "tasks" and bool(section.tasks or (flat and section.text.value))


def _leaves(task: Task, present: Callable[[Task], bool], inherited: bool) -> Iterator[tuple[Task, bool]]:
    given = inherited or present(task)
    words = task.heading.value or task.text.value
    if not task.tasks and words and not _EFFECT.match(words):  # a blank one is told as such
        yield task, given
    for child in task.tasks:
        yield from _leaves(child, present, given)
