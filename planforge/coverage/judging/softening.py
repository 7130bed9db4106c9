"""Where an answer asks for less than its superior: in some places instead of all, or as an option instead of a duty."""

from __future__ import annotations

import re

from planforge.text.late import late

_PLACE = r"(?:设区市|省辖市|县区|区县|市县|市|县|区|乡|镇|街道|村|社区)"
#: Where the superior wants something done everywhere. 全省 alone also stands in names (全省知识产权大会). Each form
#: begins with a plain character, so that the search can jump from one such to the next.
WHOLE = late(
    r"所有|全覆盖|全面(?:推开|推行|覆盖|铺开|实施)|普遍(?:建立|推行|开展)|全部|在全[国省市县区]|实现全[国省市县区]"
    rf"|各个?{_PLACE}|每个?{_PLACE}"
)
_SOME = r"(?:部分|少数|个别|若干|[一两二三四五六七八九十\d]+个)"
PART = late(
    rf"部分(?:{_PLACE}|地区|地方|单位|企业|园区|行业|领域|学校|医院|机构)|(?:选取|选择|遴选|挑选|确定){_SOME}?{_PLACE}"
    r"|(?:选取|选择|遴选|挑选|确定)[^，。；]{1,16}?(?:开展|进行|先行|试点)"
    r"|(?:开展|进行|先行|组织)试点|试点(?:开展|推行|建设|实施)|先行先试|有条件的|个别"
)
#: 存管比例不得低于20% sets a figure, which targets are held against.
DUTY = late(r"必须|应当|不得(?![高低少多大小]于|超过)|严禁|一律|务必|禁止|确保")
OPTION = late(r"鼓励|可以|探索|倡导|引导|酌情|视情|有条件的|支持|尽量|尽可能|原则上|力争")


def asks_less(superior: str, plan: str) -> bool:
    """Whether a measure's answer has a word for a part where the superior's is for all, or for an option where that is
    for a duty, and neither text has the other's word as well: so much lowers a verdict. What a person is told is found
    phrase by phrase (findings.firmness).
    """
    return _only(WHOLE, superior, PART, plan) or _only(DUTY, superior, OPTION, plan)


def _only(more: re.Pattern[str], superior: str, less: re.Pattern[str], plan: str) -> bool:
    if not more.search(superior) or not less.search(plan):
        return False
    return not less.search(superior) and not more.search(plan)
