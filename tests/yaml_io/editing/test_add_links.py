"""Links are written into a plan's file and nothing else in it changes."""

from __future__ import annotations

import codecs
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.model import InputError, Link
from planforge.yaml_io import load
from planforge.yaml_io.editing import add_links
from planforge.yaml_io.editing.add_links import merged

NEW = Link("省意见", "3.2", "3fa1c2")
OTHER = Link("市 规划", "4.10/1", "0a1b2c")
HEAD = "# 一份要点\n标题:   '2027年示例市工作要点'   # 标题\n部分:\n- 标题: 强化保护\n  任务:\n"


def linked(task: str, *links: Link) -> str:
    """The task, the first of its section, after the links were written; `task` is indented by four blanks."""
    source = HEAD + task
    after = add_links(source.encode(), "要点.yaml", {"1.1": links or (NEW,)}).decode()
    assert after.startswith(HEAD)
    return after.removeprefix(HEAD)


def test_a_task_without_links_gets_a_line_of_its_own() -> None:
    task = "    - 标题: 建库   # 注释\n      牵头单位: [甲, 乙]   # 名单\n\n    # 后面的注释\n    - 标题: 乙\n"
    assert linked(task) == task.replace("# 名单\n", "# 名单\n      落实: [{条目: 省意见#3.2, 已阅: 3fa1c2}]\n")


def test_links_stand_before_nested_tasks() -> None:
    task = "    - 标题: 建库\n      任务:\n        - 标题: 细项\n"
    assert linked(task).splitlines()[1] == "      落实: [{条目: 省意见#3.2, 已阅: 3fa1c2}]"


def test_english_keys_stay_english() -> None:
    task = "    - heading: 建库\n      text: 建库。\n"
    assert linked(task).endswith("\n      implements: [{to: 省意见#3.2, seen: 3fa1c2}]\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("落实: 市规划#1.1  # 注", "落实: [市规划#1.1, {条目: 省意见#3.2, 已阅: 3fa1c2}]  # 注"),
        ("落实: 市规划#1.1、市规划#1.2", "落实: [市规划#1.1, 市规划#1.2, {条目: 省意见#3.2, 已阅: 3fa1c2}]"),
        ("落实: '省意见#3.2'", "落实: [{条目: 省意见#3.2, 已阅: 3fa1c2}]"),
        ("落实:", "落实: [{条目: 省意见#3.2, 已阅: 3fa1c2}]"),
        ("落实: []", "落实: [{条目: 省意见#3.2, 已阅: 3fa1c2}]"),
        ("落实: ~", "落实: [{条目: 省意见#3.2, 已阅: 3fa1c2}]"),
        ("落实: [ 市规划#1.1 , ]", "落实: [ 市规划#1.1, {条目: 省意见#3.2, 已阅: 3fa1c2} , ]"),
        ('落实: ["省意见#3.2", 甲#1]', "落实: [{条目: 省意见#3.2, 已阅: 3fa1c2}, 甲#1]"),
        ("落实: [{to: 省意见#3.2, seen: aaaaaa}]", "落实: [{to: 省意见#3.2, seen: 3fa1c2}]"),
        ("落实: {条目: 省意见#3.2}", "落实: {条目: 省意见#3.2, 已阅: 3fa1c2}"),
        ("落实: {条目: 甲#1}", "落实: [{条目: 甲#1}, {条目: 省意见#3.2, 已阅: 3fa1c2}]"),
        ("implements: 甲#1", "implements: [甲#1, {to: 省意见#3.2, seen: 3fa1c2}]"),
        (
            "落实:\n      - 甲#1   # 注\n      # 说明",
            "落实:\n      - 甲#1   # 注\n      - {条目: 省意见#3.2, 已阅: 3fa1c2}\n      # 说明",
        ),
        (
            "落实:\n        - 条目: 省意见#3.2\n          已阅: aaaaaa  # 旧\n        - 甲#1",
            "落实:\n        - 条目: 省意见#3.2\n          已阅: 3fa1c2  # 旧\n        - 甲#1",
        ),
        (
            "落实:\n        - 条目: 省意见#3.2  # 注\n        - 甲#1",
            "落实:\n        - 条目: 省意见#3.2  # 注\n          已阅: 3fa1c2\n        - 甲#1",
        ),
        (
            "落实:\n        条目: 甲#1\n        已阅: aaaaaa",
            "落实:\n        - 条目: 甲#1\n          已阅: aaaaaa\n        - {条目: 省意见#3.2, 已阅: 3fa1c2}",
        ),
    ],
)  # fmt: skip
def test_links_follow_those_that_are_there_in_their_own_style(before: str, after: str) -> None:
    task = f"    - 标题: 建库\n      {before}\n      内容: |\n        正文。\n"
    assert linked(task) == task.replace(before, after)


