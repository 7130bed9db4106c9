"""What lines at the head and foot of a document are: 文号, letterhead, recipients, date, signature, title."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from planforge.model import Text
from planforge.text.citations import DOC_NUMBER
from planforge.text.numbering import leading_marker
from planforge.text.numerals import parse
from planforge.text.units import looks_like_unit

_CJK_BLANK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\u3000\xa0]+(?=[\u3000-\u9fff\uff00-\uffef])")
#: With the letters, and the 曰, that scanning makes of figures and of 日; and 号, as people say it.
_DIGIT = r"[\d二〇○Ｏ零一三四五六七八九十OoIl]"
DATE = re.compile(rf"({_DIGIT}{{4}})\s*年\s*({_DIGIT}{{1,2}})\s*月\s*({_DIGIT}{{1,3}})\s*[日曰号]")
#: 　　年　月　日, 2027年×月×日: a draft leaves room for the date.
_OPEN_DATE = re.compile(
    rf"\s*(?:{_DIGIT}{{4}}|[×Xx]{{2,4}})?\s*年\s*(?:{_DIGIT}{{1,2}}|[×Xx]{{1,2}})?\s*月\s*[×Xx]{{0,2}}\s*日\s*"
)
_FIGURES, _CHINESE = str.maketrans("○ＯOoIl", "000011"), str.maketrans("○ＯOo", "〇〇〇〇")
_ISO_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
#: The words that titles end with, as alternatives of a regular expression.
TITLE_NOUNS = (
    r"通知|意见|方案|规划|纲要|要点|计划|办法|决定|报告|措施|行动|分解表|分工表|清单|战略|批复|细则|预案|规定|条例|指引|文件|公告|通告|函|安排|部署|政策|任务|台账|一览表|"
    r"任务表|分工|通报|纪要|(?:任务|责任|目标)分解|责任书|目标|决议|建议|规则|倡议书|明细表|汇总表|指标|路线图|指南"
)
_TITLE_WORD = re.compile(r"的?(?:通知|通报|意见|方案|规划|纲要|要点|计划|办法|决定|报告|公告|通告|批复|函|纪要)")
_TITLE_NOUN = re.compile(rf"(?:{TITLE_NOUNS})(?:\s*[（(][^（）()]{{1,20}}[）)])*\s*$")
_BEHIND_TITLE = re.compile(
    r"[（(]\s*(?:20\d\d\s*年?\s*[-—–－~～至]{1,2}\s*20\d\d\s*年?"
    r"|试行|暂行|草案|修订版?|征求意见稿|送审稿|审议稿|讨论稿|第[一二三四五六七八九十\d]{1,2}[批版])\s*[）)]"
)
#: 2027年1月20日在示例市第三届人民代表大会第一次会议上, below the title of a report.
_HELD = re.compile(r"[—–\-\s（(]*(?:20\d\d|二[〇○零])\S{3,12}日\s?在.{4,50}上[）)]?")
_RECIPIENT = re.compile(
    r"(?:单位|部门|政府|委员会|委|局|办|机构|公司|企业|院|校|会|区|县|市|镇|乡|街道|办事处|厅|处|所|中心|科室|站|村|社区|等|集团|行|关|部)$"
)
_MARKED_RELEASE = re.compile(r"[（(]\s*(?:此件|本文|此文|联系人|公开属性|主动公开|信息公开).*[）)]\s*")
_PLACE = re.compile(r"(?:中共)?(?P<name>[\u4e00-\u9fff]{2,6}?[省市县区州旗])")
_ROOT = re.compile(r"中共|中央|国务院|国家|全国|[\u4e00-\u9fff]{2,6}?[省市县区州旗]")
_POST = re.compile(r"[\u4e00-\u9fff]{0,8}(?:长|主任|书记|主席|专员|总监)")
#: The number of a 公告, 通告, 令 or 纪要, which has no short name before it: （2027年第18号）, 第179号, 〔2027〕8号.
_ISSUE = re.compile(
    r"[（(]?(?:[\u4e00-\u9fff]{2,40}(?:公告|通告|令))?\s*"
    r"(?P<number>(?:(?:19|20)\d\d\s?年\s?)?第\s?\d{1,4}\s?号|〔(?:19|20)\d\d〕\s?\d{1,4}\s?号)[）)]?"
)
#: The head of a 令.
_ORDER = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,30}(?:人民政府|部|委员会|局|署))令(?:\s*第\s?\d{1,4}\s?号)?")
_LONGEST_NAME, _HALF_NAME = 60, 24


def compact(text: Text) -> Text:
    """Without the blanks that a line break leaves between Chinese characters; each part keeps its place."""
    if _CJK_BLANK.search(text.value) is None:
        return text
    parts, start = [], 0
    for match in _CJK_BLANK.finditer(text.value):
        parts.append(text.slice(start, match.start()))
        start = match.end()
    return Text.join([*parts, text.slice(start)])


def read_date(value: str) -> datetime.date | None:
    """The date that words hold (2027年1月5日, 二〇二七年一月五日, 2027-01-05); None where there is none."""
    match = DATE.search(value) or _ISO_DATE.search(value)
    if match is None:
        return None
    figures = _FIGURES if re.search("[0-9]", match[0]) else _CHINESE  # a letter among figures is what it looks like
    year, month, day = (parse(part.translate(figures)) for part in match.groups())
    try:
        return datetime.date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def is_held(value: str) -> bool:
    """Whether a line tells on which day, and where, a report was given."""
    return _HELD.fullmatch(value.strip()) is not None


def is_date(value: str) -> bool:
    """Whether a line is a date and nothing else, be it one still to be filled in."""
    match = DATE.search(value) or _OPEN_DATE.fullmatch(value)
    return match is not None and not (value[: match.start()] + value[match.end() :]).strip(" \u3000（）()。印发")


def date_words(text: Text) -> Text:
    """The words of the date that a line holds, without what stands around them; empty where it holds none."""
    match = DATE.search(text.value) or _ISO_DATE.search(text.value)
    return text.slice(*match.span()) if match else Text()


def split_signature(text: Text) -> tuple[Text, Text]:
    """A line such as 示例市人民政府　2027年1月5日 as the name and the date; the date is empty where there is none."""
    match = DATE.search(text.value)
    if match is None:
        return text, Text()
    return text.slice(0, match.start()).strip(), text.slice(match.start())


def doc_number(text: Text) -> Text | None:
    """The 文号 that a line of the head states; None where it states none, cites one or is a title before one."""
    if len(text.value) > _LONGEST_NAME or re.search("[《。：]", text.value.replace("签发人：", "")):
        return None
    issue = _ISSUE.fullmatch(text.value.strip())
    match = DOC_NUMBER.search(re.sub(r"^文号[：:]\s*", "", text.value))
    if (match is None and issue is None) or split_number(text)[1].value:
        return None
    number = match[0] if match else issue["number"] if issue else ""
    start = text.value.find(number)
    return without_blanks(text.slice(start, start + len(number)))


def without_blanks(number: Text) -> Text:
    """A 文号 as it is cited: 示政发〔2027〕3 号 is 示政发〔2027〕3号."""
    return Text.join(_around(number, r"\s+"))


def split_number(title: Text) -> tuple[Text, Text]:
    """A title and the 文号 in brackets behind it (…的通知（示政办发〔2027〕3号）), or right before it; the latter empty
    where none is."""
    before = DOC_NUMBER.match(title.value)
    if before is not None and is_title_end(title.value[before.end() :]):
        return title.slice(before.end()).strip(), title.slice(*before.span())
    match = DOC_NUMBER.search(title.value, max(0, title.value.rfind("的通知"), title.value.rfind("》")))
    around = (title.value[: match.start()].rstrip(), title.value[match.end() :].strip()) if match else ("", "")
    behind = around[0][-1:] in ("（", "(") and around[1] in ("）", ")") and is_title_end(around[0][:-1])
    if match is None or not behind:
        return title, Text()
    return title.slice(0, len(around[0]) - 1).strip(), title.slice(*match.span())


def is_recipients(value: str) -> bool:
    """Whether a line names those to whom the document goes."""
    bare = value.rstrip()
    if bare[-1:] not in "：:" or re.search("[。；]|如下|以下", bare) or len(bare) > 400 or leading_marker(bare):
        return False
    last = re.sub(r"[（(][^（）()]*[）)]", "", re.split("[、，,]", bare[:-1])[-1]).strip()
    return bool(_RECIPIENT.search(last)) or (bare.startswith("各") and len(last) <= 20)


def letterhead(text: Text) -> tuple[Text, ...]:
    """The issuers of a red head: 示例市人民政府文件, several names around the word 文件, or 示例市人民政府令."""
    value = text.value
    if order := _ORDER.fullmatch(value.strip()):
        start = value.find(order["name"])
        return (text.slice(start, start + len(order["name"])),)
    if "文件" not in value or len(value) > 120 or re.search("[。《，：]", value):
        return ()
    pieces = [p for p in _around(text, r"文\s?件") if p.value]
    if len(pieces) == 1 and not re.search(r"文\s?件\s*$", value):
        return ()
    names = [name for piece in pieces for name in split_names(piece)]
    return tuple(names) if all(looks_like_unit(name.value) for name in names) else ()


def split_names(text: Text) -> tuple[Text, ...]:
    """Names side by side; a blank within a name (a line break of the head) is no boundary."""
    names: list[Text] = []
    for piece in _around(text, r"[\s\u3000、]+"):
        if names and not looks_like_unit(names[-1].value):
            names[-1] = Text.join([names[-1], piece])
        elif piece.value:
            names.append(piece)
    return tuple(one for name in names for one in _by_place(name))


def _by_place(names: Text) -> list[Text]:
    """Names that run together, cut where the place that the first begins with comes again: 云溪省财政厅云溪省水利厅."""
    place = _PLACE.match(names.value)
    again = rf"(?:中共)?{place['name']}" if place else r"中共中央|(?<=中共中央)国务院|(?<=中央办公厅)国务院"
    starts = [m.start() for m in re.finditer(again, names.value)]
    pieces = [names.slice(a, b) for a, b in zip([0, *starts[1:]], [*starts[1:], len(names)], strict=True)]
    return pieces if all(looks_like_unit(piece.value) for piece in pieces) else [names]


def is_of_place(title: str, office: str) -> bool:
    """Whether a title begins with the place of an office and a year: 示例区2027年任务分解表, of 示例区教育局."""
    place = _PLACE.match(office)
    return place is not None and re.match(rf"{place['name']}20\d\d", title) is not None


def _around(text: Text, pattern: str) -> list[Text]:
    parts, start = [], 0
    for match in re.finditer(pattern, text.value):
        parts.append(text.slice(start, match.start()).strip())
        start = match.end()
    return [*parts, text.slice(start).strip()]


def is_signature(value: str) -> bool:
    """Whether a line may be the name of who signs."""
    return len(value) <= _LONGEST_NAME and _names_offices(value)


@lru_cache(maxsize=2048)
def _names_offices(value: str) -> bool:
    """Whether a line holds nothing but names of offices: asked of the same lines again and again."""
    return re.search("[。，：；]", value) is None and all(looks_like_unit(n.value) for n in split_names(Text(value)))


def is_post(value: str) -> bool:
    """Whether a line is no more than the post of who signs, beside the room for a 签名章 (GB/T 9704-2012, 7.3.5.3)."""
    return _POST.fullmatch(value.strip()) is not None


def is_split_name(line: str, below: str) -> bool:
    """Whether two lines are one name: only the first begins as an office's does, only the second ends so."""
    begins = len(line) <= _HALF_NAME and _ROOT.match(line) is not None and not re.search("[，。；：、《]", line)
    return (
        begins
        and _ROOT.match(below) is None
        and is_signature(below)
        and not looks_like_unit(line)
        and is_signature(line + below)
    )


