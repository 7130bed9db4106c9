"""Amounts in a text: 3.5万件, 2—3个, 20%以上, 百分之五, 十家, 三分之一, 1.5∶1, 翻一番."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planforge.model import Amount as Value
from planforge.text.numerals import parse_amount

_SCALE = r"(?:万亿|千亿|百亿|千万|百万|十万|亿|万|千(?![米克瓦])|百)?"
#: Longest first: 个百分点 before 个, 平方公里 before 公里.
_UNITS = (
    "个百分点 百分点 个工作日 个自然日 个小时 个月 个星期 微克/立方米 毫克/升 吨标准煤 平方公里 平方千米 平方米 立方米 千瓦时 标准箱 "
    "人民币 个工作 美元 欧元 元 公里 千米 海里 公顷 公斤 千克 人次 户次 件次 辆次 车次 架次 台次 场次 批次 标箱 千瓦 兆瓦 吉瓦 分贝 分钟 学位 "
    "小时 工作日 百分比 % ％ ‰ TEU GW MW kW GB TB PB Gbps Mbps 个 家 项 所 处 座 条 件 名 位 人 户 例 场 次 台 套 辆 艘 架 批 篇 部 本 册 "
    "期 类 种 款 张 只 头 羽 株 棵 对 支 队 组 门 间 栋 幢 宗 起 份 块 片 段 斤 吨 米 亩 升 度 岁 年 周 天 日 分 倍 床 首 盏 口 眼 樘 幅 盘 枚 顶 副 根 箱"
)
_UNIT = "|".join(map(re.escape, _UNITS.split())) + r"|[μu]g/m(?:3|³)|EFLOPS|PFLOPS"
_PER = r"(?:/[^\s，。；、）()0-9/]{1,4}?(?=以|左右|上下|之内|内|[^\w]|$))?"
_TO = r"\s?(?:[-—–~～－]+|至|到)\s?"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CHINESE = r"[一二两三四五六七八九十百千]{1,5}"
_SUFFIX = r"(?:\s?(?P<suffix>以上|以下|以内|之内|及以上|左右|上下|内(?![容部在]))(?!级))?"
_PATTERN = re.compile(
    rf"(?<![\dA-Za-z.第前])(?P<low>{_DIGITS})(?:(?:{_SCALE}(?:{_UNIT})?{_TO})(?P<high>{_DIGITS}))?\s?(?P<unit>(?:余|多)?{_SCALE}(?:{_UNIT}){_PER}){_SUFFIX}"
    rf"|(?P<ratio>\d+(?:\.\d+)?\s?[:：∶]\s?\d+(?:\.\d+)?)(?!\d){_SUFFIX.replace('suffix', 'ratio_suffix')}"
    rf"|(?P<percent>百分之[一二三四五六七八九十百点零]+)(?:{_TO}(?P<percent_high>百分之[一二三四五六七八九十百点零]+))?{_SUFFIX.replace('suffix', 'percent_suffix')}"
    rf"|(?P<fraction>[二三四五六七八九十]分之[一二三四五六七八九])(?!一){_SUFFIX.replace('suffix', 'fraction_suffix')}"
    rf"|(?<=[到达≥≤])\s?(?P<plain>\d\.\d+)(?=以|左|[，。；、]|$){_SUFFIX.replace('suffix', 'plain_suffix')}"
    r"|(?P<fold>翻(?:[一两二]番|番))"
    rf"|(?<![第前每一二两三四五六七八九十百千])(?P<chinese>{_CHINESE})(?P<chinese_high>{_TO}{_CHINESE})?\s?(?P<counter>万?(?:余|多)?[家所座处条项场次名件台个户人]){_SUFFIX.replace('suffix', 'counter_suffix')}"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount at `[start:stop]` of a text, its unit as printed, and 以上, 左右 … behind it, which ends at `end`."""

    start: int
    stop: int
    end: int
    value: Value
    unit: str
    suffix: str
    in_words: bool = False


def quantities(value: str, inside: bytearray) -> Iterator[Quantity]:
    """The amounts of a text in order; none from within quotes and brackets, where they are names and remarks."""
    for match in _PATTERN.finditer(value):
        if not inside[match.start()]:
            quantity = _quantity(match)
            if quantity is not None and not _is_year(quantity):
                yield quantity


def _is_year(quantity: Quantity) -> bool:
    return quantity.unit == "年" and isinstance(quantity.value, float) and quantity.value >= 1900


def _quantity(match: re.Match[str]) -> Quantity | None:
    groups = match.groupdict()
    if groups["low"]:
        return _made(match, _pair(groups["low"], groups["high"]), groups["unit"], groups["suffix"])
    if groups["ratio"]:
        return _made(
            match, re.sub(r"\s", "", groups["ratio"]).replace("∶", ":").replace("：", ":"), "", groups["ratio_suffix"]
        )
    if groups["percent"]:
        low, high = (_hundredths(groups[name]) for name in ("percent", "percent_high"))
        return _made(match, low if high is None else (low or 0.0, high), "%", groups["percent_suffix"])
    if groups["fraction"]:
        return _made(match, groups["fraction"], "", groups["fraction_suffix"])
    if groups["plain"]:
        return _made(match, parse_amount(groups["plain"]), "", groups["plain_suffix"])
    if groups["fold"]:
        return _made(match, groups["fold"], "", None)
    high = (groups["chinese_high"] or "").lstrip(" -—–~～－至到") or None
    return _made(match, _pair(groups["chinese"], high), groups["counter"], groups["counter_suffix"], in_words=True)


def _pair(low: str, high: str | None) -> Value | None:
    first = parse_amount(low)
    second = parse_amount(high) if high else None
    if first is None:
        return None
    return first if second is None else (first, second)


def _hundredths(words: str | None) -> float | None:
    return parse_amount(words.removeprefix("百分之")) if words else None


def _made(
    match: re.Match[str], value: Value | None, unit: str, suffix: str | None, in_words: bool = False
) -> Quantity | None:
    if value is None:
        return None
    suffix = suffix or ""
    stop = match.end() - len(suffix)
    return Quantity(match.start(), stop, match.end(), value, unit.lstrip("余多").replace("％", "%"), suffix, in_words)
