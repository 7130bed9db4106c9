"""上级写“必须”“应当”“确保”“不得”的，本级不应当写成“鼓励”“可以”“探索”。

说明: 上级措施用了强制性的词、没有用倡导性的词，而最相近的本级措施只有倡导性的词的，在本级措施处报告。
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

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._answers import answered

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
    from planforge.coverage.judging.softening import weakened

    for item, clause, best, at in answered(context):
        if words := weakened(clause.text.value, best.text.value):
            message = f"{item}写的是“{words[0]}”，这里写成了“{words[1]}”"
            yield Finding(best.text, message, at, f"恢复上级的用词“{words[0]}”")