def is_release(value: str) -> bool:
    """（此件公开发布） and its like."""
    return bool(_MARKED_RELEASE.fullmatch(value.strip()))


def is_title_end(value: str) -> bool:
    """Whether a line ends as titles do: …的通知, …工作要点, …规划（2021—2025年）, and 通　知 spaced out."""
    return bool(_TITLE_NOUN.search(_CJK_BLANK.sub("", value)))


def begins_title(value: str) -> bool:
    """Whether a line above one that an office begins (…局关于…) may be the title's: it names an office, or what it does
    with that one's paper."""
    return _ROOT.match(value) is not None or is_signature(value) or re.search("关于|转发|印发|批转", value) is not None


def is_title_word(value: str) -> bool:
    """Whether a line is the last word of a title and no more, as where that didn't fit on the line above."""
    return _TITLE_WORD.fullmatch(_CJK_BLANK.sub("", value.strip())) is not None


def ends_title(value: str) -> bool:
    """Whether a line in brackets below a title belongs to it: （2026—2030年）, （试行）."""
    return _BEHIND_TITLE.fullmatch(value.strip()) is not None


def is_sentence(value: str) -> bool:
    """Whether a line is running text."""
    return len(value) > 80 or bool(re.search("[。；！]", value)) or value[-1:] in "：:，"


def is_text(value: str) -> bool:
    """Whether a line belongs to a document's text: a sentence that addresses nobody, or a numbered heading."""
    return (is_sentence(value) and not is_recipients(value)) or leading_marker(value) is not None
