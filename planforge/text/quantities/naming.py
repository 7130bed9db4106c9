"""What an amount counts or measures: the indicator's name from the words around the amount."""

from __future__ import annotations

import re
from functools import lru_cache

from planforge.text.late import late
from planforge.text.quantities import verbs
from planforge.text.quantities.bounds import NOT_LESS, NOT_MORE
from planforge.text.quantities.verbs import CLOSING_ADVERBS, KEPT, LEADING

_TIME = (
    r"(?:到|至|在|截至)?\s?(?:“?十[一二三四五六七]五”?(?:期?末|期间|时期)"
    r"|(?:20\d\d[—–\-~～至])?20\d\d\s?年(?:年?(?:[底末]|中(?![心小学国部央]))|\d{1,2}\s?月[底末份]?|上半年|下半年|内|度)?"
    r"|[\d一二三五]年内|今年|去年|上年|本年度?|年[内底末]|全年|届时|每(?:半年|个?季度|个?月|[\d两三五]?年|周)|[一二三四]季度|[上下]半年)(?:之前|以前|前)?"
)
_LEAD = late(
    rf"\s*(?:{_TIME}|[①-⑳]|[，,、：:；和及与并]|以及|使得?|力争|争取|努力|确保|保证|实现|推动|促进|保持"
    r"|[一二三四五六七八九十]+[是要]|将|把|让|其中|预计|预期|计划|要|(?:主要)?目标(?:是|为)|在全[市省县区国](?:范围内)?)\s*"
)
#: What a rise is counted from: 比2025年, 由2025年的50亿元.
_BASE = late(
    r"(?:在|(?<!占)对?比|较|相比|同比)\s?(?:20\d\d\s?年|上年|去年|“?十[一二三四五]五”?末)(?:同期|基础上|的?基础|水平|实际)*(?![底末内])"
    rf"|(?:由|从)(?:20\d\d\s?年(?:底|末)?的?|目前的?|原来?)?(?:{NOT_LESS}|{NOT_MORE})?\s?\d[\d.]*[^\d，]{{0,6}}$"
)
_LEADING_CHANGE = late(rf"({verbs.CHANGES})(.{{2,}})")
_CHANGE = late(rf"(?:年均|同比|平均|累计|每年|再)*(?:{verbs.CHANGES})$")
_TAIL = late(
    r"(?:分别|(?<![人户年月日地平])均|都|总体|基本|一般|原则上|提前一年|提前|力争|确保|要|应|至少|也|将|进一步|全部|约|的|共|[一二三四]季度"
    r"|[上下]半年|，|\s)+$"
)
#: 治理率2026年、2027年底分别达到…
_WHEN = late(r"(?:到|至|在)?20\d\d\s?年?(?:年?[底末])?(?:[、和及]20\d\d\s?年(?:年?[底末])?)*$")
_ASIDE = late(r"^（[^（）]{1,6}）")
#: 推进设施菜田机械化水平达到60%: the verb says how, not what.
_DRIVEN = late(r"^(?:(?:进一步|大力|积极(?!性)|加快|推进|优先)(?=[\u4e00-\u9fff]{4}))+")
#: 优先在边境地区新建大棚
#: 各市每季度组织送戏下乡: who and how often.
_EACH = late(rf"^(?P<who>各[^，年月季周\d]{{1,8}}?)(?:{_TIME})(?=[\u4e00-\u9fff]{{2}})")
#: 每市新增示范县5个、示范村20个
_EACH_PLACE = late("^[各每]个?(?:设区的?|地级)?[市州县区乡镇村]{1,2}(?:（[^）]{1,8}）)?(?!级)")
_PLACE = late(rf"^(?:优先|重点)?在[^，。；]{{2,30}}?(?={verbs.MAKING})")
#: Characters; 城镇 of 城镇、农村居民收入分别增长 names nothing without the noun of the last.
_SHORTEST_NAME = 3
#: 完成造林5万亩: the work itself is what counts.
_WORK = late("(?:完成|新增).{2,}")
#: What the names of a list share: 小麦、玉米机械化率分别达到….
_SHARED = late(
    r"(?:综合)?(?:机械化|普及|覆盖|达标|合格|利用|处理|回收|优良|入园|入学|巩固|就业|登记|参保|签约)率$"
    r"|(?:全产业链)?总?产值$|产量$|增加值$|占比$|比[重例]$"
)
#: What tells nothing without the verbs before it: 完成造林绿化面积120万亩 measures 造林绿化面积.
_EXTENTS = frozenset(("面积", "任务", "数量", "里程", "规模", "总数", "人数", "户数"))
_DONE = late(r"^(?:全[市省县区国]|力争|确保|计划|累计|完成|实现|落实|达到)+")
_OPENING = late(r"\s*(?:的|以上的?|左右的?|以内的?)?\s*")


