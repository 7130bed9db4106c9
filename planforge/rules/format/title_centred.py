"""标题居中排布。

说明: 没有设为居中、或者带着首行缩进的标题，都报告。
理由: 靠空格凑成的居中，换了字体或者改一个字就会偏；居中又有首行缩进的，会偏右一个字。
改法: 删去标题前的空格，设为居中，首行缩进设为无。

反例:
    标题: {对齐: left}

反例:
    标题: {缩进: 2}

正例:
    标题: {对齐: center}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import once, paragraphs, texts

RULE = Rule(
    code="F006",
    name="标题没有居中",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.3.1条：标题分一行或多行居中排布",
)

#: Half a character is hardly seen.
_MOST_INDENT = 0.5


def check(context: RuleContext) -> Iterator[Finding]:
    titles = paragraphs(context, "标题")
    beside = [p for p in titles if p.align != "center"]
    yield from once(texts(beside), "标题没有居中", "标题", "设为居中，不要用空格去凑")
    pushed = [p for p in titles if p.align == "center" and abs(p.first) > _MOST_INDENT]
    yield from once(texts(pushed), "居中的标题有首行缩进，会偏向一边", "标题", "把首行缩进设为无")
