"""The numbering of official Chinese (GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）, and what else is met in practice)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from planforge.text.late import late
from planforge.text.numerals import CHINESE_DIGITS, chinese, parse

Style = Literal[
    "第一部分",
    "第一章",
    "第一节",
    "第一条",
    "一、",
    "（一）",
    "1.",
    "1、",
    "（1）",
    "1）",
    "①",
    "1.1",
    "一是",
    "壹、",
    "甲、",
    "Ⅰ.",
    "任务一：",
    "专栏1",
    "附件1",
    "",
]

#: The order of styles by depth of GB/T 9704-2012, 7.3.3.
STANDARD_STYLES: tuple[Style, ...] = ("一、", "（一）", "1.", "（1）")


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the head of a line: as printed, its style and number, and `length`: where what follows begins."""

    text: str
    style: Style
    number: int
    length: int

    @property
    def stem(self) -> str:
        """What stands before its own number: `2.` of 2.3 and 2．3; empty in other styles."""
        return _LAST_NUMBER.split(self.text)[0].replace("．", ".") if self.style == "1.1" else ""

    def numbered(self, number: int) -> str:
        """The marker that bears another number in its place: 1.3 for 1.4, whose first number is that of its section."""
        if self.style == "1.1":
            return _LAST_NUMBER.sub(str(number), self.text)
        stars = self.text[: len(self.text) - len(self.text.lstrip(_STARS))]
        return stars + format_marker(self.style, number)


_CHINESE = rf"[{CHINESE_DIGITS}](?:\s?[{CHINESE_DIGITS}]){{0,4}}"
_ARABIC = r"[0-9０-９]{1,3}"
#: 第三条规定 and 第二条第一款 speak of an article; 第一条为了…, 第四条规划… are one.
_NOT_CITED = (
    rf"(?![的是，、款]|至第|第(?:{_CHINESE}|{_ARABIC})[款项条]|项(?!目)|规定"
    r"|为(?![了规加促保维推深贯落进全切实充积鼓支提建健完优]))"
)
#: What makes a number an amount (2.5万件, 1.2 公里), and no number of an item (1.2 公共服务, 3.1 项目管理).
_MEASURE = (
    r"(?![%％‰万亿件倍亩千]|公[里顷斤吨]|个(?![人体])|家(?![庭政电园])|元(?!旦)|项(?!目)|名(?![称录单牌优])"
    r"|人(?![才员民力口社工大])|次(?!要))"
)

_FINANCIAL, _STEMS, _ROMAN = "壹贰叁肆伍陆柒捌玖拾", "甲乙丙丁戊己庚辛壬癸", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_LATIN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
#: Behind numbers in other writings: they are letters or words, too (V型, 甲乙双方, I.D.).
_STOP_AND_WORDS = r"\s?[、.．](?=\s*(?:[\u4e00-\u9fff“《]|$))"

#: Style, pattern with the number as its group; the first that fits counts.
_SOURCES: tuple[tuple[Style, str], ...] = (
    ("第一部分", rf"第({_CHINESE}|{_ARABIC})(?:部分|篇|编)(?![的为是，、])[：:]?"),
    ("第一章", rf"第\s?({_CHINESE}|{_ARABIC})\s?章(?![的为是，、])"),
    ("第一节", rf"第\s?({_CHINESE}|{_ARABIC})\s?节(?![的为是，、])"),
    ("第一条", r"第\s?(一|1|１)\s?条(?=为)"),  # 第一条为了…: what it is for is what a paper says first
    ("第一条", rf"第\s?({_CHINESE}|{_ARABIC})\s?条{_NOT_CITED}"),
    ("（一）", rf"[（(〔〈<]\s?({_CHINESE})\s?[）)〕〉>][、.．]?"),  # 〈一〉 is what scanning makes of it
    ("（一）", r"([㈠-㈩])"),
    ("（1）", rf"[（(]\s?({_ARABIC})\s?[）)](?:[、.．](?!\d))?"),
    ("（1）", r"([⑴-⒇])"),
    ("①", r"([①-⑳])"),
    ("壹、", rf"([{_FINANCIAL}]{{1,3}})\s?[、.．]"),
    ("甲、", rf"([{_STEMS}])(?!、[{_STEMS}]){_STOP_AND_WORDS}"),
    ("Ⅰ.", rf"([{_ROMAN}]|{'|'.join(sorted(_LATIN, key=len, reverse=True))}){_STOP_AND_WORDS}"),
    ("任务一：", rf"(?:重点)?(?:任务|措施|举措|行动|工程)({_CHINESE}|{_ARABIC})[：:、]"),
    ("一、", rf"({_CHINESE})\s?[、.．﹒](?!\s?[{CHINESE_DIGITS}]{{1,2}}[、产级线是])"),
    ("一、", rf"({_CHINESE})[，,](?=[^，。；]{{4,40}}$)"),
    (
        "1.1",
        r"(?:\d{1,2}[.．])+(\d{1,2})(?:[.．](?!\d)|\s+|(?=[\u4e00-\u9fff《“]))" + _MEASURE + r"(?![月日]|年(?!度))",
    ),
    ("1.", rf"({_ARABIC})\s?[.．﹒](?!\d(?!\d{{3}}年))"),
    ("1.", r"([⒈-⒛])"),
    ("1、", rf"({_ARABIC})\s?、(?!\s?\d{{1,4}}(?:[、年月日号]|$))"),
    ("1）", rf"({_ARABIC})\s?[）)]"),
    ("一是", rf"({_CHINESE})(?:是|要)(?=.)"),
    ("专栏1", rf"专栏\s?({_CHINESE}|{_ARABIC})[：:、.．]?"),
    ("附件1", rf"附件\s?({_CHINESE}|{_ARABIC})[：:、.．]?(?![,，。；及和、至])"),
)
_DIGITS_FIRST = (f"({_ARABIC})", r"(?:\d")
#: By whether they begin with a digit: to a line that begins otherwise the others are nothing.
_PATTERNS = {
    digits: tuple((style, late(source)) for style, source in _SOURCES if source.startswith(_DIGITS_FIRST) is digits)
    for digits in (True, False)
}
_TO_FINANCIAL = str.maketrans("一二三四五六七八九十", _FINANCIAL)
_LAST_NUMBER = late(r"\d+(?=\D*$)")
_BLANKS = " \t\u3000\xa0"
#: Stars before a number (★3.): the office sets an item of weight off.
_STARS = "★☆※▲△"


