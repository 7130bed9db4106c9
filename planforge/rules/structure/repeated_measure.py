"""同一项任务里，相邻的两句不应当重复布置同一件事。

说明: 同一句里相邻的两个分句除“机制”“体系”一类虚泛的词以外完全相同的，报告；
    较短一句的大半（八个字以上）原样出现在相邻的另一句里，余下的只是“机制”“工作”一类虚泛的词的，报告。
理由: 重复布置的事，分工时会落到两处。
改法: 并成一句。

反例:
    完善移送机制。建立和完善跨区域执法协作机制。完善跨区域执法协作、案件分流和案例指导等机制。

反例:
    持续优化公交服务。持续优化公交线网服务。

反例:
    完善固体废物全过程监管机制，完善固体废物全过程监管体系。

正例:
    提升基层服务能力。扎实开展提升基层服务能力专项行动，培训人员100名。
    完善移送机制。完善跨区域执法协作、案件分流和案例指导等机制。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from math import ceil

from planforge.model import Task, Text
from planforge.rules import Finding, Rule, RuleContext

RULE = Rule(
    code="STR008",
    name="相邻两句说同一件事",
    severity="warning",
    authority="实务",
    basis="公文写作惯例：同一内容不重复表述",
)
_NOISE = re.compile(r"[\W_]+")
#: Words in common, and their share of the shorter sentence.
_WORDS, _SHARE = 8, 0.6
#: Characters of a word that is put in.
_PUT_IN = 4
#: No sentence that people write is longer.
_LONGEST = 400
_VERBS = "建立|完善|健全|加强|推进|开展|实施|落实|强化|深化|推动|制定|组织|提升|优化|培育|构建|支持|规范|加快|扩大"
#: A run in common says what is done, not only to what.
_VERB = re.compile(_VERBS)
#: What may be left of the shorter sentence: words that add nothing.
_EMPTY = re.compile(rf"{_VERBS}|进一步|持续|不断|积极|大力|切实|机制|工作|制度|体系|建设|[和与并及]")
_CLAUSE = re.compile(r"[^，。；！？\n]+")
#: Characters that are left of a clause without its empty words.
_TELLING = 5
#: The run is part of the name of what carries it out: 优化服务环境专项行动.
_NAME_GOES_ON = re.compile(r"(?:三年|专项|提升|攻坚)*(?:行动|工程|计划|方案|规划|试点|条例|办法|政策)")


def check(context: RuleContext) -> Iterator[Finding]:
    for task in context.document.walk():
        repeats = list(_repeats(task, context.sentences(task.text)))
        yield from repeats
        yield from (twin for twin in _twins(task) if not any(_is_within(twin.text, each.text) for each in repeats))


def _repeats(task: Task, sentences: Sequence[Text]) -> Iterator[Finding]:
    bare = ((sentence, _NOISE.sub("", sentence.value)) for sentence in sentences)
    for (first, words), (second, following) in pairwise(bare):
        if _heads_a_paragraph(task.text, first, second):
            continue
        common = _common(words, following) or _spun_out(words, following)
        if common:
            place = _both(task.text, first, second)
            yield Finding(place, f"相邻两句都写了“{common}”", task, "并成一句")


def _twins(task: Task) -> Iterator[Finding]:
    """Two clauses side by side that differ in empty words alone."""
    clauses = ((clause, _EMPTY.sub("", clause[0])) for clause in _CLAUSE.finditer(task.text.value))
    for (first, said), (second, repeated) in pairwise(clauses):
        if said == repeated and len(said) >= _TELLING and first[0] != second[0]:
            place = task.text.slice(first.start(), second.end())
            yield Finding(place, f"“{first[0]}”与“{second[0]}”是一回事", task, "并成一句")


def _is_within(text: Text, other: Text) -> bool:
    inner, outer = text.span(), other.span()
    return outer.start <= inner.start and inner.end <= outer.end


def _heads_a_paragraph(text: Text, first: Text, second: Text) -> bool:
    """Whether the first sentence is the name of one of several paragraphs, which the text behind it takes up again."""
    if "\n" not in text.value or len(first) >= len(second):
        return False
    start = text.value.find(first.value)
    return start == 0 or text.value[start - 1] == "\n"


def _common(first: str, second: str) -> str:
    """The longest run that both hold, where it makes up most of the shorter one and names an action."""
    if not first or not second or max(len(first), len(second)) > _LONGEST:
        return ""
    shorter, longer = sorted((first, second), key=len)
    least = max(_WORDS, ceil(_SHARE * len(shorter)))
    if shorter[max(0, len(shorter) - least) : least] not in longer:  # the middle, which every such run holds
        return ""
    block = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    words = first[block.a : block.a + block.size]
    enough = len(words) >= least and _VERB.search(words)
    if not enough or _EMPTY.sub("", shorter.replace(words, "")):
        return ""
    return "" if any(_NAME_GOES_ON.match(each, each.find(words) + len(words)) for each in (first, second)) else words


def _spun_out(first: str, second: str) -> str:
    """The shorter sentence, where the longer one is the same with a word put in; empty where it isn't."""
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) < _WORDS or not 0 < len(longer) - len(shorter) <= _PUT_IN or shorter[:4] != longer[:4]:
        return ""
    changes = [c for c in SequenceMatcher(None, shorter, longer, autojunk=False).get_opcodes() if c[0] != "equal"]
    return shorter if [c[0] for c in changes] == ["insert"] else ""


def _both(text: Text, first: Text, second: Text) -> Text:
    start = text.value.find(first.value)
    return text.slice(start, text.value.find(second.value, start + len(first)) + len(second))
