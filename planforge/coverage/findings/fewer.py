"""Where a phrase of the plan is for fewer by an age, a grade, a half of the country or the levels of government that it
names: 65岁以上 for 60岁以上, 三级医院 for 二级以上医院, 城镇居民 for 城乡居民, 市、县两级 for 市、县、乡三级."""

from __future__ import annotations

import re

from planforge.coverage.findings.less import Less
from planforge.coverage.texts.matters import SAME, likeness, pairs
from planforge.text.late import late

#: From, or up to, which age: 60周岁以上, 18岁以下.
_AGE = late(r"(?P<years>\d{1,3})\s?周?岁(?:及?以)(?P<side>[上下])")
#: From which grade on: 二级以上医院.
_FROM_GRADE = late(r"(?P<grade>[一二三四五])级(?P<and_above>及?以上)?(?=\w{2})")
#: Things whose best grade is the last; of all else it is the first.
_RISING = late("医|保健|疾控|疾病|养老|实验室|信息系统|网络")
#: Both halves of all people and places, and one of them.
_HALVES, _HALF = late(r"城乡(?=\w{2})"), late(r"(?<!城乡)(?:城镇|城市|农村|乡村)(?=\w{2})")
_TOWN, _COUNTRY = late("城[镇市区]"), late("[农乡]村")
#: Down to which level of government: 市、县、乡三级.
_LEVELS = late(r"[省市县区乡镇村街道社、（）]{2,24}[二两三四五]级(?![以医公])")
_DOWN = ("省", "市", "县区", "乡镇街道", "村社")
_GRADES = "一二三四五"
#: So many characters of what follows tell which things have a grade.
_NAMED = 8
#: What makes a phrase narrower than one without it.
NARROW = (_AGE, _FROM_GRADE, _HALF, _LEVELS)


def fewer(superior: str, plan: str) -> Less | None:
    """The words of two phrases by which that of the plan is for fewer."""
    return (
        _fewer_ages(superior, plan)
        or _fewer_grades(superior, plan)
        or _half(superior, plan)
        or _fewer_levels(superior, plan)
    )


def _fewer_ages(superior: str, plan: str) -> Less | None:
    """65岁以上 where the superior has 60岁以上 before the same words; texts of several ages tell nothing."""
    wanted, given = _age(superior), _age(plan)
    if wanted is None or given is None or wanted["side"] != given["side"]:
        return None
    more = int(given["years"]) - int(wanted["years"])
    is_less = more > 0 if given["side"] == "上" else more < 0
    same = is_less and likeness(pairs(superior[wanted.end() :]), pairs(plan[given.end() :])) >= SAME
    return Less(wanted[0], given[0]) if same else None


def _age(words: str) -> re.Match[str] | None:
    """From or up to which age, in a text of one age."""
    return _AGE.search(words) if words.count("岁") == 1 else None


def _fewer_grades(superior: str, plan: str) -> Less | None:
    """三级医院 where the superior has 二级以上 before the same words; texts of several grades tell nothing."""
    wanted, given = _only_grade(superior), _only_grade(plan)
    if wanted is None or given is None or not wanted["and_above"]:
        return None
    things = superior[wanted.end() : wanted.end() + 2]
    more = _GRADES.index(given["grade"]) - _GRADES.index(wanted["grade"])
    best = more if _RISING.search(superior, wanted.end(), wanted.end() + _NAMED) else -more
    is_less = best > 0 or (best == 0 and not given["and_above"])
    return Less(wanted[0] + things, given[0] + things) if is_less and things in plan[given.end() :] else None


def _only_grade(words: str) -> re.Match[str] | None:
    found = list(_FROM_GRADE.finditer(words))
    return found[0] if len(found) == 1 else None


def _fewer_levels(superior: str, plan: str) -> Less | None:
    """市、县两级 where the superior has 市、县、乡三级; a city can't have 省、市、县三级."""
    wanted, given = _LEVELS.search(superior), _LEVELS.search(plan)
    if wanted is None or given is None or _lowest(given[0]) >= _lowest(wanted[0]):
        return None
    return Less(wanted[0], given[0])


def _lowest(levels: str) -> int:
    """How far down the levels go: 0 for the province's alone."""
    return max((depth for depth, names in enumerate(_DOWN) if not set(names).isdisjoint(levels)), default=0)


def _half(superior: str, plan: str) -> Less | None:
    """城镇居民 where the superior has 城乡居民."""
    both, half = _HALVES.search(superior), _HALF.search(plan)
    if both is None or half is None or _HALVES.search(plan):
        return None
    things = superior[both.end() : both.end() + 2]
    return Less(both[0] + things, half[0] + things) if plan.startswith(things, half.end()) else None


def names_both_halves(text: str) -> bool:
    """Whether a text speaks of towns and of the country, each in words of its own."""
    return _TOWN.search(text) is not None and _COUNTRY.search(text) is not None