def test_a_record_that_stands_alone_becomes_a_list_when_it_gets_its_fingerprint_and_a_neighbour() -> None:
    task = "    - 标题: 建库\n      落实:\n        条目: 省意见#3.2\n"
    assert linked(task, NEW, OTHER).splitlines()[2:] == [
        "        - 条目: 省意见#3.2",
        "          已阅: 3fa1c2",
        "        - {条目: 市 规划#4.10/1, 已阅: 0a1b2c}",
    ]


def test_tasks_in_braces_and_tasks_of_bare_words_become_records() -> None:
    assert linked("    - {标题: 建库, 内容: 建库。}\n").strip() == (
        "- {标题: 建库, 内容: 建库。, 落实: [{条目: 省意见#3.2, 已阅: 3fa1c2}]}"
    )
    assert linked("    - 建库：设[一]处  # 注\n").strip() == (
        "- {标题: '建库：设[一]处', 落实: [{条目: 省意见#3.2, 已阅: 3fa1c2}]}  # 注"
    )


def test_a_file_without_a_last_line_end_gets_none_at_its_end() -> None:
    assert linked("    - 标题: 建库").endswith("建库\n      落实: [{条目: 省意见#3.2, 已阅: 3fa1c2}]")


@pytest.mark.parametrize(
    "task",
    [
        "    - 标题: 建库\n\t  内容: 制表符\n",
        "    - 标题: 建库\n      落实: |\n        甲#1\n",
        "    - 标题: 建库\n      落实: &a [甲#1]\n    - 标题: 乙\n      落实: *a\n",
        "    - &t {标题: 建库}\n    - *t\n",
    ],
)
def test_what_cannot_be_edited_safely_is_refused(task: str) -> None:
    with pytest.raises(InputError):
        linked(task)


KEYS = st.sampled_from(
    ["标题: 建库", "内容: |\n        一是建库。\n\n        二是入库。\n", "牵头单位: 甲  # 注", "完成时限:"]
)
LINKS = st.sampled_from(
    ["", "落实: 甲#1", '落实: ["甲#1",  省意见#3.2]', "落实:\n      - 甲#1\n      - {to: 省意见#3.2}  # 注\n", "落实: ",
     "implements: {to: 甲#1, seen: aaaaaa}", "落实:\n          条目: 省意见#3.2\n", "对应: 甲#1；省意见#3.2"]
)  # fmt: skip
#: The keys of a task, and its links as a clerk may write them.
_Form = tuple[list[str], str]
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16-le"])


@given(
    before=st.lists(st.tuples(st.lists(KEYS, min_size=1, unique=True), LINKS), max_size=2),
    keys=st.lists(KEYS, min_size=1, unique=True),
    link=LINKS,
    behind=st.lists(st.tuples(st.lists(KEYS, min_size=1, unique=True), LINKS), max_size=2),
    chosen=st.lists(st.sampled_from([NEW, OTHER, Link("甲", "1", "cccccc")]), min_size=1, unique=True),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=ENCODINGS,
)
def test_the_document_loads_equal_but_for_its_links_and_all_else_stays(
    before: list[_Form], keys: list[str], link: str, behind: list[_Form],
    chosen: list[Link], line_end: str, encoding: str,
) -> None:  # fmt: skip
    head = HEAD + "".join(_task(*form) for form in before) + _task(keys, "")
    written = f"      {link}\n".replace("\n\n", "\n") if link else ""
    tail = "".join(_task(*form) for form in behind)
    mark = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else b""
    source = mark + (head + written + tail).replace("\n", line_end).encode(encoding)
    old = load(source, "要点.yaml").document.sections[0].tasks
    place = len(before)
    after = add_links(source, "要点.yaml", {old[place].id: chosen})
    new = load(after, "要点.yaml").document.sections[0].tasks
    assert new[place].implements == merged(old[place].implements, chosen)
    assert [replace(task, implements=()) for task in new] == [replace(task, implements=()) for task in old]
    assert [task.implements for task in new if task.id != new[place].id] == [
        task.implements for task in old if task.id != old[place].id
    ]
    assert after.startswith(mark + head.replace("\n", line_end).encode(encoding).rstrip())
    assert after.endswith(tail.replace("\n", line_end).encode(encoding.removesuffix("-sig")))


def _task(keys: list[str], link: str) -> str:
    first, *rest = [*keys, link] if link else keys
    return "".join([f"    - {first}\n", *(f"      {line}\n" for line in rest)]).replace("\n\n", "\n")


def test_bytes_outside_the_edit_are_the_same_in_gbk_with_windows_line_ends() -> None:
    source = (HEAD + "    - 标题: 建库\n      内容: 建库。\n").replace("\n", "\r\n").encode("gb18030")
    after = add_links(source, "要点.yaml", {"1.1": [NEW]})
    assert after == source + "      落实: [{条目: 省意见#3.2, 已阅: 3fa1c2}]\r\n".encode("gb18030")


def test_nothing_to_write_leaves_every_byte() -> None:
    source = (HEAD + "    - 标题: 建库\n").encode()
    assert add_links(source, "要点.yaml", {}) == source
