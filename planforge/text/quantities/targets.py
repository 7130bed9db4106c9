"""From the amounts of a text to its targets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from planforge.model import Target, Text
from planforge.text.brackets import enclosed
from planforge.text.late import late
from planforge.text.quantities import naming, phrases, years
from planforge.text.quantities.amounts import IN_AMOUNT, Quantity, quantities
from planforge.text.quantities.lexicon import words
from planforge.text.quantities.parts import JOINTS, Part, parts
from planforge.text.quantities.phrases import Phrase
from planforge.text.quantities.setting import Setting, pays
from planforge.text.times import half_width

_DURATIONS = frozenset(words("durations"))
_SENTENCE_ENDS = "。；;！？\n"
_SEGMENT_END = late(f"[，,：:{_SENTENCE_ENDS}]")
#: What an amount is measured against: 较上年, 比2025年底, 由2025年的3.2件, 在去年基础上, 同比.
_BASELINE = late(
    r"(?:(?<!占)比|较|与|由|从|在)\s?(?:20\d\d\s?年(?:底|末)?|上一?年(?:底|末)?|去年(?:底|末)?|前一年|同期|“十[一二三四五]五”末)"
    r"(?:同期|水平|基础上|相比|的?\s?\d[\d.]*\s?(?:[%％]|[万亿]?[\u4e00-\u9fff])?)?|同比|环比"
)
#: What may stand around the words of a target.
_AROUND = " " + JOINTS
#: Indicators that are measured in days or years all the same: 空气优良天数, 平均受教育年限.
_LASTING = late(r"天数|日数|年限|寿命|年龄")


def find_targets(text: Text, year: int | None, since: int | None = None) -> tuple[Target, ...]:
    """What a text says must be reached, in order; `year` is due where the text names none.

    Values are as printed with their unit: 3.5 and 万件, 5 and % for 百分之五, a pair for a range, words for 翻一番.
    Amounts paid, limits inside rules, durations, names (“131”工程) and what is told of years before `since` (None:
    before `year`) are no targets.
    """
    if IN_AMOUNT.search(text.value) is None:
        return ()
    value = half_width(text.value)
    inside = enclosed(value)
    amounts = list(quantities(value, inside))
    return (
        tuple(_Reader(text, value, inside, Setting(since=since or year, usual=year)).read(amounts)) if amounts else ()
    )


def _sentences(value: str, inside: bytearray) -> Iterator[list[tuple[int, int]]]:
    """The sentences of a text, each as the segments between its commas; within brackets none ends."""
    segments: list[tuple[int, int]] = []
    begin = 0
    for each in _SEGMENT_END.finditer(value):
        if not inside[stop := each.start()]:
            segments.append((begin, stop))
            begin = stop + 1
            if value[stop] in _SENTENCE_ENDS:
                yield segments
                segments = []
    segments.append((begin, len(value)))
    yield segments


class _Reader:
    """Reads one text from head to end: what a phrase leaves out, the one before it in its sentence said."""

    def __init__(self, text: Text, value: str, inside: bytearray, setting: Setting) -> None:
        self._text, self._value, self._inside = text, value, inside
        self._setting = setting
        self._verb = self._name = ""
        self._years: list[int] = []
        self._dues: dict[int, int] = {}

    def read(self, amounts: Sequence[Quantity]) -> Iterator[Target]:
        starts = [each.start for each in amounts]
        for segments in _sentences(self._value, self._inside):
            start, stop = segments[0][0], segments[-1][1]
            if start > starts[-1]:
                return
            sentence = self._value[start:stop]
            first, done = bisect_left(starts, start), bisect_left(starts, stop)
            if first < done or not self._setting.is_left_by(sentence):
                yield from self._sentence(sentence, segments, amounts[first:done])

    def _sentence(
        self, sentence: str, segments: Sequence[tuple[int, int]], amounts: Sequence[Quantity]
    ) -> Iterator[Target]:
        self._setting.enter_sentence(sentence)
        changes = not self._setting.holds_in(sentence)
        goes_on = self._name and "20" in sentence and years.GOES_ON.match(sentence)
        self._verb, self._name = "", self._name if goes_on else ""
        self._years = []
        done, count = 0, len(amounts)
        for begin, end in segments:
            if changes:
                self._setting.read(self._value[begin:end])
            first = done
            while done < count and amounts[done].start < end:
                done += 1
            if first < done:
                yield from self._segment(begin, end, amounts[first:done])
                self._years = []
            else:
                self._pass(self._value[begin:end])

    def _pass(self, segment: str) -> None:
        """Take in a segment without amounts: what it measures, or when, may be that of the next."""
        self._years = [year for _, year in years.named(segment)] if "20" in segment else []
        if not self._years or not years.ALONE.fullmatch(segment):
            words = segment[-60:]
            self._verb, self._name = "", words if phrases.measures(words) else ""

    def _segment(self, start: int, stop: int, amounts: Sequence[Quantity]) -> Iterator[Target]:
        segment = self._value[start:stop]
        if self._setting.past or (self._setting.pays and pays(segment)):
            self._verb, self._name = "", self._value[start : amounts[0].start][-60:]
        else:
            self._dues = self._due_each(segment, start, amounts) if len(amounts) > 1 else {}
            told = parts(self._value, self._inside, start, stop, amounts)
            found = list(self._shared(told) if "分别" in segment else self._each(told))
            found = [each for each in found if not self._is_history(each)] if self._dues else found
            yield from _headed(found) if len(found) > 1 else found

    def _due_each(self, segment: str, start: int, amounts: Sequence[Quantity]) -> dict[int, int]:
        """The years in which amounts are due, by where they stand; empty where one holds for all."""
        due = years.dues(segment, [each.start - start for each in amounts], self._years)
        return {each.start: year for each, year in zip(amounts, due, strict=False)}

    def _is_history(self, target: Target) -> bool:
        since = self._setting.since
        return since is not None and target.year is not None and target.year < since

    def _each(self, found: Sequence[Part]) -> Iterator[Target]:
        unread: Part | None = None
        for each in found:
            part = self._with(unread, each) if unread and not each.words.before else each
            phrase = phrases.read(part.words, self._verb, self._name)
            if phrase is not None and self._stands(phrase, part):
                self._verb, self._name = phrase.verb, phrase.name
                yield self._target(part, phrase, phrase.name)
                unread = None
            else:
                unread = each if part is each else None  # one amount may be passed over, a string of them is no phrase

    def _with(self, unread: Part, part: Part) -> Part:
        """The part with the words of one before it that set no target: 围绕3条产业链开展导航项目5项."""
        before = self._value[unread.start : part.quantity.start]
        return part._replace(start=unread.start, words=part.words._replace(before=before))

    def _shared(self, found: Sequence[Part]) -> Iterator[Target]:
        """A、B分别达到60家、30家: amounts belong to the names in turn, or to the whole where their numbers differ."""
        first = phrases.read(found[0].words, self._verb, self._name) if found else None
        rest = [part for part in found[1:] if not part.words.before.strip(JOINTS + " ")]
        if first is None or len(rest) + 1 < len(found) or not self._stands(first, found[0]):
            yield from self._each(found)
            return
        self._name = first.name
        for part, name in zip(found, naming.in_turn(first.name, len(found)), strict=True):
            yield self._target(part._replace(start=found[0].start), first, name)
            first = first._replace(behind=0)

    def _stands(self, phrase: Phrase, part: Part) -> bool:
        """Whether the phrase names something, and its amount is no mere duration or payment."""
        unit = part.quantity.form.unit
        lasting = unit not in _DURATIONS or _LASTING.search(phrase.name) is not None
        return len(phrase.name) >= 2 and lasting and not (unit.endswith("元") and self._setting.pays)

    def _target(self, part: Part, phrase: Phrase, name: str) -> Target:
        quantity = part.quantity
        due = self._dues.get(quantity.start, self._setting.due) if self._dues else self._setting.due
        end = part.stop if phrase.behind is None else quantity.end + phrase.behind
        said = self._text.slice(part.start, end).strip(_AROUND)
        if due is not None and "提前一年" in part.words.before:
            due -= 1
        against = _BASELINE.search(said.value)
        baseline = against[0] if against else ""
        return Target(said, name, phrase.operator, quantity.value, quantity.form.unit, due, baseline)


def _headed(targets: Sequence[Target]) -> Iterator[Target]:
    """2个千亿级、5个百亿级产业集群: the first shares the noun of the second."""
    for target, following in zip_longest(targets, targets[1:]):
        kind = target.indicator[-1]
        if following is not None and kind in "级类型" and kind in following.indicator[:-1]:
            head = following.indicator.partition(kind)[2]
            yield replace(target, indicator=target.indicator + head)
        else:
            yield target
