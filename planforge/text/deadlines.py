"""Time limits: 2027年6月底前, 上半年, “十四五”末, 每季度, 长期坚持 → a date or a recurrence, with the words kept."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from planforge.model import Deadline, Text
from planforge.text.late import late
from planforge.text.times import day_of_iso, half_width, last_day, points, year_of

_PERIOD = "(?:月|季度|周|年度|季(?!节))"
_EVERY = (
    r"每(?:个|两|半)?(?:年度?|季度?|月份?|周|旬|学期)"
    r"(?:[^，。；、（）\s]{0,6}?(?:前|底|末)(?![期往沿来提])前?)?"
    rf"|按{_PERIOD}|逐{_PERIOD}|每半年|半年一次|一[年月周]一次|一季度一次"
)
#: What goes on always, and what may follow the word.
_ALWAYS = {
    "长期": "(?:坚持|推进)?",
    "持续": "(?:推进|开展)?",
    "常年": "(?:坚持|推进|开展)?",
    "贯穿全年": "",
    "全年": "(?:推进|坚持)?",
    "常态化": "(?:推进|开展)?",
}
_RECURS = late(rf"(?P<every>{_EVERY}|每[日天])|(?P<always>{'|'.join(head + tail for head, tail in _ALWAYS.items())})")
#: In running text 持续推进 is mostly a verb; it is a time limit where it stands alone. Each form begins with a plain
#: character, so that the search can jump from one such to the next.
_ALONE = "|".join(rf"{head}(?<=[，；、（(：:]{head}){tail}(?=[。；）)，\s]|$)" for head, tail in _ALWAYS.items())
_IN_TEXT = late(rf"{_EVERY}|贯穿全年|全年(?:推进|坚持|不间断)|{_ALONE}")
_LABEL = late(
    r"(?:完成时限|完成时间|办结时限|时间要求|时间节点|推进时限|时限要求|时限)[：:]\s*([^；;。，,（）()\n]{2,40})"
)
#: Every time limit has one of these: a point in time, a label, what recurs.
_IN_LIMIT = late("[年月季五前时每按逐半一贯全长持常]")
#: Without 底前 a month or a quarter is a limit where something is done in it: 4月份正式上线.
_DUE = late(
    r"[^，。；、]{0,12}?(?:完成|启动|上线|建成|投用|投入|运行|出台|印发|制定|召开|举办|开工|竣工|实现|开展|组织|报送"
    r"|形成|验收|达到|公布|发布|落实|接入|开通|投产|交付|完工|封顶|通车|办结|清零|销号|上报|提交|挂牌|拆除|消除|淘汰|取缔|清退)(?![^，。；]{0,2}的)"
)
#: 2027年上半年，各试点城市印发实施方案: who does it stands between.
_DUE_BEHIND = late(r"，[^，。；、]{2,12}(?:印发|出台|完成|启动|制定|报送|形成)(?![了的]|[^，。；]{0,2}的)")
#: 纳入年底绩效考核
#: 2027年基本完成编制: of a bare year only such words make a limit.
_ALL_DONE = late(r"(?:基本|全面|全部|力争|确保)(?:完成|建成|实现|投用)(?!了)")
_REVIEW = late(r"(?:(?!完成|开展|组织|进行)[^，。；、]){0,6}(?:考核|考评|绩效|述职)")
#: “年初公布、年底兑现”的原则
_MOTTO = late(r"[^“”。；]{0,30}”的?(?:原则|机制|模式|要求|思路|办法|制度)")
_UNTIL = late(r"(?<![截报达受得])[到至]\s?$")
_BEGINNING = late(r"以来|起|以后|之后|后|同期|度|版")
#: 于上半年全部清运; not 用于, 等于, 落后于.
_AT = late(
    r"(?<![在位处归由至对关早晚先低高大小多少始源立建生发利属等用便服务力基鉴限后优劣适当好善终介决取迟易急出缘])于\s?$"
)
#: 3至 of 3至5月, with its year.
_FIRST_MONTH = late(r"(?:(?P<year>(?:19|20)\d\d)\s?年\s?)?(?<![\d.])1?\d\s?月?\s?[至到—–\-~～]{1,2}\s?$")
_COMPARES, _COMPARED = late(r"(?<![占对配])比$|(?<!比)较$"), late(r"相比|同比")
_PAST = ("自", "从", "早在", "已于", "在于")
_DONE = late(r"[^。；]{0,12}?已")
#: 5月9日前已完成合同签订的: for whom something holds.
_CONDITION = late(r"已经?(?:完成|签订|取得|获得|办理|开工|立项|备案|购买|缴纳)[^，。；、]{0,12}的(?=[，、。；]|$)")
_NAMES_YEAR = late(r"\d{4}|[今明本当次翌]年|[〇○零]")
_RANGE = r"[—–\-~～至到]"
_RANGE_BEFORE = late(rf"\d\s?年?{_RANGE}$")
_RANGE_AFTER = late(rf"{_RANGE}\s?(?:20)?\d")
_LONGEST_TITLE = 100
#: Days by which a paper may come too late for its own limits.
_GRACE = 14


def read(text: Text, year: int | None) -> Deadline:
    """The whole text as one time limit; date and recurrence are None where it can't be read (立即, 尽快).

    Of several points (2027年3月启动，6月底前完成) the last counts. `year` is that of the document.
    """
    words = text.strip()
    value = half_width(words.value)
    recurs = _RECURS.match(value)
    if recurs and recurs["every"]:
        return Deadline(words, None, value)
    day = _last_of(value, year)
    return Deadline(words, day, recurs[0] if recurs and not day else None)


def never_ends(limit: Deadline) -> bool:
    """Whether a limit sets none: 长期坚持, 持续推进."""
    return limit.date is None and (limit.recurs or "").startswith(tuple(_ALWAYS))


def find(text: Text, year: int | None, issued: datetime.date | None = None) -> tuple[Deadline, ...]:
    """The time limits in a text, in order, each words once.

    No limits are: periods in titles, plain years (2023年专项行动方案), beginnings (自1月起), and days before `year`.
    Where the text names no year, 3月底前 in a document `issued` in November is that of the year after.
    """
    if _IN_LIMIT.search(text.value) is None:
        return ()
    value = half_width(text.value)
    named = list(points(value))
    spans = sorted({*_labelled(value), *_limits(value, named, year, issued), *_recurring(value)})
    if not spans:
        return ()
    context = _contexts(value, named, year)
    found: dict[tuple[str, int | None], Deadline] = {}
    for start, stop in _apart(spans):
        key = (text.value[start:stop], context(start))
        if key not in found:
            limit = read(text.slice(start, stop), key[1])
            found[key] = limit if issued is None or key[1] != year else _ahead_of(limit, issued)
    return tuple(found.values())


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sorted spans without those that begin within the one before."""
    covered = 0
    for start, stop in spans:
        if start >= covered:
            covered = stop
            yield start, stop


