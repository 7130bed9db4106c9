"""A superior's words as this level says them: 全省 → 全市, 每个设区的市建成 → 建成; names of documents stay."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planforge.lifecycle.draft.units import Office
from planforge.text.functions import function_of

_TITLES = re.compile(r"(《[^《》]*》)")
#: What stays with the superior: who is reported to, and rankings among its places.
_UPWARD = r"(?<![报向经受送])(?<!争取)(?<!对接)(?<!国家、)"
#: 园区, 开发区, 辖区, 城市: the word for a level within another word.
_ALONE = r"(?<![园新发城社辖地校景小片示范验税聚作护术山灾矿专县超])"
_RANKED = r"(?!前列|第一|领先|先进|平均)"
_BELOW = {"市": "各县（区）", "县": "各乡镇（街道）", "区": "各乡镇（街道）"}
#: A city and what ranks with it: 市（州）, 市（地、州）, 市州.
_CITY = r"设区的?市|省辖市|地级市|市[（(][州盟地、]{1,5}[）)]|市、?州"
_EACH_PLACE = rf"每个(?:{_CITY}|市)"
_ALL_PLACES = rf"各(?:{_CITY}|市、县（市、区）|市、县（区）|市、县|县（市、区）|市)(?!场|民)((?:人民)?政府)?"
_BODIES = r"(?=[\u4e00-\u9fff]{2,12}(?:联席会议|领导小组|工作专班|指挥部|协调机制))"
_UNIT = re.compile(r"省(?:委)?[\u4e00-\u9fff]{2,10}?(?:[厅局委部院]|办公室|监管局)")


@dataclass(frozen=True, slots=True)
class Wording:
    """Rewrites for one superior: `superior` and the office's word are 国, 省, 市, 县 or 区."""

    superior: str
    office: Office

    def local(self, words: str) -> str:
        """The words for this level; the same where both levels are the same or one is unknown."""
        if not self.superior or not self.office.word or self.superior == self.office.word:
            return words
        parts = _TITLES.split(words)
        return "".join(part if index % 2 else self._local(part) for index, part in enumerate(parts))

    def _local(self, words: str) -> str:
        here, there = self.office.word, self.superior
        if there != "国":
            words = re.sub(rf"全{there}{_RANKED}(?!块)", f"全{here}", words)
            words = re.sub(rf"([我本]){there}(?!级|场)", rf"\g<1>{here}", words)
            words = re.sub(rf"{_UPWARD}{_ALONE}{there}(?=财政(?!厅|局|部))", here, words)
            words = re.sub(rf"{_UPWARD}{_ALONE}{there}{_BODIES}", here, words)
        if there == "区":
            words = re.sub(r"(?<![\u4e00-\u9fff]全)园区(?=各级|各部门|各单位)", f"全{here}", words)
        if there in "国省" and here != "省":
            words = re.sub(_EACH_PLACE, "" if here == "市" else "每个县（区）", words)
            words = re.sub(_ALL_PLACES, lambda found: _BELOW.get(here, found[0]) + (found[1] or ""), words)
            words = words.replace("有条件的市", "有条件的" + _BELOW.get(here, "各市").removeprefix("各"))
        return self._units(words) if there == "省" else words

    def _units(self, words: str) -> str:
        return re.sub(_UPWARD + _UNIT.pattern, self._unit, words)

    def _unit(self, found: re.Match[str]) -> str:
        return (self.office.counterpart(found[0]) or found[0]) if function_of(found[0]) else found[0]
