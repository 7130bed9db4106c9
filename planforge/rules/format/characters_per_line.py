"""一般每行排28个字。

说明: 按正文的字号、字距和版心的宽度计算；文档网格规定了字数的，按网格算。
理由: 版心宽156mm，3号字不调字距只能排27个，要在字体高级设置里紧缩0.25磅，或者用文档网格指定每行28字。
改法: 字体 → 高级 → 间距 → 紧缩 0.25磅；或者布局 → 页面设置 → 文档网格 → 指定行和字符网格，每行28字。

反例:
    正文: {字距: 0磅}

正例:
    正文: {字距: -0.25磅}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planforge.model.pages import SetParagraph
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import once
from planforge.rules.format._grid import characters_on, text_of

RULE = Rule(
    code="F004",
    name="每行字数不对",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第5.2.3条：一般每面排22行，每行排28个字，并撑满版心",
)


def check(context: RuleContext) -> Iterator[Finding]:
    if context.printed is None:
        return
    style = context.printed.style
    wanted = characters_on(style.page.measure, style.body.width)
    counts: Counter[int] = Counter()
    text = [p for p in text_of(context.printed.pages) if p.text.value.strip()]
    for paragraph in text:
        counts[_characters(paragraph)] += len(paragraph.text.value)
    usual = max(counts, key=lambda count: counts[count], default=wanted)
    if usual != wanted:
        first = next(p for p in text if _characters(p) == usual)
        advice = "用文档网格指定每行字数，或者调整字符间距"
        yield from once([first.text], f"每行排{usual}个字，应当是{wanted}个", "正文", advice)


def _characters(paragraph: SetParagraph) -> int:
    last = max((s for s in paragraph.stretches), key=lambda s: len(s.text))
    return characters_on(paragraph.sheet.measure, last.advance + paragraph.sheet.looser)
