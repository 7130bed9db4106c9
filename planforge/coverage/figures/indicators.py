"""Whether two targets speak of one indicator: by its name and scope, and by the years that it counts."""

from __future__ import annotations

import math
import operator
import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from itertools import chain
from typing import Literal

from rapidfuzz import fuzz, process

from planforge.coverage.figures.amounts import A_HEAD, rises
from planforge.coverage.texts import lexicon
from planforge.model import Target
from planforge.text.late import late
from planforge.text.quantities.measures import measure

#: Names alike to this degree (0 to 100) are one, where one only leaves words out at the second, where one contains the
#: other at the lowest.
SAME, NEARLY, CONTAINED = 85, 75, 60
#: Characters of a name that is but the end of another.
SHORTEST = 3
#: Different characters of a name that may have those of another in another order.
FEWEST = 4
#: Characters of grammar alone.
_LINKS = frozenset("的中与和及对在内等各并为用于")
_DENIED = frozenset("不未无非")
#: Names alike share at least this part of their pairs of characters.
SHARED = 0.3

#: How many heads or households are counted together.
HEADS = late("每(十万|百万|[百千万])(?=[人户])")

#: Qualifiers that tasks which answer each other may leave out.
HARDLY_OTHER = ("规模以上", "平均")

Pace = Literal["yearly", "so far", ""]

_YEARLY = late(r"每年|年均|年新增|全年|年内|当年|年度新增|每半年|每个?[季月周]")
_SO_FAR = late(r"累计|总量|总数|五年内|三年内")
_YEAR = late(r"20\d\d年(?:底|末)?前?|到20\d\d年|(?:全年|每(?:年|半年|个?季度|个?月|周))$|[\W_]+")

#: For whom a figure holds that each of several has to reach: 各县区新改建农村公路.
_EACH = late(r"^[各每]个?(?:设区的?|省辖|地级)?[市州县区乡镇村旗街道地]{1,3}(?:（[^）]{1,8}）)?")
#: 造林任务90万亩 and 造林绿化面积120万亩 count what 造林90万亩 does; what the unit tells already, by the unit.
_BARE = late("^完成(?=[\u4e00-\u9fff]{2})|(?<=[\u4e00-\u9fff]{2})(?:任务|数量)$")
_EXTENTS_OF = {"平方米": "面积", "米": "里程"}
_EXTENTS = tuple(_EXTENTS_OF.values())
#: 总投资超10亿元项目 are those of 10亿元以上.
_MORE_THAN = late(r"超过?(\d+[万亿]?元)(?!以上)")
_RISES = late("增速|增幅|递增|(?:提高|提升|增加|上升|上调|调增)$")
_FALLS = late("减少|降低|削减|压减|递减|(?:下调|调减|缩减)$")
#: 高新技术企业净增120家 is 净增高新技术企业.
_ADDED = late("^(.+)(净增|新增)$")


class Names:
    """Plain names of indicators, found again by names that mean the same.

    Qualifiers that the titles of both documents have are `understood`: in plans for the country, 农村 tells nothing.
    """

    def __init__(self, names: Iterable[str], understood: Collection[str] = ()) -> None:
        self._understood = frozenset(understood)
        self._names = list(dict.fromkeys(names))
        self._place = {name: place for place, name in enumerate(self._names)}
        self._by_pair: dict[str, list[str]] = defaultdict(list)
        self._likes: dict[str, list[str]] = {}
        for name in self._names:
            for pair in _pairs(name):
                self._by_pair[pair].append(name)

    def like(self, wanted: str) -> list[str]:
        """The names that mean the indicator `wanted`: alike, and with the same qualifiers."""
        if wanted not in self._likes:
            self._likes[wanted] = self._find(wanted)
        return self._likes[wanted]

    def ending(self, wanted: str) -> list[str]:
        """The names that are the end of `wanted` alone, where they measure something: 探访率, not 老年人."""
        last = self._by_pair.get(wanted[-2:], ())
        return [name for name in last if SHORTEST <= len(name) < len(wanted) and wanted.endswith(name)]

    def _find(self, wanted: str) -> list[str]:
        pairs = _pairs(wanted)
        alike = process.extract(wanted, self._near(pairs), scorer=fuzz.ratio, score_cutoff=CONTAINED, limit=None)
        same = [(-likeness, self._place[name]) for name, likeness, _ in alike if self._same(wanted, name, likeness)]
        names = (self._names[place] for _, place in sorted(same))
        return [name for name in names if len(pairs & _pairs(name)) >= len(pairs) * SHARED]

    def agree(self, first: str, second: str, besides: Collection[str] = ()) -> bool:
        """Whether two names have the same qualifiers, but for those that are understood, and those `besides`, and don't
        count by different numbers of heads.
        """
        heads = {match[1] for match in map(HEADS.search, (first, second)) if match}
        return len(heads) < 2 and not ((qualifiers(first) ^ qualifiers(second)) - self._understood).difference(besides)

    def _same(self, first: str, second: str, likeness: float) -> bool:
        """Whether two names that are alike to this degree (at least `CONTAINED`) mean one indicator."""
        alike = likeness >= SAME or first in second or second in first or _leaves_words_out(first, second, likeness)
        return alike and first != "" and self.agree(first, second)

    def _near(self, pairs: Collection[str]) -> list[str]:
        """The names that may share enough of these pairs; all of them, where as many would have to be looked up.

        Of ten pairs three must be shared: whoever has none of the eight rarest can't.
        """
        having = sorted((self._by_pair.get(pair, ()) for pair in pairs), key=len)
        having = having[: len(having) - math.ceil(len(having) * SHARED) + 1]
        if sum(map(len, having)) > len(self._names):
            return self._names
        return list(dict.fromkeys(chain.from_iterable(having)))