def _ahead_of(limit: Deadline, issued: datetime.date) -> Deadline:
    """A limit without a year, in the year after the day of issue where that day was well behind it: papers that are
    issued on 8 October still say 9月底前.
    """
    if limit.date is None or (issued - limit.date).days <= _GRACE or _NAMES_YEAR.search(half_width(limit.text.value)):
        return limit
    return read(limit.text, issued.year + 1)


@lru_cache(maxsize=256)
def _last_of(value: str, year: int | None) -> datetime.date | None:
    """The last of the days that a limit names; a point without a year has that of the point before it.

    A plan has the same limits again and again.
    """
    if iso := day_of_iso(value):
        return iso
    days: list[datetime.date | None] = []
    years: list[datetime.date | None] = []
    for point in points(value):
        (years if point["bare"] else days).append(last_day(point, year))
        year = year_of(point, year) or year
    return max((day for day in days or years if day), default=None)


def _contexts(value: str, found: Sequence[re.Match[str]], year: int | None) -> Callable[[int], int | None]:
    """For a place in the text the year that its sentence named last before it (not one gone by), else `year`."""
    named = [point for point in found if (point["year"] or point["near"]) and not _is_title(value, point)]
    named = [point for point in named if not year or (year_of(point, year) or year) >= year]
    starts = [point.start() for point in named]
    stops = [match.start() for match in re.finditer("[。；\n]", value)]

    def context(start: int) -> int | None:
        index = bisect_left(starts, start) - 1
        if index < 0 or bisect_left(stops, starts[index]) != bisect_left(stops, start):
            return year
        return year_of(named[index], year)

    return context


def _labelled(value: str) -> Iterator[tuple[int, int]]:
    for label in _LABEL.finditer(value) if "时" in value else ():
        yield label.span(1)


