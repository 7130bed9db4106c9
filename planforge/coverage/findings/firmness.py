"""How firmly, and for how many, a phrase asks for something, against another phrase on the same thing."""

from __future__ import annotations

import re
from functools import lru_cache

from planforge.coverage.findings.fewer import NARROW, fewer
from planforge.coverage.findings.less import Less
from planforge.coverage.judging.softening import DUTY, OPTION, PART, WHOLE
from planforge.text.late import late

#: 应 that binds; 应保尽保 says how far, and may be aimed at.
_MODAL = r"(?<![对适响反供相效感顺回呼策照因])应(?![急用对届聘邀付战收变试城税诉征激]|.尽)"
_MUST = late(rf"{DUTY.pattern}|坚决|严格|{_MODAL}(?!当)")
_MAY = r"(?<![许认不])可(?=以|结合|视|根据|按照?需|酌|自行|适当|自愿|分步|参照)"
#: What makes a duty an aim or an option, with the 应 that it takes back (原则上应公开); and the words among these that
#: make an option of a plain demand, too.
_AIM = late(
    rf"(?:原则上|尽可能|尽量|一般(?=应|须|要|不(?!得?[超高低少多大小]|[于是会])))(?:应当?|须|要|一律|不得|不|严禁|禁止)?|力争|争取|力求|努力|试行|逐步|适当|适时|择机|提倡|基本(?=完成|实现|建成|消除|解决|落实)|{OPTION.pattern}|{_MAY}"
)
#: What asks for less than a ban does; what asks for less than 必须, 务必 or 一律, where no day is named.
_BAN = late(r"严禁|禁止|不得(?![高低少多大小]于|超过)|杜绝|坚决防止|决不允许|绝不允许|零容忍")
_FEWER = late(r"(?:减少|降低|控制|限制|避免|防范|遏制)(?!到|至|在)")
#: What makes no less of a ban: 防范虚报冒领，严肃查处.
_AS_FIRM = late(rf"{_BAN.pattern}|坚决|一律不|严[肃厉]|从严")
_STRICT, _SOON = late("必须|务必|一律|确保"), late("尽快|尽早|择机|适时")
_CHOICE = late(rf"鼓励|探索|倡导|可以|视情|酌情|尽量|尽可能|原则上|试行|{_MAY}")
_ALL = late(
    rf"{WHOLE.pattern}|全体|每[一]?[个座家处所条名户辆](?!月|季|年|学期|工作日)|全面(?!深化|依法|从严|贯彻|加强|提[高升])|普遍|各级|各类|逐[个一](?=[县区镇村户家])"
)
_PLACES = (
    r"(?:部分|少数|个别)"
    r"(?:设区市|[市县区]{1,2}|乡镇|街道|地区|地方|单位|企业|园区|行业|领域|学校|医院|机构|[乡镇村]|社区)"
)
_COUNT = r"[\d一二三四五六七八九十两]+"
_EVERYWHERE = late("全面(?:推[开行动广]|铺开|覆盖|实[施行]|建立|落实|完成|消除)|全部(?:完成|消除|整改|建成|到位)")
_SOME = late(
    rf"{PART.pattern}|有条件的?|具备条件的?|若干(?![措意规政问])|部分|试点|选[取择]|先行|[市县区省]本级|(?:主|中心)?城区(?!域)|[市县区]属|直属"
    r"|在示范[\u4e00-\u9fff]|在(?![全各本所每我])[\u4e00-\u9fff]{2,6}(?:乡镇|街道|社区|村)(?:推广|推行|开展|实施|建设|建立|先行)"
    rf"|{_COUNT}个(?:中心|重点|试点|示范|主要)?(?:[县区镇乡村]|街道|社区)"
)
#: What makes a part of a plain demand, too: 试点 and 遴选 are often but parts of names.
_FEW = late(
    rf"{_PLACES}|有条件的|具备条件的|选[取择](?:部分|若干|{_COUNT}个)|先行(?:开展|推行|先试)"
    r"|[市县区省]本级|(?:开展|进行|组织|[在于][^，]{1,8})试点"
)
#: A kind out of all of them: 重点河流 for 所有河流, 规模以上企业 for 全体企业.
_MAIN = late(r"(?:重点|重要|主要|规模以上|规上|限上|骨干|龙头|头部|中心(?=[城乡镇村校学小卫敬]))(?=[\u4e00-\u9fff]{2})")
#: A size, a grade or an owner that not all things have: 大中型水库, 二级以上客运站, 投资1亿元以上项目.
_GRADE = late(
    r"(?:限额以上|大中型|大型|国有|公办|公立|城区|城镇|[一二三四五]级(?:[、和][一二三四五]级)*(?:及以上|以上)?|[345]A级(?:及以上|以上)?"
    r"|[国省市县区]级(?:及以上|以上)|(?<![\d一二三四五六七八九十])[\d一二三四五六七八九十]+[万亿]?[元人吨]以上)(?=[\u4e00-\u9fff]{2})"
)
_SIZED = late("规模以上|规上|限额以上|限上")
#: What stands before all the things that the superior names, and takes some of them: 重点行业规模以上企业; those of one
#: kind, behind what leads to them: 对低风险经营许可事项.
_OF_SOME = late(r"(?:重点|主要|示范|试点|骨干|先进|优势)[\u4e00-\u9fff]{2}(?:的|内)?$")
_OF_A_KIND = late(r"[对向为将把给](?!.{0,2}[全本各我有现辖所该此]|上述|相关|这些|以上|纳入)(?P<kind>\w{2,4})$")
#: The rest of the things, or another kind of them (公办、民办, 国有和民营): together they are all.
_AND_OTHERS = late(
    r"其[他它余]|公[办立][^，]{0,8}民[办营]|民[办营][^，]{0,8}公[办立]|国有[^，]{0,8}民营|大中?型[^，]{0,8}小"
)
#: What comes next for the others: ，其他医院10月底前推行; ，年底前全市推开.
_THEN_OTHERS = late(
    r"[，；。](?:其[他它余]|余下|剩余)[\u4e00-\u9fff]{2}|[，；。][^，；。]{0,12}(?:全[市县区省]|全面)(?:推[开广行]|铺开|覆盖|实[施行])"
)
#: Characters behind the words for some in which the others are named.
_SOON_AFTER = 50
_EVERY_ONE = ("所有", "全部", "全体", "每")
#: One or two out of all: 学校食堂、养老机构食堂等餐饮单位. Three and more may well be all kinds there are.
_SUCH_AS = late(r"(?P<some>[\u4e00-\u9fff]{2,8}(?:[、和及][\u4e00-\u9fff]{2,8})?)等(?:重点)?(?=[\u4e00-\u9fff]{2})")
#: What makes some of all things; what says but where all of them are.
_SUCH, _HERE = late(r"[\u4e00-\u9fff\d]{2,8}?的"), late(r"[全本各我][市县区镇乡村省]|内的$|辖区|所有")
#: Characters behind the word for all in which the same things stand: 所有4A级以上景区.
_THINGS = 10
#: A group that not all belong to, right before the things.
_GROUP = late(r"\w{0,2}(?:年级|户籍|低保|困难|高龄|失能|独居|农村|城市|城镇|公立|民办|新建|在建)$")
#: What leads to those who are to do it.
_LED = late("(?:推[动进]|组织|督促|引导|指导|要求|支持|实现|对|由|在)+")
#: So many characters at the end of a phrase tell what is done.
_FEWEST_DONE = 5
#: So many characters name the same things.
_SAME_THINGS = 4


