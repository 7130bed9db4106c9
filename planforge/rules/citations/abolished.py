"""引用的法律法规、公文处理规定应当现行有效。

说明: 书名号里的名称在废止目录里的，报告，并给出取代它的文件。
    选项 extra 可以增补（名称: 取代它的文件）。
理由: 依据失效，措施就没有依据。
改法: 改引取代它的文件；叙述历史的，可以忽略。

反例:
    依照《中华人民共和国侵权责任法》追究责任。

正例:
    依照《中华人民共和国民法典》《中华人民共和国劳动合同法》追究责任。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._lexicon import lexicon

RULE = Rule(
    code="CIT005",
    name="引用了已经废止的文件",
    severity="warning",
    authority="实务",
    basis="引用现行有效的法律法规和文件",
    options={"extra": {}},
)


def check(context: RuleContext) -> Iterator[Finding]:
    abolished: dict[str, str] = {**lexicon("abolished"), **context.pairs(RULE, "extra")}
    for citation, passage in context.citations:
        title = citation.title.removeprefix("中华人民共和国")
        if title in abolished:
            message = f"《{citation.title}》已经废止"
            yield Finding(citation.text, message, passage.at, f"现行的是《{abolished[title]}》")
