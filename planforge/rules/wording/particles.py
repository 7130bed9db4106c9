"""修饰动作的词后面用“地”。

说明: “认真的落实”“切实的抓好”一类写法，报告；只查“认真”“切实”“扎实”等词后面紧跟动词的。
理由: 常见的文字差错。
改法: 改成“地”，或者删去“的”。

反例:
    认真的落实各项措施。

正例:
    认真落实各项措施，扎实地推进工作，形成扎实的工作作风。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.rules import Finding, Rule, RuleContext, rewrite
from planforge.rules._scan import group, hits

RULE = Rule(
    code="WRD013",
    name="“的”“地”混用",
    severity="warning",
    authority="标准",
    basis="《现代汉语词典》：状语后面用“地”，定语后面用“的”",
)
_PARTICLE = re.compile(
    r"(?:认真|切实|扎实|大力|深入|不断|持续|全面|主动|及时)(的)"
    r"(?:落实|推进|推动|开展|抓好|贯彻|执行|做好|组织|实施|完成|解决|研究|加强|提升|提高|完善)(?!工作|情况|力度|水平|能力|方案|体系)"
)


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _PARTICLE):
        particle = group(passage, match)
        message = f"“{words.value}”应当用“地”"
        yield Finding(particle, message, passage.at, "改为“地”，或者删去", rewrite(particle, "地", safe=False))
