"""落款：盖章的，成文日期右空四字，机关署名居中编排在日期之上；不盖章的，署名右空二字，日期首字比署名首字右移二字。

说明: 查一个机关署名的落款，两种编排有一种合格就算对；几个机关联合署名的、用签名章的不查。
理由: 印章端正、居中下压署名和成文日期，落款的位置要留得准。
改法: 设为右对齐，用右缩进排到规定的位置，不用空格推。

反例:
    成文日期: {右空: 0}

反例:
    成文日期: {右空: 8}

正例:
    成文日期: {右空: 4}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from planforge.model.pages import SetParagraph
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import once
from planforge.text import signing

RULE = Rule(
    code="F023",
    name="落款的位置不对",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012 第7.3.5条：加盖印章的公文，成文日期一般右空四字编排，署名居中编排；"
    "不加盖印章的，署名右空二字，日期首字比署名首字右移二字",
)

_ADVICE = "盖章的：成文日期右空四字，署名居中排在日期上面；不盖章的：署名右空二字，日期首字比署名首字右移二字"


def check(context: RuleContext) -> Iterator[Finding]:
    paragraphs = context.printed.pages.paragraphs if context.printed else ()
    for place, date in enumerate(paragraphs):
        organs = _organs(paragraphs[:place]) if date.element == "成文日期" else []
        if len(organs) == 1 and signing.is_organ(organs[0]):
            yield from _told(organs[0], date)


def _organs(above: Sequence[SetParagraph]) -> list[SetParagraph]:
    written = (p for p in reversed(above) if p.text.value.strip())
    return list(takewhile(lambda p: p.element == "署名", written))


def _told(organ: SetParagraph, date: SetParagraph) -> Iterator[Finding]:
    above, below = signing.right_of(organ), signing.right_of(date)
    if above is None or below is None:
        return
    widths = signing.width_of(organ), signing.width_of(date)
    if not any(wanted.is_near(above, below) for wanted in (signing.sealed(*widths), signing.unsealed(*widths))):
        said = f"落款的位置不对：署名右空{above:.1f}字，成文日期右空{below:.1f}字"
        yield from once([date.text], said.replace(".0字", "字"), "落款", _ADVICE)
