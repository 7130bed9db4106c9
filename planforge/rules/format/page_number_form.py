"""页码用4号半角宋体数字，左右各放一条一字线。

说明: 页脚（或页眉）里要有自动的页码，写成“— 1 —”；编了页码的一节，单页、双页和有红头的首页都要有。
理由: 打上去的页码各页都一样；没有一字线（“—”，不是减号）的不合格式。
改法: 插入 → 页码，在数字两边各加一条一字线和一个半角空格，设为宋体、4号。

反例:
    页码: 无

反例:
    页码: {缺: 双页}

反例:
    页码: {文字: "1"}

反例:
    页码: {文字: "- 1 -"}

反例:
    页码: {字号: 小五}

正例:
    页码: {文字: "—3—"}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from planforge.model.pages import PageKind
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._fonts import same
from planforge.rules.format._found import marks_of_file, once
from planforge.rules.format._words import look

RULE = Rule(
    code="F018",
    name="页码不合规定",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.5条：页码一般用4号半角宋体阿拉伯数字，数字左右各放一条一字线",
)

#: A hyphen is no 一字线; other dashes look as long as one.
_FORM = re.compile(r"\s*[—–―─－]+\s*[0-9]*\s*[—–―─－]+\s*")
_NAMES: Mapping[PageKind, str] = {"first": "首页", "odd": "单页", "even": "双页", "all": "各页"}


def check(context: RuleContext) -> Iterator[Finding]:
    if context.printed is None:
        return
    pages, face = context.printed.pages, context.printed.style.page_number
    place = [p.text for p in pages.paragraphs if p.text.value.strip()][:1]
    if not pages.numbers:
        fault = f"页码“{pages.typed[0]}”是打上去的，各页都一样" if pages.typed else "没有页码"
        yield from once(place, fault, "页码", "在页脚插入页码，写成“— 1 —”")
    for kind in pages.bare:
        if kind != "first" or marks_of_file(context):
            yield from once(place, f"{_NAMES[kind]}没有页码", "页码", f"在{_NAMES[kind]}的页脚也插入页码，写成“— 1 —”")
    faulty = [n.paragraph for n in pages.numbers if not _FORM.fullmatch(n.paragraph.text.value)]
    if faulty:
        yield from once(place, f"页码写作“{faulty[0].text.value.strip()}”", "页码", "写成“— 1 —”，数字左右各一条一字线")
    wrong = {(m.font, m.size) for n in pages.numbers if (m := n.paragraph.main).text == ""}
    for font, size in sorted(wrong):
        if size != face.size or not same(font, face.font):
            wanted = look(face.font, face.size)
            yield from once(place, f"页码用的是{look(font, size)}，应当是{wanted}", "页码", f"设为{wanted}")
