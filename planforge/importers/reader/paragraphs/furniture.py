"""What a web page adds to a document: navigation, share buttons, counters, what it states of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from planforge.importers.reader import kinds
from planforge.importers.reader.paragraphs import page_title, particulars
from planforge.model import Paragraph, Text
from planforge.text.numbering import leading_marker

#: What stands behind a page's words on their line; a sentence is none of it.
_REST = "[^。；，]{0,60}"
#: A link to a download: 附件2 登记表.docx. The list of attachments itself (附件：1.…⏎2.…) and items are the document's.
_FILE_NAME = (
    r"(?!附\s?件\s?[：:]|\d{1,2}\s?[.、．](?!\s?附件)|[（(][\d一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)"
    r"[^。；]{1,80}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar)"
)
_NOISE = re.compile(
    r"(?:您?(?:现在)?的?(?:所在|当前)?(?:的)?位置|当前位置|你的位置)\s*[：:是].*"
    r"|首页\s*[>＞》›/-].*|.*(?:[>＞›]\s*[^>＞›]{1,12}){2,}"
    rf"|(?:相关|政策|文件|图解|图文|文字|视频|专家|媒体)(?:解读|链接|新闻|稿件|阅读|附件){_REST}"
    r"|.{0,12}即将离开.{0,60}|是否(?:继续(?:访问)?)?[？?]?|(?:打印|关闭|收藏|分享|返回|发布|顶部|窗口|本页)+"
    rf"|(?:扫一扫|手机扫|用来校验|二维码|分享到|分享至|上一[篇条]|下一[篇条]){_REST}"
    r"|【?(?:收藏|打印|关闭|返回|大|中|小|字体|字号)】?(?:[\s：:]*[大中小\[\]【】]*|\s.{0,30})"
    r"|.{0,20}(?:打印本页|关闭窗口|返回顶部|我要纠错|下载文字版|下载图片版|网页打印|智能朗读|无障碍).{0,40}"
    r"|[•·]?\s*(?:长[辈者]|老年|关怀|大字|适老化?|简洁)(?:版|模式)|[•·]?\s*(?:登录|注册|朗读|繁體|繁体(?:版|中文)?|手机版|客户端)"
    r"|二维码微信微博.*|(?:微信|微博|QQ空间|新浪|人人网|腾讯)(?:\s+\S{1,8}){0,8}"
    r"|.*(?:版权所有|ICP备|公网安备|网站地图|Copyright|©).*"
    r"|(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[：:]?\s*\d*\s*次?|【?(?:字体|字号)[：:].*"
    r"|【(?:原文下载|附件下载|打印|关闭|政策解读|法宝引证码).*|附件下载.*"
    r"|听全文|(?:(?:新华社|本报)记者\s?|记者\s)\S{2,4}(?:\s\S{2,4}){0,2}"
    r"|(?:A[+-]?[大中小]\s*){1,3}|点击查看(?:政策)?(?:解读|原文|附件)[^。]{0,80}"
    rf"|{_FILE_NAME}|(?:文档|文件)附件[：:]?"
    r"|20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s?\d{1,2}:\d{2}(?::\d{2})?"
    r"|[：:【】]|【?分享[：:]?】?|[^。]{0,40}。?\s?\S{0,20}(?:记者|通讯员)\s?\S{2,8}(?:\s\S{2,4})?\s?[/摄]\s?[摄影文]?"
    r"|[-*_=—~]{3,}(?:.*[-*_=—~]{3,})?|/enpcontent|<[a-zA-Z/!][^>]*>?.*"
    r"|-\s*\[.*\]\(.*\).*|\[?https?://\S+\]?.*"
    r"|(?:政策文件|政府文件|正文|(?:政策|文件|内容)?全文|文件下载|公告公示|通知公告|基本信息|视力保护色[：:]?)"
    r"|(?:新华社|人民网|中新网|本报讯?)[^，。]{0,8}?\d{1,2}月\d{1,2}日(?:电|讯)"
)
#: What stands for a counter that no script filled in.
_EMPTY = re.compile(r"[-—–－]{1,2}次?")
#: Behind a line such as these a page has nothing more of the document, unless its items go on.
_END = re.compile(
    r"【(?:原文下载|附件下载|高亮说明|打印|关闭).*"
    r"|(?:附件下载|(?:部门|媒体|专家|图文|视频)解读|媒体(?:视角|报道|聚焦)|政策(?:图解|问答)|相关解读|政策解读|相关链接|相关文件|相关附件|上一篇|下一篇|扫一扫)[^。；]{0,80}"
)
_HEAD = 40
#: Links below a paper: how many, and of how many characters, at most. Lists of names are longer.
_MOST_LINKS, _LONGEST_LINK = 8, 12
#: Characters, addresses aside: what is longer is text.
_LONGEST = 400
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Page:
    """A document without its page's furniture; `facts` holds what the page states, by the model's names."""

    paragraphs: tuple[Paragraph, ...]
    facts: dict[str, Text] = field(default_factory=dict)


def clear(paragraphs: Sequence[Paragraph], title: str = "") -> Page:
    """Cut navigation, counters and tables of particulars; keep what the latter say.

    `title` is what the file itself calls its title: nothing above the line that repeats it is the document's.
    """
    kept: list[Paragraph] = []
    facts: dict[str, Text] = {}
    begin = page_title.find(paragraphs, title)
    column = particulars.take_column(paragraphs[: begin + _HEAD], facts)
    end = _end(paragraphs)
    for index, paragraph in enumerate(paragraphs[: _before_links(paragraphs[:end]) if title else end]):
        stated = index in column or _is_furniture(paragraph, index < begin + _HEAD, facts)
        if index >= begin and not stated:
            kept.append(paragraph)
    return Page(tuple(kept), facts)


def _is_furniture(paragraph: Paragraph, near_head: bool, facts: dict[str, Text]) -> bool:
    if paragraph.table is not None:
        return particulars.take_table(paragraph.table, facts)
    return _is_noise(paragraph.text, near_head, facts)


def _end(paragraphs: Sequence[Paragraph]) -> int:
    """Where the page's own foot begins: behind the last item, attachment and table."""
    last = len(paragraphs)
    for index in reversed(range(len(paragraphs))):
        value = paragraphs[index].text.value.strip()
        if paragraphs[index].table or leading_marker(value) or kinds.is_date(value):
            break
        if _END.fullmatch(value):
            last = index
    return last


