"""What surrounds an amount in its sentence: the year it is due, and whether it tells of the past or of payments."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planforge.text.times import last_year_of_plan

_TITLE = re.compile(r"《[^《》]*》|（[^（）]*）")
_YEAR = re.compile(
    r"(?P<before>[到至在于自从由比较以]|截至|截止|相比|力争)?\s?(?P<year>20\d\d)\s?年(?!代)"
    r"(?P<after>以来|以前|印发|出台|版|基础|的|同期)?"
)
_PLAN = re.compile(r"(?P<before>到|至|比|较)?“?十(?P<plan>[一二三四五六七])五”?(?P<part>末|期末|期间|时期|以来|规划)?")
_FACT = re.compile(
    r"截至|截止|目前|现有|共有|下辖|已(?!备案|建成的|出台)|以来|(?<![比较在])(?:去年|上年)(?!基础|同期|水平)"
    r"|占地(?!区)|总面积|(?:成绩|成效)(?:显著|明显)"
)
_AIM = re.compile(r"力争|确保|争取|预期|目标|计划|今年|全年|年内|年底前|底前")
_PAID = re.compile(
    r"给予|奖励|奖补|补助|补贴|资助|贴息|安排[^，]{0,12}资金|拨付|列支|收费|缴纳|保证金|负担|分担|罚款|处以"
    r"|扣\s?[\d一二三]|加\s?\d+\s?分|不得|不予|封顶|上限|最高(?![气人检法水标奖])|注册资本|年满|周岁|应急响应"
)


@dataclass(slots=True)
class Setting:
    """Read segment by segment through one text; `due` is the year that targets have, `fact` whether it's history.

    Years before `since` are history.
    """

    since: int | None
    due: int | None
    fact: bool = False
    sentence_fact: bool = False
    pays: bool = False

    def enter_sentence(self, sentence: str) -> None:
        """Words such as 目前 and 奖励 hold for one sentence, a past year for those after it as well."""
        self.sentence_fact = False
        self.pays = pays(sentence)

    def read(self, segment: str) -> None:
        """Take in a segment before its amounts are judged."""
        words = _TITLE.sub("", segment)
        for match in _YEAR.finditer(words):
            self._read_year(match)
        for match in _PLAN.finditer(words):
            self._read_plan(match)
        if _AIM.search(words):
            self.sentence_fact = False
        if _FACT.search(words):
            self.sentence_fact = True

    @property
    def past(self) -> bool:
        return self.fact or self.sentence_fact

    def _read_year(self, match: re.Match[str]) -> None:
        if match["after"] or match["before"] in ("自", "从", "由", "比", "较", "以", "相比"):
            return
        year = int(match["year"])
        aimed = match["before"] in ("到", "至", "力争")
        self.fact = not aimed and self.since is not None and year < self.since
        self.due = year
        if aimed:
            self.sentence_fact = False

    def _read_plan(self, match: re.Match[str]) -> None:
        last = last_year_of_plan(match["plan"])
        if match["part"] in (None, "规划", "以来") or match["before"] in ("比", "较"):
            return
        self.fact = self.since is not None and last < self.since
        self.due = last


def pays(words: str) -> bool:
    """Whether the words pay, fine or limit: amounts among them are no targets, nor is money in the whole sentence."""
    return _PAID.search(_TITLE.sub("", words)) is not None
