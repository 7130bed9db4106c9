"""A comparison for a terminal: each change with its place, and the words that went and came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.model import StatusChange
from planforge.model.changes import Comparison, ItemChange, NodeChange, Pieces
from planforge.reporters.changes import change_lines, changes_summary
from planforge.reporters.diff._counts import KIND_NAMES, changed, name, place, summary
from planforge.reporters.paint import paint
from planforge.reporters.width import crop

#: Of words that stayed so many characters are shown before and behind a change.
_AROUND = 12


def report(comparison: Comparison, *, colour: bool = False) -> str:
    """Changes in the order of the second document; `[-…-]` went, `{+…+}` came (red and green on a terminal)."""
    before, after = comparison.before, comparison.after
    lines = [f"前：《{before.title.value}》（{before.file}）", f"后：《{after.title.value}》（{after.file}）"]
    told = changes(comparison, colour=colour)
    lines += [*told, *([""] if told[-1] else []), *_coverage(comparison.coverage)]
    return "\n".join(lines).rstrip("\n") + "\n"


def changes(comparison: Comparison, *, colour: bool = False) -> list[str]:
    """The changes alone, a summary first."""
    lines = [summary(comparison), "", *(f"{part.name}  {_words(part.words, colour)}" for part in comparison.parts)]
    for change in changed(comparison):
        lines += _change(change, colour)
    return lines


def _change(change: NodeChange, colour: bool) -> Iterator[str]:
    kinds = "、".join(KIND_NAMES[kind] for kind in change.kinds)
    yield f"【{kinds}】{place(change)}  {crop(name(change), 60)}"
    if change.before and change.after:
        for pieces in (change.heading, change.text):
            if any(state != "same" for state, _ in pieces):
                yield f"    {_words(pieces, colour)}"
    yield from (f"    {_item(item)}" for item in change.items)


def _item(item: ItemChange) -> str:
    """Before and after; what has no other side stands beside what stays, and came or went."""
    gone, new = "、".join(item.gone), "、".join(item.new)
    if gone and new:
        return f"{item.name}：{gone} → {new}"
    return f"{item.name}：新增 {new}" if new else f"{item.name}：删去 {gone}"


def _words(pieces: Pieces, colour: bool) -> str:
    last = len(pieces) - 1
    parts = [
        _shortened(words, turn > 0, turn < last) if state == "same" else _marked(state, words, colour)
        for turn, (state, words) in enumerate(pieces)
    ]
    return "".join(parts).replace("\n", "⏎")


def _marked(state: str, words: str, colour: bool) -> str:
    if colour:
        return paint(words, "struck" if state == "gone" else "green")
    return f"[-{words}-]" if state == "gone" else f"{{+{words}+}}"


def _shortened(words: str, has_before: bool, has_after: bool) -> str:
    """Words that stayed, as far as they stand next to a change."""
    head = words[:_AROUND] if has_before else ""
    tail = words[-_AROUND:] if has_after else ""
    return words if len(words) <= len(head) + len(tail) + 2 else f"{head}…{tail}"


def _coverage(changes: Sequence[StatusChange] | None) -> Iterator[str]:
    if changes is not None:
        yield "对落实上级文件的影响：" + changes_summary(changes).partition("：")[2]
        yield from change_lines(changes)