def _before_links(paragraphs: Sequence[Paragraph]) -> int:
    """Where the few short words end a page's paper that are links below it: 公报PDF, 相关政策, 评价建议."""
    written = [i for i, p in enumerate(paragraphs) if p.table is not None or p.text.value.strip()]
    links = list(takewhile(lambda i: _is_link(paragraphs[i]), reversed(written)))
    above = paragraphs[written[-len(links) - 1]] if len(links) < len(written) else Paragraph()
    closed = above.table is not None or above.text.value.rstrip()[-1:] in tuple("。）日")
    return links[-1] if links and len(links) <= _MOST_LINKS and closed else len(paragraphs)


def _is_link(paragraph: Paragraph) -> bool:
    value = paragraph.text.value.strip()
    short = paragraph.table is None and len(value) <= _LONGEST_LINK and not re.search("[。；：，、（）]", value)
    own = kinds.is_date(value) or kinds.is_signature(value) or leading_marker(value) or value.startswith("附件")
    return (short and not own) or (paragraph.table is None and _NOISE.fullmatch(value) is not None)


def _is_noise(text: Text, near_head: bool, facts: dict[str, Text]) -> bool:
    value = text.value.strip()
    if not value or len(_ADDRESS.sub("", value)) > _LONGEST:
        return False
    if near_head and _EMPTY.fullmatch(value):
        return True
    return bool(_NOISE.fullmatch(value)) or ((near_head or len(value) < 60) and particulars.take_line(text, facts))
