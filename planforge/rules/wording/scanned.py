"""扫描件转换来的形近字应当改正。

说明: 数字里夹着字母（“2O27年”“l0家”）、日期里的“曰”，以及“己经”“末按”一类形近字，报告。
理由: 数字里的字母会使日期、数量读不出来。
改法: 按提示改正；可由 --fix 自动改正。

反例:
    到2O27年，培育企业l0家。

反例:
    3月1曰前己经完成。

正例:
    到2027年，培育企业10家，3月1日前已经完成，应用5G技术（O2O）。年末完成验收，靠自己完成整改，发展悦己经济，
    吸收人才，引导金融人才服务，整治林木市场。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Text
from planforge.rules import Finding, Passage, Pattern, Rule, RuleContext, rewrite
from planforge.rules._confusions import confusions, find
from planforge.rules._scan import hits

RULE = Rule(
    code="WRD011",
    name="扫描识别错字",
    severity="warning",
    authority="实务",
    basis="扫描件转换的文字须校对",
)
#: A number with letters in it, before a word that is counted or behind the bracket of a 文号.
_LETTER = Pattern(
    r"(?<![A-Za-z\d.])(?!O2O)(?=[OoIl]*\d)(?=\d*[OoIl])[\dOoIl]{2,12}(?=\.?[\d年月日号万亿千家件个项人户亩吨元次名位场处所座台套条辆%％〕])"
    r"|(?<=[〕第前月])[OoIl](?=号|季度|个|项|批|日)",
    holds="OoIl",
)
_DAY = Pattern(r"(?<=[\d一二三四五六七八九十])曰", holds="曰")
_READ = str.maketrans("OoIl曰", "0011日")


def check(context: RuleContext) -> Iterator[Finding]:
    for pattern in (_LETTER, _DAY):
        for passage, place, match in hits(context, pattern, books=True):
            yield _finding(passage, place, match[0].translate(_READ))
    for slip in find(context, confusions("scanned")):
        yield _finding(slip.passage, slip.place, slip.better)


def _finding(passage: Passage, place: Text, better: str) -> Finding:
    return Finding(place, f"“{place.value}”应为“{better}”", passage.at, f"改为“{better}”", rewrite(place, better))
