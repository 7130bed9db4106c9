"""上级写“必须”“应当”“确保”“不得”的，本级不应当写成“鼓励”“可以”“探索”。

说明: 逐句比较说同一件事的话：上级用了强制性的词，本级写成“力争”“原则上”“鼓励”“可以”“探索”一类的，报告；
    上级没有用强制性的词、本级加上“鼓励”“探索”一类的，提示。本级另有一处写得同样硬的不报。
理由: 把硬任务写成了软要求，等于没有落实。
改法: 恢复上级的用词。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 完善专利导航, 内容: 鼓励各县区探索建立重大项目知识产权分析评议制度。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 完善专利导航, 内容: 各市必须建立重大项目知识产权分析评议制度。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 完善专利导航, 内容: 各县区必须建立重大项目知识产权分析评议制度。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 完善专利导航, 内容: 各市必须建立重大项目知识产权分析评议制度。}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import called_words, directive_item

RULE = Rule(
    code="COV005",
    name="上级要求被弱化",
    severity="warning",
    authority="实务",
    basis="下级文件不得降低上级文件的要求",
)


def check(context: RuleContext) -> Iterator[Finding]:
    if context.trace is None:
        return
    # coverage is loaded for plans that are held against something
    from planforge.coverage.findings.softened import weakenings

    for answers in context.answers:
        for found in weakenings(answers):
            item, words = directive_item(answers.directive, found.clause), found.words
            theirs, ours = called_words(found.superior.value), called_words(found.plan.value)
            message = f"{item}要求{theirs}，这里写成{ours}"
            finding = Finding(found.plan, message, found.task, f"把“{words.plan}”改回上级的用词“{words.superior}”")
            plain = replace(finding, advice=f"上级没有“{words.plan}”，核对是不是放松了要求", severity="info")
            yield plain if words.is_plain else finding
