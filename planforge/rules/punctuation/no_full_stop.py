"""正文段落的末尾应当有句末标点。

说明: 正文以汉字结尾、没有句号的，报告；标题和只有短语的条目（不含逗号、句号）不报。
    以逗号、顿号结尾的也报告；以分号结尾、同一层别的项都不这样的，也报告（各项都用分号、最后一项用句号的，是一种写法）。
理由: 多由漏打或者漏字、断页造成，后面可能丢了内容。
改法: 补上句号；先核对后面有没有丢字。

反例:
    建立台账，按月通报进展情况

反例:
    建立台账，按月通报进展情况，

正例:
    建立台账，按月通报进展情况。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planforge.model import Document, Edit, Fix, Task
from planforge.rules import Finding, Passage, Rule, RuleContext, rewrite
from planforge.rules._scan import HAN

RULE = Rule(
    code="PUN011",
    name="段末没有标点",
    severity="warning",
    authority="国标",
    basis="GB/T 15834-2011，4.1：句末用句号、问号或叹号",
)
_OPEN_END = re.compile(rf"[{HAN}]{{4}}\Z")
_INNER_MARKS = "，。；"
_NO_END = ("，", "、", ",")
_SEMICOLONS = ("；", ";")


def check(context: RuleContext) -> Iterator[Finding]:
    alone = _alone_with_semicolon(context.document)
    for passage in context.passages:
        if passage.is_label or isinstance(passage.at, str):
            continue
        value = passage.value.strip()
        if _is_open(value):
            yield _finding(passage)
        elif value.endswith(_NO_END) or (id(passage.at) in alone and value.endswith(_SEMICOLONS)):
            yield _broken_off(passage)


def _alone_with_semicolon(document: Document) -> set[int]:
    """Ids of the leaves that end with a semicolon where no other of their level does: no list of items."""
    levels = (document.sections, *(node.tasks for node in document.walk() if node.tasks))
    found = (([task for task in level if task.text.value.rstrip().endswith(_SEMICOLONS)], level) for level in levels)
    return {id(ended[0]) for ended, level in found if len(ended) == 1 and not _goes_on(ended[0], level)}


def _goes_on(task: Task, level: Sequence[Task]) -> bool:
    """Whether something follows a node's semicolon: what is below it, or the other of two items without headings."""
    return bool(task.tasks) or (len(level) == 2 and task is level[0] and not task.heading.value)


def _broken_off(passage: Passage) -> Finding:
    last = passage.text.strip()
    words, mark = last.slice(max(0, len(last) - 5)), last.slice(len(last) - 1)
    message = f"段末“{words.value}”后面没有下文"
    return Finding(words, message, passage.at, "改成句号；先核对有没有丢字", rewrite(mark, "。", safe=False))


def _is_open(value: str) -> bool:
    """Whether the last paragraph is made of sentences and breaks off."""
    last = value[value.rfind("\n") + 1 :]
    return bool(_OPEN_END.search(last, max(0, len(last) - 4))) and any(mark in last for mark in _INNER_MARKS)


def _finding(passage: Passage) -> Finding:
    last = passage.text.strip()
    words = last.slice(max(0, len(last) - 4))
    end = last.slice(len(last) - 1)
    fix = Fix("补上“。”", safe=False, edits=(Edit(end.span(), end.value + "。", end.value),))
    return Finding(words, f"段末“{words.value}”后面没有标点", passage.at, "补上句号；先核对有没有丢字", fix)
