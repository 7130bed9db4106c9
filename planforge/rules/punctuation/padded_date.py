"""日期里的月、日不补零。

说明: “2027年02月09日”一类写法，报告。Word 稿、文本里的成文日期和正文里的都看；
    YAML 里“成文日期”一项由程序排成规范的写法，怎样写都行。网页上带钟点的发布时间不看。
理由: 国标规定月、日不编虚位（即1不编为01）。
改法: 删去补的零；可由 --fix 自动改正。

反例:
    2027年06月30日前完成。

反例:
    活动于10月08日举办，09月底前总结。

反例:
    活动于10月5日至08日举办。

正例:
    2027年6月30日前完成，10月20日后通报。（来源：云溪日报 2027年06月03日 21:27）
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import hits

RULE = Rule(
    code="NUM010",
    name="日期补了零",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012，7.3.5.4：年份标全称，月、日不编虚位（即1不编为01）",
)
_PADDED = Pattern(
    r"(?<!\d)0[1-9]月(?:\d{1,2}日)?(?!\d|\s*\d{1,2}[:：时])"
    r"|(?:(?<=\d月)|(?<=\d日[、至到—]))0[1-9]日(?!\s*\d{1,2}[:：时])",
    holds="0",
)


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _PADDED):
        better = words.value.replace("月0", "月").removeprefix("0")
        advice = f"改为“{better}”"
        yield Finding(words, f"日期“{match[0]}”补了零", passage.at, advice, rewrite(words, better))
