"""汉字之间不应当有空格。

说明: 多由网页或扫描件换行、两端对齐造成。
    不报的有：联合发文的机关之间（《财政部 税务总局关于……》），书名号里两个短语之间，职务与姓名之间，
    拉开排的词（总　则），“联系人”“电话”之间，对齐用的两个以上全角空格，引号里字数相同的两半之间。
    全文超过十处的，合并成一处报告。
理由: 空格会断开词语，影响查找和排印。
改法: 删去空格；可由 --fix 自动改正。

反例:
    加强知识 产权保护。

正例:
    加强知识产权保护，推进 PCT 专利申请，开展“好客山水 好品云溪”活动。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Found, Passage, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import HAN, crosses_line, hits, in_book, once_if_many

RULE = Rule(
    code="PUN010",
    name="汉字之间有空格",
    severity="info",
    authority="标准",
    basis="公文排印惯例：汉字之间不留空格，标题换行不加空格",
)
_BLANK = Pattern(rf"(?<=[{HAN}，。；、：])[ \u3000\xa0]+(?=[{HAN}])", holds=" \u3000\xa0")
#: In a title a blank may stand between two issuers.
_ISSUER = re.compile(r"[局厅委办府院会部]")
_OFFICE = "[局厅委办府院会部署行央]"
_NAME = rf"[{HAN}]{{2,3}}|[{HAN}]{{4}}(?=\n|$)"
#: What stands before and behind a blank that belongs there.
_MEANT = (
    (rf"{_OFFICE}$", rf"[{HAN}]{{1,14}}?{_OFFICE}(?=[ \u3000]|关于|公告|令|联合|印发|$)"),  # 财政部 税务总局公告
    (rf"(?:^|[^{HAN}])[{HAN}]$", rf"[{HAN}](?![{HAN}])"),  # 总　则, 韦 韬
    (r"(?:[长席任记员处司局科]|记者)$", rf"(?:{_NAME}|[{HAN}][ \u3000][{HAN}])(?![{HAN}])"),  # 省长 胡某某
    ("", r"(?:联系)?(?:电\s*话|人|方式)|传\s*真|邮\s*[箱编]|地\s*址|手\s*机|网\s*址"),
    (rf"(?:^|[^{HAN}])[{HAN}]{{2,3}}$", rf"[{HAN}]{{2,3}}(?=[\n\d]|联系|电话|$)"),  # 刘某 高某某
    ("日电$", ""),  # 新华社北京1月30日电 题：
)
_BEFORE_AND_BEHIND = tuple((re.compile(before), re.compile(behind)) for before, behind in _MEANT)
#: So many characters before a blank tell what it stands behind.
_LOOK_BACK = 4
#: A phrase of the name of a document: 《关于做好个人信息保护 利用大数据支撑……的通知》.
_PHRASE = re.compile(rf"[{HAN}“”]{{8,}}")
_ALIGNED = "\u3000\u3000"


def check(context: RuleContext) -> Iterator[Found]:
    yield from once_if_many(_findings(context))


def _findings(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _BLANK, books=True):
        if crosses_line(passage.text, match) or _is_meant(passage, match):
            continue
        around = passage.value[max(0, match.start() - 4) : match.end() + 4]
        yield Finding(words, f"“{around}”中间有空格", passage.at, "删去空格", rewrite(words, ""))


def _is_meant(passage: Passage, blank: re.Match[str]) -> bool:
    value = passage.value
    if passage.is_label and _ISSUER.match(value, blank.start() - 1):
        return True
    ahead = value[max(0, blank.start() - _LOOK_BACK) : blank.start()]
    told = (before.search(ahead) and behind.match(value, blank.end()) for before, behind in _BEFORE_AND_BEHIND)
    return any(told) or _ALIGNED in blank[0] or _in_name(value, blank) or _in_slogan(value, blank)


def _in_name(value: str, blank: re.Match[str]) -> bool:
    """Whether a blank stands between two phrases of the name of a document, where no mark may stand."""
    if not in_book(value, blank.start()):
        return False
    before = value[value.rfind("《", 0, blank.start()) + 1 : blank.start()]
    return bool(_PHRASE.fullmatch(before.split()[-1]) and _PHRASE.match(value, blank.end()))


def _in_slogan(value: str, blank: re.Match[str]) -> bool:
    """Whether a blank stands between the halves of a slogan in quotation marks: “好客山水 好品云溪”."""
    start, stop = value.rfind("“", 0, blank.start()), value.find("”", blank.end())
    halves = value[start + 1 : blank.start()], value[blank.end() : stop]
    return min(start, stop) >= 0 and len(halves[0]) == len(halves[1]) and not re.search("[，。”“]", "".join(halves))
