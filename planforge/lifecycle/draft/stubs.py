"""A demand that nothing answers yet as a task of this level, with its links, units, time limits and targets."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace

from planforge.coverage.figures.targets import is_total
from planforge.lifecycle.draft.carry import TO_DECIDE
from planforge.lifecycle.draft.demands import Demand, Group
from planforge.lifecycle.draft.levels import place_word_of
from planforge.lifecycle.draft.units import Office, counterparts
from planforge.lifecycle.draft.wording import Wording
from planforge.model import Deadline, Link, Target, Task, TaskTrace, Text, Units
from planforge.text import units as unit_lists
from planforge.text.deadlines import find
from planforge.text.outline import explicit
from planforge.text.quantities import find_targets

#: How a question begins and ends on units of the superior's that nobody at this level is known to stand for.
UNITS_OF, WHO = "上级的", "，在本级由谁承担"
#: What a superior calls itself that may stand for any place of its kind as well.
_PARKS = ("园区", "开发区", "高新区", "新区")
#: The beginning of a measure that can stand as a heading.
_PHRASE = re.compile(r"[^，。；：、（《“]{4,20}(?=[，。；：])")
_ENUMERATED = re.compile(r"^[一二三四五六七八九十]{1,2}是(?!否)")


@dataclass(frozen=True, slots=True)
class StubWriter:
    """Writes stubs for the plan of `year`. `wordings` maps a superior's alias to how its words become local."""

    year: int
    office: Office
    wordings: Mapping[str, Wording]

    def stub(self, group: Group) -> Task:
        """The task for a group of demands; its remarks tell its origin and what to decide."""
        lead = group.lead
        units, unknown = counterparts(unit_lists.merge(*(each.task.units for each in group.demands)), self.office)
        task = Task(
            heading=Text(self._local(lead, lead.task.heading.value)),
            text=Text(self._text(group)),
            units=_lead_only_once(units),
            implements=tuple(Link(each.alias, item) for each in group.demands for item in each.items),
        )
        task = replace(task, deadlines=self._deadlines(group, task), targets=self._targets(group, task))
        return replace(task, remarks=(*map(origin, group.demands), *self._open(group, task, unknown)))

    def _text(self, group: Group) -> str:
        """The superior's own text where all of it is missing; else the missing measures, out of their enumeration."""
        lead = group.lead
        own = [lead.task.text] if lead.whole else [clause.text for clause in lead.clauses]
        parts = [self._local(lead, words.value if lead.whole else _ENUMERATED.sub("", words.value)) for words in own]
        parts += [self._local(demand, _ENUMERATED.sub("", clause.text.value)) for demand, clause in group.extra]
        return "".join(_ended(words) for words in parts if words.strip())

    def _local(self, demand: Demand, words: str) -> str:
        return self.wordings[demand.alias].local(words)

    def _deadlines(self, group: Group, task: Task) -> tuple[Deadline, ...]:
        """The superiors' time limits that the text of the stub doesn't say itself."""
        said = {each.date or each.text.value for each in find(task.text, self.year)}
        given = [each for demand in group.demands for each in _listed(demand, demand is not group.lead).deadlines]
        kept = {each.date or each.text.value: Deadline(Text(each.text.value), each.date, each.recurs) for each in given}
        return tuple(each for meaning, each in kept.items() if meaning not in said)

    def _targets(self, group: Group, task: Task) -> tuple[Target, ...]:
        """The floors that the text of the stub doesn't state: the superior task's own, and those of joined demands."""
        said = {(each.value, each.unit) for each in find_targets(task.text, self.year)}
        given = {
            (each.value, each.unit): replace(each, text=Text(self._local(demand, each.text.value)))
            for demand in group.demands
            for each in _listed(demand, demand is not group.lead).targets
        }
        return tuple(each for key, each in given.items() if key not in said)

    def _open(self, group: Group, task: Task, unknown: tuple[str, ...]) -> Iterator[str]:
        if unknown:
            yield f"{TO_DECIDE}{UNITS_OF}{'、'.join(unknown)}{WHO}"
        for word in dict.fromkeys(place_word_of(demand.document) for demand in group.demands):
            if word in _PARKS and word in task.text.value:
                yield f"{TO_DECIDE}文中的“{word}”是上级说自己，本级怎么说"
        sums = {(each.value, each.unit) for demand in group.demands for each in _sums(demand.task)}
        targets = [*task.targets, *find_targets(task.text, self.year)]
        if words := dict.fromkeys(each.text.value for each in targets if (each.value, each.unit) not in sums):
            yield f"{TO_DECIDE}上级的要求是底线，本级定多少：{'；'.join(words)}"
        if words := dict.fromkeys(each.text.value for each in targets if (each.value, each.unit) in sums):
            yield f"{TO_DECIDE}数字是上级全部地区合计的，本级分多少：{'；'.join(words)}"
        if past := self._past(group):
            yield f"{TO_DECIDE}上级的时限已过，改为什么时候：{'、'.join(past)}"

    def _past(self, group: Group) -> tuple[str, ...]:
        dated = [each for demand in group.demands for each in demand.task.deadlines if each.date]
        return tuple(dict.fromkeys(each.text.value for each in dated if each.date and each.date.year < self.year))


