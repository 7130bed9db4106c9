"""一般每面排22行。

说明: 按正文的行距和版心的高度计算。行距不固定的不算，由 F011 报告。
理由: 行数是版心和行距合起来的结果，行距28磅到29.6磅、版心高225mm时恰为22行。
改法: 段落 → 行距 → 固定值 28.95磅（简便的写法是 29磅）。

反例:
    正文: {行距: 24磅}

正例:
    正文: {行距: 28磅}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import once
from planforge.rules.format._grid import body_pitch, lines_on, text_of
from planforge.rules.format._words import points

RULE = Rule(
    code="F003",
    name="每页行数不对",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第5.2.3条：一般每面排22行，每行排28个字，并撑满版心",
)


def check(context: RuleContext) -> Iterator[Finding]:
    if context.printed is None:
        return
    pages, style = context.printed.pages, context.printed.style
    pitch, text = body_pitch(pages), text_of(pages)
    if pitch is None or not text:
        return
    lines, wanted = lines_on(text[0].sheet, pitch), int(style.page.depth / style.line + 0.05)
    if lines != wanted:
        message = f"行距{points(pitch)}，每页只能排{lines}行，应当是{wanted}行"
        message = message if lines < wanted else f"行距{points(pitch)}，每页排了{lines}行，应当是{wanted}行"
        first = next(p for p in text if p.pitch == pitch)
        yield from once([first.text], message, "正文", f"把行距设为固定值{points(style.line)}")
