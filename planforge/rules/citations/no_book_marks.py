"""引用的文件名称应当用书名号。

说明: “按照关于……的通知”“根据某某关于……的意见（示政发〔2027〕1号）”一类写法，文件名称没有书名号的，报告；
    只看紧跟在“按照”“根据”“落实”“印发”等词后面的。“以下简称《若干意见》”的简称，也要带书名号。
理由: 没有书名号，读不出名称从哪里起、到哪里止。
改法: 加上书名号；可以的话，后面注明文号。

反例:
    按照关于进一步加强知识产权保护工作的通知要求，抓好落实。

反例:
    落实《示例市关于促进就业的若干意见》（以下简称《若干意见》）。依据若干意见要求，抓好落实。

正例:
    按照《关于进一步加强知识产权保护工作的通知》要求，抓好落实，认真听取关于完善机制的意见。
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Task, Text
from planforge.rules import Finding, Pattern, Rule, RuleContext
from planforge.rules._scan import HAN, group, hits

RULE = Rule(
    code="CIT007",
    name="文件名称没有用书名号",
    severity="warning",
    authority="国标",
    basis="GB/T 15834-2011，4.15：标示书名、篇名、文件名用书名号",
)
_HEED = "按照|根据|依据|遵照|落实|贯彻|执行|印发"
#: 为贯彻云溪省人民政府关于加强监管工作的意见（云政发〔2026〕14号）: a number behind it shows that it is a document.
_NUMBERED = Pattern(
    rf"(?:{_HEED})([{HAN}]{{0,20}}关于[{HAN}、“”]{{4,60}}(?:通知|意见|决定|方案|办法|规定))"
    r"(?=（[^（）]*〔\d{4}〕\d+号[^（）]*）)",
    holds=("关于",),
)
_NAME = Pattern(
    rf"(?:{_HEED})(关于[{HAN}]{{6,40}}的(?:通知|意见|决定|方案|办法))(?![》{HAN}]*》|（[^（）]*〔)",
    holds=("关于",),
)

#: 以下简称《若干意见》: the name that is used from there on, with its marks.
_SHORT_NAME = Pattern(rf"(?:以下|下)(?:统|简)?称(?:为)?[：:]?《([{HAN}]{{2,15}})》", holds="称")


def check(context: RuleContext) -> Iterator[Finding]:
    for passage, _, match in (*hits(context, _NAME), *hits(context, _NUMBERED)):
        if not passage.is_label:
            yield _finding(group(passage, match), passage.at)
    for short in {match[1] for _, _, match in hits(context, _SHORT_NAME, books=True)}:
        for passage, _, match in hits(context, Pattern(rf"(?:{_HEED})({short})(?![》{HAN}]*》)", holds=(short,))):
            yield _finding(group(passage, match), passage.at)


def _finding(name: Text, at: Task | str) -> Finding:
    return Finding(name, f"文件名称“{name.value}”没有用书名号", at, f"写成“《{name.value}》”")
