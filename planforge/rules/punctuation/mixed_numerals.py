"""一个数不应当一半用阿拉伯数字、一半用汉字。

说明: “百分之95”“2百支”“3千人”“2027年三月”一类写法，报告；阿拉伯数字后面用“万”“亿”（“千亿”），以及“千米”“千瓦”等
    计量单位，不算。
理由: 两套数字混在一个数里，不合规范，也容易读错。
改法: 写成“95%”“200支”“3000人”。

反例:
    培育文艺团队2百支。

反例:
    整改率达到百分之95以上。

反例:
    2027年三月前印发方案。

正例:
    培育文艺团队200支，惠及3万人，整改率达到95%以上，建设110千伏线路20千米，装机5千瓦，产值2千亿元。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Task, Text
from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import hits

RULE = Rule(
    code="NUM006",
    name="一个数里混用两套数字",
    severity="warning",
    authority="国标",
    basis="GB/T 15835-2011，第5章：同一数值里除“万”“亿”外不混用阿拉伯数字与汉字数字",
)
_PER_CENT = Pattern(r"百分之\s?(\d+(?:\.\d+)?)", holds=("百分之",))
_THOUSANDS = Pattern(
    r"(?<![\d.第])(\d{1,3})([百千])(?=[多余]?[个家名人支件项户处场套亩次辆座台条所元吨])", holds="百千"
)
_TIMES = {"百": "00", "千": "000"}


#: 2027年三月, 二〇二七年3月: what is of one kind is written in one form.
_DATE = Pattern(
    r"(?<!\d)20\d\d年[一二三四五六七八九十]{1,2}月|[一二][〇○零一二三四五六七八九]{3}年\d{1,2}月", holds="年"
)


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, words, match in hits(context, _PER_CENT):
        yield _finding(words, f"{match[1]}%", passage.at)
    for passage, words, match in hits(context, _THOUSANDS):
        yield _finding(words, match[1] + _TIMES[match[2]], passage.at)
    for passage, words, _ in hits(context, _DATE):
        yield Finding(words, f"“{words.value}”混用了两套数字", passage.at, "年、月、日用同一套数字")


def _finding(words: Text, better: str, at: Task | str) -> Finding:
    return Finding(words, f"“{words.value}”混用了两套数字", at, f"改为“{better}”", rewrite(words, better))