def _sums(task: Task) -> Iterator[Target]:
    """The targets of a superior task that all its places reach together."""
    return (target for target in task.targets if is_total(target, task.text.value))


def told_apart(stub: Task, taken: Container[str]) -> Task:
    """The stub under another heading, its first measure's own words, where a part or task of the draft has that one."""
    heading, words = stub.heading.value, _PHRASE.match(stub.text.value)
    if heading not in taken or not words or words[0] in taken:
        return stub
    why = f"{TO_DECIDE}上级的标题“{heading}”与本稿已有的相同，暂用措施的话作标题"
    return replace(stub, heading=Text(words[0]), remarks=(*stub.remarks, why))


def _listed(demand: Demand, joined: bool) -> Task:
    """The superior task with the time limits and targets that it lists beside its text alone.

    A joined demand's words are told by another's, so that what they say of time and amounts counts, too.
    """
    listed = explicit(demand.task, demand.document)
    if not joined:
        return listed
    words = [clause.text.value for clause in demand.clauses]

    def along(text: Text) -> bool:
        return any(text.value in each for each in words)

    return replace(
        listed,
        deadlines=(*listed.deadlines, *(each for each in demand.task.deadlines if along(each.text))),
        targets=(*listed.targets, *(each for each in demand.task.targets if along(each.text))),
    )


def _lead_only_once(units: Units) -> Units:
    """A unit that leads for one superior needn't support or answer for another; nobody is named twice."""
    lead = set(units.lead)
    support = tuple(unit for unit in units.support if unit not in lead)
    rest = lead | set(support)
    return Units(units.lead, support, tuple(unit for unit in units.responsible if unit not in rest))


def origin(demand: Demand) -> str:
    """Where a stub comes from: the superior's item, and what of it last year's plan has already."""
    heading = demand.task.heading.value
    name = f"来源：{demand.alias}#{demand.task.id}{' ' + heading if heading else ''}"
    if demand.whole:
        return f"{name}（上年没有对应的任务）"
    beside, unsure = _answered_by(demand.trace), _unsure(demand)
    rest = f"；其余见“{beside}”，也可并入那一项" if beside and not unsure else ""
    doubt = f"；{unsure}上年有没有，请对照原文" if unsure else ""
    return f"{name}（这一条里上年没有的措施{rest}{doubt}）"


def _unsure(demand: Demand) -> str:
    """The measures of which the texts don't tell whether last year's plan has them, in quotation marks."""
    taken = {clause.id for clause in demand.clauses}
    texts = [
        clause.text.value for clause in demand.trace.clauses if clause.status == "review" and clause.id not in taken
    ]
    return "".join(f"“{words.rstrip('；。')}”" for words in texts)


def _answered_by(trace: TaskTrace) -> str:
    """The likeliest of the tasks that answer what last year's plan did answer; empty where none does."""
    return next((each.heading for each in trace.counterparts if each.task in trace.answering), "")


def _ended(words: str) -> str:
    """A measure as a sentence of its own."""
    words = words.strip().rstrip("；;，,")
    return words if words.endswith(("。", "！", "？", "”")) else words + "。"
