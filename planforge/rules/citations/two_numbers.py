"""同一份文件应当只有一个文号。

说明: 文中同一个标题（十个字以上）后面的文号不同的，在后一处报告。
理由: 必有一处引错。
改法: 核对原文后改正；确是不同年份的两份文件的，写出区别。

反例:
    按照《示例市发明专利奖励办法》（示政〔2026〕3号）执行。落实《示例市发明专利奖励办法》（示政〔2026〕8号）。

正例:
    按照《示例市发明专利奖励办法》（示政〔2026〕3号）执行。落实《示例市发明专利奖励办法》。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Citation
from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="CIT003",
    name="同一标题对应两个文号",
    severity="warning",
    authority="条例",
    basis="《党政机关公文处理工作条例》第二十条（四）：审核引文是否准确",
)
_SHORTEST = 10


def check(context: RuleContext) -> Iterator[Finding]:
    seen: dict[str, Citation] = {}
    for citation, passage in context.citations:
        if len(citation.title) < _SHORTEST or not citation.doc_number:
            continue
        first = seen.setdefault(citation.title, citation)
        if first.doc_number != citation.doc_number:
            line = first.text.at(0).line
            message = f"《{citation.title}》在第{line}行的文号是“{first.doc_number}”，这里是“{citation.doc_number}”"
            yield Finding(citation.text, message, passage.at, "核对原文后改正")
