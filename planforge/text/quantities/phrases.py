"""The ways in which a phrase sets a target, each tried in turn: what is to be reached, and how it compares."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from planforge.model import Operator
from planforge.text.late import late
from planforge.text.quantities import naming, verbs
from planforge.text.quantities.bounds import AT_LEAST, MORE, NOT_MORE
from planforge.text.quantities.comparators import compare, decide
from planforge.text.quantities.parts import CHANGE_BEHIND, JOINTS, Words, counts_things, is_share

#: How the name of what is measured ends.
_MEASURED = (
    *"”幅量额率值数比度积产模资重长速",
    *("比例", "比重"),
    *("收入", "资金", "投资", "支出", "存款", "贷款", "信贷", "能力", "人口", "出栏", "存栏"),
    *("就业", "里程", "浓度", "水平", "标准", "出口", "进口", "零售", "GDP"),
)
_BEYOND, _EACH = late(r"[高低快]于[^，]+$"), late(r"(?:全.)?(?:每|人均|户均|亩均)[^，]{4,}$")
_NOUN_BEHIND = late(r"\s?(?:的\s?)?[\u4e00-\u9fffA-Za-z“（]")
_EVERY_TIME = late(r"每[年季半月][^，]{0,6}(?:开展|举办|组织)\s?$")
#: 为10万名残疾人提供康复服务
_FOR, _SERVED = late(r"为\s?$"), late(r"[^，]{2,20}?(?:提供|配备|安装|发放)[^，]{2,20}")
_AT_LEAST = late(rf"(?:{AT_LEAST}|达到)\s?$|至少[^，]{{0,8}}$")
_MORE_THAN = late(rf"(?:{MORE}|超)\s?$")
#: Behind these a number counts, were it in words: 不少于三百人次. 达到一个新台阶 is none.
_BOUND = late(rf"(?:{AT_LEAST}|{NOT_MORE}|超过)\s?$")


class Phrase(NamedTuple):
    """An indicator with its operator; `verb` goes on for the rest of a list.

    The phrase ends so many characters `behind` its amount; None: where its part of the sentence does.
    """

    name: str
    operator: Operator
    verb: str
    behind: int | None


@lru_cache(maxsize=1024)
def read(words: Words, verb: str, name: str) -> Phrase | None:
    """What an amount's words say; `verb` and `name` are those of the amount before it in its sentence, or empty."""
    return (
        _share(words)
        or _noun_behind(words, verb)
        or _compared(words, verb, name)
        or _changed(words, verb)
        or _noun_before(words, verb, name)
    )


def measures(words: str) -> bool:
    """Whether words within a segment name what is measured: 商标注册量, 人均可支配收入."""
    if words.endswith(_MEASURED) or ("于" in words and _BEYOND.search(words)):
        return True
    return ("每" in words or "均" in words) and _EACH.match(words) is not None


def _share(words: Words) -> Phrase | None:
    """80%以上的行政村建成农家书屋, 助餐服务覆盖75%的城市社区."""
    if not is_share(words.form, words.before) or not re.match(r"\s*的", words.after):
        return None
    name = naming.measured(words.before) if verbs.COVERS.search(words.before) else ""
    return Phrase(name + naming.object_of(words.after, "", ""), decide("=", words.form), "", None)


def _noun_behind(words: Words, verb: str) -> Phrase | None:
    """培育10家企业, and going on after it 、200个中品类."""
    form = words.form
    if not counts_things(form) or not _NOUN_BEHIND.match(words.after):
        return None
    in_words = form.in_words and not _BOUND.search(words.before)
    ending = (verbs.ENDING_STRICT if in_words else verbs.ENDING).search(words.before)
    ending = ending or verbs.ENDING_WITH_NAMES.search(words.before)
    if in_words and not _counts(words, made=ending is not None):
        return None
    if form.unit == "次" and form.kind == 1 and not _EVERY_TIME.search(words.before):
        return None
    if _FOR.search(words.before) and (served := _SERVED.match(words.after)):
        return Phrase(served[0].strip(), decide("=", form), "", served.end())
    goes_on = verb and words.before and not words.before.strip(JOINTS + " ")
    if not ending and not goes_on and not form.in_words:
        return None
    verb = ending[1] if ending else verb
    return Phrase(naming.object_of(words.after, verb, words.before), decide(_floor(words.before), form), verb, None)


def _counts(words: Words, made: bool) -> bool:
    """Number words are often mere words: only 每年开展一次…活动 and what is made (遴选两家企业) count, not 一个."""
    if words.form.unit == "次":
        return _EVERY_TIME.search(words.before) is not None
    return made and words.form.kind != 1


def _floor(before: str) -> Operator:
    if _AT_LEAST.search(before):
        return ">="
    return ">" if _MORE_THAN.search(before) else "="


def _compared(words: Words, verb: str, name: str) -> Phrase | None:
    """森林覆盖率达到45%; 增长10% goes on from the indicator before it."""
    comparison = compare(words.before, words.form)
    if comparison is None or (words.form.in_words and not _BOUND.search(words.before)):
        return None
    own = naming.measured(words.before[: comparison.stop])
    if change := CHANGE_BEHIND.match(words.after):
        own += change[1]
    return Phrase(naming.completed(own, name), comparison.operator, verb, 0)


def _changed(words: Words, verb: str) -> Phrase | None:
    """降低企业物流成本10%以上: the verb stands before its object."""
    change = naming.leading_change(words.before)
    if change is None or _NOUN_BEHIND.match(words.after):
        return None
    word, thing = change
    operator: Operator = "decrease" if word in verbs.LOWERING else decide(">=", words.form)
    return Phrase(thing + word, operator, verb, 0)


def _noun_before(words: Words, verb: str, name: str) -> Phrase | None:
    """新增示范校10所, 商标有效注册量3.5万件, and going on after them 、市级30家."""
    phrase = words.before.strip(JOINTS + "， ")
    phrase = phrase.removesuffix("在") if words.form.unit == "%" else phrase  # 签约率在90%以上
    if not phrase or (_NOUN_BEHIND.match(words.after) and words.after.lstrip()[0] not in JOINTS + "（"):
        return None
    leading = naming.verb_of(phrase)
    if words.form.in_words and (not leading or words.form.kind == 1):
        return None
    if words.form.unit == "次" and words.form.kind == 1 and phrase.startswith("每一"):
        return None  # 每一年度计算1次 is the pace of a rule
    folds = isinstance(words.form.kind, str)
    listed = name and words.before[:1] in JOINTS
    if not (leading or verb or folds or listed or measures(phrase) or verbs.WITHIN.search(phrase)):
        return None
    counted = naming.counted(phrase, "" if leading or measures(phrase) else verb)
    return Phrase(naming.completed(counted, name), decide("=", words.form), leading or verb, 0)
