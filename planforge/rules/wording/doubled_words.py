"""字词不应当误写两遍。

说明: 两到四个字的词连写两遍（“推进推进”），半句话接连写两遍，数字后面的量词写两遍（50家家），以及“的的”“了了”，报告。
理由: 多由修改时漏删造成。
改法: 删去多余的一遍。

反例:
    加快推进推进知识产权保护。

反例:
    审计50家家，完成120个个取水口改造。

反例:
    建设保障性住房200套，建设保障性住房200套。

正例:
    以推广为目的的活动，为了了解情况，常常走访家家户户。深化文化文艺工作，支持小微企业创业创新，构建共建共治共享格局，
    一批一批抓落实，发展茶业茶艺和旅游业。加强企业业务培训。
    扶持10家家庭农场，走访3个个体户，引进20名名校毕业生，办好2场场馆活动。
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from planforge.rules import Finding, Pattern, Rule, RuleContext, rewrite
from planforge.rules._scan import HAN, hits

RULE = Rule(
    code="WRD002",
    name="字词重复",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：文字无衍文",
)
#: 产业产业链, 工业工业园: the second begins a longer word.
_WORDS = Pattern(rf"([{HAN}]{{2,4}})\1(?![链园群化带家])")
#: A part of a sentence that follows on itself.
_CLAUSES = Pattern(r"(?<![^，。；、：\n])([^，。；、：\s]{5,40})[，、；。]\1(?=[，。；、]|$)", holds="，、；。")
#: 有案必查、有案必查; a number may well come twice.
_ITEMS = Pattern(rf"([{HAN}]{{4}})、\1(?![{HAN}])", holds="、")
#: 增加了增加20%, 月底前前.
_AGAIN = Pattern(rf"([{HAN}]{{2}})了\1(?=[\d了])|(?<=[底末之])(前)前", holds="了前")
_LETTERS = Pattern(r"(?<![目标有为])(的)的(?![确士])|(?<!为|除)(了)了(?![解结断然])", holds="的了")
#: 完成50家家。 and 120个个取水口; what goes on may be another word (10家家庭农场, 3个个体户).
_COUNTED = Pattern(
    r"(?<=[\d余万亿])([家个座处项条场户件台套次所名])\1(?=[，。；、）]|$)|(?<=\d)(个)个(?![体人税性案别])",
    holds="家个座处项条场户件台套次所名",
)
#: Words that others which end and begin like them often stand around.
_OFTEN_MIDDLE = frozenset(
    {"文化", "创业", "共建", "共治", "共享", "业务", "法治", "学科", "教育", "体育", "生产", "工程", "专款"}
)
#: 一一二二, numbers, and 一茬一茬, 各个各个 are no slips.
_MEANT = re.compile(r"[〇零一二三四五六七八九十百千两]+|[一各每越].+")


def check(context: RuleContext) -> Iterator[Finding]:
    count = cache(partial(_count, context))  # a word may stand twice a thousand times
    for pattern in (_WORDS, _CLAUSES, _ITEMS, _AGAIN, _COUNTED, _LETTERS):
        for passage, words, match in hits(context, pattern):
            once = next(filter(None, match.groups()))
            if pattern is not _WORDS or _is_slip(once, count):
                message = f"“{once}”写了两遍"
                yield Finding(words, message, passage.at, f"只留一个“{once}”", rewrite(words, once, safe=False))


def _is_slip(once: str, count: Callable[[str], int]) -> bool:
    """Whether a word that stands twice in a row was meant once: it is no number, and its characters differ."""
    return not _MEANT.fullmatch(once) and len(set(once)) == len(once) and not _straddles(once, count)


def _straddles(once: str, count: Callable[[str], int]) -> bool:
    """Whether the repeat is made of the ends of three words (深化文化文艺, 创业创新): then its middle is the word."""
    if len(once) != 2:
        return False
    middle = once[::-1]
    if middle in _OFTEN_MIDDLE:
        return True
    return count(middle) - 1 > count(once) - 2


def _count(context: RuleContext, word: str) -> int:
    return sum(passage.value.count(word) for passage in context.holding((word,)))
