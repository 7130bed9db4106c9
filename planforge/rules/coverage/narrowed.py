"""上级要求全面推开的，本级不应当缩成试点或一部分。

说明: 逐句比较说同一件事的话：上级写明范围是“全省”“各市”“所有”“全面推行”等，本级只说“部分”“重点”“试点”“选取……”的，
    报告；上级没有写范围、本级只做一部分的，或者上级列了几样、本级只写了其中几样的，提示。
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
from dataclasses import replace

from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._names import called_words, directive_item

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
    from planforge.coverage.findings.shortened import shortenings
    from planforge.coverage.findings.softened import narrowings

    for answers in context.answers:
        for found in narrowings(answers):
            item, words = directive_item(answers.directive, found.clause), found.words
            message = f"{item}要求{called_words(found.superior.value)}，这里只写{called_words(found.plan.value)}"
            advice = f"按“{words.superior}”的范围写；分步走的，写明其余地方的时间安排"
            finding = Finding(found.plan, message, found.task, advice)
            plain = replace(finding, advice="上级没有限定范围，写明其余地方的时间安排", severity="info")
            yield plain if words.is_plain else finding
        for short in shortenings(answers):
            item, left = directive_item(answers.directive, short.clause), "、".join(short.things)
            message = f"{item}要求{called_words(short.superior.value)}，这里没有写“{left}”"
            advice = f"核对本级有没有{left}：有的，补上；没有的，不用改"
            yield Finding(short.plan, message, short.task, advice, severity="info")
