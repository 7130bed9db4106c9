"""发文字号之下有一条与版心等宽的红色分隔线。

说明: 有发文机关标志的“文件”都查。分隔线可以是段落边框，也可以是画的直线；画的直线只在能读出宽度时查宽度。
理由: 红色分隔线把版头与主体分开。
改法: 在发文字号下的空段加红色下边框，左右缩进设为0；或者画一条156mm宽的红色直线。

反例:
    红线: 无

反例:
    红线: {颜色: "000000"}

反例:
    红线: {缩进: 20mm}

正例:
    红线: {颜色: FF0000}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model.pages import Pages, SetParagraph, is_red
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import marks_of_file, once
from planforge.rules.format._words import TOLERANCE, millimetres

RULE = Rule(
    code="F015",
    name="红色分隔线不合规定",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.2.7条：发文字号之下4mm处居中印一条与版心等宽的红色分隔线",
)

#: A letter's rules are 170 mm wide (10.1), in twips.
_LETTER = 9638
_LETTER_ADVICE = "信函的红线本来是170mm：用 --style letter 再查；不是信函的，把分隔线的左右缩进设为0"


def check(context: RuleContext) -> Iterator[Finding]:
    pages = context.printed.pages if context.printed else None
    marks = marks_of_file(context)
    if pages is None or not marks:
        return
    widths = list(_widths(pages))
    measure = marks[0].sheet.measure
    place = (pages.of("发文字号") or marks)[0].text
    at = "版头"
    if not widths:
        yield from once([place], "版头没有红色分隔线", at, f"在发文字号下加一条{millimetres(measure)}宽的红线")
    elif all(width and abs(width - measure) > TOLERANCE for width in widths):
        message = f"红色分隔线宽{millimetres(widths[0])}，应当与版心等宽（{millimetres(measure)}）"
        advice = _LETTER_ADVICE if abs(widths[0] - _LETTER) <= TOLERANCE else "把分隔线的左右缩进设为0"
        yield from once([place], message, at, advice)


def _widths(pages: Pages) -> Iterator[int]:
    """The widths of all red lines; 0 for one whose width the file doesn't tell."""
    for paragraph in pages.paragraphs:
        if paragraph.stroke and is_red(paragraph.stroke.colour):
            yield _width(paragraph)
    yield from (stroke.width for stroke in pages.drawn if is_red(stroke.colour))


def _width(paragraph: SetParagraph) -> int:
    return paragraph.sheet.measure - paragraph.left - paragraph.right
