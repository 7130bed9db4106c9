"""Links and exceptions of the plan that lead nowhere: whatever they were meant for counts as if nobody named it."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import BrokenLink, Trace

BROKEN = "指空的对应关系"
_REASONS = {"directive": "没有这份上级文件", "item": "没有这个条目"}
#: As many ids as help; the rule on such links names no more either.
_NEAREST = 3


def broken_links(trace: Trace) -> Iterator[BrokenLink]:
    """What is no link at all (no name before the #, or nothing behind it) is the reader's to tell."""
    return (link for link in trace.broken if link.directive and link.item)


def broken_words(trace: Trace) -> Iterator[str]:
    """Each of them as `words_of` has it."""
    return map(words_of, broken_links(trace))


def words_of(link: BrokenLink) -> str:
    """A link in words: 省意见#7.25（5.2 营造保护氛围）：没有这个条目，最接近的是 7.20、7.21."""
    place = f"{link.task.id} {link.task.heading}".strip() if link.task else "不涉及"
    nearest = f"，最接近的是 {'、'.join(link.nearest[:_NEAREST])}" if link.nearest else ""
    return f"{link.directive}#{link.item}（{place}）：{_REASONS[link.reason]}{nearest}"
