"""From the amounts of a text to its targets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planforge.model import Operator, Target, Text
from planforge.text.brackets import enclosed
from planforge.text.quantities import naming, verbs
from planforge.text.quantities.amounts import Quantity, quantities
from planforge.text.quantities.comparators import compare, decide
from planforge.text.quantities.setting import Setting, is_rule
from planforge.text.times import half_width

_DURATIONS = (
    "个月",
    "个工作日",
    "个自然日",
    "小时",
    "个小时",
    "工作日",
    "个星期",
    "分钟",
    "天",
    "日",
    "年",
    "周",
    "岁",
)
_LASTING = re.compile(r"天数|日数|年限|寿命|年龄|天气")
_COUNTED = re.compile(
    r"(?:万?亿?[家所座处条项场次名件台个户人张辆套例篇部支组门间栋只头株棵对宗批款种类册期幅首站]|人次|户次|场次|学位|公里|千米|亩|公顷|平方米|平方公里|吨|立方米|千瓦|床)$"
)
_MEASURE_NAME = re.compile(
    r"(?:[量额率值数比度积产模入资重长速]|规模|收入|投资|支出|存款|贷款|能力|人口|就业|里程|浓度|强度|水平|标准|指数|满意度|出口|进口|零售|生产总值|GDP)$"
)
_JOINT = "、和及与并或"


@dataclass(frozen=True, slots=True)
class _Part:
    """An amount with the stretch of its segment that speaks of it alone."""

    start: int
    stop: int
    quantity: Quantity


def find_targets(text: Text, year: int | None) -> tuple[Target, ...]:
    """What a text says must be reached, in order; `year` is due where the text names none.

    Values are as printed with their unit: 3.5 and 万件, 5 and % for 百分之五, a pair for a range, words for 翻一番. Amounts
    paid, limits inside rules, durations, names (“131”工程) and what lies before `year` are no targets.
    """
    value = half_width(text.value)
    inside = enclosed(value)
    amounts = list(quantities(value, inside))
    if not amounts:
        return ()
    return tuple(_Reader(text, value, inside, Setting(year, year)).read(amounts))


def _cuts(value: str, inside: bytearray, stops: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches of `[start:stop]` between `stops` that no bracket encloses."""
    begin = start
    for index in range(start, stop):
        if value[index] in stops and not inside[index]:
            yield begin, index
            begin = index + 1
    yield begin, stop


