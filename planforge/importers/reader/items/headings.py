"""Which words of an item are its heading: a line of its own, or what a paragraph begins with (（一）标题。正文)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from planforge.importers.reader.items import told
from planforge.importers.reader.items.tree import BOX, Node
from planforge.model import Text
from planforge.text.units import take_closing
from planforge.text.units.lists import LABEL

#: A stop; in what OCR made of a page, or a site of a paper, a half-width one between Chinese words.
_STOP = r"(?:[。！？；]|(?<=[\u4e00-\u9fff）)”])[.;](?=\s|$|[\u4e00-\u9fff“《]))"
_STOPS = re.compile(_STOP)
_SENTENCE = re.compile(rf"(?:(?!{_STOP}).)*{_STOP}(?![”’）)])", re.S)
#: What stands in brackets belongs together, whatever signs are in it.
_GROUP = r"（[^（）]*）|\([^()]*\)"
_IN_BRACKETS = re.compile(_GROUP)
_LABEL = re.compile(rf"(?:[^。；：:，（(]|{_GROUP}){{2,18}}[：:](?=.)")
_BLANK = re.compile(rf"(?:[^。；：:《（(]|《[^》]*》|{_GROUP}){{2,30}}?[\u3000\t ]+(?=[\u4e00-\u9fff“《].{{12,}})")
#: An amount makes a sentence of what would be a heading; the number in a name (启动1+X证书制度试点) doesn't.
_AMOUNT = re.compile(r"\d\s?(?:[%％年月日]|[万亿千百多余]*[个家项所处座条件名人户次场台套公亩吨元])")
#: A day in a sentence that tells a rule: 2027年4月1日以后取得许可的，可以缓交。
_DAY = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日")
#: Characters: a heading is seldom longer; a run-in one is shorter, a lone sentence that is one very short.
_LONGEST, _USUAL, _SHORT, _LONE = 60, 42, 30, 16
#: Of so many items one at least begins with a very short sentence, where such sentences are headings.
_FEW = 20


#: Items below one node, each with the words of its first paragraph.
_Family = list[tuple[Node, str]]
#: Families by depth, style and the box that they stand in.
_Groups = defaultdict[tuple[int, str, str], list[_Family]]


@dataclass(frozen=True, slots=True)
class Custom:
    """How the items of one level are headed: `sentence` by their first sentence, of `longest` characters at most (few
    where few have one), `label` by words before a colon, `blank` by words before one, `own_line` by a line that text or
    items follow; `none` where most are one sentence and no more, so that a line without a stop is one, too."""

    sentence: bool
    longest: int
    label: bool
    blank: bool
    own_line: bool
    none: bool


def give(root: Node) -> None:
    """Split each node's first paragraph into heading and text; siblings decide together how they are headed."""
    groups: _Groups = defaultdict(list)
    _group(root, 0, "", groups)
    for (_, style, _), families in groups.items():
        custom = _custom([item for family in families for item in family])
        for family in families:
            own = _own(custom, [body for _, body in family])
            if style == "第一条":  # an article may have a name, and begins with no sentence for a heading
                own = replace(own, longest=_LONE)
            for node, body in family:
                _split(node, body, own)


def _group(node: Node, depth: int, box: str, groups: _Groups) -> None:
    """Siblings are what one depth of the document holds; each box has its own customs."""
    families: defaultdict[str, _Family] = defaultdict(list)
    for below in node.nodes:
        families[below.style].append((below, _bare(below).value))
        _group(below, depth + 1, below.marker if below.style == BOX else box, groups)
    for style, family in families.items():
        groups[depth, style, box].append(family)


def _custom(items: _Family) -> Custom:
    first = [length for _, body in items if (length := _first_sentence(body)) is not None]
    labels = [bool(_LABEL.match(body)) for _, body in items if len(body) > _LONE]
    closed = [_follows(node) for node, body in items if body[-1:] == "。" and _first_sentence(body) is None]
    short = sum(length <= _USUAL for length in first)
    lone = sum(length <= _LONE for length in first)
    return Custom(
        bool(first) and short >= 0.6 * len(first) and (short * 3 >= len(items) or lone * _FEW >= len(items)),
        _LONGEST if short * 3 >= len(items) else _LONE,
        bool(labels) and sum(labels) >= 0.6 * len(labels),
        sum(_BLANK.match(body) is not None for _, body in items) * 2 >= len(items),
        bool(closed) and sum(closed) * 2 > len(closed),
        len(closed) - sum(closed) > len(items) // 2,
    )


