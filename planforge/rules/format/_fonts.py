"""Fonts by design: 仿宋_GB2312, 方正仿宋_GBK and FangSong are all 仿宋, which is all that the standard asks for."""

from __future__ import annotations

import re

#: The first that fits counts: 小标宋 is a 宋, 仿宋 too.
_DESIGNS = (
    ("小标宋", re.compile(r"小标宋|xiaobiaosong|fzxbs|中宋|zhongsong", re.IGNORECASE)),
    ("仿宋", re.compile(r"仿宋|fang\s?song", re.IGNORECASE)),
    ("楷体", re.compile(r"楷|kai\s?ti|stkaiti", re.IGNORECASE)),
    ("黑体", re.compile(r"^(?!.*雅黑).*(?:黑体|sim\s?hei|heiti)", re.IGNORECASE)),
    ("宋体", re.compile(r"宋|sim\s?sun|songti", re.IGNORECASE)),
)


def design(font: str) -> str:
    """The design that a font's name tells; the name itself where it tells none."""
    return next((name for name, pattern in _DESIGNS if pattern.search(font)), font)


def same(font: str, wanted: str) -> bool:
    """Whether a font will do for another."""
    return design(font) == design(wanted)
