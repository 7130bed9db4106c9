"""Every row of the word lists does what it says: the wrong word is told, what is put in its place is let be."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from planforge.engine import load_rules
from planforge.model import Document, Section, Task, Text, Units
from planforge.rules import RuleContext
from planforge.rules._confusions import confusions
from planforge.rules._lexicon import lexicon

CHECKS = {loaded.rule.code: loaded.check for loaded in load_rules()}
MISSPELT = {"WRD001": "misspelt", "WRD011": "scanned"}
SAID_OTHERWISE = {"WRD003": "redundant", "WRD008": "fixed_expressions"}


def told(code: str, words: Iterable[str]) -> list[str]:
    """What a rule finds in a text that has a line for each of the words."""
    lines = "\n".join(f"说明：{word}。" for word in words)
    document = Document(sections=(Section(text=Text(lines)),))
    return [finding.text.value for finding in CHECKS[code](RuleContext(document))]


def told_of_units(code: str, *units: str) -> int:
    tasks = tuple(Task(units=Units(lead=(Text(f"示例市{unit}"),))) for unit in units)
    return len(list(CHECKS[code](RuleContext(Document(year=2027, sections=(Section(tasks=tasks),))))))


@pytest.mark.parametrize("code", MISSPELT)
def test_every_misspelt_word_is_told_and_its_right_form_is_not(code: str) -> None:
    rows = {wrong: entry.better for wrong, entry in confusions(MISSPELT[code]).items()}
    assert told(code, rows) == list(rows)
    assert told(code, rows.values()) == []


@pytest.mark.parametrize("code", SAID_OTHERWISE)
def test_every_phrase_is_told_whole_and_the_better_one_is_not(code: str) -> None:
    rows = lexicon(SAID_OTHERWISE[code])
    assert told(code, rows) == list(rows)
    assert told(code, rows.values()) == []


def test_every_abolished_law_is_told_and_what_replaced_it_is_not() -> None:
    rows = lexicon("abolished")
    assert len(told("CIT005", (f"依照《中华人民共和国{law}》办理" for law in rows))) == len(rows)
    assert told("CIT005", (f"依照《{law}》办理" for law in rows.values())) == []


@pytest.mark.parametrize("group", lexicon("unit_variants"), ids=lambda group: group[0])
def test_every_short_name_is_told_beside_the_full_one(group: list[str]) -> None:
    full, *shorts = group
    assert [short for short in shorts if told_of_units("UNI006", full, full, short) != 1] == []


def test_every_former_name_is_told_and_none_in_force_is() -> None:
    rows = lexicon("former_units")
    assert [name for name in rows if not told_of_units("UNI005", name)] == []
    assert [now for now, *_ in rows.values() if told_of_units("UNI005", now)] == []