def _own(custom: Custom, bodies: Sequence[str]) -> Custom:
    """How a family does otherwise than the rest: none of it begins with a short sentence, or all with a very short."""
    first = [_first_sentence(body) for body in bodies]
    if len(bodies) < 2:
        return custom
    if not custom.sentence and all(length is not None and length <= _LONE for length in first):
        return replace(custom, sentence=True, longest=_LONE)
    if custom.sentence and all(length is not None and length <= _SHORT for length in first):
        return replace(custom, longest=max(custom.longest, _SHORT))
    none_short = all(length is None or length > _SHORT for length in first)
    text = any(
        length > _USUAL if length is not None else body[-1:] == "。" for length, body in zip(first, bodies, strict=True)
    )
    return replace(custom, sentence=False) if custom.sentence and none_short and text else custom


def _first_sentence(body: str) -> int | None:
    """The length of the first sentence where others follow it in the paragraph; None where it stands alone."""
    match = _SENTENCE.match(body)
    if match is None or len(body) <= match.end() + 1:
        return None
    return match.end() - 1 if match[0][-1] in "。." else len(body) + _LONGEST


def _follows(node: Node) -> bool:
    """Whether text, items or a table stand below; a line of its own that says who or by when is none of these."""
    text = any(not LABEL.match(part.value) and take_closing(part)[0].value.strip() for part in node.more)
    return text or bool(node.nodes or node.tables)


def _bare(node: Node) -> Text:
    """What stands behind the marker, without a unit list at its end."""
    return take_closing(node.first)[0] if node.first.value.rstrip("。")[-1:] in ")）】]" else node.first


def _split(node: Node, body: str, custom: Custom) -> None:
    if not told.holds(node.first.value, node.told):
        node.told = None
        _guess(node, body, custom)
    elif node.told:
        size = len(node.told)
        node.heading = node.first.slice(0, size - (node.told[-1] == "。"))
        node.first = node.first.slice(size).strip()


def _guess(node: Node, body: str, custom: Custom) -> None:
    sentence, label, blank = _SENTENCE.match(body), _LABEL.match(body), _BLANK.match(body)
    if _is_heading(node, body, custom):
        node.heading, node.first = _without_stop(node.first), Text()
    elif label and (custom.label or re.match("一是|1[.．、]|（1）|①", body[label.end() :])):
        _cut(node, label.end())
    elif custom.sentence and sentence and _heads(sentence, body, custom):
        _cut(node, sentence.end())
    elif (
        blank
        and _names(blank[0], custom)
        and not custom.sentence
        and (sentence is None or blank.end() < sentence.end())
    ):
        _cut(node, blank.end())


def _heads(sentence: re.Match[str], body: str, custom: Custom) -> bool:
    """Whether the first sentence can be a heading: it is short and text follows it. One sentence alone is text."""
    words = sentence[0]
    told = _DAY.search(_IN_BRACKETS.sub("", words)) or (len(words) > _USUAL and re.search("[，,]", words))
    return words[-1] in "。." and len(words) <= custom.longest and len(words) < len(body) and not told


def _names(words: str, custom: Custom) -> bool:
    """Whether words before a blank are a name, as those of the siblings are, and no part of a sentence."""
    return custom.blank or not re.search(r"[，,]|、\s*$", words)


def _is_heading(node: Node, body: str, custom: Custom) -> bool:
    """A line without a stop is a heading; one sentence is where text or items follow it, as with its siblings."""
    if len(body) > _LONGEST + 20 or _STOPS.search(body.rstrip("。.；;")):
        return False
    if body[-1:] not in "。；：:，;,":
        alone = not custom.none and len(body) <= (_SHORT if re.search("[，,：:]", body) else _LONGEST)
        return alone or _follows(node)
    if body[-1:] in "；，;," or len(body) > _LONGEST or not _follows(node):
        return False
    leads_in = len(body) > _SHORT and re.search("[，,]", body)
    own_line = custom.own_line and not _AMOUNT.search(body) and not (leads_in and _demands(node, body))
    return (bool(node.nodes) and not leads_in) or own_line if body[-1:] == "。" else len(body) <= 30


def _demands(node: Node, body: str) -> bool:
    """Whether a long sentence is a demand itself, whatever stands below it: it names its offices, or is an article."""
    return len(body) > _USUAL and (len(body) < len(node.first) or node.style == "第一条")


def _cut(node: Node, offset: int) -> None:
    node.heading = _without_stop(node.first.slice(0, offset))
    node.first = node.first.slice(offset).strip()


def _without_stop(heading: Text) -> Text:
    bare = heading.strip()
    return bare.slice(0, len(bare.value.rstrip("。.：: \u3000\t")))