def measured(words: str) -> str:
    """The indicator before a comparator: 到2025年，全市GDP → 全市GDP."""
    name = _TAIL.sub("", _DRIVEN.sub("", _unled(_BASE.sub("", words))))
    return _TAIL.sub("", _WHEN.sub("", name)).strip() if name.endswith(("年", "底", "末")) else name.strip()


@lru_cache(maxsize=256)
def counted(words: str, verb: str) -> str:
    """The noun before a counted amount, without the verb that makes it: 建成示范校 → 示范校, but 新增示范校.

    A plan counts the same things again and again. `verb` is that of the list the noun goes on with, empty for none.
    """
    phrase = _PLACE.sub("", _unled(_BASE.sub("", words)))
    if each := _EACH.match(phrase):
        return each["who"] + counted(phrase[each.end() :], verb)
    match = LEADING.match(phrase)
    if match and len(phrase) - match.end() >= 2:
        kept = match["verb"] if match["verb"] in KEPT else ""
        thing = _tidy(phrase[match.end() :])
        return _tidy(_DONE.sub("", phrase)) if thing in _EXTENTS else kept + thing
    return (verb if verb in KEPT else "") + _tidy(phrase)


def object_of(words: str, verb: str, subject: str) -> str:
    """The noun behind a counted amount, with 新增 and the like, and 每个区县 where it counts for each of them."""
    each = re.match(r"\s*(每个?[^，年月季周]{1,8}|各[^，]{1,8})", _unled(subject))
    head = each[1] if each and not LEADING.match(each[1]) else ""
    head = CLOSING_ADVERBS.sub("", head.split(verb)[0] if verb else head)
    return head + (verb if verb in KEPT else "") + _OPENING.sub("", words, count=1).strip("，、 和及")


@lru_cache(maxsize=256)
def verb_of(words: str) -> str:
    """The verb that a phrase begins with, for the rest of its list."""
    match = LEADING.match(_EACH_PLACE.sub("", _unled(words)))
    return match["verb"] if match else ""


@lru_cache(maxsize=256)
def completed(name: str, before: str) -> str:
    """A name that is none by itself (增长, 占GDP比重, 改造提升) behind that of the phrase `before`, if there is one."""
    if len(name) >= 2 and not (name.startswith("占") or _CHANGE.fullmatch(name) or LEADING.fullmatch(name)):
        return name
    if not before:
        return name if _WORK.fullmatch(name) else ""
    base = _CHANGE.sub("", measured(before)).removeprefix("完成")
    return base + name if len(base) > 1 else name if _WORK.fullmatch(name) else ""


def in_turn(name: str, count: int) -> list[str]:
    """The names of A、B和C分别增长, each with its 增长; the whole each time where it doesn't hold `count` of them."""
    change = _CHANGE.search(name)
    tail = change[0] if change else ""
    names = re.split("、|和|与|以及|(?<![普涉])及", name.removesuffix(tail).removesuffix("分别"))
    if len(names) != count or not all(len(each) > 1 for each in names):
        return [name] * count
    shared = _SHARED.search(names[-1])
    own = any(each[-1:] in "率值量重例比额入" for each in names[:-1])
    noun = shared[0] if shared and not own else ""
    if not noun and any(len(each) < _SHORTEST_NAME for each in names):
        return [name] * count
    return [each + ("" if each.endswith(noun) else noun) + tail for each in names]


def leading_change(words: str) -> tuple[str, str] | None:
    """降低企业物流成本 → 降低 and 企业物流成本."""
    match = _LEADING_CHANGE.match(_unled(words))
    return (match[1], _tidy(match[2])) if match else None


def _tidy(words: str) -> str:
    return _TAIL.sub("", _ASIDE.sub("", words)).strip("，、 ")


@lru_cache(maxsize=64)
def _unled(words: str) -> str:
    """Without the year, adverbs and connectives at its head; asked of one phrase by every way of reading it."""
    while match := _LEAD.match(words):
        words = words[match.end() :]
    return words
