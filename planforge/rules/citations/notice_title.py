"""印发通知里的文件名称，应当与后面的文件标题一致。

说明: “现将《……》印发给你们”里的名称，与文件自己的标题只差几个字的，报告；
    空格、括号不算，一处带发文机关、一处不带的也不算。差的是年份的，另有规则（STR012）。
理由: 多由改了标题、没有改通知造成，引用的人不知道以哪个为准。
改法: 核对后统一。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    通知:
      标题: 关于印发2027年示例市知识产权工作要点的通知
      内容: 现将《2027年示例市知识产权保护要点》印发给你们，请认真落实。
    部分:
      - {标题: 强化创造, 内容: 实施培育计划。}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    通知:
      标题: 关于印发2027年示例市知识产权工作要点的通知
      内容: |
        云溪省知识产权局印发《2027年云溪省知识产权工作要点》后，市里作了细化。
        现将《示例市知识产权局2027年示例市知识产权工作要点》印发给你们，请一并落实《示例市专利奖励办法》。
    部分:
      - {标题: 强化创造, 内容: 实施培育计划。}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from planforge.model import Text
from planforge.rules import Finding, Rule, RuleContext
from planforge.text.titles import year_of

RULE = Rule(
    code="CIT008",
    name="通知里的名称与文件标题不符",
    severity="warning",
    authority="条例",
    basis="《党政机关公文处理工作条例》第二十条（四）：审核引文是否准确",
)
#: The document that a notice comes with: 现将《……》印发给你们, 《……》已经……同意. What others sent out, or is but passed
#: on, is another one.
_SENT = re.compile(
    r"(?:现将|现印发|同意印发|(?<![\u4e00-\u9fff])印发)《(?P<sent>[^《》]+)》(?![^《》。；]{0,10}转发)"
    r"|《(?P<agreed>[^《》]+)》[已业]经[^《》。；]{0,40}(?:同意|通过|审定|批准|现印发|印发给)"
)
_NOISE = re.compile(r"[\s（）()〈〉“”\-－—]")
#: Names that are less alike (0 to 1) are those of two documents.
_ALIKE = 0.6


def check(context: RuleContext) -> Iterator[Finding]:
    notice, title = context.document.notice, context.document.title.value
    if notice is None or not title:
        return
    for match in _SENT.finditer(notice.text.value):
        name = notice.text.slice(*match.span(match.lastgroup or 0))
        if _differs(name.value, title):
            yield _finding(name, " ".join(title.split()))


def _differs(name: str, title: str) -> bool:
    one, other = _NOISE.sub("", name), _NOISE.sub("", title)
    if one in other or other in one or year_of(name) != year_of(title):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _finding(name: Text, title: str) -> Finding:
    message = f"印发通知里是《{name.value}》，后面的文件是《{title}》"
    return Finding(name, message, "印发通知正文", "核对后统一")
