"""占全部之中多少的比率，不应当超过100%。

说明: 整改率、覆盖率、办结率一类，写成“100%以上”或者大于100%的，报告；
    完成率、增长率、产销率、毛入学率、用户普及率可以超过，不报。
理由: 全部做到也只有100%。
改法: 改为“100%”，或者核对数字。

反例:
    交办问题整改率达到100%以上，古树名木保护率达到100%以上。

正例:
    交办问题整改率达到100%，投资完成率达到105%以上，毛入学率达到102%，移动宽带用户普及率达到108%。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext
from planforge.rules._scan import hits

RULE = Rule(
    code="TGT009",
    name="比率超过100%",
    severity="warning",
    authority="条例",
    basis="《党政机关公文处理工作条例》第二十条（四）：审核数字是否准确",
)
_SHARES = (
    "整改|覆盖|合格|达标|办结|结案|审结|调解|化解|处置|处理|安置|普及|接通|满意|参与|持证|上岗|签约|入户|到位|建成|抽检|检测|检验|备案|公开"
    "|回复|答复|响应|知晓|消除|治理|优良|完好|通过|巩固|及格|消化|发放|录入|归集|共享|网办|可办|核查|排查|登记|建档|随访|接种|免疫|保护|保障|清运|挂牌"
)
_RATE = Pattern(
    rf"(?<!用户)(?<!电话)(?<!手机)(?:{_SHARES})率(?:要|须|应)?(?:达到?|不低于|保持在?|稳定在|为|提高到|提升到|提升至|提高至)?"
    r"(?:100[%％]\s?以上|(?:10[1-9]|1[1-9]\d|[2-9]\d\d)(?:\.\d+)?[%％])",
    holds="率",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _RATE):
        yield Finding(words, f"“{match[0]}”：全部做到也只有100%", passage.at, "改为“100%”，或者核对数字")