def leading_marker(line: str) -> Marker | None:
    """The marker that a line begins with (blanks before it don't matter), or None.

    一、二、三产业融合 and 2.5万件 begin with none; what only context can tell (a marker quoted in a sentence) is the
    reader's business.
    """
    start = len(line[:40]) - len(line[:40].lstrip(_BLANKS))
    head = line[start:40].lstrip(_STARS)
    stars = len(line[start:40]) - len(head)
    for style, pattern in _PATTERNS[head[:1].isdecimal()]:
        match = pattern.match(head)
        number = _value(style, match[1]) if match else None
        if match and number is not None:
            stop = start + stars + match.end()
            length = len(line) - len(line[stop:].lstrip(_BLANKS))
            return Marker(line[start:stop].strip(_BLANKS), style, number, length)
    return None


def _value(style: Style, number: str) -> int | None:
    """What a number in the writing of its style is; None for words that are none."""
    if style == "甲、":
        return _STEMS.index(number) + 1
    if style == "Ⅰ.":
        return _ROMAN.index(number) + 1 if number in _ROMAN else _LATIN.index(number) + 1
    return parse(_compact(number))


def lone_marker(printed: str) -> Marker | None:
    """The marker that a node bears, by itself: read as at the head of a line where a blank follows; None for none."""
    return leading_marker(f"{printed}\u3000") if printed else None


def _compact(number: str) -> str:
    """Signs such as ㈠ and ⒈ hold their number in brackets or with a stop once normalised."""
    return re.sub(r"[()\s.]", "", unicodedata.normalize("NFKC", number)) if number not in "〇○" else number


def style_of_depth(depth: int) -> Style:
    """The marker style of a level (1 = sections) where the author gave none; below the fourth there is no marker."""
    return STANDARD_STYLES[depth - 1] if 1 <= depth <= len(STANDARD_STYLES) else ""


@lru_cache(maxsize=512)
def format_marker(style: Style, number: int) -> str:
    """The marker as it is printed in a well-made document; empty for the style without a marker."""
    if style in ("1.", "1、", "（1）", "1）", "1.1", "专栏1", "附件1"):
        return style.replace("1.1", "1.").replace("1", str(number))
    if style == "①":
        return chr(ord("①") + number - 1) if 1 <= number <= 20 else f"（{number}）"
    if style == "壹、":
        return f"{chinese(number).translate(_TO_FINANCIAL)}、"
    if style in ("甲、", "Ⅰ."):
        signs = _STEMS if style == "甲、" else _ROMAN
        return f"{signs[number - 1]}{style[-1]}" if 1 <= number <= len(signs) else f"{number}{style[-1]}"
    return style.replace("一", chinese(number) if number <= 9999 else str(number))


def repair(numbers: Sequence[int | None], before: int = 0, printed: int = 0) -> tuple[int, ...]:
    """What a run of printed numbers of one level should be.

    A run counts up by one from its first; it starts at 1, or at `before` + 1 where numbering runs on across sections
    (`before`: what the last number of the level in the section before should be, 0 for none; `printed`: what it is,
    where that differs). None stands for a missing number.
    """
    start = before + 1 if before and _follows(numbers, before, printed or before) else 1
    return tuple(range(start, start + len(numbers)))


def _follows(numbers: Sequence[int | None], before: int, printed: int) -> bool:
    """Whether a run goes on from the one before rather than from 1: more of its numbers fit, or they are nearer.

    After a gap or a repeat further up, numbers go on from what is printed there, not from what should be.
    """
    running = max(_fitting(numbers, before + 1), _fitting(numbers, printed + 1))
    fresh = _fitting(numbers, 1)
    return running > fresh if running != fresh else _distance(numbers, before + 1) < _distance(numbers, 1)


def _fitting(numbers: Sequence[int | None], start: int) -> int:
    return sum(number == due for due, number in enumerate(numbers, start))


def _distance(numbers: Sequence[int | None], start: int) -> int:
    return sum(abs(number - due) for due, number in enumerate(numbers, start) if number is not None)
