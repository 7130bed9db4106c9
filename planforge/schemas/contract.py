"""The contract: the strict draft-07 schema of a document's normalised form (English keys, lists, ISO dates)."""

from __future__ import annotations

from typing import Any

from planforge.schemas.names import RECORDS, FieldType, Name, Record, record
from planforge.schemas.words import WORDS

Schema = dict[str, Any]

#: 省意见#3.2, 省意见#3.专栏1/2
ITEM = r"^[^#]+#[^#\s]+$"

_STRING: Schema = {"type": "string"}
_STRINGS: Schema = {"type": "array", "items": {"type": "string"}}
_NUMBER: Schema = {"type": "number"}
#: Years of a plan: from the founding of the state to what nobody plans for yet.
_YEAR: Schema = {"type": "integer", "minimum": 1949, "maximum": 2149}
_DATE: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}

_PLAIN: dict[FieldType, Schema] = {
    "text": _STRING,
    "string": _STRING,
    "item": {"type": "string", "pattern": ITEM},
    "flag": {"type": "boolean"},
    "date": _DATE,
    "year": _YEAR,
    "number": _NUMBER,
    "amount": {"anyOf": [_NUMBER, {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}, _STRING]},
    "aliases": {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}},
    "tables": {"type": "array", "items": {"type": "array", "items": _STRINGS}},
}


def contract() -> Schema:
    """The schema that every document, once normalised, is held to."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "PlanForge 文件（规范形式）",
        **_object(record("document")),
        "definitions": {entry.name: _object(entry) for entry in RECORDS if entry.name != "document"},
    }


def _object(entry: Record) -> Schema:
    schema: Schema = {
        "type": "object",
        "description": entry.chinese,
        "properties": {name.english: _property(name) for name in entry.names},
        "additionalProperties": False,
    }
    required = [name.english for name in entry.names if name.required]
    return {**schema, "required": required} if required else schema


def _property(name: Name) -> Schema:
    said = {"minLength": 1} if name.required and name.type in ("text", "string") else {}
    return {"title": name.chinese[0], "description": name.description, **_value(name), **said}


def _value(name: Name) -> Schema:
    if name.type == "word":
        return {"enum": list(WORDS[name.of])}
    if name.type == "record":
        return {"allOf": [_reference(name.of)]}
    if name.type == "records":
        return {"type": "array", "items": _reference(name.of)}
    if name.type == "names":
        return {"type": "array", "items": {"title": name.chinese[0], **_STRING}}
    return _PLAIN[name.type]


def _reference(of: str) -> Schema:
    return {"$ref": f"#/definitions/{of}"}
