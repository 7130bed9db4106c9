"""意思相同的词不应当叠用。

说明: “涉及到”“截止到目前为止”“大约……左右”“不少于……以上”“200余人左右”“约50余万元”“不少于4至5人”一类，报告。
理由: 语义重复，有的还会改变数值的含义。
改法: 只留一个。

反例:
    涉及到的部门要配合。

反例:
    培育不少于10家以上企业。

反例:
    总投资约50余万元。

反例:
    培训执法人员200余名左右，每所配备不少于4-5人，产值增长10%以上左右。

正例:
    涉及的部门要配合，近10多年来节约经费50余万元，签约30余家，截至目前培育不少于10家企业，最高人民法院以上级意见为准，
    推动规模以上上下游企业对接，完善县级以上上下联动机制。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._lexicon import lexicon
from planforge.rules._scan import hits, word_hits

RULE = Rule(
    code="WRD003",
    name="词语重复累赘",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：文字精练，无语义重复",
)
_DIGITS = r"[\d.,万亿千百十一二三四五六七八九两]"
_NUMBER = rf"\s?{_DIGITS}+\s?[%％]?[^，。；、\d]{{0,4}}?"
#: Behind these 约 is no “about”: 节约50余万元, 签约30余家.
_BOUND = "节签预续履违条合邀制集"
_TWICE = Pattern(
    rf"(?:不少于|不低于|至少|超过|突破|不小于){_NUMBER}以上|(?:不超过|不高于|不多于|至多){_NUMBER}以[下内]"
    rf"|(?:大约|约|近|将近|接近){_NUMBER}左右"
    r"|\d[\d.]*[万亿千百]?[余多][^，。；、\d]{0,4}?(?:以上|左右)"
    rf"|(?:(?<![{_BOUND}])约|(?<![附临靠邻最亲])近)\s?{_DIGITS}+[余多](?![^，。；、]{{0,2}}[年月天周日])"
    r"|(?:以上|以下|以内)(?:左右|上下)(?=[，。；、）的]|$)"  # but 规模以上上下游企业
    r"|(?:不少于|不低于|不超过|至少|至多)\s?\d+[^，。；、\d]{0,2}[-－—–~～至到]\s?\d+",
    holds=(
        *("不少于", "不低于", "不小于", "不高于", "不多于", "至少", "至多", "超过", "突破"),
        *("约", "近", "余", "多", "左右", "上下"),
    ),
)


def check(context: RuleContext) -> Iterator[Finding]:
    words: dict[str, str] = lexicon("redundant")
    for passage, place, match in word_hits(context, words):
        better = words[match[0]]
        yield Finding(place, f"“{match[0]}”语义重复", passage.at, f"改为“{better}”", rewrite(place, better, safe=False))
    for passage, place, match in hits(context, _TWICE):
        yield Finding(place, f"“{match[0]}”前后重复", passage.at, "前后两个限定词只留一个")
