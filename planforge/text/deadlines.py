"""Time limits: 2027年6月底前, 上半年, “十四五”末, 每季度, 长期坚持 → a date or a recurrence, with the words kept."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from planforge.model import Deadline, Text
from planforge.text.times import POINT, half_width, last_day, points, year_of

_EVERY = (
    r"每(?:个|两|半)?(?:年度?|季度?|月份?|周|旬|学期)(?:[^，。；、（）\s]{0,6}?(?:前|底|末)(?![期往沿来提])前?)?"
    r"|(?:按|逐)(?:月|季度|周|年度|季(?!节))|每半年|半年一次|一[年月周]一次|一季度一次"
)
_ALWAYS = r"长期坚持|长期推进|长期|持续推进|持续开展|持续|常年(?:坚持|推进|开展)?|贯穿全年|全年(?:推进|坚持)?|常态化(?:推进|开展)?"
_RECURS = re.compile(rf"(?P<every>{_EVERY}|每[日天])|(?P<always>{_ALWAYS})")
_IN_TEXT = re.compile(
    rf"(?P<every>{_EVERY})|(?P<always>贯穿全年|全年(?:推进|坚持|不间断)|(?<=[，；、（(：:])(?:{_ALWAYS})(?=[。；）)，\s]|$))"
)
_LABEL = re.compile(
    r"(?:完成时限|完成时间|办结时限|时间要求|时间节点|推进时限|时限要求|时限)[：:]\s*([^；;。，,（）()\n]{2,40})"
)
_ISO = re.compile(r"(?P<y>20\d\d)[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?(?!\d)")
_DUE = re.compile(
    r"[^，。；、]{0,12}?(?:完成|启动|上线|建成|投用|投入|运行|出台|印发|制定|召开|举办|开工|竣工|实现|开展|组织|报送|形成|验收|达到|公布|发布|落实)(?![^，。；]{0,2}的)"
)
_LONGEST_TITLE, _LONGEST_SENTENCE = 100, 500
_RANGE = r"[—–\-~～至到]"
_PAST = ("截至", "截止", "自", "从", "早在", "已于", "在于")
_NO_LIMIT = ("以来", "起", "以后", "之后", "后", "同期", "度", "版")


def read(text: Text, year: int | None) -> Deadline:
    """The whole text as one time limit; date and recurrence are None where it can't be read (立即, 尽快).

    Of several points (2027年3月启动，6月底前完成) the last counts. `year` is that of the document.
    """
    value = half_width(text.value.strip())
    recurs = _RECURS.match(value)
    if recurs:
        return Deadline(text.strip(), None, value if recurs["every"] else recurs[0])
    if iso := _ISO.fullmatch(value):
        return Deadline(text.strip(), _iso_day(iso))
    days = [day for point, context in _points(value, year) if (day := last_day(point, context))]
    if value.isdigit() and len(value) == 4 and value.startswith("20"):
        days = [datetime.date(int(value), 12, 31)]
    return Deadline(text.strip(), max(days, default=None))


def find(text: Text, year: int | None) -> tuple[Deadline, ...]:
    """The time limits in a text, in order, each words once.

    No limits are: periods in titles, plain years (2023年专项行动方案), beginnings (自1月起), and what lies before `year`.
    """
    value = half_width(text.value)
    spans = sorted({*_labelled(value), *_limits(value, year), *_recurring(value)})
    found: dict[str, Deadline] = {}
    covered = 0
    for start, stop in spans:
        if start >= covered:
            words = text.slice(start, stop)
            found.setdefault(words.value, read(words, _context(value, start, year)))
            covered = stop
    return tuple(found.values())


def _iso_day(iso: re.Match[str]) -> datetime.date | None:
    month = iso["m"]
    point = POINT.fullmatch(f"{iso['y']}年{month}月" + (f"{iso['d']}日" if iso["d"] else "底"))
    return last_day(point, None) if point else None


def _points(value: str, year: int | None) -> Iterator[tuple[re.Match[str], int | None]]:
    """The points in `value`, each with the year of its context: that of the point before it, else `year`."""
    for point in points(value):
        yield point, year
        year = year_of(point, year) or year


def _context(value: str, start: int, year: int | None) -> int | None:
    """The year for a limit at `start`: one named earlier in its sentence by another limit, else the document's."""
    near = max(0, start - _LONGEST_SENTENCE)
    sentence = max(near - 1, *(value.rfind(stop, near, start) for stop in "。；\n")) + 1
    for point in points(value, sentence, start):
        if (point["year"] or point["near"]) and not _is_title(value, point):
            year = year_of(point, year)
    return year


def _labelled(value: str) -> Iterator[tuple[int, int]]:
    for label in _LABEL.finditer(value):
        yield label.span(1)


def _recurring(value: str) -> Iterator[tuple[int, int]]:
    for match in _IN_TEXT.finditer(value):
        yield match.span()


def _limits(value: str, year: int | None) -> Iterator[tuple[int, int]]:
    for point in points(value):
        prefix = re.search(r"(?<![截报达受得])[到至]\s?$", value[max(0, point.start() - 3) : point.start()])
        if _is_limit(value, point, prefix is not None) and not _is_past(value, point, year):
            yield point.start() - (len(prefix[0]) if prefix else 0), point.end()


def _is_limit(value: str, point: re.Match[str], after_until: bool) -> bool:
    """Whether the words around a point make it a limit."""
    if value.startswith(_NO_LIMIT, point.end()) or _is_title(value, point) or _in_range(value, point):
        return False
    if point["before"] or point["end"]:
        return True
    if point["plan"]:
        return point[0].endswith(("末", "终"))
    if point["bare"]:
        return after_until
    return after_until or point["part"] is not None or _DUE.match(value, point.end()) is not None


def _is_past(value: str, point: re.Match[str], year: int | None) -> bool:
    day = last_day(point, year)
    earlier = (
        day is not None and year is not None and day.year < year - (point["before"] is not None and not point["end"])
    )
    return earlier or value[max(0, point.start() - 2) : point.start()].endswith(_PAST)


def _is_title(value: str, point: re.Match[str]) -> bool:
    """Whether a point stands within 《》."""
    near = max(0, point.start() - _LONGEST_TITLE)
    return value.rfind("《", near, point.start()) > value.rfind("》", near, point.start())


def _in_range(value: str, point: re.Match[str]) -> bool:
    """Whether a point begins or ends a period (2022—2035年)."""
    before = re.search(rf"\d\s?年?{_RANGE}$", value[max(0, point.start() - 4) : point.start()])
    return before is not None or re.match(rf"{_RANGE}\s?(?:20)?\d", value[point.end() : point.end() + 4]) is not None