@lru_cache(maxsize=1 << 14)
def softens(plan: str) -> bool:
    """Whether a phrase has any word by which it may ask for less; most have none."""
    return any(words.search(plan) for words in (_AIM, _SOON, _FEWER, _SOME, _MAIN, _GRADE, _SUCH, _SUCH_AS, *NARROW))


def means_all(words: str) -> bool:
    """Whether a phrase says that it is for all."""
    return _ALL.search(words) is not None


def names_others(behind: str) -> bool:
    """Whether the words behind those for some tell what becomes of the others."""
    return _THEN_OTHERS.search(behind[:_SOON_AFTER]) is not None


def _main(things: str, plan: str) -> str:
    """The plan's words for the main ones, or those of one grade, of the things that the superior means all of."""
    for main in (_MAIN.search(plan), _GRADE.search(plan)) if not _MAIN.search(things) else ():
        if main and plan[main.end() : main.end() + 2] in things[:_THINGS]:
            return plan[main.start() : main.end() + 2]
    return ""


def _named(things: str, plan: str) -> str:
    """The plan's words for the few that it names of the things that the superior means all of."""
    for match in _SUCH_AS.finditer(plan):
        kind = plan[match.end() : match.end() + 2]
        goes_on = plan[max(0, match.start() - 1) : match.start()] in ("、", "和", "及")
        if kind in things[:_THINGS] and match["some"] not in things and not goes_on:
            return match[0] + kind
    return ""


def _qualified(things: str, plan: str) -> str:
    """The plan's words for some of the things that the superior means all of: 危险性大的山洪沟 for 全部山洪沟."""
    for match in _SUCH.finditer(plan) if len(things) > 1 else ():
        if plan.startswith(things[:2], match.end()) and not _HERE.search(match[0]):
            return match[0] + things[:2]
    return ""