def _recurring(value: str) -> Iterator[tuple[int, int]]:
    for match in _IN_TEXT.finditer(value):
        if value[max(0, match.start() - 2) : match.start() - 1] != "每":  # 每人每月1000元 is a rate
            yield match.span()


def _limits(
    value: str, found: Iterable[re.Match[str]], year: int | None, issued: datetime.date | None
) -> Iterator[tuple[int, int]]:
    before = None
    for point in found:
        until = _UNTIL.search(value, max(0, point.start() - 3), point.start())
        first = _first_month(value, point, year)
        if first:
            yield first.start(), point.end()
        elif _is_limit(value, point, until is not None) and not _is_past(value, point, year, issued):
            begins = until and before and before.end() == until.start()  # 5月25日至6月2日 is one limit
            yield (before if begins and before else until or point).start(), point.end()
        before = point


def _first_month(value: str, point: re.Match[str], year: int | None) -> re.Match[str] | None:
    """The beginning of 3至5月开展 where the point is its end; None for a point of its own, or months gone by."""
    alone = point["month"] and not (point["day"] or point["part"] or point["year"])
    first = _FIRST_MONTH.search(value, max(0, point.start() - 12), point.start()) if alone else None
    if first is None or not _DUE.match(value, point.end()) or _DONE.match(value, point.end()):
        return None
    return None if year and first["year"] and int(first["year"]) < year else first


def _is_limit(value: str, point: re.Match[str], after_until: bool) -> bool:
    """Whether the words around a point make it a limit."""
    if _BEGINNING.match(value, point.end()) or _in_range(value, point):
        return False
    if _is_title(value, point) or (_MOTTO.match(value, point.end()) and _stands_in(value, point, "“", "”")):
        return False
    if point["end"] and not point["before"] and _REVIEW.match(value, point.end()):
        return False
    if point["before"] or point["end"]:
        return True
    if point["plan"]:
        return point[0].endswith(("末", "终"))
    if point["bare"]:
        return after_until or _ALL_DONE.match(value, point.end()) is not None
    due = _DUE.match(value, point.end()) or (point["half"] and _DUE_BEHIND.match(value, point.end()))
    at = _AT.search(value, max(0, point.start() - 2), point.start())
    return after_until or point["part"] is not None or due is not None or at is not None


def _is_past(value: str, point: re.Match[str], year: int | None, issued: datetime.date | None) -> bool:
    """Whether a point tells of the past: 截至…, or a year gone by unless 前 makes it a limit (its year is a slip).

    The year that something is compared with (比2026年底增长) counts as gone by. 截至 a day still to come is a limit.
    """
    start = point.start()
    if _COMPARES.search(value, max(0, start - 1), start) or _COMPARED.match(value, point.end()):
        return True
    if value.endswith(("截至", "截止"), max(0, start - 2), start):
        return not _is_to_come(value, point, year, issued)
    if value.endswith(_PAST, max(0, start - 2), start):
        return True
    if point["before"] and _CONDITION.match(value, point.end()):
        return True
    if year is None or (point["before"] and not _DONE.match(value, point.end())):
        return False
    day = last_day(point, year)
    return day is not None and day.year < year


def _is_to_come(value: str, point: re.Match[str], year: int | None, issued: datetime.date | None) -> bool:
    """Whether something is to be done by a point: it lies behind the day of issue, or is one of the year's own."""
    day = last_day(point, year)
    if day is None or _DONE.match(value, point.end()):
        return False
    if issued:
        return day >= issued
    return year is not None and day.year >= year and _DUE.match(value, point.end()) is not None


def _is_title(value: str, point: re.Match[str]) -> bool:
    """Whether a point stands within 《》."""
    return _stands_in(value, point, "《", "》")


def _stands_in(value: str, point: re.Match[str], opening: str, closing: str) -> bool:
    near = max(0, point.start() - _LONGEST_TITLE)
    return value.rfind(opening, near, point.start()) > value.rfind(closing, near, point.start())


def _in_range(value: str, point: re.Match[str]) -> bool:
    """Whether a point begins or ends a period (2022—2035年)."""
    before = _RANGE_BEFORE.search(value, max(0, point.start() - 4), point.start())
    return before is not None or _RANGE_AFTER.match(value, point.end(), point.end() + 4) is not None
