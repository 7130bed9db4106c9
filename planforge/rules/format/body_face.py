"""正文用3号仿宋体。

说明: 正文、主送机关、发文字号、落款和接在标题后面的文字都查，只有几个字用了别的字体字号的也能查出。表格里的字不查。
理由: 从网页和别的文件里粘贴来的文字，常常带着原来的字体字号。
改法: 选中这些文字，设为仿宋_GB2312、3号；粘贴时选“只保留文本”。

反例:
    正文: {字体: 宋体}

反例:
    正文: {字号: 小四}

正例:
    正文: {字体: FangSong}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._faces import heads, rests, wholes, wrong_faces
from planforge.rules.format._found import paragraphs

RULE = Rule(
    code="F008",
    name="正文的字体字号不对",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第5.2.2条：如无特殊说明，公文格式各要素一般用3号仿宋体字",
)


def check(context: RuleContext) -> Iterator[Finding]:
    if context.printed is None:
        return
    plain = wholes(paragraphs(context, "正文", "主送机关"))
    numbers = heads(paragraphs(context, "发文字号"))  # the names of 签发人 behind one are in 楷体 (7.2.6)
    running = rests(paragraphs(context, "一级", "二级", "三级", "四级"))
    yield from wrong_faces(chain(plain, numbers, running), context.printed.style.body, "正文")
    yield from wrong_faces(wholes(paragraphs(context, "署名", "成文日期")), context.printed.style.body, "落款")
