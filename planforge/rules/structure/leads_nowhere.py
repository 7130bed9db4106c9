"""文中提到的附件和部分，文件里应当有。

说明: 正文说“见附件2”、文件里只有一个附件的，说“本要点第三部分”、文件里只有两个部分的，
    说“按照第二部分第（五）项”、那一部分只有四项的，报告。
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

from planforge.model import Section
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
_CHINESE = "一二三四五六七八九十"
_SECTION = Pattern(
    rf"(?:本(?:要点|计划|方案|意见|通知|文件|规划)|(?:按照?|依照|参照|对照|(?<!意)见))第(?P<section>[{_CHINESE}]{{1,3}})部分"
    rf"(?:第?[（(]?(?P<item>[{_CHINESE}\d]{{1,3}})[）)]?[项条])?",
    holds=("部分",),
)


def check(context: RuleContext) -> Iterator[Finding]:
    yield from _attachments(context)
    sections = context.document.sections
    for passage, words, match in hits(context, _SECTION):
        number, item = parse(match["section"]) or 0, parse(match["item"] or "") or 0
        if number > len(sections):
            message = f"文件里没有第{match['section']}部分，一共{len(sections)}个部分"
            yield Finding(words, message, passage.at, "核对后改成现有的部分")
        elif number and item and not _has(sections[number - 1], item):
            message = f"第{match['section']}部分里没有第{match['item']}项，一共{len(sections[number - 1].tasks)}项"
            yield Finding(words, message, passage.at, "核对后改成现有的一项")


def _has(section: Section, item: int) -> bool:
    """Whether a section has that many items, or one that is printed with the number."""
    return len(section.tasks) >= item or any(task.number == item for task in section.tasks)


def _attachments(context: RuleContext) -> Iterator[Finding]:
    attachments = len(context.document.attachments)
    for passage, words, match in hits(context, _ATTACHMENT) if attachments else ():
        if int(match[1]) > attachments:
            message = f"文件里没有附件{match[1]}，一共{attachments}个附件"
            yield Finding(words, message, passage.at, "核对后改正，或补上漏掉的附件")
