"""上级要求全面推开的，本级不应当缩成试点或一部分。

说明: 上级措施写明范围是“全省”“各市”“所有”“全覆盖”等、没有说试点，而最相近的本级措施只说“部分”“试点”“选取……”的，
在本级措施处报告。
理由: 范围缩小了，没有轮到的地方就没有落实。
改法: 按上级要求的范围写；确需分步走的，写明其余地方的时间安排。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 优化服务
        任务:
          - {标题: 建设维权援助工作站, 内容: 在部分县区建设知识产权维权援助工作站。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 优化服务
        任务:
          - {标题: 建设维权援助工作站, 内容: 所有县区建设知识产权维权援助工作站。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    上级文件: {省意见: 省意见.yaml}
    部分:
      - 标题: 优化服务
        任务:
          - {标题: 建设维权援助工作站, 内容: 各县区建设知识产权维权援助工作站。, 落实: 省意见#1.1}
    --- # 省意见
    标题: 云溪省强化知识产权保护实施意见
    部分:
      - 标题: 优化服务
        任务:
          - {标题: 建设维权援助工作站, 内容: 所有县区建设知识产权维权援助工作站。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._answers import answered

RULE = Rule(
    code="COV008",
    name="上级要求的范围被缩小",
    severity="warning",
    authority="实务",
    basis="下级文件不得降低上级文件的要求",
)


def check(context: RuleContext) -> Iterator[Finding]:
    if context.trace is None:
        return
    # coverage is loaded for plans that are held against something
    from planforge.coverage.judging.softening import narrowed

    for item, clause, best, at in answered(context):
        if words := narrowed(clause.text.value, best.text.value):
            message = f"{item}写的是“{words[0]}”，这里只写“{words[1]}”"
            advice = f"按“{words[0]}”的范围写；分步走的，写明其余地方的时间安排"
            yield Finding(best.text, message, at, advice)