def _leaves_words_out(first: str, second: str, likeness: float) -> bool:
    """Whether one name is the other without some words within: 项目审批时间 for 项目从立项到验收全流程审批时间."""
    if likeness < NEARLY or first[:2] != second[:2] or first[-2:] != second[-2:]:
        return False
    short, long = sorted((first, second), key=len)
    characters = iter(long)
    return all(character in characters for character in short)


def leaves_out(first: str, second: str) -> bool:
    """Whether one name has no characters but those of the other, in what order ever, and nothing is denied in between:
    基层诊疗量占比 and 基层医疗机构诊疗量占比, 公交车新能源占比 and 新能源公交车占比.
    """
    short, long = sorted((set(first) - _LINKS, set(second) - _LINKS), key=len)
    return len(short) >= FEWEST and short <= long and (long - short).isdisjoint(_DENIED)


def _pairs(name: str) -> set[str]:
    """The pairs of neighbouring characters; a single character stands for itself."""
    return set(map(operator.add, name, name[1:])) or {name}


@lru_cache(maxsize=1 << 14)
def plain_name(name: str) -> str:
    """An indicator's name without year, scope and punctuation; all growth is 增长, all decline 下降."""
    plain = _FALLS.sub("下降", _RISES.sub("增长", _YEAR.sub("", _EACH.sub("", name))))
    plain = A_HEAD.sub(r"每\1人", _ADDED.sub(r"\2\1", plain))
    plain = _other_names().sub(lambda match: _one_name()[match[0]], plain)
    plain = _MORE_THAN.sub(r"\1以上", plain.replace("的", ""))
    for word in _words("scope"):
        plain = plain.replace(word, "")
    return plain


def name_of(target: Target) -> str:
    """The plain name of what a target measures; 营业收入翻一番 is a rise of 营业收入, 抽检量4批次/千人 one 每千人."""
    name = plain_name(target.indicator)
    if name.startswith("完成") or name.endswith(("任务", "数量")):
        name = _BARE.sub("", name)
    if name.endswith(_EXTENTS) and (extent := _EXTENTS_OF.get(measure(target.unit)[1])):
        name = name.removesuffix(extent) if len(name) >= SHORTEST + 1 else name
    if "占" in name and target.unit == "%" and not name.endswith("占比"):
        name += "占比"  # 基础研究经费占研发投入的6.5%
    if "人" in target.unit or "人" in target.text.value:
        name = _with_heads(target, name)
    return f"{name}增长" if rises(target) and not name.endswith("增长") else name


def _with_heads(target: Target, name: str) -> str:
    """A name behind how many people are counted together, where the amount tells it."""
    heads = A_HEAD.fullmatch(target.unit.partition("/")[2]) or A_HEAD.search(target.text.value)
    return name if heads is None or "每" in name else f"每{heads[1]}人{name}"


def pace(target: Target) -> Pace:
    """Whether a target counts one year, or all up to its year; empty where the text tells neither."""
    words = target.indicator + target.text.value
    if _SO_FAR.search(words):
        return "so far"
    return "yearly" if _YEARLY.search(words) else ""


@lru_cache(maxsize=1 << 16)
def qualifiers(name: str) -> frozenset[str]:
    """The words of a name that make another indicator of it: 农村, 人均, 发明."""
    return frozenset(word for word in _words("qualifiers") if word in name)


@cache
def _one_name() -> dict[str, str]:
    """Other names of things by the one that stands for all."""
    pairs = (group.split("=") for group in _words("same"))
    return {other: name for name, others in pairs for other in others.split("|")}


@cache
def _other_names() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_one_name(), key=len, reverse=True))))


@cache
def _words(kind: str) -> tuple[str, ...]:
    return lexicon.named_list("indicators.txt", kind)
