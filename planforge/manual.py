"""The rules' manual: a page for each code, and the index of all of them."""

from __future__ import annotations

from difflib import get_close_matches

from planforge.engine import LoadedRule, load_rules
from planforge.model import SEVERITY_NAMES, InputError
from planforge.rules._page import read_page
from planforge.rules._reader_codes import ReaderCode, reader_codes


def explain(code: str) -> str:
    """The page of a code, in plain text. Raises InputError, with the nearest codes, when there is none."""
    wanted = code.strip().upper()
    for loaded in load_rules():
        if loaded.rule.code == wanted:
            return _rule_page(loaded)
    if wanted in reader_codes():
        return _reader_page(wanted, reader_codes()[wanted])
    nearest = [each for each in codes() if each.startswith(wanted)] or get_close_matches(wanted, codes(), cutoff=0.5)
    hint = "；相近的有" + "、".join(nearest) if nearest else ""
    raise InputError(f"没有编号为“{code}”的规则{hint}。用“planforge explain”不带编号列出全部规则。")


def codes() -> tuple[str, ...]:
    """Every code that a finding can have."""
    return tuple(sorted([*(loaded.rule.code for loaded in load_rules()), *reader_codes()]))


def titles() -> dict[str, str]:
    """What each code is called."""
    rules = {loaded.rule.code: loaded.rule.name for loaded in load_rules()}
    return {**{code: entry.name for code, entry in reader_codes().items()}, **rules}


def index() -> str:
    """All codes as a table in Markdown."""
    rules = [loaded.rule for loaded in load_rules()]
    rows = [[r.code, r.name, SEVERITY_NAMES[r.severity], r.authority, r.basis] for r in rules]
    rows += [[code, e.name, SEVERITY_NAMES[e.severity], "—", "读入文件"] for code, e in reader_codes().items()]
    lines = ["| 编号 | 名称 | 级别 | 性质 | 依据 |", "|---|---|---|---|---|"]
    lines += [f"| {' | '.join(row)} |" for row in sorted(rows)]
    return "\n".join(lines) + "\n"


def _rule_page(loaded: LoadedRule) -> str:
    rule, page = loaded.rule, read_page(loaded.page)
    lines = [f"{rule.code} {rule.name}", "", page.headline, ""]
    lines += [f"级别：{SEVERITY_NAMES[rule.severity]}", f"依据：{rule.basis}（{rule.authority}）"]
    lines += [f"{name}：{text}" for name, text in page.prose]
    lines += [f"选项：{name}，默认 {_shown(value)}" for name, value in rule.options.items()]
    for name, examples in (("反例", page.bad), ("正例", page.good)):
        for example in examples:
            lines += ["", f"{name}：", *(f"    {line}".rstrip() for line in example.splitlines())]
    return "\n".join(lines) + "\n"


def _reader_page(code: str, entry: ReaderCode) -> str:
    lines = [f"{code} {entry.name}", "", f"级别：{SEVERITY_NAMES[entry.severity]}"]
    return "\n".join([*lines, f"说明：{entry.meaning}", f"改法：{entry.advice}"]) + "\n"


def _shown(value: object) -> str:
    if isinstance(value, tuple | list):
        return "、".join(map(str, value)) or "无"
    return str(value)
