"""Where the plan names but some of the things that its superior lists: 机关、学校 for 机关、事业单位、学校、医院."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from rapidfuzz import fuzz

from planforge.coverage.findings.answers import Answers
from planforge.coverage.texts.matters import SAME, Phrase, phrases_of
from planforge.model import Task, TaskTrace, Text
from planforge.text.late import late
from planforge.text.quantities.verbs import LEADING

#: A thing is named where a text has more than this share of its pairs of characters: 中介服务机构 for 中介机构.
NAMED = 0.34
#: How alike the phrases are (0 to 100) without what one of them leaves out.
ALIKE = 75
_JOINT = late("以及|[、和及与或]")
#: Words that are a thing of a list.
_THING = late(r"[^\W\d]{2,8}")
#: What is no part of the things themselves.
_BEFORE = late("^(?:其他|全面|全部|面向|针对|围绕|推动|督促|[对向在由为将把给])")
_BEHIND = late("(?:全部|全面|均|都|必须|应当?|一律|普遍)+$")
_SUCH = "等"


@dataclass(frozen=True, slots=True)
class Shortened:
    """Words of the plan's `task` that leave out `things` which those of the superior's measure `clause` list."""

    clause: str
    superior: Text
    plan: Text
    task: Task
    things: tuple[str, ...]


def shortenings(answers: Answers) -> Iterator[Shortened]:
    """The lists of the superior's of which the plan names a part and nothing else, and nowhere the rest."""
    for trace in answers.directive.tasks:
        said = tuple(answers.to(trace))
        for demand in phrases_of(trace.task) if said else ():
            if "、" in demand.text.value:
                leaf, phrase = max(said, key=lambda one: demand.overlap(one[1]))
                if left := _left_out(demand, phrase, trace, answers):
                    yield Shortened(demand.clause, demand.text, phrase.text, leaf, left)


def _left_out(demand: Phrase, phrase: Phrase, trace: TaskTrace, answers: Answers) -> tuple[str, ...]:
    """The things of a demand that the plan leaves out, where its phrase is on the same and names the others."""
    if demand.likeness(phrase) < SAME:
        return ()
    listed, kept = _apart(demand.text.value, phrase.text.value)
    tasks = [answers.leaves[name] for name in answers.names(trace)]
    told = "\n".join(words.value for task in tasks for words in (task.heading, task.text, task.closing))
    left = tuple(each for each in listed if not _names(told, each))
    is_part = kept and set(kept) <= set(listed) and _is_rest(demand.text.value, left, phrase.text.value)
    return left if is_part else ()


def _apart(superior: str, plan: str) -> tuple[Sequence[str], Sequence[str]]:
    """The things that two phrases list before the words that both end with; none, where these begin within a thing
    (全域土地整治 for 土地整治).
    """
    tail = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(superior), reversed(plan), strict=False))
    )
    rest = plan[: len(plan) - tail]
    within = _JOINT.fullmatch(rest[-1:]) is not None
    return ((), ()) if within else (tuple(_things(superior[: len(superior) - tail])), tuple(_things(rest)))


def _things(words: str) -> Iterator[str]:
    for piece in _JOINT.split(words.partition(_SUCH)[0]):
        thing = _BEHIND.sub("", _BEFORE.sub("", piece))
        verb = LEADING.match(thing)
        thing = thing[verb.end() :] if verb else thing
        if _THING.fullmatch(thing):
            yield thing


def _is_rest(superior: str, left: Sequence[str], plan: str) -> bool:
    """Whether a phrase of the plan's says what the superior's does without the things that are left out."""
    for thing in left:
        superior = superior.replace(thing, "")
    return fuzz.ratio(superior, plan) >= ALIKE


def _names(text: str, thing: str) -> bool:
    pairs = list(map(operator.add, thing, thing[1:]))
    return sum(pair in text for pair in pairs) > NAMED * len(pairs)
