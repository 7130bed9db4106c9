"""Which words of an item are its heading: a line of its own, or the first sentence of a paragraph (（一）标题。正文)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from planforge.importers.reader.tree import Node
from planforge.model import Text
from planforge.text.units import take_closing

_SENTENCE = re.compile(r"[^。！？；]*?[。！？；](?![”’）)])")
_COLON = re.compile(r"[^。；：:，]{2,16}[：:](?=.)")
_BLANK = re.compile(r"[^。；：:]{2,30}?[\u3000\t ]{1,}(?=[\u4e00-\u9fff“《].{12,})")
_LONGEST = 60
_USUAL = 42


def give(root: Node) -> None:
    """Split each node's first paragraph into heading and text; siblings decide together whether they have headings."""
    groups: dict[tuple[int, str], list[Node]] = defaultdict(list)
    _group(root, 0, groups)
    for nodes in groups.values():
        run_in = _have_run_in(nodes)
        for node in nodes:
            _split(node, run_in)


def unnumbered(root: Node) -> None:
    """Paragraphs that all begin with a run-in heading (统筹兼顾，有序推进。……) become nodes of their own."""
    for node in root.walk():
        if node is not root and not node.nodes and not node.first.value and len(node.more) > 1:
            _divide(node)


def _divide(node: Node) -> None:
    start = 1 if not _run_in(node.more[0].value) and node.more[0].value[-1] in "：:。" else 0
    parts = node.more[start:]
    if len(parts) < 2 or not all(_run_in(part.value) for part in parts):
        return
    node.more = node.more[:start]
    node.nodes = [_unnumbered(part) for part in parts]


def _unnumbered(text: Text) -> Node:
    dash = re.match(r"[—–\-]{1,2}\s*", text.value)
    body = text.slice(dash.end()) if dash else text
    stop = body.value.find("。")
    node = Node(marker=dash[0].strip() if dash else "", place=body.slice(0, stop), first=body.slice(stop + 1))
    node.heading = body.slice(0, stop)
    return node


def _run_in(value: str) -> bool:
    """Whether a paragraph begins with a short sentence that names what follows, and more follows."""
    dash = re.match(r"[—–\-]{1,2}\s*", value)
    bare = value[dash.end() :] if dash else value
    stop = bare.find("。")
    if not 0 < stop < len(bare) - 6 or re.search("[；：]", bare[:stop]):
        return False
    return (
        stop <= 26 if dash else stop <= 20 and not re.search(r"\d|[一二三]是|^(?:各|要|本|对|到|在|由|按)", bare[:stop])
    )


def _group(node: Node, depth: int, groups: dict[tuple[int, str], list[Node]]) -> None:
    for below in node.nodes:
        groups[depth, below.style].append(below)
        _group(below, depth + 1, groups)


def _have_run_in(nodes: Iterable[Node]) -> bool:
    """Whether the paragraphs of a level begin with headings: most first sentences are short and others follow."""
    votes = [0 < len(stop) <= _USUAL for node in nodes if (stop := _first_sentence(node)) is not None]
    return bool(votes) and sum(votes) >= 0.6 * len(votes)


def _first_sentence(node: Node) -> str | None:
    """The first sentence where it can be a heading's rival: others follow it in the paragraph. None: no vote."""
    value = _bare(node).value
    match = _SENTENCE.match(value)
    if match is None or len(value) <= match.end() + 1:
        return None
    return match[0].rstrip("。") if match[0][-1] == "。" else "x" * (_USUAL + 1)


def _bare(node: Node) -> Text:
    """What stands behind the marker, without a unit list at its end."""
    return take_closing(node.first)[0] if node.first.value[-1:] in "）)】" else node.first


def _split(node: Node, run_in: bool) -> None:
    value = node.first.value
    body = _bare(node).value
    sentence = _SENTENCE.match(value)
    if _whole_is_heading(node, body, run_in):
        heading, node.first = node.first, Text()
        node.heading = _without_stop(heading)
    elif (label := _COLON.match(value)) and not node.more and not _SENTENCE.match(value[: label.end()]):
        _cut(node, label.end(), keep=0) if len(value) > label.end() + 8 and not node.nodes else _cut_sentence(
            node, sentence, run_in
        )
    elif (blank := _BLANK.match(value)) and (sentence is None or blank.end() < sentence.end()) and not run_in:
        _cut(node, blank.end(), keep=0)
    else:
        _cut_sentence(node, sentence, run_in)


def _cut_sentence(node: Node, sentence: re.Match[str] | None, run_in: bool) -> None:
    if (
        sentence
        and run_in
        and sentence[0][-1] == "。"
        and sentence.end() <= _LONGEST
        and sentence.end() < len(node.first.value.rstrip())
    ):
        _cut(node, sentence.end(), keep=0)


def _whole_is_heading(node: Node, body: str, run_in: bool) -> bool:
    """A line without a stop is a heading; a single sentence is one where text or items follow it."""
    if len(body) > _LONGEST + 20 or re.search("[。；！？]", body.rstrip("。；")):
        return False
    follows = bool(node.more or node.nodes or node.tables)
    if body[-1:] not in "。；：:":
        return follows or len(body) <= _LONGEST
    return follows and body[-1:] != "；" and len(body) <= _LONGEST and not (body[-1:] in "：:" and len(body) > 30)


def _cut(node: Node, offset: int, keep: int) -> None:
    node.heading = _without_stop(node.first.slice(0, offset))
    node.first = node.first.slice(offset).strip()


def _without_stop(heading: Text) -> Text:
    bare = heading.strip()
    return bare.slice(0, len(bare.value.rstrip("。：: \u3000\t")))
