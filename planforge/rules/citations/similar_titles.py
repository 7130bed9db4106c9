"""同一份文件的名称，前后应当一字不差。

说明: 书名号里的名称（八个字以上）只差一两个字、又都没有文号的，在用得少的（一样多的，后面的）那一处报告；差的是数字、
    “实施”“试行”“修订”“草案”、地名级别，或者换了一个词的，可能确是两份文件，不报；并列在一起的、后面注明的号数不同的，也不报。
理由: 多由漏字、错字造成。
改法: 核对原文后统一。

反例:
    落实《示例市知识产权强市建设规划》，宣传《示例市知识产权强市规划》。再次落实《示例市知识产权强市建设规划》。

反例:
    制定《示例市公共数据授权运营管理暂行办法》。根据《示例市公共数据授权运营管理办法（暂行）》开展试点。

正例:
    落实《示例市知识产权强市建设规划》，宣传《示例市知识产权强市建设规划》。落实《云溪省知识产权强省建设规划》。
    落实《示例市学校安全管理条例解读》《示例市校车安全管理条例解读》《示例市电梯安全管理条例解读》。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from planforge.model import Citation
from planforge.rules import Finding, Passage, Rule, RuleContext

RULE = Rule(
    code="CIT004",
    name="文件名称前后不一致",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：同一文件前后名称一致",
)
_SHORTEST, _MOST_DIFFERENT = 8, 2
#: Each name is compared with each: a document that cites more than these is no plan.
_MOST_NAMES = 300
#: Blanks, and brackets: 管理暂行办法 and 管理办法（暂行） are one.
_BLANKS = re.compile(r"[\s（）()]")
#: Words that make a name that of another document.
_TELLING = re.compile(
    r"[\d〇一二三四五六七八九十省市县区乡镇国法条例]|实施|试行|修[订正]|暂行|补充|草案|送审|征求|[表册书单]|意见|通知|方案|计划|办法|规定|细则"
)


def check(context: RuleContext) -> Iterator[Finding]:
    found = [pair for pair in context.citations if len(pair[0].title) >= _SHORTEST]
    uses = Counter(citation.title for citation, _ in found)
    for one, other in combinations(list(uses)[:_MOST_NAMES], 2):
        if _slip(one, other) and not _told_apart(found, one, other):
            wrong, right = (one, other) if uses[one] < uses[other] else (other, one)
            yield _finding(*_first(found, wrong), right)


def _first(found: list[tuple[Citation, Passage]], title: str) -> tuple[Citation, Passage]:
    return next(pair for pair in found if pair[0].title == title)


def _told_apart(found: list[tuple[Citation, Passage]], one: str, other: str) -> bool:
    """Whether the text itself tells the two documents apart: by numbers behind them, or by naming both in a row."""
    text = "\n".join(dict.fromkeys(passage.value for citation, passage in found if citation.title in (one, other)))
    names = [f"《{re.escape(title)}》" for title in (one, other)]
    numbers = [set(re.findall(rf"{name}（([^（）]*第\d+号)", text)) for name in names]
    if all(numbers) and not numbers[0] & numbers[1]:
        return True
    return any(re.search("[、和与及或]?".join(row), text) for row in (names, names[::-1]))


def _slip(one: str, other: str) -> bool:
    """Whether two names differ in one place, by a character or two that don't make another document of it."""
    one, other = _BLANKS.sub("", one), _BLANKS.sub("", other)
    if one == other or abs(len(one) - len(other)) > _MOST_DIFFERENT:
        return False
    if sorted(one) == sorted(other):  # 加快交通强市建设, 加快建设交通强市
        return True
    changes = [code for code in SequenceMatcher(None, one, other, autojunk=False).get_opcodes() if code[0] != "equal"]
    if len(changes) != 1:
        return False
    _, a, b, c, d = changes[0]
    other_word = min(b - a, d - c) > 1
    return max(b - a, d - c) <= _MOST_DIFFERENT and not other_word and not _TELLING.search(one[a:b] + other[c:d])


def _finding(citation: Citation, passage: Passage, right: str) -> Finding:
    message = f"《{citation.title}》与文中的《{right}》只差一两个字"
    return Finding(citation.text, message, passage.at, f"核对原文；是同一份文件的，统一为《{right}》")
