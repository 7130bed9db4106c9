"""Whether a value fits the contract, asked fast: nearly every document does, and jsonschema takes long to say so.

The answer may be a false no, never a false yes: what doesn't fit goes to jsonschema, which tells what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, reduce
from typing import Any

from planforge.schemas.contract import Schema, contract

_Test = Callable[[Any], bool]

_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "array": list,
    "object": dict,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
}
#: Keywords that ask nothing of a value.
_NOTES = frozenset(("$schema", "title", "description", "format", "definitions"))


def fits(document: Mapping[str, Any]) -> bool:
    """Whether a normalised document surely keeps the contract."""
    return _contract_test()(document)


@cache
def _contract_test() -> _Test:
    return Tests(contract()).of_schema


class Tests:
    """A draft-07 schema as functions. Raises KeyError for a keyword that it doesn't know."""

    def __init__(self, schema: Schema) -> None:
        self._definitions: Mapping[str, Schema] = schema.get("definitions", {})
        self._named: dict[str, _Test] = {}
        self.of_schema: _Test = self._all(schema)

    def _all(self, schema: Schema) -> _Test:
        """Every keyword of a schema; the type comes first, so that the others meet what they expect."""
        keywords = sorted(schema.keys() - _NOTES - {"required"}, key=lambda keyword: keyword != "type")
        return reduce(_both, (self._keyword(keyword, schema) for keyword in keywords))

    def _keyword(self, keyword: str, schema: Schema) -> _Test:
        wanted = schema[keyword]
        makers: dict[str, Callable[[], _Test]] = {
            "type": lambda: _of_type(wanted),
            "properties": lambda: self._properties(schema),
            "additionalProperties": lambda: self._others(schema),
            "items": lambda: _each(self._all(wanted)),
            "$ref": lambda: self._reference(wanted),
            "allOf": lambda: _every([self._all(each) for each in wanted]),
            "anyOf": lambda: _some([self._all(each) for each in wanted]),
            "enum": lambda: lambda value: value in wanted,
            "pattern": lambda: _matching(re.compile(wanted)),
            "minLength": lambda: lambda value: len(value) >= wanted,
            "minItems": lambda: lambda value: len(value) >= wanted,
            "maxItems": lambda: lambda value: len(value) <= wanted,
            "minimum": lambda: lambda value: value >= wanted,
            "maximum": lambda: lambda value: value <= wanted,
        }
        return makers[keyword]()

    def _reference(self, target: str) -> _Test:
        """A definition, read when it is first met: tasks hold tasks."""
        name = target.rpartition("/")[2]

        def test(value: Any) -> bool:
            if name not in self._named:
                self._named[name] = self._all(self._definitions[name])
            return self._named[name](value)

        return test

    def _properties(self, schema: Schema) -> _Test:
        tests = {key: self._all(each) for key, each in schema["properties"].items()}
        required = frozenset(schema.get("required", ()))

        def test(value: Any) -> bool:
            known = all(tests[key](each) for key, each in value.items() if key in tests)
            return known and required <= value.keys()

        return test

    def _others(self, schema: Schema) -> _Test:
        known = schema.get("properties", {}).keys()
        if schema["additionalProperties"] is False:
            return lambda value: value.keys() <= known
        other = self._all(schema["additionalProperties"])
        return lambda value: all(other(each) for key, each in value.items() if key not in known)


def _both(first: _Test, second: _Test) -> _Test:
    return lambda value: first(value) and second(value)


def _of_type(wanted: str) -> _Test:
    kind = _TYPES[wanted]
    if wanted in ("integer", "number"):
        return lambda value: isinstance(value, kind) and not isinstance(value, bool)
    return lambda value: isinstance(value, kind)


def _each(test: _Test) -> _Test:
    return lambda value: all(map(test, value))


def _every(tests: list[_Test]) -> _Test:
    return lambda value: all(test(value) for test in tests)


def _some(tests: list[_Test]) -> _Test:
    return lambda value: any(test(value) for test in tests)


def _matching(pattern: re.Pattern[str]) -> _Test:
    return lambda value: pattern.search(value) is not None
