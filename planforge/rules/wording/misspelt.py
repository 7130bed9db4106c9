"""常见的错别字和不规范的异形词应当改正。

说明: 词表在 rules/data/misspelt.yaml；书名号里的名称不自动改。
    词典允许、公文里一般不用的写法（其它），只作提示。
    选项 extra 可以增补（错: 对）。
理由: 错字会使公文退回，也影响公信力。
改法: 按提示改正；可由 --fix 自动改正。

反例:
    建立工作台帐，及时布署检查。

反例:
    必需按期完成，公布权利清单，由检查机关监督，拔付资金。

正例:
    建立工作台账，及时部署检查，收藏画轴一帧。保障生活必需品供应，便利促消费活动，总结攻坚难点，经营消防器材。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Severity
from planforge.rules import Finding, Rule, RuleContext, rewrite
from planforge.rules._confusions import Wrong, confusions, find

RULE = Rule(
    code="WRD001",
    name="错别字",
    severity="warning",
    authority="标准",
    basis="《现代汉语词典》《第一批异形词整理表》",
    options={"extra": {}},
)


def check(context: RuleContext) -> Iterator[Finding]:
    own = {word: Wrong(better) for word, better in context.pairs(RULE, "extra").items()}
    for slip in find(context, {**confusions("misspelt"), **own}):
        message = f"“{slip.place.value}”{'宜写作' if slip.mild else '应为'}“{slip.better}”"
        fix = rewrite(slip.place, slip.better, safe=not slip.quoted)
        severity: Severity | None = "info" if slip.mild else None
        yield Finding(slip.place, message, slip.passage.at, f"改为“{slip.better}”", fix, severity)