@lru_cache(maxsize=1 << 12)
def weakened(superior: str, plan: str) -> Less | None:
    """An option or an aim of the plan where the superior has a duty; an option where it has a plain demand."""
    if _AIM.search(superior):
        return None
    if less := _half_banned(superior, plan):
        return less
    if _MUST.search(_AIM.sub("", plan)):
        return None
    duty = _MUST.search(superior) or _EVERYWHERE.search(superior)
    option = (_AIM if duty else _CHOICE).search(plan) or _put_off(superior, plan)
    return Less(duty[0] if duty else "", option[0]) if option else None


def _half_banned(superior: str, plan: str) -> Less | None:
    """Less of what the superior bans: 减少 against 严禁."""
    ban = _BAN.search(superior)
    fewer = _FEWER.search(plan) if ban and not _FEWER.search(superior) and not _AS_FIRM.search(plan) else None
    return Less(ban[0], fewer[0]) if ban and fewer else None


def _put_off(superior: str, plan: str) -> re.Match[str] | None:
    """Soon, where the superior says that it must be."""
    return _SOON.search(plan) if _STRICT.search(superior) and not _SOON.search(superior) else None


@lru_cache(maxsize=1 << 12)
def narrowed(superior: str, plan: str) -> Less | None:
    """A part in the plan where the superior means all, or says nothing of a part."""
    if _SOME.search(superior) or WHOLE.search(plan) or _AND_OTHERS.search(plan):
        return None
    if less := fewer(superior, plan):
        return less
    whole = _ALL.search(superior)
    if whole is None:
        few = _FEW.search(plan)
        return Less("", few[0]) if few else _smaller(superior, plan)
    if whole[0] in plan:
        return None
    part = _SOME.search(plan)
    some = part[0] if part else _kind_of_all(whole[0], superior[whole.end() :], plan) or _kind_that_does(superior, plan)
    return Less(whole[0], some) if some and (part or some not in superior) else None


def _smaller(superior: str, plan: str) -> Less | None:
    """The main ones where the superior has all from a size on: 重点用能工业企业 for 规模以上工业企业."""
    sized = _SIZED.search(superior)
    main = _of_some(superior[sized.end() :], plan) if sized and not _SIZED.search(plan) else ""
    return Less(sized[0], main) if sized and main else None


def _kind_of_all(whole: str, things: str, plan: str) -> str:
    """The plan's words for some kind of the things that the superior means all of; empty for none."""
    few = (
        (_named(things, plan) or _some_before(things, plan) or _of_a_kind(things, plan))
        if whole.startswith(_EVERY_ONE)
        else ""
    )
    return few or _qualified(things, plan) or _main(things, plan) or _of_some(things, plan)


def _kind_that_does(superior: str, plan: str) -> str:
    """The plan's words for a grade or a main part of those who are to do the very same: 二级以上公立医院 for
    各级各类医疗机构, where both shall 接入信息平台."""
    starts = range(_FEWEST_DONE, len(superior) - _FEWEST_DONE + 1)
    done = next((start for start in starts if superior[start:] in plan), None)
    if done is None or not _ALL.search(superior, 0, done):
        return ""
    who = plan[: plan.find(superior[done:])]
    led = _LED.match(who)
    start = led.end() if led else 0
    kind = _GRADE.match(who, start) or _MAIN.match(who, start)
    return "" if kind is None or kind[0] in superior else who[start : kind.end() + 2]


def _some_before(things: str, plan: str) -> str:
    """The plan's words for a group before the very things that the superior means all of: 毕业年级 for 全体中小学生."""
    behind = plan.find(things[:_SAME_THINGS]) if len(things) >= _SAME_THINGS else 0
    group = _GROUP.search(plan[: max(behind, 0)])
    return group[0] + things[:_SAME_THINGS] if group else ""


def _of_a_kind(things: str, plan: str) -> str:
    """The plan's words for one kind of the very things that the superior means all of: 低风险 before 经营许可事项."""
    behind = plan.find(things[:_SAME_THINGS]) if len(things) >= _SAME_THINGS else 0
    kind = _OF_A_KIND.search(plan[: max(behind, 0)])
    return kind["kind"] + things[:_SAME_THINGS] if kind else ""


def _of_some(things: str, plan: str) -> str:
    """The plan's words for some branches, places or grades before the very things that the superior means all of."""
    behind = plan.find(things[:_SAME_THINGS]) if len(things) >= _SAME_THINGS else 0
    some = _OF_SOME.search(plan[: max(behind, 0)])
    return some[0] + things[:_SAME_THINGS] if some else ""
