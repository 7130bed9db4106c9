"""How an author sets findings aside, in a comment of any file: `planforge: 忽略 CODE[,CODE] 原因`."""

from __future__ import annotations

import re

#: The words of a suppression up to the end of the line, with the groups `codes` and `reason`.
SUPPRESSION = (
    r"planforge\s*[:：]\s*(?:忽略|ignore)\s*"
    r"(?P<codes>[A-Za-z]+\d+(?:\s*[,，、]\s*[A-Za-z]+\d+)*)[\s:：,，]*(?P<reason>.*?)\s*$"
)


def codes_of(match: re.Match[str]) -> tuple[str, ...]:
    """The codes that a match of SUPPRESSION names, in capitals."""
    return tuple(code.strip().upper() for code in re.split("[,，、]", match["codes"]))
