"""发文机关标志居中排布，用红色小标宋体。

说明: 有发文机关标志的，查颜色、字体和位置；有发文字号而没有发文机关标志的，提示。
理由: 发文机关标志是版头的主体，“红头文件”由此得名。
改法: 写成“××市××局文件”或者“××市××局”，红色（FF0000）、方正小标宋简体、居中。

反例:
    机关标志: {颜色: 0000FF}

反例:
    机关标志: {字体: 黑体}

反例:
    机关标志: 无

正例:
    机关标志: {颜色: E60012}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model.pages import SetParagraph, is_red
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._fonts import same
from planforge.rules.format._found import once, paragraphs, texts

RULE = Rule(
    code="F013",
    name="发文机关标志不合规定",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.2.4条：发文机关标志居中排布，推荐使用小标宋体字，颜色为红色",
)


def check(context: RuleContext) -> Iterator[Finding]:
    if context.printed is None:
        return
    marks, numbers = paragraphs(context, "机关标志"), paragraphs(context, "发文字号")
    at, font = "发文机关标志", context.printed.style.mark.font
    yield from once(texts([m for m in marks if not is_red(m.main.colour)]), f"{at}不是红色", at, "颜色设为 FF0000")
    odd = [m for m in marks if not same(m.main.font, font)]
    yield from once(texts(odd), f"{at}用的是{odd[0].main.font or '未指定的字体'}" if odd else "", at, f"字体设为{font}")
    yield from once(texts([m for m in marks if _aside(m)]), f"{at}没有居中", at, "设为居中")
    if numbers and not marks:
        yield Finding(numbers[0].text, "有发文字号，没有发文机关标志", at, "印发时加上红头", severity="info")


def _aside(mark: SetParagraph) -> bool:
    """Joint marks stand in a centred table, whose cells are spread."""
    return mark.stand == "body" and mark.align not in ("center", "distribute")
