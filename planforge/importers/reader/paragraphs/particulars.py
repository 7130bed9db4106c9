"""What a page states of its document above it, in lines, in a table or one below the other: 索引号, 文号, 发布日期 …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from planforge.importers.reader import kinds
from planforge.model import Paragraph, Table, Text
from planforge.text.citations import DOC_NUMBER
from planforge.text.numbering import leading_marker

_KEYS = {
    "title": r"标\s*题|(?:文件|信息)名称|名\s*称",
    "doc_number": r"发文[字文序]号|文\s*号|发布文号|文件编号|文件字号",
    "issuers": r"发文机[关构]|发文单位|发文部门|制发机关|印发机关|发布机关",
    "issued": r"成文日期|发文日期|印发日期|制发日期",
    "": (
        r"索\s*引\s*号|主题分类|发布日期|发布机构|发布单位|发布部门|主\s*题\s*词|发布时间|信息来源"
        r"|有\s*效\s*性|公开(?:方式|形式|日期|时间|属性|类型|范围|目录|责任部门)|体裁分类|时\s*效|组配分类"
        r"|服务对象|信息分类|关键词|内容概述|生成日期|失效日期|施行日期|实施日期"
        r"|废止日期|时效性|效力级别|法宝引证码|来\s*源|作\s*者|原文链接|页面链接"
        r"|本地目录|检索时间|检索关键词|栏\s*目|责任编辑|编\s*辑|浏览次数|浏览量"
        r"|阅读次数|阅读量|点击数|点击量|访问量|字\s*体|字\s*号|统一登记号"
        r"|规范性文件编号|文件状态|文件类型|效力状态|所属主题|分\s*类|信息索引号|时\s*间|审\s*核|打印"
        r"|语\s*种|主办单位|承办单位|网站标识码|地\s*址|邮\s*编"
    ),
}
_KEY = re.compile("|".join(f"(?P<k{n}>{pattern})" for n, pattern in enumerate(_KEYS.values())))
_PAIR = re.compile(
    rf"(?P<open>\[\s*)?[\[【*]{{0,2}}(?:{_KEY.pattern})(?:[\]】*]{{0,2}}\s*[：:]|(?(open)\s*\]|(?!)))\s*[*]{{0,2}}"
)
_SET_OUT = re.compile(rf"(?:^|(?<=\s))(?:{_KEY.pattern})(?=\s|$)")
_OF_A_SITE = re.compile(r"(?:索\s*引\s*号|有\s*效\s*性|(?:主题|组配|体裁)分类|公开(?:方式|范围|属性))\s+\S{1,30}$")
#: A key on a line of its own, its value on the next; one alone may be a word of the text.
_LONE_KEY = re.compile(rf"[•·*\-\s]*(?:{_KEY.pattern})\s*[：:]?")
#: 3.[联合发文单位], 10.[文件来源]政府公报 2027年 第30期: a list of particulars that a site numbers.
_NUMBERED = re.compile(r"\d{1,2}[.．]\s?\[[\u4e00-\u9fff]{2,10}\].{0,60}")
_FEWEST = 2
_LONGEST_VALUE, _LONGEST_PREFIX = 60, 12
#: What a page prints before 来源： besides its own name.
_BESIDE = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}:\d{2}(?::\d{2})?|(?:www\.|https?://)[\w./-]+")


def take_line(text: Text, facts: dict[str, Text]) -> bool:
    """Whether a line is nothing but 索引号：… pairs; those of use go into `facts`."""
    if "|" in text.value and take_table((_barred(text),), facts):
        return True
    matches = list(_PAIR.finditer(text.value)) or _set_out(text.value)
    if not matches and _NUMBERED.fullmatch(text.value.strip()):
        return True
    if not matches or len(_bare(text.value[: matches[0].start()])) > _LONGEST_PREFIX:
        return False
    for match, after in zip(matches, [*matches[1:], None], strict=True):
        value = text.slice(match.end(), after.start() if after else None).strip(" \t\u3000*[]【】|\n")
        _note(match, value, facts)
    return True


def _barred(text: Text) -> tuple[Text, ...]:
    """The cells of a row that a copy sets out with bars: 文号 | 示政发〔2027〕3号 | 成文日期: | 2027年1月5日 |"""
    return tuple(text.slice(*cell.span()).strip() for cell in re.finditer("[^|]+", text.value))


def _set_out(value: str) -> list[re.Match[str]]:
    """The keys of a line that sets two or more out with blanks alone (文号 示政发〔2027〕3号 时效 有效), or one that no
    paper speaks of (有效性 失效)."""
    found = list(_SET_OUT.finditer(value))
    fewest = 1 if _OF_A_SITE.match(value.strip()) else _FEWEST
    return found if len(found) >= fewest and not value[: found[0].start()].strip() else []


def take_table(table: Table, facts: dict[str, Text]) -> bool:
    """Whether a table holds a page's particulars; they go into `facts`."""
    cells = [cell for row in table for cell in row if cell.value.strip()]
    keys = [_KEY.fullmatch(_name(cell.value)) for cell in cells]
    if not cells or len([k for k in keys if k]) * 3 < len(cells):
        return False
    for key, value in zip(keys, cells[1:], strict=False):
        if key and not _KEY.fullmatch(_name(value.value)):
            _note(key, value.strip(), facts)
    return True


def take_column(paragraphs: Sequence[Paragraph], facts: dict[str, Text]) -> frozenset[int]:
    """Which paragraphs are keys, and values below them; the values of use go into `facts`."""
    written = [i for i, p in enumerate(paragraphs) if p.table is None and p.text.value.strip()]
    keys = {i: match for i in written if (match := _LONE_KEY.fullmatch(paragraphs[i].text.value.strip()))}
    if len(keys) < _FEWEST:
        return frozenset()
    below = {i: after for i, after in pairwise(written) if i in keys and after not in keys}
    values = {i: after for i, after in below.items() if _is_value(paragraphs[after].text)}
    for i, after in values.items():
        _note(keys[i], paragraphs[after].text.strip(), facts)
    return frozenset([*keys, *values.values()])


def _is_value(text: Text) -> bool:
    """Whether a line may be what a key above it states, and no line of the document itself."""
    value = text.value.strip()
    own = kinds.is_title_end(value) or kinds.is_recipients(value) or kinds.letterhead(text) or leading_marker(value)
    return len(value) <= _LONGEST_VALUE and not own and not kinds.is_sentence(value)


def _bare(prefix: str) -> str:
    return _BESIDE.sub("", prefix).strip(" \t\u3000\xa0#>-*[【|")


def _name(cell: str) -> str:
    return cell.strip().rstrip("：:").strip()


def _note(match: re.Match[str], value: Text, facts: dict[str, Text]) -> None:
    name = next(key for n, key in enumerate(_KEYS) if match[f"k{n}"])
    number = DOC_NUMBER.search(value.value)
    if not name or not value.value or name in facts or (name == "doc_number" and number is None):
        return
    facts[name] = kinds.without_blanks(value.slice(*number.span())) if name == "doc_number" and number else value
