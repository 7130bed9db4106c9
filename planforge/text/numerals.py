"""Numbers as official Chinese writes them: 二十一, 〇, 21, ２１, ①, 三分之一, 百分之五, 3.5."""

from __future__ import annotations

import unicodedata

from planforge.text.late import late

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_DIGITS |= {
    "零": 0,
    "○": 0,
    "Ｏ": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
_SMALL_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE_UNITS = {"万": 10_000, "亿": 100_000_000}
_TENS = {"廿": "二十", "卅": "三十"}
_LONGEST = 20

#: Characters of a whole number in Chinese, as the inside of a regular expression's class.
CHINESE_DIGITS = "".join(_DIGITS) + "".join(_SMALL_UNITS) + "廿卅"


def parse(s: str) -> int | None:
    """The whole number that `s` is, in whatever writing; None when it is none (or absurdly long)."""
    word = unicodedata.normalize("NFKC", s).strip() if s not in _DIGITS else s
    if not word or len(word) > _LONGEST:
        return None
    if word.isascii():
        return int(word) if word.isdigit() else None
    for old, new in _TENS.items():
        word = word.replace(old, new)
    if all(character in _DIGITS for character in word):
        return int("".join(str(_DIGITS[character]) for character in word))
    return _parse_with_units(word)


def _parse_with_units(word: str) -> int | None:
    total = section = 0
    digit: int | None = None
    for character in word:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _SMALL_UNITS:
            section += (1 if digit is None else digit) * _SMALL_UNITS[character]
            digit = None
        elif character in _LARGE_UNITS and (section or digit):
            total = (total + section + (digit or 0)) * _LARGE_UNITS[character]
            section, digit = 0, None
        else:
            return None
    return total + section + (digit or 0)


def chinese(n: int) -> str:
    """A whole number of 0 to 9999 as it stands in markers: 10 → 十, 21 → 二十一, 105 → 一百零五."""
    if not 0 <= n <= 9999:
        raise ValueError(f"0 to 9999, not {n}")
    if n == 0:
        return "零"
    words, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, unit)
        if digit:
            words += ("零" if gap and words else "") + "零一二三四五六七八九"[digit] + name
        gap = not digit
    return words[1:] if words.startswith("一十") else words


_FRACTION = late(r"([^分]{1,8})分之(.{1,12})")
_DECIMAL = late(r"[-+]?\d[\d,]*(?:\.\d+)?")


def parse_amount(s: str) -> float | None:
    """The amount that `s` is: 3.5, 1,200, 十二, 三分之一 (0.333…), 百分之五 (0.05), 三点五; None when it is none."""
    word = unicodedata.normalize("NFKC", s).strip()
    if "分之" in word and (fraction := _FRACTION.fullmatch(word)):
        below, above = parse_amount(fraction[1]), parse_amount(fraction[2])
        return above / below if below and above is not None else None
    if len(word) <= _LONGEST and _DECIMAL.fullmatch(word):
        return float(word.replace(",", ""))
    if "点" in word:
        return _parse_spoken_decimal(*word.split("点", 1))
    whole = parse(word)
    return None if whole is None else float(whole)


def _parse_spoken_decimal(whole: str, decimals: str) -> float | None:
    number = parse(whole)
    digits = [_DIGITS.get(character) for character in decimals]
    if number is None or not digits or None in digits:
        return None
    return float(f"{number}.{''.join(map(str, digits))}")
