"""版记有分隔线，排在公文最后。

说明: 有发文机关标志的“文件”都查：没有版记的提示；有版记的，查分隔线的有无和粗细，以及后面有没有别的文字。
理由: 版记在最后一面的最下面，标明公文到此为止。
改法: 版记用与版心等宽的表格，首末条线1磅、中间线0.75磅，放在最后一页的底部。

反例:
    版记: 无

反例:
    版记: {线: 无}

反例:
    版记: {线: 3磅}

正例:
    版记: {线: 1磅}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Text
from planforge.model.pages import Pages, SetParagraph
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import marks_of_file, once

RULE = Rule(
    code="F017",
    name="版记不合规定",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.4.1条：版记的分隔线与版心等宽，首条和末条用粗线（推荐0.35mm），中间用细线（推荐0.25mm）",
)

#: 0.14 mm to 0.53 mm, in eighths of a point: what still looks like one of the two rules.
_THINNEST, _THICKEST = 3, 12


def check(context: RuleContext) -> Iterator[Finding]:
    pages = context.printed.pages if context.printed else None
    marks = marks_of_file(context)
    if pages is None or not marks:
        return
    imprint = pages.of("版记")
    if not imprint:
        last = next((p for p in reversed(pages.paragraphs) if p.text.value.strip()), marks[0])
        yield Finding(
            last.text.slice(0, 12),
            "没有版记",
            "版记",
            "在最后一页的底部写抄送机关、印发机关和印发日期",
            severity="info",
        )
        return
    place = [imprint[0].text]
    yield from _strokes(pages, place)
    yield from once(_after(pages.paragraphs, imprint[-1]), "版记之后还有文字", "版记", "把版记移到全文最后")


def _strokes(pages: Pages, place: list[Text]) -> Iterator[Finding]:
    borders = [p.stroke for p in pages.of("版记") if p.stroke]
    strokes = [*pages.cell_strokes, *borders]
    if not strokes and not pages.drawn:
        yield from once(place, "版记没有分隔线", "版记", "加上与版心等宽的分隔线，首末条1磅、中间0.75磅")
    if any(stroke.weight and not _THINNEST <= stroke.weight <= _THICKEST for stroke in strokes):
        yield from once(place, "版记分隔线的粗细不对", "版记", "首末条设为1磅（0.35mm），中间设为0.75磅（0.25mm）")


def _after(paragraphs: tuple[SetParagraph, ...], last: SetParagraph) -> list[Text]:
    later = paragraphs[paragraphs.index(last) + 1 :]
    return [p.text for p in later if p.stand in ("body", "table") and p.text.value.strip()]
