"""Where one phrase forbids, ends or denies what another one does: 不得收取费用 against 收取费用, 取消保证金 against
保留保证金."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from planforge.coverage.texts.matters import SAME, likeness, pairs
from planforge.text.late import late

#: What forbids or ends an act. 不得低于 sets a figure.
_DENIAL = late(
    r"不得再?(?![高低少多大小早晚超])|不[准许再予]|不能再?(?=[\u4e00-\u9fff]{2})"
    r"|不可(?![或避逆替分])|不(?=要求|收取|收费|纳入|占用|设置)|严禁|禁止|停止|暂停|暂缓|停征|取消|废止|撤销|无[需须]|免于|免收"
)
#: Those whose object is a thing; what is kept or collected (`_KEPT`) says the reverse of them, what is named alone
#: doesn't.
_ENDED = ("取消", "废止", "撤销", "停征", "停止", "暂停", "免收")
#: What asks for less than an end.
_LESS = late("规范|控制|减少|降低|压减|优化|调整")
_KEPT = late(
    "保留|恢复|继续|维持|延续|沿用|照常|重新设[立置]|增设|新增|新设|设立|(?:全额|按[^，]{0,6})?收取|征收|缴纳"
    rf"|{_LESS.pattern}"
)
_ALLOWED = late("可以|允许|准许|同意|照常|仍然|仍可|仍|继续|保留|恢复|适当|酌情|按标准|按规定|可")
#: By what means, and before whom; the act stands behind it.
_MANNER = late(
    "以任何(?:名义|方式|形式|理由|借口)|再(?=[\u4e00-\u9fff])|任何|要求(?=[\u4e00-\u9fff]{4})|向[\u4e00-\u9fff]{2,6}(?=收|索|摊|要)|继续"
)
#: What is forbidden is doing it wrongly.
_WRONGLY = late("擅自|违[规法反章]|随意|变相|超|滥|乱|非法|虚假|无证|未经|私自|强制|强行|强迫|不按|无故|恶意|盲目|借机")
#: Phrases with any of these keep the ban, or deny something else.
_NEGATIVE = late(
    "[不未无]|禁止|严[查格控防肃厉惩禁]|停[止征业]|取消|废止|撤销|杜绝|防[止范]|避免|免|查处|打击|[整纠]治|治理|清[理退]|遏制|[乱违]|处[罚置]|惩|监督|检查|整改|减[少免轻]|限制|控制|规范|审[批核查]"
)
#: What tells of whom, not what is done: 不再符合条件的应当退出.
_OF_WHOM = late("的(?:[应须要可由依及予将给责取停退暂]|$)")
#: An act of such a beginning has its verb further behind.
_LED = "将把对向从在由以为"
#: The two phrases without what denies or allows share this part of the shorter one's pairs, and so many.
_ALIKE, _ENOUGH = 0.6, 3
#: The affirming phrase is at most so many times as long.
_LONGEST = 2


class Reversal(NamedTuple):
    """A superior's phrase and the plan's that says its reverse, by their places, and the words that tell: 不得收取 and
    收取."""

    demand: int
    answer: int
    superior: str
    plan: str


def reversals(demands: Sequence[str], said: Sequence[str]) -> Iterator[Reversal]:
    """Where the plan does what its superior forbids, or forbids what that asks for, and neither says the other thing,
    too.

    `demands` are the phrases of the superior, `said` those of the plan that answer them.
    """
    ours, theirs = [denies(words) for words in demands], [denies(words) for words in said]
    if True not in ours and True not in theirs:
        return
    asked = cache(lambda answer: _says(demands, ours, said[answer], theirs[answer]))
    for place, demand in enumerate(demands):
        turned = [
            Reversal(place, at, *words)
            for at, each in enumerate(said)
            if ours[place] != theirs[at] and (words := _reversed(demand, each, ours[place]))
        ]
        if turned and not _says(said, theirs, demand, ours[place]):
            yield from (one for one in turned if not asked(one.answer))


def _says(phrases: Sequence[str], denied: Sequence[bool], words: str, is_denied: bool) -> bool:
    """Whether any of some phrases says the same as `words`, and in the same sense."""
    own = _pairs(words)
    return any(
        denial is is_denied and likeness(own, _pairs(each)) >= SAME
        for each, denial in zip(phrases, denied, strict=True)
    )


_pairs = lru_cache(maxsize=1 << 12)(pairs)


def _reversed(demand: str, answer: str, is_ban: bool) -> tuple[str, str] | None:
    """The words of a superior's and of a plan's phrase by which the one denies what the other affirms."""
    found = _affirmed(demand, answer) if is_ban else _affirmed(answer, demand)
    return found if found is None or is_ban else found[::-1]


@lru_cache(maxsize=1 << 14)
def denies(words: str) -> bool:
    """Whether a text forbids, ends or denies anything."""
    return _DENIAL.search(words) is not None


class _Ban(NamedTuple):
    """What a phrase denies: the word for it and where that stands, where the act begins, and whether but the wrong ways
    of doing it are forbidden."""

    word: str
    start: int
    act: int
    wrongly: bool


@lru_cache(maxsize=1 << 12)
def _ban_in(phrase: str) -> _Ban | None:
    match = _DENIAL.search(phrase)
    if match is None:
        return None
    manner = _past(_MANNER, phrase, match.end())
    act = _past(_WRONGLY, phrase, manner)
    return _Ban(match[0], match.start(), act, act > manner)


def _affirmed(denied: str, other: str) -> tuple[str, str] | None:
    """How the one phrase denies an act, and how the other affirms it; None where it doesn't."""
    ban = _ban_in(denied)
    act = denied[ban.act : ban.act + 2] if ban else ""
    place = other.find(act) if len(act) == 2 else -1
    if ban is None or place < 0 or _OF_WHOM.search(denied, ban.act) or _OF_WHOM.search(other):
        return None
    ended = ban.word in _ENDED
    beside = other[:place] + "，" + other[place + 2 :]
    if any(word not in denied for word in _NEGATIVE.findall(_LESS.sub("，", beside) if ended else beside)):
        return None
    signs = _KEPT if ended else _ALLOWED
    sign = signs.search(other)
    if not sign and (ban.wrongly or ended):
        return None
    if not _is_same(denied[: ban.start] + "，" + denied[ban.act :], signs.sub("，", other)):
        return None
    if act[0] in _LED:
        return denied, other
    begin = sign.start() if sign and sign.start() < place else place
    return denied[ban.start : ban.act + 2], other[begin : place + 2]


def _past(words: re.Pattern[str], denied: str, start: int) -> int:
    """Where the text goes on behind the words that stand at `start`, if any do."""
    while found := words.match(denied, start):
        start = found.end()
    return start


def _is_same(denied: str, other: str) -> bool:
    """Whether two phrases, without what denies the one and allows the other, say the same."""
    ours, theirs = pairs(denied), pairs(other)
    common = len(ours & theirs)
    alike = common >= _ENOUGH and common >= _ALIKE * min(len(ours), len(theirs))
    return len(theirs) <= _LONGEST * len(ours) and (alike or ours == theirs)
