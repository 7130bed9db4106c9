"""上级文件应当是上级的。

说明: 对照的“上级文件”，发文机关的层级比本文件低（例如拿市里的要点当作省里意见的上级文件），报告。
    层级看“层级”一项，没有写的看第一个发文机关的名称；看不出的、园区和开发区等功能区的不报。
理由: 要点和上级文件写反了，核对出来的漏项、降低要求都是反的。
改法: 核对是不是写反了：先写要点，“--against”后面写上级文件；登记在“上级文件”里的，改成上级的文件。
    层级读错的，写明“层级”。

反例:
    标题: 2027年云溪省知识产权工作要点
    年度: 2027
    发文机关: 云溪省知识产权局
    上级文件: {市要点: 市要点.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。}
    --- # 市要点
    标题: 2027年示例市知识产权工作要点
    发文机关: 示例市知识产权局
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    发文机关: 示例市知识产权局
    上级文件: {省要点: 省要点.yaml}
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。}
    --- # 省要点
    标题: 2027年云溪省知识产权工作要点
    发文机关: 云溪省知识产权局
    部分:
      - 标题: 强化保护
        任务:
          - {标题: 建成快速维权中心, 内容: 建成知识产权快速维权中心。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext
from planforge.text.levels import stands_lower

RULE = Rule(
    code="COV011",
    name="上级文件的层级比本文件低",
    severity="warning",
    authority="实务",
    basis="对应关系须能核对",
)


def check(context: RuleContext) -> Iterator[Finding]:
    named = {superior.alias: superior.text for superior in context.document.against}
    for directive in context.directives:
        if directive.document and stands_lower(directive.document, context.document):
            message = f"《{directive.title}》的层级比本文件低，却当作上级文件"
            advice = "核对是不是写反了：先写要点，“--against”后面写上级文件；层级读错的，写明“层级”"
            text = named.get(directive.alias)
            yield Finding(text or context.document.title, message, "上级文件" if text else "标题", advice)
