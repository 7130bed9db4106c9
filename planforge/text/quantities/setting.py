"""What surrounds an amount in its sentence: the year it is due, and whether it tells of the past or of payments."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planforge.text.late import late
from planforge.text.times import last_year_of_plan

_TITLE = late(r"《[^《》]*》|（[^（）]*）")
_YEAR = late(
    r"(?P<before>[到至在于自从由较以]|(?<!占)比|截至|截止|相比|力争)?\s?(?P<year>20\d\d)\s?年(?!代)"
    r"(?P<after>以来|以前|印发|出台|版|基础|的|同期)?"
)
_PLAN = late(r"(?P<before>到|至|比|较)?“?十(?P<plan>[一二三四五六七])五”?(?P<part>末|期末|期间|时期|以来|规划)?")
_BASES = ("自", "从", "由", "比", "较", "以", "相比")
#: Each form begins with a plain character, so that the search can jump from one such to the next.
_FACT = late(
    r"截至|截止|目前|过去[一五]年|一年来|五年来|现有(?<!改扩建现有)(?<!(?:改建|改造|整合|利用|依托|优化|完善|盘活|提升)现有)|共有|下辖|已(?!备案|建成的|出台)|以来"
    r"|去年(?<![比较在]去年)(?!基础|同期|水平)|上年(?<![比较在]上年)(?!基础|同期|水平)"
    r"|占地(?!区)|总面积|成绩显著|成绩明显|成效显著|成效明显"
)
_WEAK_AIMS = ("目标", "计划", "全年", "年内", "底前")
_AIM = late("|".join(("力争", "确保", "争取", "预期", "今年", *_WEAK_AIMS)))
_PAID = late(
    r"给予|奖励|奖补|补助(?!资金[^，]{0,15}比[重例])|补贴|资助|支持金额|贴息|安排[^，]{0,12}资金|拨付|列支|收费|缴纳|保证金|负担|分担|罚款|罚没|处以(?![上下内])|单[户笔个]"
    r"|扣\s?[\d一二三]|加\s?\d+\s?分|不得(?![低少]于\s?\d)|不予|封顶|上限|最高(?![气人检法水标奖])|注册资本|年满|周岁|应急响应"
)


@dataclass(slots=True)
class Setting:
    """Read segment by segment through a text; years before `since` are history, `usual` is due where none is named."""

    since: int | None
    usual: int | None
    due: int | None = None
    pays: bool = False
    _past_year: bool = False
    _past_words: bool = False

    def __post_init__(self) -> None:
        self.due = self.usual

    @property
    def past(self) -> bool:
        """Whether the amounts of the segment tell of the past."""
        return self._past_year or self._past_words

    def is_left_by(self, sentence: str) -> bool:
        """Whether a sentence without amounts surely changes nothing: it need not be read."""
        return not self._past_year and "2" not in sentence and "五" not in sentence

    def holds_in(self, sentence: str) -> bool:
        """Whether the segments of a sentence surely change nothing: they need not be read.

        Without brackets, whose words don't count, what none of them holds the sentence doesn't.
        """
        years = self._past_year or "20" in sentence or "五" in sentence
        return not years and "》" not in sentence and "）" not in sentence and not _FACT.search(sentence)

    def enter_sentence(self, sentence: str) -> None:
        """Words such as 目前 and 奖励 hold for one sentence, a past year for those after it as well."""
        self._past_words = False
        self.pays = pays(sentence)

    def read(self, segment: str) -> None:
        """Take in a segment before its amounts are judged."""
        words = _untitled(segment)
        if self.past and (aim := _AIM.search(words)):
            self._aim(weak=aim[0] in _WEAK_AIMS)
        for match in _YEAR.finditer(words) if "20" in words else ():
            self._read_year(match)
        for match in _PLAN.finditer(words) if "五" in words else ():
            self._read_plan(match)
        if _FACT.search(words):
            self._past_words = True

    def _aim(self, weak: bool) -> None:
        """力争 and 今年 end what was told of the past; 全年 ends only 目前 and the like."""
        self._past_words = False
        if self._past_year and not weak:
            self._past_year, self.due = False, self.usual

    def _read_year(self, match: re.Match[str]) -> None:
        if match["after"] or match["before"] in _BASES:
            return
        year = int(match["year"])
        aimed = match["before"] in ("到", "至", "力争")
        self._past_year = not aimed and self.since is not None and year < self.since
        self._past_words = self._past_words and not aimed
        self.due = year

    def _read_plan(self, match: re.Match[str]) -> None:
        if match["part"] in (None, "规划", "以来") or match["before"] in _BASES:
            return
        last = last_year_of_plan(match["plan"])
        self._past_year = self.since is not None and last < self.since
        self.due = last


def pays(words: str) -> bool:
    """Whether the words pay, fine or limit: amounts among them are no targets, nor is money in the whole sentence."""
    return _PAID.search(_untitled(words)) is not None


def _untitled(words: str) -> str:
    """Without titles and remarks in brackets; most words have none."""
    return _TITLE.sub("", words) if "》" in words or "）" in words else words
