"""The real documents beside the checkout, held against a careful reader's findings."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from planforge.importers import read
from planforge.renderers.json import to_dict

SEEDS = (
    "000-puyang-park-2021-opinion",
    "002-jiyuan-2020-strategy",
    "003-puyang-2023-workpoints",
    "004-xinyang-2022-scheme",
)
FIGURES = ("leaves", "numbers", "headings", "units", "citations", "fields")


def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(shared: Path, path: Path) -> dict[str, float]:
    truth = json.loads((shared / "gold" / "docs" / f"{path.name[:3]}.json").read_text(encoding="utf-8"))
    found = scorer(shared).structure(to_dict(read(path.read_bytes(), path.name)), truth, False)
    return {name: found[name] for name in FIGURES}


@pytest.mark.parametrize("name", SEEDS)
def test_the_seeds_are_read_without_a_fault(shared: Path, name: str) -> None:
    assert figures(shared, shared / "seeds" / f"{name}.txt") == dict.fromkeys(FIGURES, 1.0)


CORPUS = (
    *("C06.txt", "C06_conv.docx", "C06_conv.pdf", "C06_rebuilt.html", "D02.docx", "D02.pdf", "N01.html", "N01.txt"),
    *("N18.txt", "N18_auto.docx", "P03.docx", "P03.txt", "P09.txt", "P14.txt"),
)


@pytest.mark.parametrize("name", CORPUS)
def test_the_corpus_is_read_without_a_fault_in_every_format(shared: Path, name: str) -> None:
    assert figures(shared, shared / "corpus" / name) == dict.fromkeys(FIGURES, 1.0)
