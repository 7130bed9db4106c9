"""页边距决定版心：天头37mm、订口28mm，版心156mm×225mm。

说明: 竖排页面的四边都查，允许相差1毫米。上、下两边，页边距合格，或者首行字顶、末行字底到纸边的距离合格，都算对。
理由: 版心是公文格式的基础，每页行数、每行字数、红线和版记的宽度都由它来定。
改法: 布局 → 页边距 → 自定义：上37mm、下35mm、左28mm、右26mm。

反例:
    纸: {天头: 25.4mm, 地脚: 25.4mm}

反例:
    纸: {订口: 31.7mm}

正例:
    纸: {天头: 37.5mm, 地脚: 34.5mm}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model.pages import SetParagraph, Sheet
from planforge.rules import Finding, Printed, Rule, RuleContext
from planforge.rules.format._found import once
from planforge.rules.format._grid import body_pitch, lines_on
from planforge.rules.format._words import TOLERANCE, millimetres

RULE = Rule(
    code="F002",
    name="页边距不符合规定",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第5.2.1条：天头37mm±1mm，订口28mm±1mm，版心156mm×225mm",
)

#: In an exact line the baseline lies at four fifths; characters reach .88 of their size above and .12 below it.
_BASELINE, _ABOVE, _BELOW = 0.8, 0.88, 0.12


def check(context: RuleContext) -> Iterator[Finding]:
    for first in context.printed.pages.sheets if context.printed else ():
        wrong = [side for side in _sides(first, context.printed) if not side[2]] if context.printed else []
        if wrong and not first.sheet.lying:
            said = "、".join(
                f"{name}{millimetres(found)}（应为{millimetres(wanted)}）" for name, found, _, wanted in wrong
            )
            yield from once([first.text], f"页边距不对：{said}", "页面", "在“页边距”里改成括号里的数")


def _sides(first: SetParagraph, printed: Printed) -> Iterator[tuple[str, int, bool, int]]:
    """Each side's name, margin, whether it is right, and the profile's."""
    sheet, page = first.sheet, printed.style.page
    above, below = _ink(sheet, printed)
    for name, found, wanted, ink in (
        ("天头（上）", sheet.top, page.top, above),
        ("地脚（下）", sheet.bottom, page.bottom, below),
        ("订口（左）", sheet.left, page.left, sheet.left),
        ("切口（右）", sheet.right, page.right, sheet.right),
    ):
        yield name, found, min(abs(found - wanted), abs(ink - wanted)) <= TOLERANCE, wanted


def _ink(sheet: Sheet, printed: Printed) -> tuple[int, int]:
    """From the paper's edges to the first and the last line's characters; the margins where no pitch is set."""
    pitch, size = body_pitch(printed.pages), printed.style.body.size * 10
    if pitch is None:
        return sheet.top, sheet.bottom
    foot = sheet.top + lines_on(sheet, pitch) * pitch - round(pitch * (1 - _BASELINE) - size * _BELOW)
    return sheet.top + round(pitch * _BASELINE - size * _ABOVE), sheet.height - foot
