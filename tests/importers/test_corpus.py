"""Documents of many offices and styles, written for this test, with what a careful reader finds in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from scoring import differences

from planforge import yaml_io
from planforge.importers import read

FOLDER = Path(__file__).resolve().parent.parent / "data" / "import"
DOCUMENTS = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_is_read_as_a_careful_reader_reads_it(path: Path) -> None:
    truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert differences(read(path.read_bytes(), path.name).document, truth) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_an_imported_document_written_as_yaml_is_read_again_as_it_was(path: Path) -> None:
    document = read(path.read_bytes(), path.name).document
    assert yaml_io.load(yaml_io.dump(document).encode(), "plan.yaml").document == document
