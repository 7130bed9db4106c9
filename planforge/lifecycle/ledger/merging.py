"""What a cell of the workbook changes in the plan: three sides are held against each other, never merged silently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planforge.lifecycle.ledger.cells import STATUS_WORDS, UNITS, is_list, items, status_of, strange
from planforge.lifecycle.ledger.matching import Match
from planforge.lifecycle.own_words import in_own_words
from planforge.model import Task, Text
from planforge.model.ledger import LEDGER_EDITABLE, LEDGER_FIXED, LEDGER_HEADS, LedgerKey
from planforge.reporters.workbook import LONGEST, fitting
from planforge.schemas.words import writing
from planforge.yaml_io.editing import Value

#: How many characters of a cell a message quotes.
_QUOTED = 40
#: Why an item of a list isn't taken: of time limits, and of units.
_NOT_READ = ("读不出日期。请写成2027年6月底前、每季度这样的时限", "不是单位名称。请写单位，没有的留空")


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that goes into the plan: its place in the workbook, the task, and the words before and after."""

    place: str
    task: str
    heading: str
    key: LedgerKey
    before: str
    after: str
    value: Value


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not taken over: where, and why."""

    place: str
    message: str


def merge(match: Match, prefer_ledger: bool = False) -> Iterator[CellChange | Refusal]:
    """What the cells of a row come to; with `prefer_ledger` the workbook wins where both sides changed."""
    for key in LEDGER_EDITABLE:
        if key in match.row.cells:
            outcome = _cell(match, key, prefer_ledger)
            if outcome:
                yield outcome
    yield from _fixed(match)


def _cell(match: Match, key: LedgerKey, prefer_ledger: bool) -> CellChange | Refusal | None:
    words, now = match.row.cells[key], match.plan[key]
    exported = match.exported[key] if match.exported else None
    if key in match.row.formulas:
        return _refusal(match, key, "是公式，没有读：公式一概不计算。请复制后用“选择性粘贴→数值”换成文字")
    if _says_nothing_new(key, words, now, exported):
        return None
    if why := _unusable(key, words, now):
        return _refusal(match, key, why)
    if not prefer_ledger and _both_changed(key, now, exported):
        return _conflict(match, key, exported)
    return _change(match, key, _meaning(key, words))


def _says_nothing_new(key: LedgerKey, words: str, now: str, exported: str | None) -> bool:
    """Whether a cell says what the plan says, or what was exported; an empty one without a record says nothing."""
    if words in (fitting(now).strip(), exported) or (exported is None and not words):
        return True
    known = [now] if exported is None else [now, exported]
    return _meaning(key, words) in [_meaning(key, each) for each in known]


def _unusable(key: LedgerKey, words: str, now: str) -> str:
    """Why the words of a cell can't go into the plan; empty where they can."""
    if key == "status" and status_of(words) is None:
        return f"写的是“{_short(words)}”，只能是{'、'.join(STATUS_WORDS)}"
    known = _meaning(key, now)
    odd = [each for each in _meaning(key, words) if strange(key, each) and each not in known] if is_list(key) else []
    if odd:
        return f"写的是“{_short('、'.join(odd))}”，{_NOT_READ[key in UNITS]}"
    if fitting(now) != now:
        return f"超过 {LONGEST} 字，台账里只有开头的部分，不能写回。请直接改要点"
    return ""


def _both_changed(key: LedgerKey, now: str, exported: str | None) -> bool:
    """Without a record of the export, a cell may fill what is empty in the plan and change nothing."""
    if exported is None:
        return bool(now)
    return _meaning(key, now) != _meaning(key, fitting(exported))


def _meaning(key: LedgerKey, words: str) -> Value:
    """What words come to, so that 市公安局，市财政局 is no change of 市公安局、市财政局."""
    if is_list(key):
        return items(key, words)
    return (status_of(words) or words) if key == "status" else words


def _change(match: Match, key: LedgerKey, wanted: Value) -> CellChange | Refusal:
    value: Value = writing("status", str(wanted), "zh") if key == "status" and wanted else wanted
    shown = value if isinstance(value, str) else ("、" if key in UNITS else "；").join(value)
    if key in UNITS and match.each.units and not match.each.task.units:
        return _refusal(match, key, "是上一级任务的，这一项自己没有写单位，请在要点里改")
    if isinstance(wanted, tuple):
        stay = _unmovable(match.each.task, key)
        if lost := [name for name in stay if name not in wanted]:
            return _refusal(match, key, f"里的“{'、'.join(lost)}”写在任务的正文里，请在要点的正文里改")
        value = tuple(name for name in wanted if name not in stay)
    return CellChange(match.row.place(key), match.plan["id"], match.plan["heading"], key, match.plan[key], shown, value)


def _unmovable(task: Task, key: LedgerKey) -> tuple[str, ...]:
    """The items of a cell that stand in the task's own sentences."""
    texts: Mapping[str, tuple[Text, ...]] = {
        "lead": task.units.lead,
        "responsible": task.units.responsible,
        "support": task.units.support,
    }
    if key in texts:
        return tuple(text.value for text in texts[key] if in_own_words(text, task))
    found = tuple(deadline.text.value for deadline in task.deadlines if in_own_words(deadline.text, task))
    return found if len(found) == len(task.deadlines) else ()


def _conflict(match: Match, key: LedgerKey, exported: str | None) -> Refusal:
    sides = f"台账是“{_short(match.row.cells[key])}”，要点是“{_short(match.plan[key])}”"
    if exported is None:
        why = f"与要点不同：{sides}。台账里没有导出时的记录，不知道哪一边是新的"
    else:
        why = f"两边都改了：导出时是“{_short(exported)}”，{sides}"
    return _refusal(match, key, f"{why}，没有写入")


def _fixed(match: Match) -> Iterator[Refusal]:
    """Changes in columns that only the plan itself can change."""
    for key in LEDGER_FIXED:
        if match.exported and key in match.row.cells and match.row.cells[key] != match.exported.get(key, ""):
            hint = "请改“完成时限”一列" if key == "due" else "请在要点里改"
            yield _refusal(match, key, f"改成了“{_short(match.row.cells[key])}”，这一列不写回要点，{hint}")


def _refusal(match: Match, key: LedgerKey, why: str) -> Refusal:
    task = f"{match.plan['id']} {_short(match.plan['heading'])}"
    return Refusal(match.row.place(key), f"{task}：{LEDGER_HEADS[key]}{why}")


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1] + "…"
