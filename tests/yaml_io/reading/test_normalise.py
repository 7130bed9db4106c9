"""Records with the same keys are read in one way; what each of them says is its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planforge.model import Task
from planforge.yaml_io import load

KEYS = {
    "heading": ("标题", "题目", "heading"),
    "text": ("内容", "正文", "text"),
    "closing": ("结尾", "closing"),
    "progress": ("进展", "progress"),
}
VALUES = st.sampled_from(["建园区", "办展会", "~", '""', '"建园区"', "12"])
RECORDS = st.lists(st.tuples(st.sampled_from(sorted(KEYS)), st.integers(0, 2), VALUES), min_size=1, max_size=6)


def written(record: list[tuple[str, int, str]]) -> str:
    pairs = [f"{KEYS[key][turn % len(KEYS[key])]}: {value}" for key, turn, value in record]
    return "      - " + "\n        ".join(pairs)


def tasks(*records: list[tuple[str, int, str]]) -> tuple[Task, ...]:
    lines = ["标题: 要点", "部分:", "  - 标题: 工作", "    任务:", *map(written, records)]
    (section,) = load("\n".join(lines).encode(), "plan.yaml").document.sections
    return section.tasks


def said(record: list[tuple[str, int, str]]) -> dict[str, str]:
    """What a record says of each key: the first time that it is there counts, and nothing is said by ~."""
    first = {key: value for key, _, value in reversed(record)}
    return {key: first.get(key, "").strip('"~') for key in KEYS}


@given(st.lists(RECORDS, min_size=1, max_size=4))
def test_every_task_says_what_is_written_in_it_in_whatever_keys_and_order(
    records: list[list[tuple[str, int, str]]],
) -> None:
    read = tasks(*records)
    assert [said(record) for record in records] == [
        {"heading": t.heading.value, "text": t.text.value, "closing": t.closing.value, "progress": t.progress}
        for t in read
    ]


def test_a_key_written_twice_is_told_of_each_of_the_tasks_that_have_it() -> None:
    again = "\n".join(["标题: 要点", "部分:", *["  - 标题: 工作\n    题目: 活动"] * 3])
    found = load(again.encode(), "plan.yaml").diagnostics
    assert [(each.code, each.span.start.line) for each in found] == [("Y004", 4), ("Y004", 6), ("Y004", 8)]
    assert "第一次在第 5 行" in found[1].message
