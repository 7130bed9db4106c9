"""What a document demands in figures without a target: full coverage in words, and the time that a service may take.

Readers count neither as a target (docs/notes/quantities.md): the one has no number, the other is the limit of a rule. A
plan that stays below its superior's does less all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Target, Task, Text
from planforge.text.late import late
from planforge.text.numerals import parse_amount
from planforge.text.quantities.bounds import NOT_MORE
from planforge.text.quantities.naming import measured
from planforge.text.times import half_width

_FULL = late(r"全覆盖|应([\u4e00-\u9fff])尽\1")
_REACHED = late(r"(?:实现|达到|做到|基本|全部|的)+$")
#: 缩短3天 tells by how much, not to what.
_NUMBER = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]{1,3})"
_SPAN = r"(?:个?工作日|个?自然日|个?小时|个月|分钟|[天日周年])"
_LIMIT = late(
    r"(?:时限|期限|时间|周期|用时|时长)(?:[^，。；：、\d]{0,10}?|[由从][^，。；：、]{1,14}?)"
    rf"(?:(?:压缩|压减|缩短|缩减|降低)(?:到|至|在|为)|(?:控制|{NOT_MORE})(?:到|至|在|为)?"
    rf"|(?={_NUMBER}\s?{_SPAN}[以之]?内))(?:不超过)?\s?(?P<value>{_NUMBER})\s?(?P<unit>{_SPAN})(?!以?上)"
)
#: Where a name begins, and how many characters from its end at most.
_STOP, _REACH = late("[，。；：、\n]"), 40
_YEAR = late(r"20\d\d(?=年)")
#: Characters; a shorter name (时限) may be anything's.
_SHORTEST = 3


def implied_targets(task: Task) -> Iterator[Target]:
    """The figures that a node's words imply; the year is that which their sentence names, None for none."""
    for text in (task.heading, task.text, task.closing):
        value = text.value
        if "全覆盖" in value or "尽" in value:
            yield from _full(text)
        if "时" in value or "期" in value:
            yield from _limits(text)


def _full(text: Text) -> Iterator[Target]:
    for match in _FULL.finditer(text.value):
        start, words = _before(text.value, match.start())
        name = measured(_REACHED.sub("", words))
        if len(name) >= _SHORTEST:
            said = text.slice(start, match.end())
            yield Target(said, f"{name}覆盖率", ">=", 100.0, "%", _year(text.value, match.end()))


def _limits(text: Text) -> Iterator[Target]:
    value = half_width(text.value)
    for match in _LIMIT.finditer(value):
        start, words = _before(value, match.start())
        name, amount = measured(words + match[0][:2]).replace("平均", ""), parse_amount(match["value"])
        if len(name) >= _SHORTEST and amount is not None:
            said = text.slice(start, match.end())
            yield Target(said, name, "<=", amount, match["unit"], _year(value, match.end()))


def _before(value: str, end: int) -> tuple[int, str]:
    """Where the phrase that ends at `end` begins, and its words."""
    near = max(0, end - _REACH)
    start = max((stop.end() for stop in _STOP.finditer(value, near, end)), default=near)
    return start, value[start:end]


def _year(value: str, end: int) -> int | None:
    """The last year that the sentence names before `end`."""
    named = _YEAR.findall(value, value.rfind("。", 0, end) + 1, end)
    return int(named[-1]) if named else None
