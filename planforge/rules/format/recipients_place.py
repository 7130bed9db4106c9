"""主送机关居左顶格，回行时仍顶格。

说明: 主送机关有首行缩进、左缩进、前面有空格或者没有靠左的，报告。
理由: 主送机关和正文的首行靠缩进来区分。
改法: 设为左对齐或者两端对齐，首行缩进和左侧缩进都设为0。

反例:
    主送机关: {缩进: 2}

反例:
    主送机关: {段首: 　　}

正例:
    主送机关: {缩进: 0}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import once, paragraphs, texts
from planforge.rules.format._words import TOLERANCE

RULE = Rule(
    code="F022",
    name="主送机关没有顶格",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.3.2条：编排于标题下空一行位置，居左顶格，回行时仍顶格",
)

_MOST_INDENT = 0.3
#: Room to write the recipients in.
_BLANK = " \u3000：:"


def check(context: RuleContext) -> Iterator[Finding]:
    moved = [
        p
        for p in paragraphs(context, "主送机关")
        if abs(p.first) > _MOST_INDENT
        or p.left > TOLERANCE
        or p.align not in ("left", "both")
        or (p.text.value[:1].isspace() and p.text.value.strip(_BLANK))
    ]
    yield from once(texts(moved), "主送机关没有顶格", "主送机关", "设为左对齐，首行缩进和左侧缩进设为0，删去前面的空格")
