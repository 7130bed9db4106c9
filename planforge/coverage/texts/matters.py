"""What a phrase speaks of: its words without when, how much, how firmly and where it is to be done."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from planforge.coverage.texts.phrases import phrases
from planforge.model import Task, Text
from planforge.text.late import late
from planforge.text.quantities.bounds import NOT_LESS

#: Two phrases speak of one thing when they share this part of the shorter one's pairs of characters, and so many.
SAME, ENOUGH = 0.6, 4
#: Shorter phrases do when they have the very same pairs, at least so many: 监督检查.
LEAST = 3
#: Phrases are as like a third one as each other when no more than this lies between.
NEARLY = 0.1

_WHEN = (
    r"(?:到|至|在)?(?:20\d\d年|今年|年内|全年|本年度?)?(?:\d{1,2}月)?(?:\d{1,2}日|[上中下]旬|[底末初])?(?:以?前|之前)"
    r"|20\d\d年[底末内]?|\d{1,2}月(?:份|底|末|\d{1,2}日)?|[上下]半年|[一二三四]季度|年[底末内]|全年|今年"
)
_HOW_OFTEN = r"[一二两三四五六七八九十]{1,3}次|[每按逐](?:半?年|季度?|月|周|天|日)|不?定期|不定时|适时|择机"
_HOW_MUCH = rf"{NOT_LESS}|不得?超过|至少"
_HOW_FIRMLY = (
    r"必须|务必|应当|确保|严格|一律|坚决|不得|力争|争取|努力|鼓励|可以|探索|倡导|引导|支持|一般应|立即|尽快|尽早|(?:在|按)?规定(?:时限|时间)?内?|酌情|视情况?|原则上|尽量|尽可能"
    r"|开展|组织|结合实际|根据需要"
)
_WHERE = r"有条件的?|具备条件的?|全面|所有|全部|普遍|部分|个别|若干|试点|先行|选[取择]"
_NO_WORDS = r"[\d.]+|[^\u4e00-\u9fffA-Za-z]+"
#: A phrase that but takes back the one before it: ，条件成熟的逐步落实; 。视情况开展
_DONE = "落实|推[进开行广]|开展|实施|执行|办理|组织|安排|进行|铺开|完成"
_SLOWLY = "逐步|分步|分批|分类|适时|择机|稳步|有序|酌情|再|可以?|自行|予以|加以"
_TAKES_BACK = late(
    r"(?:条件(?:成熟|允许|具备)|具备条件|有条件|时机成熟|确有困难|暂不具备条件|条件(?:不成熟|有限)|视(?:具体|实际)?情况?|酌情|根据(?:实际|需要|情况|财力)+|结合实际(?:情况)?|因地制宜)"
    rf"(?:的?(?:地方|单位|地区)?|后|时)?(?:{_SLOWLY})*(?:{_DONE})?(?:到位)?|(?:{_SLOWLY})+(?:{_DONE})(?:到位)?"
)
_BESIDE = late("|".join((_WHEN, _HOW_OFTEN, _HOW_MUCH, _HOW_FIRMLY, _WHERE, _NO_WORDS)))


@dataclass(frozen=True, eq=False)
class Phrase:
    """A stretch between commas of the clause `clause` (of a leaf without clauses: the leaf), where it stands; `before`
    it is the phrase that it goes on from, if any."""

    clause: str
    text: Text
    before: str = ""

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The pairs of neighbouring characters of what it speaks of."""
        return pairs(self.text.value)

    def likeness(self, other: Phrase) -> float:
        """The share of the shorter phrase's pairs that both have, 0 where these are too few to tell.

        Short ones that say the same (一律不得开工, 原则上不得开工) are as like as what they go on from.
        """
        if self.pairs == other.pairs and 0 < len(self.pairs) < LEAST:
            return likeness(pairs(self.before), pairs(other.before))
        return likeness(self.pairs, other.pairs)

    def overlap(self, other: Phrase) -> float:
        """The share of the longer phrase's pairs that both have: how far each says what the other does."""
        return len(self.pairs & other.pairs) / max(len(self.pairs), len(other.pairs), 1)


def pairs(value: str) -> frozenset[str]:
    """The pairs of neighbouring characters of what a text speaks of."""
    return frozenset(pair for piece in _BESIDE.split(value) for pair in map(operator.add, piece, piece[1:]))


def likeness(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """The share of the smaller set of pairs that both have, 0 where these are too few to tell."""
    common = len(ours & theirs)
    if common < ENOUGH:
        return 1.0 if common >= LEAST and ours == theirs else 0.0
    return common / min(len(ours), len(theirs))


def phrases_of(task: Task) -> Iterator[Phrase]:
    """The phrases of a leaf's clauses, of a leaf without any those of its text or heading; what but takes back the one
    before it is a part of that.
    """
    whole = ((task.id, task.text if task.text.value else task.heading),)
    clauses = [(clause.id, clause.text) for clause in task.clauses] or whole
    last: Phrase | None = None
    for phrase in (each for clause in clauses for each in cut(*clause)):
        if last and _TAKES_BACK.fullmatch(phrase.text.value):
            last = replace(last, text=Text.join((last.text, phrase.text), "，"))
            continue
        if last:
            yield last
        last = phrase
    if last:
        yield last


def cut(clause: str, text: Text) -> Iterator[Phrase]:
    """The phrases of a clause's text."""
    before = ""
    for match in phrases(text.value):
        yield Phrase(clause, text.slice(*match.span()), before)
        before = match[0]
