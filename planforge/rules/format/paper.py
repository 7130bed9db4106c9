"""公文用纸是 A4（210mm×297mm）。

说明: 每一节的纸张大小都查；横排的表格页，宽和高对调。允许相差1毫米。
理由: Word 新建的文件常常是信纸（Letter），打印时版心会移位，装订、归档也不整齐。
改法: 布局 → 纸张大小 → A4。

反例:
    纸: {宽: 215.9mm, 高: 279.4mm}

正例:
    纸: {宽: 297mm, 高: 210mm}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import once
from planforge.rules.format._words import TOLERANCE, millimetres

RULE = Rule(
    code="F001",
    name="纸张不是规定的大小",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第5.1条：公文用纸采用 A4 型纸，210mm×297mm",
)


def check(context: RuleContext) -> Iterator[Finding]:
    if context.printed is None:
        return
    page = context.printed.style.page
    wanted = sorted((page.width, page.height))
    for first in context.printed.pages.sheets:
        sheet = first.sheet
        if any(abs(a - b) > TOLERANCE for a, b in zip(sorted((sheet.width, sheet.height)), wanted, strict=True)):
            found = f"{millimetres(sheet.width)}×{millimetres(sheet.height)}"
            right = f"{millimetres(page.width)}×{millimetres(page.height)}"
            yield from once([first.text], f"纸张是{found}，应当是{right}", "页面", "把这一节的纸张设为 A4")
