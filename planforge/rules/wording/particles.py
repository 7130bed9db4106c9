"""修饰动作的词后面用“地”，补充结果的词前面用“得”。

说明: “认真的落实”“有力的防范”“落实的不够”一类写法，报告；只查“认真”“切实”“扎实”等词后面紧跟动词、
    以及“落实”“做”等词后面紧跟结果的；后面是名词（“有效的解决方案”）的不报。
理由: 常见的文字差错。
改法: 改成“地”（“得”），或者删去“的”。

反例:
    认真的落实各项措施。

反例:
    有力的防范化解风险，对落实的不够好的单位进行通报。

正例:
    认真落实各项措施，扎实地推进工作，形成扎实的工作作风，
    提出有效的解决方案，发挥积极的促进作用。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import group, hits

RULE = Rule(
    code="WRD013",
    name="“的”“地”“得”混用",
    severity="warning",
    authority="标准",
    basis="《现代汉语词典》：状语后面用“地”，定语后面用“的”，补语前面用“得”",
)
_MANNER = (
    "认真|切实|扎实|大力|深入|不断|持续|全面|主动|及时|有力|有效|积极|严格|坚决|稳步|有序|充分|广泛|精准|自觉|逐步|统一"
    "|保质保量|按时保质|不折不扣|扎扎实实|切切实实|认认真真|踏踏实实|持之以恒|坚定不移|毫不动摇|坚持不懈|锲而不舍|分期分批|有条不紊"
    "|大张旗鼓|循序渐进|源源不断|齐心协力|旗帜鲜明|千方百计|想方设法|最大限度|最大程度"
)
_ACTION = (
    "落实|推进|推动|开展|抓好|贯彻|执行|做好|组织|实施|完成|解决|研究|加强|提升|提高|完善|防范|化解|遏制|促进|保障|维护|打击"
    "|履行|遵守|减少|降低|调动|发挥|参与|配合|激发|改善|服务|学习|宣传"
)
#: Behind these the action is a noun: 有效的解决方案, 积极的促进作用.
_NOUN = (
    "工作|情况|力度|水平|能力|方案|体系|措施|办法|手段|途径|机制|模式|作用|效果|成效|意识|态度|要求|环境|氛围|基础|活动"
    "|精神|渠道|政策|计划|制度|功能|条件|任务|者|性|目标|质量|格局|保障|支撑|[，。；、：）”]"
)
_PARTICLE = Pattern(
    rf"(?:{_MANNER})(的)(?:{_ACTION})(?=.)(?!{_NOUN})",
    holds=[f"{word}的" for word in _MANNER.split("|")],
)
#: 做的好 for 做得好, but 做的好事.
_RESULT = Pattern(
    r"(?:抓|做|干|办|管|用|落实|执行)(的)(?:不够|不实|不好|不到位|好(?![事人处地])|更好|更实|扎实(?=[，。；、]))",
    holds="的",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for pattern, better in ((_PARTICLE, "地"), (_RESULT, "得")):
        for passage, words, match in hits(context, pattern):
            particle = group(passage, match)
            message = f"“{words.value}”应当用“{better}”"
            yield Finding(
                particle, message, passage.at, f"改为“{better}”，或者删去", rewrite(particle, better, safe=False)
            )
