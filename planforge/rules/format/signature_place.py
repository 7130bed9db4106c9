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

from collections.abc import Iterator

from planforge.model.pages import SetParagraph
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules.format._found import once
from planforge.text.signed_lines import signatures, standing, wanted

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
    lines = context.printed.pages.paragraphs if context.printed else ()
    for signature in signatures(lines):
        if len(signature.organs) == 1:
            yield from _told(lines[signature.organs[0]], lines[signature.date])


def _told(organ: SetParagraph, date: SetParagraph) -> Iterator[Finding]:
    now = standing(organ, date)
    if now and not any(right.is_near(now) for right in wanted(organ, date)):
        said = f"落款的位置不对：署名右空{now.organ:.1f}字，成文日期右空{now.date:.1f}字"
        yield from once([date.text], said.replace(".0字", "字"), "落款", _ADVICE)
