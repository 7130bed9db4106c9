"""同一个文号应当对应同一份文件。

说明: 文中同一个文号前面的标题不同的（简写除外），在后一处报告；文号后面写着“印发”“附件”的，是随它印发的文件，不报。
理由: 必有一处引错。
改法: 核对原文后改正。

反例:
    按照《示例市专利奖励办法》（示政〔2026〕3号）执行。落实《示例市商标奖励办法》（示政〔2026〕3号）。

正例:
    按照《示例市专利奖励办法》（示政〔2026〕3号）执行。落实《专利奖励办法》（示政〔2026〕3号）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.model import Citation
from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="CIT002",
    name="同一文号对应两个标题",
    severity="warning",
    authority="条例",
    basis="《党政机关公文处理工作条例》第二十条（四）：审核引文是否准确",
)
#: 《实施办法》（财税〔2016〕36号印发）: one of several documents that came with that number.
_WITH = re.compile(r"号\s*(?:印发|发布|公布|附件)")
_NOISE = re.compile(r"\s|关于|印发|的?通知$|[〈〉《》]")


def check(context: RuleContext) -> Iterator[Finding]:
    seen: dict[str, Citation] = {}
    for citation, passage in context.citations:
        if not (citation.title and citation.doc_number) or _WITH.search(citation.text.value):
            continue
        first = seen.setdefault(citation.doc_number, citation)
        if not _same(first.title, citation.title):
            line = first.text.at(0).line
            message = f"文号“{citation.doc_number}”在第{line}行是《{first.title}》，这里是《{citation.title}》"
            yield Finding(citation.text, message, passage.at, "核对原文后改正")


def _same(one: str, other: str) -> bool:
    """Whether two titles may name one document: a short form keeps the words of the long one, in their order."""
    short, long = sorted((_NOISE.sub("", one), _NOISE.sub("", other)), key=len)
    letters = iter(long)
    return all(letter in letters for letter in short)
