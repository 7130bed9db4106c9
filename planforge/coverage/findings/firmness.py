"""How firmly, and for how many, a phrase asks for something, against another phrase on the same thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planforge.coverage.judging.softening import DUTY, OPTION, PART, WHOLE

#: 应 that binds; 应保尽保 says how far, and may be aimed at.
_MODAL = r"(?<![对适响反供相效感顺回呼策照因])应(?![急用对届聘邀付战收变试城税诉征激]|.尽)"
_MUST = re.compile(rf"{DUTY.pattern}|坚决|严格|{_MODAL}(?!当)")
_MAY = r"(?<![许认不])可(?=以|结合|视|根据|按照?需|酌|自行|适当|自愿|分步|参照)"
#: What makes a duty an aim or an option, with the 应 that it takes back (原则上应公开); and the words among these that
#: make an option of a plain demand, too.
_AIM = re.compile(
    rf"(?:原则上|尽可能|尽量|一般(?=应|须|要))(?:应当?|须|要)?|力争|争取|力求|努力|试行|逐步|适当|适时|择机|提倡|{OPTION.pattern}|{_MAY}"
)
_CHOICE = re.compile(rf"鼓励|探索|倡导|可以|视情|酌情|尽量|尽可能|原则上|试行|{_MAY}")
_ALL = re.compile(
    rf"{WHOLE.pattern}|全体|全面(?!深化|依法|从严|贯彻|加强|提[高升])|普遍|各级|各类|逐[个一](?=[县区镇村户家])"
)
_PLACES = (
    r"(?:部分|少数|个别)"
    r"(?:设区市|[市县区]{1,2}|乡镇|街道|地区|地方|单位|企业|园区|行业|领域|学校|医院|机构|[乡镇村]|社区)"
)
_COUNT = r"[\d一二三四五六七八九十两]+"
_EVERYWHERE = re.compile("全面(?:推[开行动广]|铺开|覆盖|实[施行]|建立|落实)")
_SOME = re.compile(
    rf"{PART.pattern}|有条件的?|具备条件的?|若干(?![措意规政问])|部分|试点|选[取择]|先行|[市县区省]本级|(?:主|中心)?城区(?!域)|[市县区]属|直属"
    rf"|{_COUNT}个(?:中心|重点|试点|示范|主要)?(?:[县区镇乡村]|街道|社区)"
)
#: What makes a part of a plain demand, too: 试点 and 遴选 are often but parts of names.
_FEW = re.compile(
    rf"{_PLACES}|有条件的|具备条件的|选[取择](?:部分|若干|{_COUNT}个)|先行(?:开展|推行|先试)"
    r"|[市县区省]本级|(?:开展|进行|组织|[在于][^，]{1,8})试点"
)
#: A kind out of all of them: 重点河流 for 所有河流, 规模以上企业 for 全体企业.
_MAIN = re.compile(r"(?:重点|主要|规模以上|规上|限上|骨干|中心)(?=[\u4e00-\u9fff]{2})")
#: What makes some of all things; what says but where all of them are.
_SUCH, _HERE = re.compile(r"[\u4e00-\u9fff]{2,8}?的"), re.compile(r"[全本各我][市县区镇乡村省]|内的$|辖区|所有")
#: Characters behind the word for all in which the same things stand: 所有4A级以上景区.
_THINGS = 10


@dataclass(frozen=True, slots=True)
class Less:
    """The superior's words and the plan's by which a phrase asks for less; no words of the superior's where it is
    plain (开展 against 鼓励开展), and the plan's word alone tells."""

    superior: str
    plan: str

    @property
    def is_plain(self) -> bool:
        """Whether the superior has no word for a duty or for all."""
        return not self.superior


def softens(plan: str) -> bool:
    """Whether a phrase has any word by which it may ask for less; most have none."""
    return any(words.search(plan) for words in (_AIM, _SOME, _MAIN, _SUCH))


def means_all(words: str) -> bool:
    """Whether a phrase says that it is for all."""
    return _ALL.search(words) is not None


def _qualified(things: str, plan: str) -> str:
    """The plan's words for some of the things that the superior means all of: 危险性大的山洪沟 for 全部山洪沟."""
    for match in _SUCH.finditer(plan) if len(things) > 1 else ():
        if plan.startswith(things[:2], match.end()) and not _HERE.search(match[0]):
            return match[0] + things[:2]
    return ""


def weakened(superior: str, plan: str) -> Less | None:
    """An option or an aim of the plan where the superior has a duty; an option where it has a plain demand."""
    if _AIM.search(superior) or _MUST.search(_AIM.sub("", plan)):
        return None
    duty = _MUST.search(superior) or _EVERYWHERE.search(superior)
    option = (_AIM if duty else _CHOICE).search(plan)
    return Less(duty[0] if duty else "", option[0]) if option else None


def narrowed(superior: str, plan: str) -> Less | None:
    """A part in the plan where the superior means all, or says nothing of a part."""
    if _SOME.search(superior) or WHOLE.search(plan):
        return None
    whole = _ALL.search(superior)
    if whole and whole[0] in plan:
        return None
    if part := (_SOME if whole else _FEW).search(plan):
        return Less(whole[0] if whole else "", part[0])
    if whole and (some := _qualified(superior[whole.end() :], plan)) and some not in superior:
        return Less(whole[0], some)
    main = _MAIN.search(plan) if whole and not _MAIN.search(superior) else None
    if whole and main and plan[main.end() : main.end() + 2] in superior[whole.end() : whole.end() + _THINGS]:
        return Less(whole[0], plan[main.start() : main.end() + 2])
    return None
