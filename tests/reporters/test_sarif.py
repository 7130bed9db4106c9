"""SARIF reports hold to the standard's schema, whatever was found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, ValidationError

from planforge.lifecycle.checking import check
from planforge.model import Diagnostic, Edit, Fix, Position, Span
from planforge.reporters.check import sarif

# The part of the JSON Schema of SARIF 2.1.0 (OASIS, errata 01) that our reports use. Objects allow no other keys: one
# that a report gains has to be looked up in the standard and written here. (The whole schema, which is not ours to
# copy, was held against the reports on all drafts of tests/data and on Word, PDF and HTML files: no complaints.)
TEXT = {"type": "string"}
PLACE = {"type": "integer", "minimum": 1}
INDEX = {"type": "integer", "minimum": -1}


def closed(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": {name.rstrip("_"): schema for name, schema in properties.items()},
    }


def several(items: dict[str, Any], least: int = 0, *, unique: bool = False) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least, "uniqueItems": unique}


MESSAGE = {**closed(text=TEXT, markdown=TEXT, id=TEXT), "anyOf": [{"required": ["text"]}, {"required": ["id"]}]}
STRINGS = closed(("text",), text=TEXT, markdown=TEXT)
ARTIFACT = closed(uri={"type": "string", "format": "uri-reference"}, uriBaseId=TEXT, index=INDEX)
REGION = closed(startLine=PLACE, startColumn=PLACE, endLine=PLACE, endColumn=PLACE, snippet=closed(text=TEXT))
LOGICAL = closed(name=TEXT, fullyQualifiedName=TEXT, kind=TEXT)
PHYSICAL = {
    **closed(artifactLocation=ARTIFACT, region=REGION),
    "anyOf": [{"required": ["address"]}, {"required": ["artifactLocation"]}],
}
LOCATION = closed(physicalLocation=PHYSICAL, logicalLocations=several(LOGICAL, unique=True), message=MESSAGE)
REPLACEMENT = closed(("deletedRegion",), deletedRegion=REGION, insertedContent=closed(text=TEXT))
CHANGE = closed(("artifactLocation", "replacements"), artifactLocation=ARTIFACT, replacements=several(REPLACEMENT, 1))
FIX = closed(("artifactChanges",), description=MESSAGE, artifactChanges=several(CHANGE, 1, unique=True))
RESULT = closed(
    ("message",),
    ruleId=TEXT,
    ruleIndex=INDEX,
    level={"enum": ["none", "note", "warning", "error"]},
    message=MESSAGE,
    locations=several(LOCATION),
    fixes=several(FIX, unique=True),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
)
RULE = closed(
    ("id",),
    id=TEXT,
    name=TEXT,
    shortDescription=STRINGS,
    fullDescription=STRINGS,
    help=STRINGS,
    helpUri={"type": "string", "format": "uri"},
    defaultConfiguration=closed(level={"enum": ["none", "note", "warning", "error"]}),
)
DRIVER = closed(("name",), name=TEXT, version=TEXT, informationUri=TEXT, rules=several(RULE, unique=True))
RUN = closed(
    ("tool",),
    tool=closed(("driver",), driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=several(RESULT),
)
LOG = closed(
    ("version", "runs"),
    **{"$schema": {"type": "string", "format": "uri"}, "version": {"enum": ["2.1.0"]}, "runs": several(RUN)},
)
SCHEMA = Draft7Validator(LOG)


def log(*found: Diagnostic) -> Any:
    return json.loads(sarif.report(found, {}))


def test_no_findings_make_a_valid_log() -> None:
    SCHEMA.validate(log())


def test_the_findings_of_a_check_make_a_valid_log(tmp_path: Path) -> None:
    path = tmp_path / "工作 要点.txt"
    words = "2027年示例市工作要点\n一、强化保护\n（一）完善案件台帐。建立台帐,按月通报(重点)。\n（三）加强 宣传。\n"
    path.write_text(words, encoding="utf-8")
    content = log(*check(str(path)).diagnostics)
    SCHEMA.validate(content)
    results = content["runs"][0]["results"]
    assert len(results) > 4 and any("fixes" in result for result in results)


def test_a_fix_in_two_files_and_a_finding_at_the_head_make_a_valid_log() -> None:
    edits = tuple(Edit(Span(file, Position(1, 1), Position(1, 2)), "改") for file in ("甲.yaml", "乙\\丙.yaml"))
    SCHEMA.validate(log(Diagnostic("X001", "info", "问题", fix=Fix("改", False, edits))))


@pytest.mark.parametrize("wrong", [{"version": "2.1.0"}, {"version": "2", "runs": []}, {**log(), "more": 1}])
def test_the_schema_refuses_what_the_standard_refuses(wrong: Any) -> None:
    with pytest.raises(ValidationError):
        SCHEMA.validate(wrong)