class _Reader:
    """Reads one text from head to end: what a sentence leaves out, the one before it said."""

    def __init__(self, text: Text, value: str, inside: bytearray, setting: Setting) -> None:
        self._text, self._value, self._inside, self._setting = text, value, inside, setting
        self._verb = ""
        self._name = ""

    def read(self, amounts: Sequence[Quantity]) -> Iterator[Target]:
        position = 0
        for start, stop in _cuts(self._value, self._inside, "。；;！？\n", 0, len(self._value)):
            here = []
            while position < len(amounts) and amounts[position].start < stop:
                here.append(amounts[position])
                position += 1
            yield from self._sentence(start, stop, here)

    def _sentence(self, start: int, stop: int, amounts: list[Quantity]) -> Iterator[Target]:
        self._setting.enter_sentence()
        self._verb = self._name = ""
        rule = bool(amounts) and is_rule(self._value[start:stop])
        for begin, end in _cuts(self._value, self._inside, "，,：:", start, stop):
            self._setting.read(self._value[begin:end])
            here = [each for each in amounts if begin <= each.start < end]
            if here and not rule and not self._setting.past:
                yield from self._segment(begin, end, here)
            elif not here:
                self._verb, self._name = "", self._value[begin:end]

    def _segment(self, start: int, stop: int, amounts: list[Quantity]) -> Iterator[Target]:
        for part in self._parts(start, stop, amounts):
            target = self._target(part)
            if target:
                yield target

    def _parts(self, start: int, stop: int, amounts: list[Quantity]) -> Iterator[_Part]:
        kept = [each for each in amounts if not self._is_attribute(each, start, stop)]
        begin = start
        for index, quantity in enumerate(kept):
            end = stop if index + 1 == len(kept) else self._boundary(quantity.end, kept[index + 1].start)
            if end is None:
                end = kept[index + 1].start
            yield _Part(begin, end, quantity)
            begin = end

    def _boundary(self, start: int, stop: int) -> int | None:
        """Where between two amounts the words of the first end: before the last 、 or 和 outside brackets."""
        joints = [index for index in range(start, stop) if self._value[index] in _JOINT and not self._inside[index]]
        if joints and joints[0] == start:
            return start
        return joints[-1] if joints else None

    def _is_attribute(self, quantity: Quantity, start: int, stop: int) -> bool:
        """Whether an amount only describes the thing that is counted: 年产值超100亿元的企业2家."""
        before, after = self._value[start : quantity.start], self._value[quantity.end : stop]
        if verbs.ENDING.search(before) and _COUNTED.search(quantity.unit):
            return False
        if re.match(r"\s*的", after) or re.match(r"[、和][^，]{0,30}的", after) and re.search(r"\d", after):
            return not (quantity.unit == "%" and not naming.measured(before))
        if re.search(r"(?:由|从)(?:[^，]{0,10}的)?\s?$", before) and re.search(r"到|至|为", after):
            return True
        return (
            quantity.suffix != ""
            and re.match(r"[\u4e00-\u9fffA-Za-z“]", after) is not None
            and after[0] not in _JOINT + "，以"
        )

    def _target(self, part: _Part) -> Target | None:
        quantity = part.quantity
        before = self._value[part.start : quantity.start]
        after = self._value[quantity.end : part.stop]
        made = (
            self._counted_before_noun(part, before, after)
            or self._compared(part)
            or self._counted_after_noun(part, before, after)
        )
        if made is None:
            return None
        name, operator, start, stop = made
        if len(name) < 2 or quantity.unit in _DURATIONS and not _LASTING.search(name) and not _LASTING.match(after):
            return None
        self._name = name
        due = self._due(before)
        return Target(
            self._text.slice(start, stop).strip(" 、和及"), name, operator, quantity.value, quantity.unit, due
        )

    def _due(self, before: str) -> int | None:
        due = self._setting.due
        return due - 1 if due is not None and "提前一年" in before else due

    def _counted_before_noun(self, part: _Part, before: str, after: str) -> tuple[str, Operator, int, int] | None:
        """培育10家企业, and going on after it 、200个中品类."""
        quantity = part.quantity
        if not _COUNTED.search(quantity.unit) or not re.match(r"\s?[\u4e00-\u9fffA-Za-z“（]", after):
            return None
        ending = (verbs.ENDING_STRICT if quantity.in_words else verbs.ENDING).search(before)
        if quantity.in_words and not self._is_countable(quantity, before, ending is not None):
            return None
        going_on = before.strip(_JOINT + " ") == "" and self._verb != ""
        if not ending and not going_on and not (quantity.in_words and quantity.unit == "次"):
            return None
        verb = ending[1] if ending else self._verb
        self._verb = verb
        name = naming.object_of(after, verb, before)
        return name, decide(self._floor(before), quantity), part.start, part.stop

    def _floor(self, before: str) -> Operator:
        if re.search(r"至少|不少于|不低于|达到\s?$", before):
            return ">="
        return ">" if re.search(r"超过?|突破\s?$", before[-3:]) else "="

    def _is_countable(self, quantity: Quantity, before: str, made: bool) -> bool:
        """一次 counts in 每年开展一次…活动; other words need a verb of making, and 一个 is an article."""
        if quantity.unit == "次":
            return re.search(r"每[年季半月].{0,6}(?:开展|举办|组织)\s?$", before) is not None
        return made and quantity.value != 1

    def _compared(self, part: _Part) -> tuple[str, Operator, int, int] | None:
        quantity = part.quantity
        comparison = compare(self._value, part.start, quantity)
        if comparison is None or quantity.in_words and comparison.operator == "=":
            return None
        name = naming.measured(self._value[part.start : comparison.stop])
        if len(name) < 2 or re.fullmatch(r"(?:年均|同比|平均|累计)?(?:增长|提高|下降|降低|减少|增加|提升|增幅)", name):
            name = naming.measured(self._name) + name
        return name, comparison.operator, part.start, quantity.end

    def _counted_after_noun(self, part: _Part, before: str, after: str) -> tuple[str, Operator, int, int] | None:
        """新增示范校10所, 商标有效注册量3.5万件, and going on after them 、市级30家."""
        quantity = part.quantity
        if re.match(r"[\u4e00-\u9fff]", after) and after[0] not in _JOINT or quantity.in_words and quantity.value == 1:
            return None
        phrase = before.strip(_JOINT + "， ")
        leading = naming.verb_of(phrase)
        named = _MEASURE_NAME.search(phrase) is not None
        if (
            not phrase
            or not (leading or self._verb or named or verbs.WITHIN.search(phrase))
            or quantity.in_words
            and not leading
        ):
            return None
        name = naming.counted(phrase, "" if leading else self._verb)
        self._verb = leading or self._verb
        return name, decide("=", quantity), part.start, quantity.end
