"""What titles and names tell: the kind of a document, the year it is for, the level of who issued it."""

from __future__ import annotations

import re

from planforge.model import Kind, Level
from planforge.text.late import late
from planforge.text.times import half_width

_KINDS: tuple[tuple[Kind, str], ...] = (
    ("strategy", r"战略(?:规划|纲要)?|强[国省市县区]建设(?:规划|纲要)"),
    (
        "work_plan",
        r"工作要点|(?:重点|年度|全年)?(?:工作|任务)(?:计划|安排|清单|分解表|台账)|工作任务|要点$|任务(?:分解|分工)",
    ),
    ("programme", r"规划|纲要|行动计划|计划"),
    ("scheme", r"方案|措施|办法|细则"),
    ("opinion", r"意见|文件|决定"),
    ("notice", r"通知|通告|公告"),
)
#: （2026年修订）, （征求意见稿）: what stands behind a title is no part of its name.
_BEHIND = late(r"[（(][^（）()]*[）)]\s*$")
_LEVELS: tuple[tuple[Level, str], ...] = (
    (
        "township",
        r"[\u4e00-\u9fff]{1,12}(?:镇|乡|街道)(?:人民政府|党委|党工委|办事处|委员会|党政办公室|办公室|20|关于|第|$)",
    ),
    ("national", r"国务院|中共中央|全国|国家|中央|中华人民共和国|[^省市县区州旗]{2,12}部(?:办公厅)?$"),
    (
        "province",
        r"[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,8}自治区(?!.*[市县])|(?:中共)?(?:北京|上海|天津|重庆)市(?!.*区)",
    ),
    ("county", r"[\u4e00-\u9fff]{1,9}(?:县|旗)|[^市]{1,8}区|[^市]{1,5}市[^市]{1,6}区"),
    ("city", r"[\u4e00-\u9fff]{1,7}(?:市|州|盟)"),
)
_TO = r"\-—－–~～至到"
#: A year that stands alone; 2021—2025年 is a period, 2035年远景目标 what lies far ahead.
_YEAR = late(rf"(?<![{_TO}\d])(20\d\d)\s*年(?!\s*[{_TO}]|远景|愿景)(?![^，。]{{0,3}}[{_TO}]\s*20\d\d)")


def kind_of(title: str) -> Kind:
    """The kind that a title names by its last words; `other` where it names none.

    A notice is of the kind that it sends out, if that is named last (…工作要点的通知); one that only speaks of a paper
    (…意见落实工作的通知) is a notice.
    """
    bare = _BEHIND.sub("", title)
    sent = re.sub(r"》?的(?:通知|函)$", "", bare)
    tail = sent[-16:]
    found = [(match.end(), kind) for kind, pattern in _KINDS for match in re.finditer(pattern, tail)]
    ends = [(end, kind) for end, kind in found if sent == bare or end == len(tail)]
    if ends:
        return max(ends, key=lambda end: end[0])[1]
    return "notice" if bare.endswith("通知") else "other"


def year_of(title: str) -> int | None:
    """The year that a title names (2027年…工作要点), the last of several; a span of years is none."""
    written = half_width(title)
    years = _YEAR.findall(_BEHIND.sub("", written)) or _YEAR.findall(written)
    return int(years[-1]) if years else None


def level_of(issuer: str) -> Level | None:
    """How high an issuer stands, by its name; None where the name doesn't tell."""
    return next((level for level, pattern in _LEVELS if re.match(pattern, issuer)), None)
