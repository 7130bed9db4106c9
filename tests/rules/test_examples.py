"""Every rule's manual page is its test: each 反例 gives the rule's code, no 正例 does.

What is said of the 反例 is kept in tests/data/rules/messages.txt. `pytest tests/rules/test_examples.py --renew` writes
it anew: look at what `git diff` shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import indent

import pytest

from planforge.engine import LoadedRule, load_rules, run
from planforge.model import SEVERITY_NAMES, Diagnostic, Document, Roster, RosterUnit
from planforge.rules import RuleContext, RuleSelection
from planforge.rules._page import read_page
from planforge.yaml_io import load

Make = Callable[..., RuleContext]
MESSAGES = Path(__file__).resolve().parent.parent / "data" / "rules" / "messages.txt"

_PART = re.compile(r"^--- # (.+)\n", re.M)
_WRAPPED = """标题: 2027年示例市知识产权工作要点
年度: 2027
部分:
  - 标题: 主要任务
    任务:
      - 标题: 示例任务
        内容: |
{text}
"""


def examples(kind: str) -> list[tuple[LoadedRule, str]]:
    return [(loaded, example) for loaded in load_rules() for example in getattr(read_page(loaded.page), kind)]


def name(value: object) -> str:
    return value.rule.code if isinstance(value, LoadedRule) else ""


@pytest.mark.parametrize(("loaded", "example"), examples("bad"), ids=name)
def test_a_bad_example_is_found(loaded: LoadedRule, example: str, format_example: Make) -> None:
    assert loaded.rule.code in codes(loaded, example, format_example)


@pytest.mark.parametrize(("loaded", "example"), examples("good"), ids=name)
def test_a_good_example_passes(loaded: LoadedRule, example: str, format_example: Make) -> None:
    assert loaded.rule.code not in codes(loaded, example, format_example)


def test_each_bad_example_is_told_in_the_words_agreed_on(request: pytest.FixtureRequest, format_example: Make) -> None:
    lines = (line for loaded, example in examples("bad") for line in _told(loaded, example, format_example))
    told = "".join(f"{line}\n" for line in lines)
    if request.config.getoption("--renew"):
        MESSAGES.write_text(told, encoding="utf-8")
    assert told == MESSAGES.read_text(encoding="utf-8")


def _told(loaded: LoadedRule, example: str, format_example: Make) -> Iterator[str]:
    """The findings as a clerk reads them: place, level, message, advice, and what a fix would write."""
    for found in diagnostics(loaded, example, format_example):
        if found.code == loaded.rule.code:
            start, place = found.span.start, f"（{found.where}）" if found.where else ""
            yield f"{found.code} {start.line}:{start.column} {SEVERITY_NAMES[found.severity]} {found.message}{place}"
            yield f"    改法：{found.advice}"
            if found.fix:
                yield f"    改为：{'、'.join(repr(edit.text) for edit in found.fix.edits)}"


def test_every_rule_has_both_kinds_of_example() -> None:
    for loaded in load_rules():
        page = read_page(loaded.page)
        assert page.bad and page.good, loaded.rule.code


def codes(loaded: LoadedRule, example: str, format_example: Make) -> set[str]:
    return {found.code for found in diagnostics(loaded, example, format_example)}


def diagnostics(loaded: LoadedRule, example: str, format_example: Make) -> tuple[Diagnostic, ...]:
    """What is found in an example: a plan, and behind `--- # 名称` its directives, or its 单位名录.

    Those of format rules say how a Word file is set.
    """
    if loaded.rule.code.startswith("F"):
        return run(format_example(example, _selection(loaded, {})))
    plan, *rest = _PART.split(example + "\n")
    others = dict(zip(rest[::2], rest[1::2], strict=True))
    roster = _roster(others.pop("单位名录", ""))
    document = _document(plan, "要点.yaml")
    context = RuleContext(document, _trace(document, others), roster, _selection(loaded, others))
    return run(context)


def _selection(loaded: LoadedRule, others: dict[str, str]) -> RuleSelection:
    needed = (loaded.rule.code, "DDL002") if loaded.rule.last else (loaded.rule.code,)
    return RuleSelection(select=needed)


def _document(source: str, file: str) -> Document:
    if not re.match(r"[\w ]+: ", source):
        source = _WRAPPED.format(text=indent(source, " " * 10))
    reading = load(source.encode(), file)
    assert not reading.diagnostics, reading.diagnostics
    return reading.document


def _roster(source: str) -> Roster | None:
    units = []
    for line in filter(None, source.splitlines()):
        official, _, former = line.removeprefix("- ").partition("，原")
        units.append(RosterUnit(official, former=(former,) if former else ()))
    return Roster(tuple(units)) if units else None


def _trace(plan: Document, directives: dict[str, str]) -> object:
    if not directives:
        return None
    from planforge.coverage import trace

    return trace(plan, [(alias, _document(source, f"{alias}.yaml")) for alias, source in directives.items()])
