"""What stands around the tasks: title, number, issuers, dates, the notice, 版记."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planforge.lifecycle.fingerprints import plain
from planforge.lifecycle.surroundings import PART_NAMES, parts
from planforge.lifecycle.sync.findings import Findings
from planforge.lifecycle.sync.history import History
from planforge.lifecycle.sync.trees import Three
from planforge.lifecycle.sync.wording import spaced_like
from planforge.text.days import written_day
from planforge.yaml_io.editing import Revision, Value

_LISTS = frozenset({"issuers", "signers", "posts", "imprint.copies"})
_DATES = frozenset({"issued", "imprint.printed"})
#: What stands in the head, each on lines of its own: a reader that misses one may have lost its way there.
_OF_HEAD = frozenset({"title", "doc_number", "signers", "recipients", "notice.title", "notice.recipients"})


@dataclass(frozen=True, slots=True)
class _Change:
    """A part whose words differ, by its name."""

    name: str
    plan: str
    edited: str


def revision_of(three: Three, history: History, findings: Findings, dates: Mapping[str, str], words: str) -> Revision:
    """The new values of the parts.

    `dates` are the plan's as its author wrote them, which shows how he writes dates; `words` are all that the edited
    file says. What isn't taken back is told in `findings`.
    """
    said = plain(words)
    values: dict[str, Value] = {}
    records: dict[str, dict[str, Value]] = {}
    for change in _changes(three):
        if not _stays(change, three, history, findings, said):
            record, _, key = change.name.rpartition(".")
            home = records.setdefault(record, {}) if record else values
            home[key] = _value(change, dates)
    return Revision(values, {name: Revision(each) for name, each in records.items()})


def _stays(change: _Change, three: Three, history: History, findings: Findings, said: str) -> bool:
    """Whether the plan keeps its own words, which is told with the reason."""
    name = PART_NAMES[change.name]
    side = history.side_of_part(change.name, change.plan, change.edited)
    if side == "both":
        findings.conflicts.append(f"{name}：要点里和 Word 稿里都改过，没有动，请对照着手工改。")
    elif side == "plan":
        findings.kept.append(f"{name}：要点里后来改过，Word 稿里没有改，予以保留。")
    elif _is_missed(change, said):
        findings.kept.append(f"{name}：Word 稿里还有这几个字，但认不出是{name}，不当作删去，予以保留。")
    elif not change.edited and not history.is_known:
        findings.kept.append(f"{name}：Word 稿里没有，不当作删去，予以保留。")
    elif change.name.startswith("notice.") and three.plan.notice is None:
        findings.left.append(f"{name}由模板生成，Word 稿里的改动没有取回；要用自己的写法，请写“通知”。")
    else:
        return False
    return True


def _is_missed(change: _Change, said: str) -> bool:
    """Whether a part of the head still stands in the file and is only not read as that."""
    gone = change.name in _OF_HEAD and not change.edited
    return gone and all(plain(words) in said for words in change.plan.split("、"))


def _changes(three: Three) -> Iterator[_Change]:
    """The notice's recipients are the document's where the plan writes none of its own."""
    plan, printed, edited = (dict(parts(document)) for document in (three.plan, three.printed, three.edited))
    if not plan["notice.recipients"]:
        for said in (printed, edited):
            said.pop("notice.recipients")
    for name in printed:
        if name in edited and plain(printed[name]) != plain(edited[name]):
            yield _Change(name, plan[name], edited[name])


def _value(change: _Change, dates: Mapping[str, str]) -> Value:
    if change.name in _LISTS:
        return tuple(change.edited.split("、")) if change.edited else ()
    if change.name in _DATES and change.edited and "年" in dates.get(change.name, "年"):
        return written_day(datetime.date.fromisoformat(change.edited))
    return spaced_like(change.plan, change.edited)
