"""引号、括号、书名号应当成对。

说明: 在同一段里逐个配对，报告只有一半的那个。编号用的“1）”“a）”不算；直引号另有规则（PUN013）。
理由: 漏了一半，别人读不出引文、书名到哪里为止。
改法: 补上缺的一半，或删去多余的一半。

反例:
    认真落实《示例市专利奖励办法，按时兑现奖励。

正例:
    认真落实《示例市专利奖励办法》，按时兑现奖励。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from planforge.rules import Finding, Passage, Rule, RuleContext

RULE = Rule(
    code="PUN001",
    name="标点不配对",
    severity="error",
    authority="国标",
    basis="GB/T 15834-2011，4.8、4.9、4.15：引号、括号、书名号成对使用",
)
_OPENERS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "(": ")", "〔": "〕", "【": "】"}
_CLOSERS = {closer: opener for opener, closer in _OPENERS.items()}
#: A bracket may be closed by its half-width or full-width fellow: that is another rule's fault.
_SAME = str.maketrans("()", "（）")
#: 1） a) ①）: numbers of a list, and ’ within foreign words.
_LIST_NUMBER = re.compile(r"(?:^|[\s：:；;，。])[0-9０-９a-zA-Z一二三四五六七八九十]{1,3}[）)]|(?<=[A-Za-z])’")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage in context.passages:
        for offset, partner in _lonely(passage.value):
            mark = passage.text.slice(offset, offset + 1)
            message = f"“{mark.value}”没有与它配对的“{partner}”"
            yield Finding(mark, message, passage.at, _advice(passage, offset, partner))


def _lonely(value: str) -> Iterator[tuple[int, str]]:
    """Where a mark stands alone, and the mark that is missing."""
    exempt = {match.end() - 1 for match in _LIST_NUMBER.finditer(value)}
    waiting: list[tuple[int, str]] = []
    open_now: Counter[str] = Counter()
    for offset, printed in enumerate(value.translate(_SAME)):
        character = _straight(open_now) if printed == '"' else printed
        if character in _OPENERS:
            waiting.append((offset, character))
            open_now[character] += 1
        elif character in _CLOSERS and offset not in exempt:
            opener = _CLOSERS[character]
            if open_now[opener]:
                yield from _close(opener, waiting, open_now)
            else:
                yield offset, opener
    yield from ((offset, _OPENERS[mark]) for offset, mark in waiting)


def _close(opener: str, waiting: list[tuple[int, str]], open_now: Counter[str]) -> Iterator[tuple[int, str]]:
    """Close the innermost `opener`; what was opened within it and not closed stands alone."""
    while True:
        offset, mark = waiting.pop()
        open_now[mark] -= 1
        if mark == opener:
            return
        yield offset, _OPENERS[mark]


def _straight(open_now: Counter[str]) -> str:
    """What a straight quotation mark stands for: it closes an open pair, or opens one."""
    return "”" if open_now["“"] else "“"


def _advice(passage: Passage, offset: int, partner: str) -> str:
    around = passage.value[max(0, offset - 6) : offset + 7]
    return f"在“{around}”附近补上“{partner}”，或删去多余的一半"
