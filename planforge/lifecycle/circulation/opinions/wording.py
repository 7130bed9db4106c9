"""Changes and comments in the words of a 意见汇总表."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from planforge.model.opinions import Rewording
from planforge.ooxml.review.threads import Remark, Thread

_SENTENCE = re.compile(r"[^。；！？\n]*(?:[。；！？]+[”’」』）)》]*|\n+|$)")
#: The words before an insertion that tell where it goes: those behind the last stop, or else the last few characters.
_CONTEXTS = (re.compile(r"[^，。；、：！？\n]{2,10}$"), re.compile(r"[^\n]{1,10}$"))
_LONGEST_QUOTE = 60
#: A replacement of fewer characters is shown with the words around it: “10”改为“20” tells nobody what of.
_TELLING = 4
_CLAUSE = re.compile(r"[^，。；、：！？\n]{0,10}")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence, or part closed by ；, begins and ends; line breaks belong to none."""
    found = [(match.start(), match.start() + len(match[0].rstrip("\n"))) for match in _SENTENCE.finditer(text)]
    return tuple((start, stop) for start, stop in found if start < stop)


def around(text: str, start: int, stop: int) -> tuple[int, int]:
    """The sentences that `[start:stop]` touches; an insertion at the end of one belongs to it."""
    touched = [each for each in sentences(text) if each[0] < stop and start < each[1]]
    touched = touched or [each for each in sentences(text) if each[0] < stop <= each[1] or stop == each[0]][:1]
    if not touched:
        return start, stop
    return min(start, touched[0][0]), max(stop, touched[-1][1])


def changes_in_words(text: str, changes: Iterable[Rewording]) -> str:
    """Each change on a line: “6月底前”改为“9月底前”."""
    return "\n".join(_change(text, each) for each in changes)


def _change(text: str, change: Rewording) -> str:
    old, new = _on_one_line(text[change.start : change.stop]), _on_one_line(change.text)
    before = next(filter(None, (each.search(text[: change.start]) for each in _CONTEXTS)), None)
    if old and new:
        left = before[0] if before and before.re is _CONTEXTS[0] and len(old) < _TELLING else ""
        behind = _CLAUSE.match(text, change.stop) if len(old) < _TELLING else None
        right = behind[0] if behind else ""
        return f"“{left}{old}{right}”改为“{left}{new}{right}”"
    if old:
        return f"删去“{old}”"
    whole = change.text.startswith("\n") or change.text.endswith("\n")
    place = f"“{before[0]}”后" if before else "本段前" if whole else "开头"
    if not new:
        return f"在{place}另起一段"
    return f"在{place}增加{'一段' if whole else ''}“{new}”"


def list_in_words(base: Sequence[str], wanted: Sequence[str], name: str) -> str:
    """A changed list of units, time limits or targets."""
    old, new = "、".join(base), "、".join(wanted)
    if not old:
        return f"增加{name}“{new}”"
    return f"{name}“{old}”改为“{new}”" if new else f"删去{name}“{old}”"


def thread_in_words(thread: Thread, quoted: str) -> str:
    """A comment behind the words that it is about, its replies below."""
    return "\n".join(_thread_lines(thread, quoted))


def _thread_lines(thread: Thread, quoted: str) -> Iterator[str]:
    quote = _on_one_line(quoted)
    short = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[: _LONGEST_QUOTE // 2]}……{quote[-10:]}"
    settled = "（已标记为解决）" if thread.settled else ""
    yield f"（对“{short}”）{settled}{thread.comment.text}" if short else settled + thread.comment.text
    yield from (f"回复（{_name(reply)}）：{reply.text}" for reply in thread.replies)


def _name(remark: Remark) -> str:
    return remark.author or "未署名"


def _on_one_line(words: str) -> str:
    return "／".join(part.strip() for part in words.split("\n") if part.strip())
