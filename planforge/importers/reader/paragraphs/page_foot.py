"""Where a page's own foot begins below its document: links to what explains it, other news, names of the site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from planforge.importers.reader import kinds
from planforge.importers.reader.paragraphs.noise import is_noise
from planforge.importers.reader.parts.feet import is_attachment
from planforge.model import Paragraph
from planforge.text.numbering import Marker, Style, leading_marker

#: Behind a line such as these a page has nothing more of the document, unless its items go on.
_END = re.compile(
    r"【(?:原文下载|附件下载|高亮说明|打印|关闭).*"
    r"|(?:附件下载|(?:部门|媒体|专家|图文|视频)解读|媒体(?:视角|报道|聚焦)|政策(?:图解|问答)|相关解读|政策解读|相关链接|相关文件|相关附件|上一篇|下一篇|扫一扫)[^。；]{0,80}"
)
#: What heads a page's lists of other pages, on a line of its own, and the links that begin with the kind of page.
_LISTS = re.compile(
    r"[•·◆■|\s]*(?:相关|延伸|推荐|热门|热点|最新|更多|近期|往期|编辑|猜你|大家都在)(?:的)?"
    r"(?:阅读|新闻|稿件|报道|推荐|文章|内容|信息|资讯|动态|链接|解读|文件|政策|专题|发布|喜欢|看)\s*(?:[：:>＞»]*|更多.{0,4})"
    r"|(?:政策|部门|媒体|专家|图文|图片|视频|文字|访谈|新闻)?(?:解读|图解|图表)[：:]?|(?:解读材料|新闻发布会|一图读懂|一图看懂)[：:]?"
    r"|(?:政策|部门|媒体|专家|图文|视频|文字)(?:解读|图解)[：:][^。；]{2,80}"
    r"|【(?:文字|图解|图文|图片|视频|音频|解读)】[^。；]{2,80}|(?:一图读懂|一图看懂|图解)[：:《|｜\s丨][^。；]{2,80}"
)
_ATTACHED = re.compile(r"附\s?件\s?[\d一二三四五六七八九十]{0,2}[：:]?")
#: Words of a site about itself: 示例市发展和改革委员会发布.
_PUBLISHED = re.compile(r"(?P<office>[\u4e00-\u9fff]{4,30})(?:发布|主办|承办|制作|维护)")
#: Links below a paper that nothing else tells to be such: how many, and of how many characters, at most.
_MOST_LINKS, _LONGEST_LINK = 8, 12


def find(paragraphs: Sequence[Paragraph], is_page: bool) -> int:
    """The number of paragraphs above the foot; `is_page`: they are those of a web page, which has one for certain."""
    end = _before_lists(paragraphs[: _behind_items(paragraphs)])
    return _before_links(paragraphs[:end]) if is_page else end


def _behind_items(paragraphs: Sequence[Paragraph]) -> int:
    """Where a label ends the page behind the last item, attachment and table."""
    last = len(paragraphs)
    for index in reversed(range(len(paragraphs))):
        value = paragraphs[index].text.value.strip()
        if paragraphs[index].table or leading_marker(value) or kinds.is_date(value):
            break
        if _END.fullmatch(value):
            last = index
    return last


def _before_lists(paragraphs: Sequence[Paragraph]) -> int:
    """Where the first of a page's lists of other pages begins, whatever news stands in them: the document's text has
    ended above it, and neither its items, its signature nor its attachments follow."""
    lines = ["" if p.table else p.text.value.strip() for p in paragraphs]
    begin = 1 + max((i for i, p in enumerate(paragraphs) if p.told or _is_attached(p)), default=-1)
    heads = [i for i in range(begin, len(lines)) if _LISTS.fullmatch(lines[i])]
    numbers = list(map(leading_marker, lines)) if heads else []
    below = Counter((number.style, number.number) for number in numbers if number)
    above = _Above()
    for start, head in pairwise((0, *heads)):
        for line, number in zip(lines[start:head], numbers[start:head], strict=True):
            above.add(line, number, below)
        if above.is_over() and not above.goes_on(below):
            return head
    return len(paragraphs)


_Numbers = Counter[tuple[Style, int]]


@dataclass(slots=True)
class _Above:
    """The lines above a place: how many are sentences, the last one, and the last number of each style."""

    sentences: int = 0
    line: str = ""
    numbers: dict[Style, int] = field(default_factory=dict)

    def add(self, line: str, number: Marker | None, below: _Numbers) -> None:
        """One line more, whose number is no longer `below` the place."""
        self.sentences += kinds.is_sentence(line) if line else 0
        self.line = line or self.line
        if number:
            self.numbers[number.style] = number.number
            below[number.style, number.number] -= 1

    def is_over(self) -> bool:
        """Whether a document may have ended with these lines."""
        closed = self.line[-1:] in tuple("。）)日") or kinds.is_date(self.line) or _is_listed(self.line)
        return self.sentences >= 2 and closed

    def goes_on(self, below: _Numbers) -> bool:
        """Whether a line below has the next number of the items above."""
        return any(number > 0 and below[style, number + 1] > 0 for style, number in self.numbers.items())


def _is_listed(line: str) -> bool:
    """Whether a line belongs to the list of attachments: 附件：1.分工表, or 2.指标表 below it."""
    marker = leading_marker(line)
    return is_attachment(line) or (marker is not None and not kinds.is_sentence(line))


def _is_attached(paragraph: Paragraph) -> bool:
    return paragraph.table is not None or _ATTACHED.fullmatch(paragraph.text.value.strip()) is not None


def _before_links(paragraphs: Sequence[Paragraph]) -> int:
    """Where the few short words end a page's paper that are links below it: 公报PDF, 相关政策, 评价建议; or all those
    that the page itself links."""
    written = [i for i, p in enumerate(paragraphs) if p.table is not None or p.text.value.strip()]
    links = list(takewhile(lambda i: _is_link(paragraphs[i]), reversed(written)))
    above = paragraphs[written[-len(links) - 1]] if len(links) < len(written) else Paragraph()
    closed = above.table is not None or above.text.value.rstrip()[-1:] in tuple("。）日")
    few = sum(not paragraphs[i].linked for i in links) <= _MOST_LINKS
    return links[-1] if links and few and closed else len(paragraphs)


def _is_link(paragraph: Paragraph) -> bool:
    value = paragraph.text.value.strip()
    if paragraph.table is not None or kinds.is_date(value) or value.startswith("附件"):
        return False
    published = _PUBLISHED.fullmatch(value)
    if is_noise(value) or (published and kinds.is_signature(published["office"])):
        return True
    short = paragraph.linked or (len(value) <= _LONGEST_LINK and not re.search("[。；：，、（）]", value))
    return short and not (kinds.is_sentence(value) or kinds.is_signature(value) or leading_marker(value))
