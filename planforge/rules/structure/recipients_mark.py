"""主送机关后面用全角冒号。

说明: 印发通知或正文的第一行全是主送机关（“各乡镇人民政府，县直有关单位”），末尾却是句号、分号或逗号的，报告。
    写成别的标点，主送机关就成了正文的第一句，排印时也不会顶格。
理由: 国标规定最后一个机关名称后标全角冒号。
改法: Word 稿、文本里改成“：”；YAML 里移到“主送机关”一项，不写标点。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    通知:
      标题: 关于印发2027年示例市知识产权工作要点的通知
      内容: |
        各县（区）人民政府，市直有关单位。
        现将《2027年示例市知识产权工作要点》印发给你们。
    部分:
      - {标题: 强化创造, 内容: 实施培育计划。}

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    通知:
      标题: 关于印发2027年示例市知识产权工作要点的通知
      内容: |
        各部门、各单位。
        现将《2027年示例市知识产权工作要点》印发给你们。
    部分:
      - {标题: 强化创造, 内容: 实施培育计划。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    主送机关: 各县（区）人民政府，市直有关单位
    通知:
      标题: 关于印发2027年示例市知识产权工作要点的通知
      内容: 现将《2027年示例市知识产权工作要点》印发给你们。
    部分:
      - {标题: 强化创造, 内容: 实施培育计划。}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext, rewrite

RULE = Rule(
    code="STR019",
    name="主送机关后面不是冒号",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012，7.3.2：主送机关居左顶格，最后一个机关名称后标全角冒号",
)
_OFFICE = (
    r"[\u4e00-\u9fff（）()]{0,20}(?:政府|委员会|管委会|部门|单位|机构|企业|学校|局|厅|委|办|处|科|室|所|站|院|行"
    r"|公司|分局|街道|乡镇|社区|中心)"
)
_RECIPIENTS = re.compile(rf"各{_OFFICE}(?:[，、；]{_OFFICE})*(?P<mark>[。；，.;,])(?=\n)")


def check(context: RuleContext) -> Iterator[Finding]:
    notice = context.document.notice
    text, at = (notice.text, "印发通知正文") if notice else (context.document.preamble, "导语")
    if match := _RECIPIENTS.match(text.value):
        mark = text.slice(*match.span("mark"))
        advice = "改为全角冒号“：”；YAML 里移到“主送机关”一项，不写标点"
        yield Finding(mark, f"主送机关后面是“{mark.value}”", at, advice, rewrite(mark, "：", safe=False))
