"""Where the plan asks for less than its superior on the same thing: an option for a duty, some places for all.

Long measures say several things, and so do their answers: the phrases that speak of one thing are held against each
other, whole measures only where they are short.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from planforge.coverage.findings.answers import Answers
from planforge.coverage.findings.fewer import names_both_halves
from planforge.coverage.findings.firmness import means_all, names_others, narrowed, softens, weakened
from planforge.coverage.findings.less import Less
from planforge.coverage.texts.denials import reversals
from planforge.coverage.texts.matters import NEARLY, SAME, Phrase, cut, phrases_of
from planforge.model import ClauseTrace, Task, TaskTrace, Text

#: Measures of so many phrases say one thing.
SHORT = 2


@dataclass(frozen=True, slots=True)
class Softened:
    """Words of the plan's `task` that ask for less than those of the superior's measure `clause`, and what tells;
    `overlap` is how much the two have in common (0 to 1)."""

    clause: str
    superior: Text
    plan: Text
    task: Task
    words: Less
    overlap: float = 0.0


def weakenings(answers: Answers) -> Iterator[Softened]:
    """Duties and demands of the superior that are aims or options in the plan, or whose reverse it does."""
    turned = [each for trace in answers.directive.tasks for each in _turned(trace, answers)]
    told = {(each.clause, each.superior) for each in turned}
    yield from _once(turned)
    softer = _Comparison(answers, weakened, SHORT, bool).softened()
    yield from _once(each for each in softer if (each.clause, each.superior) not in told)


def narrowings(answers: Answers) -> Iterator[Softened]:
    """What the superior wants everywhere and the plan in some places."""
    found = _Comparison(answers, narrowed, SHORT + 1, means_all).softened()
    return _once(each for each in found if not names_others(_behind(each)) and not _is_one_half(each))


def _once(found: Iterable[Softened]) -> Iterator[Softened]:
    """Each phrase of the plan once, against the demand that has most of it: of n alike and n demands, n are told."""
    best: dict[object, Softened] = {}
    for each in found:
        phrase = (each.task.id, each.plan.at(0), each.plan.value)
        if phrase not in best or best[phrase].overlap < each.overlap:
            best[phrase] = each
    yield from best.values()


def _is_one_half(found: Softened) -> bool:
    """Whether the plan's task speaks of the other half, too: 城镇居民……，农村居民…… for 城乡居民."""
    return found.words.superior.startswith("城乡") and names_both_halves(found.task.text.value)


def _behind(found: Softened) -> str:
    """What follows in the plan's task on the words that were found."""
    return found.task.text.value.partition(found.plan.value)[2]


def _turned(trace: TaskTrace, answers: Answers) -> Iterator[Softened]:
    """What the plan does although the superior forbids it, or no longer does although that asks for it."""
    said = list(answers.to(trace))
    demands = list(phrases_of(trace.task)) if said else []
    for found in reversals([each.text.value for each in demands], [phrase.text.value for _, phrase in said]):
        demand, (leaf, phrase) = demands[found.demand], said[found.answer]
        yield Softened(demand.clause, demand.text, phrase.text, leaf, Less(found.superior, found.plan))


@dataclass(frozen=True)
class _Comparison:
    """What is held against each other, and how one phrase, or one short measure, is found to ask for less.

    An answer of `short_answer` phrases at most is one for the whole measure. A phrase on the same thing settles it
    where it `speaks` of what is asked: 推行 does for 必须推行, but not for 全面推行.
    """

    answers: Answers
    compare: Callable[[str, str], Less | None]
    short_answer: int
    speaks: Callable[[str], bool]

    def softened(self) -> Iterator[Softened]:
        for trace in self.answers.directive.tasks:
            found = list(self._in_phrases(trace))
            yield from found
            told = {each.clause for each in found}
            rest = (clause for clause in trace.clauses if clause.id not in told)
            yield from (each for clause in rest for each in self._in_short(trace, clause))

    def _in_phrases(self, trace: TaskTrace) -> Iterator[Softened]:
        soft = [(leaf, phrase) for leaf, phrase in self.answers.to(trace) if softens(phrase.text.value)]
        for demand in phrases_of(trace.task) if soft else ():
            found = [
                (leaf, phrase, words)
                for leaf, phrase in soft
                if demand.likeness(phrase) >= SAME and (words := self._less(demand, phrase))
            ]
            firm = self._as_firm(demand, trace) if found else 0.0
            for leaf, phrase, words in found:
                overlap = demand.overlap(phrase)
                if firm < overlap - NEARLY and self._as_soft(phrase, leaf.id) < overlap:
                    yield Softened(demand.clause, demand.text, phrase.text, leaf, words, overlap)

    def _less(self, demand: Phrase, phrase: Phrase) -> Less | None:
        """How the phrase asks for less; of a plain demand it must say hardly anything else."""
        words = self.compare(demand.text.value, phrase.text.value)
        return None if words and words.is_plain and demand.overlap(phrase) < SAME else words

    def _as_firm(self, demand: Phrase, trace: TaskTrace) -> float:
        """The most that a phrase of the plan has of the demand which is as firm, -1 for none."""
        said = ((demand.overlap(one), one.text.value) for _, one in self.answers.to(trace))
        return _most(said, lambda words: not self.compare(demand.text.value, words))

    def _as_soft(self, phrase: Phrase, leaf: str) -> float:
        """The most that a demand on the plan's leaf has of its phrase which is as soft, -1 for none."""
        if phrase not in self._softest:
            asked = ((one.overlap(phrase), one.text.value) for one in self.answers.asked(leaf))
            self._softest[phrase] = _most(asked, lambda words: not self.compare(words, phrase.text.value))
        return self._softest[phrase]

    @cached_property
    def _softest(self) -> dict[Phrase, float]:
        return {}

    def _in_short(self, trace: TaskTrace, clause: ClauseTrace) -> Iterator[Softened]:
        """A short measure against its short answer, where no phrase of this says what the superior's does."""
        best, leaves = clause.best, self.answers.leaves
        if best is None or best.task not in leaves or clause.status not in ("covered", "partial"):
            return
        words = self.compare(clause.text.value, best.text.value)
        if words and not words.is_plain and _is_short(clause.text, SHORT) and _is_short(best.text, self.short_answer):
            said = [phrase for _, phrase in self.answers.to(trace) if self.speaks(phrase.text.value)]
            firm = (one for one in cut(clause.id, clause.text) if words.superior in one.text.value)
            if not any(one.likeness(phrase) >= SAME for one in firm for phrase in said):
                yield Softened(clause.id, clause.text, best.text, leaves[best.task], words)


def _most(shares: Iterable[tuple[float, str]], fits: Callable[[str], bool]) -> float:
    """The greatest share of those whose words fit, -1 for none."""
    return next((share for share, words in sorted(shares, reverse=True) if fits(words)), -1.0)


def _is_short(text: Text, most: int) -> bool:
    return len(list(cut("", text))) <= most
