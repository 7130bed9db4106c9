"""Where a page's own foot begins below its document: links to what explains it, other news, names of the site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from planforge.importers.reader import kinds
from planforge.importers.reader.paragraphs.noise import is_noise
from planforge.importers.reader.parts.feet import is_attachment
from planforge.model import Paragraph
from planforge.text.numbering import Marker, leading_marker

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
    """Where the first of a page's lists of other pages begins, whatever news stands in them."""
    places = (i for i, p in enumerate(paragraphs) if p.table is None and _LISTS.fullmatch(p.text.value.strip()))
    return next((i for i in places if _is_over(paragraphs, i)), len(paragraphs))


def _is_over(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the document has ended above a line: its text has been, and neither its items, its signature nor its
    attachments follow."""
    above, below = paragraphs[:index], paragraphs[index + 1 :]
    written = [p.text.value.strip() for p in above if p.table is None and p.text.value.strip()]
    if sum(map(kinds.is_sentence, written)) < 2 or any(p.told for p in below):
        return False
    closed = written[-1][-1] in "。）)日" or kinds.is_date(written[-1]) or _is_listed(written[-1])
    return closed and not (any(map(_is_attached, below)) or _goes_on(written, below))


def _is_listed(line: str) -> bool:
    """Whether a line belongs to the list of attachments: 附件：1.分工表, or 2.指标表 below it."""
    marker = leading_marker(line)
    return is_attachment(line) or (marker is not None and not kinds.is_sentence(line))


def _is_attached(paragraph: Paragraph) -> bool:
    return paragraph.table is not None or _ATTACHED.fullmatch(paragraph.text.value.strip()) is not None


def _goes_on(above: Sequence[str], below: Sequence[Paragraph]) -> bool:
    """Whether a line below has the next number of the items above."""
    last: dict[str, int] = {}
    for line in above:
        if marker := leading_marker(line):
            last[marker.style] = marker.number
    markers = (leading_marker(p.text.value) for p in below)
    return any(_is_next(marker, last) for marker in markers if marker)


def _is_next(marker: Marker, last: dict[str, int]) -> bool:
    return last.get(marker.style, 0) > 0 and marker.number == last[marker.style] + 1


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
