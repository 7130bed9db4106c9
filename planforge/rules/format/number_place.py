"""发文字号在发文机关标志下居中；上行文居左空一字，与签发人同行。

说明: 只查有发文机关标志的“文件”。有“签发人”的按上行文查。
理由: 上行文和下行文、平行文的文号位置不同，一看便知行文方向。
改法: 下行文、平行文居中；上行文左对齐、左侧缩进1字符。

反例:
    发文字号: {对齐: left}

正例:
    发文字号: {对齐: center}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from planforge.model.pages import SetParagraph
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import marks_of_file, once, paragraphs, texts

RULE = Rule(
    code="F014",
    name="发文字号的位置不对",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.2.5条：编排在发文机关标志下空二行位置，居中排布；上行文的发文字号居左空一字",
)


def check(context: RuleContext) -> Iterator[Finding]:
    if context.printed is None or not marks_of_file(context):
        return
    numbers = [p for p in paragraphs(context, "发文字号") if p.stand == "body" and p.align != "center"]
    aside = [p for p in numbers if not _goes_upward(p, context.printed.pages.paragraphs)]
    yield from once(texts(aside), "发文字号没有居中", "发文字号", "设为居中；上行文另写“签发人：×××”")


def _goes_upward(number: SetParagraph, paragraphs: Sequence[SetParagraph]) -> bool:
    """Whether a 签发人 stands on its line or above: the number is on the line of the last of several names (7.2.6)."""
    above = takewhile(lambda each: each is not number, paragraphs)
    return any("签发人" in each.text.value for each in (*above, number))
