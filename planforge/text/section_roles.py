"""What part a section plays, by the words of its heading: guidance, goals, tasks, safeguards or background."""

from __future__ import annotations

import re

from planforge.model import Role
from planforge.text.late import late

_ROLES: tuple[tuple[Role, str], ...] = (
    (
        "guidance",
        r"总体要求|总体思路|指导思想|基本原则|总体定位|工作思路|基本思路|工作原则|指导原则|总体部署|总要求|基本要求",
    ),
    ("goals", r"(?:主要|发展|工作|总体|预期|行动|建设|年度|重点|阶段|战略|实施|奋斗|目标)*(?:目标|指标)"),
    (
        "background",
        r"(?:规划|发展|工作)(?:基础|现状|背景|环境|形势|成效)|现状|基本情况|(?:存在)?(?:的)?(?:主要|突出)?问题|工作回顾|(?:重要|重大)意义|面临.{0,6}",
    ),
    (
        "safeguards",
        r"(?:保障|组织|支撑|推进)(?:措施|实施|保障|机制|体系)|(?:工作|有关|相关|组织|实施|推进|几点)要求|(?:组织|工作)?(?:领导|实施)?(?<!民生|社会|住房|医疗)保障(?:和实施|落实|与监督)?"
        r"|组织领导|组织(?:推动|落实)|附则",
    ),
)
#: Names of sections that documents of all fields have, where text begins right behind them.
_NAME = (
    r"(?:总体要求|总体思路|指导思想|基本原则|工作原则|(?:总体|主要|发展|工作|行动|建设)目标|目标(?:任务|要求)|(?:重点|主要|工作|主要工作)任务"
    r"|(?:保障|工作)措施|(?:责任|任务|职责)分工|(?:方法|实施|工作)步骤|(?:时间|进度)安排|组织(?:保障|领导|实施)|(?:工作|有关|相关)要求)"
)
SECTION_NAME = late(
    rf"{_NAME}(?:[、和及与]{_NAME})*(?=到20|至20|20\d\d|以|坚持|深入|全面|按照|根据|力争|通过|为|各|贯彻|围绕|加强|认真|高举|紧紧|紧扣|决战|聚焦"
    r"|确保|推动|全力|[这此本]次)"
)
#: 2027年主要目标
_OF_YEAR = late(r"^20\d\d年度?的?")
#: 2026年工作回顾, “十四五”时期发展成就: the year or plan that is looked back on stands in the heading.
_LOOKS_BACK = late(r"(?:20\d\d|过去[一五]?|上一?|去|十[一二三四五六]五”?|五).{0,20}(?:回顾|总结|成就|成绩)$")
_SAFEGUARD = late(
    r"^(?:加强|强化|健全|完善|落实|切实加强)(?:组织领导|组织实施|组织保障|实施保障|保障措施|工作保障|组织推进)"
)


def role_of(heading: str) -> Role:
    """The part that a section plays: `tasks` unless one of the things its short heading names says otherwise."""
    pieces = [piece.strip() for piece in re.split("[，、和与及：:]", _OF_YEAR.sub("", heading))]
    for role, pattern in _ROLES:
        if len(heading) <= 20 and any(re.fullmatch(rf".{{0,3}}(?:{pattern})", piece) for piece in pieces):
            return role
    if len(heading) <= 30 and _LOOKS_BACK.search(heading):
        return "background"
    return "safeguards" if len(heading) <= 24 and _SAFEGUARD.match(heading) else "tasks"
