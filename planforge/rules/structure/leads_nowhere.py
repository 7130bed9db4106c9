"""文中提到的附件和部分，文件里应当有。

说明: 正文说“见附件2”、文件里只有一个附件的，说“本要点第三部分”、文件里只有两个部分的，报告。
    一个附件也没有读到的不报：附件可能另发。
理由: 多由增删附件、调整结构以后没有改正文造成，看的人找不到。
改法: 核对后改成现有的附件、部分，或补上漏掉的附件。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - {标题: 强化创造, 内容: 实施培育计划，任务分工见附件2。}
      - {标题: 强化保护, 内容: 开展专项执法。}
    附件: [任务分工表]

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - {标题: 强化创造, 内容: 按照本要点第三部分的要求实施培育计划。}
      - {标题: 强化保护, 内容: 开展专项执法。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - {标题: 强化创造, 内容: 按照本要点第二部分的要求实施培育计划，任务分工见附件1。}
      - {标题: 强化保护, 内容: 落实省意见第三部分的要求。}
    附件: [任务分工表]
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext
from planforge.rules._scan import hits
from planforge.text.numerals import parse

RULE = Rule(
    code="STR018",
    name="提到的附件或部分不存在",
    severity="warning",
    authority="条例",
    basis="《党政机关公文处理工作条例》第二十条（四）：审核引文是否准确",
)
_ATTACHMENT = Pattern(r"(?:见|按照?|填写|依照|参照)附件\s?(\d{1,2})(?!\d)", holds=("附件",))
_SECTION = Pattern(r"本(?:要点|计划|方案|意见|通知|文件|规划)第([一二三四五六七八九十]{1,3})部分", holds=("部分",))


def check(context: RuleContext) -> Iterator[Finding]:
    attachments, sections = len(context.document.attachments), len(context.document.sections)
    for passage, words, match in hits(context, _ATTACHMENT) if attachments else ():
        if int(match[1]) > attachments:
            message = f"文件里没有附件{match[1]}，一共{attachments}个附件"
            yield Finding(words, message, passage.at, "核对后改正，或补上漏掉的附件")
    for passage, words, match in hits(context, _SECTION):
        if (parse(match[1]) or 0) > sections:
            message = f"文件里没有第{match[1]}部分，一共{sections}个部分"
            yield Finding(words, message, passage.at, "核对后改成现有的部分")
