"""引号、括号、书名号应当成对。

说明: 在同一段里逐个配对，报告只有一半的那个；后一个用反了的，报告后一个。
    编号用的“1）”“a）”不算；直引号另有规则（PUN013）。
理由: 漏了一半，别人读不出引文、书名到哪里为止。
改法: 补上缺的一半，或删去多余的一半。

反例:
    认真落实《示例市专利奖励办法，按时兑现奖励。

反例:
    推行“一窗受理“改革。

正例:
    认真落实《示例市专利奖励办法》，按时兑现奖励。
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator

from planforge.rules import Finding, Passage, Rule, RuleContext, rewrite

RULE = Rule(
    code="PUN001",
    name="标点不配对",
    severity="error",
    authority="国标",
    basis="GB/T 15834-2011，4.8、4.9、4.15：引号、括号、书名号成对使用",
)
_OPENERS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "(": ")", "〔": "〕", "【": "】"}
#: Quotation marks by name: within others they can't be told apart.
_NAMES = {"“": "左双引号", "”": "右双引号", "‘": "左单引号", "’": "右单引号", '"': "直引号"}
#: So many of one mark side by side are one slip, told once.
_ROW = 3
#: Characters between two marks of a pair that is closed by its opener, at most.
_QUOTED = 20
_CLOSERS = {closer: opener for opener, closer in _OPENERS.items()}
_MARKS = "".join((*_OPENERS, *_CLOSERS, '"'))
_MARK = re.compile(f"[{re.escape(_MARKS)}]")
#: A bracket may be closed by its half-width or full-width fellow: that is another rule's fault.
_SAME = str.maketrans("()", "（）")
#: 1） a) ①）: numbers of a list, and ’ within foreign words.
_LIST_NUMBER = re.compile(r"(?:^|[\s：:；;，。])[0-9０-９a-zA-Z一二三四五六七八九十]{1,3}[）)]|(?<=[A-Za-z])’")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage in context.holding(_MARKS):
        yield from _findings(passage)


def _findings(passage: Passage) -> Iterator[Finding]:
    alone = deque(_lonely(passage.value))
    while alone:
        offset, partner = alone.popleft()
        if alone and _is_turned(passage.value, offset, alone[0]):
            yield _turned(passage, *alone.popleft())
        elif (count := _in_row(passage.value, offset, alone)) >= _ROW:
            yield _row(passage, offset, partner, count)
            for _ in range(count - 1):
                alone.popleft()
        else:
            yield _single(passage, offset, partner)


def _single(passage: Passage, offset: int, partner: str) -> Finding:
    mark = passage.text.slice(offset, offset + 1)
    message = f"{_shown(mark.value)}没有与它配对的{_shown(partner)}"
    return Finding(mark, message, passage.at, _advice(passage, offset, partner))


def _in_row(value: str, offset: int, following: Iterable[tuple[int, str]]) -> int:
    """How many of the same mark, none of them with a partner, stand side by side from `offset` on."""
    count = 1
    for other, _ in following:
        if other != offset + count or value[other] != value[offset]:
            break
        count += 1
    return count


def _row(passage: Passage, offset: int, partner: str, count: int) -> Finding:
    message = f"连着{count}个{_shown(passage.value[offset])}，没有与它们配对的{_shown(partner)}"
    return Finding(passage.text.slice(offset, offset + count), message, passage.at, "删去多余的，补上缺的一半")


def _is_turned(value: str, offset: int, following: tuple[int, str]) -> bool:
    """Whether the next lone mark is the same one again, close by: “小学化“ for “小学化”."""
    other, partner = following
    opens = value[offset] in _OPENERS and _OPENERS[value[offset]] == partner
    return opens and value[other] == value[offset] and 1 < other - offset <= _QUOTED


def _turned(passage: Passage, offset: int, partner: str) -> Finding:
    mark = passage.text.slice(offset, offset + 1)
    message = f"{_shown(mark.value)}用反了，应为{_shown(partner)}"
    return Finding(mark, message, passage.at, f"改为{_shown(partner)}", rewrite(mark, partner, safe=False))


def _lonely(value: str) -> Iterator[tuple[int, str]]:
    """Where a mark stands alone, and the mark that is missing."""
    exempt = {match.end() - 1 for match in _LIST_NUMBER.finditer(value)}
    waiting: list[tuple[int, str]] = []
    open_now: Counter[str] = Counter()
    for match in _MARK.finditer(value):
        offset, printed = match.start(), match[0].translate(_SAME)
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


def _shown(mark: str) -> str:
    return _NAMES.get(mark, f"“{mark}”")


def _advice(passage: Passage, offset: int, partner: str) -> str:
    around = passage.value[max(0, offset - 6) : offset + 7]
    return f"在“{around}”附近补上{_shown(partner)}，或删去多余的一半"
