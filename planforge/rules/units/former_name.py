"""责任单位应当用现行名称。

说明: 名称与机构改革前的名称相同（如“工商局”“国土资源局”），或者是名录里登记的旧称的，报告；
    正文里前面带“市”“县”等字的也报告。改革之前的文件不报。选项 allowed 列出本地仍在使用的名称。
理由: 旧称说明内容是照抄来的，收件单位已经不存在。
改法: 改成现行名称；职能已经划转的，先核对由谁承接。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: [市工商局, 市财政局]}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 责任单位: [市市场监管局, 市财政局]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from planforge.model import Document, Task, Text
from planforge.rules import Finding, Found, Pattern, Rule, RuleContext, rewrite
from planforge.rules._lexicon import lexicon
from planforge.rules._scan import alternatives, hits, once_if_many

RULE = Rule(
    code="UNI005",
    name="单位用了旧称",
    severity="warning",
    authority="实务",
    basis="机构改革后的现行机构名称",
    options={"allowed": ()},
)
#: A former name that a document uses more often is told once, with all its places in the fix.
_MANY = 3
#: Years that the text looks forward to (到2035年, 2021—2035年) say nothing of its own.
_YEAR = re.compile(r"(?<![\d到至—–～~-])20\d\d(?=年|[—–～~-]20\d\d年)")
#: A document that doesn't tell its year may be a few years old: names that changed since are left alone.
_UNDATED = 2022
_MUNICIPALITY = re.compile("北京|上海|天津|重庆")
#: Offices that are commissions in 直辖市 alone; with two of them a document is from one, though no title says so.
_COMMISSION = re.compile(
    "市(?:住房和?城乡建设|规划和?自然资源|交通|教育?|商务|城市管理|经济和?信息化|农业农村|绿化)委(?!书记)"
)
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class _Former:
    """The name in force, the first year in which the former one is wrong, and whether 直辖市 still use it."""

    current: str
    since: int
    in_municipalities: bool = False


def check(context: RuleContext) -> Iterator[Found]:
    found: dict[str, list[Finding]] = {}
    for name, at, current in _uses(context):
        found.setdefault(name.value, []).append(_finding(name, at, current))
    for findings in found.values():
        yield from once_if_many(findings, most=_MANY)


def _uses(context: RuleContext) -> Iterator[tuple[Text, Task | str, str]]:
    """The former names among the units and in the text, each with the name in force."""
    current = cache(partial(_current, context=context, year=_year(context.document)))  # few names, many places
    seen = set()
    for task in context.document.walk():
        for unit in task.units:
            if now := current(unit.value):
                seen.add(unit.at(0))
                yield unit, task, now
    for passage, name, _ in hits(context, _in_text()):
        now = current(name.value)
        if now and name.at(0) not in seen:
            yield name, passage.at, now


def _current(name: str, context: RuleContext, year: int | None) -> str:
    """The name in force of a unit given by a former one; empty where the name is in force, or allowed."""
    if name in context.words(RULE, "allowed"):
        return ""
    if context.roster and (unit := context.roster.former(name)):
        return unit.name
    if context.roster and name in context.roster.names():
        return ""
    match = _pattern().fullmatch(name)
    if match is None:
        return ""
    former = _former_units()[match[2]]
    if former.in_municipalities and _is_municipal(context.document):
        return ""
    return match[1] + former.current if (year or _UNDATED) >= former.since else ""


def _year(document: Document) -> int | None:
    """The year of a document; where it doesn't tell, the last that its text names, as it is hardly younger."""
    if document.issued or document.year:
        return document.issued.year if document.issued else document.year
    texts = [document.preamble.value, *(task.text.value for task in document.walk())]
    return max((int(year) for text in texts for year in _YEAR.findall(text)), default=None)


def _is_municipal(document: Document) -> bool:
    """Whether a document is from a 直辖市: its head says so, or the offices that it names."""
    if _MUNICIPALITY.search(_heads(document)):
        return True
    found = {match[0] for task in document.walk() for unit in task.units if (match := _COMMISSION.match(unit.value))}
    return len(found) >= _ENOUGH


def _heads(document: Document) -> str:
    notice = document.notice.title.value if document.notice else ""
    return document.title.value + notice + document.preamble.value + "".join(unit.value for unit in document.issuers)


@cache
def _former_units() -> Mapping[str, _Former]:
    """Former name → the present one."""
    entries = lexicon("former_units").items()
    return {name: _Former(str(now), int(since), bool(rest)) for name, (now, since, *rest) in entries}


@cache
def _pattern() -> re.Pattern[str]:
    """A former name behind the name of a place or level: 示例市工商局, 市工商局."""
    return re.compile(rf"((?:[\u4e00-\u9fff]{{0,6}}[省市县区州盟旗])?)({alternatives(_former_units())})")


@cache
def _in_text() -> Pattern:
    """A former name in a sentence, where only the level before it shows that an office is meant."""
    names = _former_units()
    return Pattern(rf"(?<!原)[省市县区州](?:{alternatives(names)})(?![\u4e00-\u9fff]{{0,4}}旧址)", holds=names)


def _finding(name: Text, at: Task | str, current: str) -> Finding:
    fix = rewrite(name, current, safe=False)
    return Finding(name, f"“{name.value}”是旧称", at, f"现行名称是“{current}”；先核对职能由谁承接", fix)
