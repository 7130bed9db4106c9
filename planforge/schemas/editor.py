"""The editor's schema: looser than the contract, it completes both languages and takes what a clerk may type."""

from __future__ import annotations

from typing import Any

from planforge.schemas.names import RECORDS, FieldType, Name, Record, record
from planforge.schemas.words import reading

Schema = dict[str, Any]

#: YAML reads 2027 and 4.10 as numbers before PlanForge reads them as text.
_SCALAR: Schema = {"type": ["string", "number", "null"]}
_SCALARS: Schema = {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR}]}

_PLAIN: dict[FieldType, Schema] = {
    "text": _SCALAR,
    "string": _SCALAR,
    "item": _SCALAR,
    "date": _SCALAR,
    "year": _SCALAR,
    "number": _SCALAR,
    "names": _SCALARS,
    "flag": {"type": ["string", "boolean"]},
    "amount": _SCALARS,
    "aliases": {"type": "object", "additionalProperties": _SCALAR},
    "tables": {"type": "array"},
}


def editor() -> Schema:
    """The schema that the modeline of a YAML file names."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "PlanForge 文件",
        **_object(record("document")),
        "definitions": {entry.name: _object(entry) for entry in RECORDS if entry.name != "document"},
    }


def _object(entry: Record) -> Schema:
    properties: Schema = {}
    for name in entry.names:
        properties |= _keys(name)
    return {"type": "object", "description": entry.chinese, "properties": properties, "additionalProperties": False}


def _keys(name: Name) -> Schema:
    """The main Chinese key with its description and example; every other key says what it stands for."""
    main, *aliases = name.chinese
    schema = {"description": f"{name.description}例：{name.example}", **_value(name)}
    same = {"description": f"同“{main}”。{name.description}", **_value(name)}
    return {main: schema, **dict.fromkeys((name.english, *aliases), same)}


def _value(name: Name) -> Schema:
    if name.type == "word":
        return {"enum": [*reading(name.of)]}
    if name.type not in ("record", "records"):
        return _PLAIN[name.type]
    one = {"$ref": f"#/definitions/{name.of}"}
    short = [_SCALAR] if record(name.of).short else []
    if name.type == "record":
        return {"anyOf": [one, *short]}
    return {"anyOf": [one, *short, {"type": "array", "items": {"anyOf": [one, *short]}}]}
