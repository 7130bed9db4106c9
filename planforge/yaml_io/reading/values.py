"""Values of the normalised form as the model wants them; what has the wrong shape counts as absent."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from planforge.model import Text
from planforge.yaml_io.reading.normal import Fields, Items, Scalar

_Fields = Mapping[str, Any]
_NOTHING = Text()


def as_text(value: Any) -> Text:
    """Words with their place; a list where text belongs gives its items as lines."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Items):
        return Text.join((as_text(item) for item in value), "\n")
    return _NOTHING


def text(fields: _Fields, key: str) -> Text:
    """The words of a key, empty where it is absent."""
    value = fields.get(key)
    return _NOTHING if value is None else as_text(value)


def string(fields: _Fields, key: str) -> str:
    """The words of a key without their place."""
    return text(fields, key).value


def names(fields: _Fields, key: str) -> tuple[Text, ...]:
    """The names of units or people of a key."""
    value = fields.get(key)
    return tuple([item.text for item in value if isinstance(item, Scalar)]) if isinstance(value, Items) else ()


def integer(fields: _Fields, key: str) -> int | None:
    """The year of a key."""
    value = fields.get(key)
    return value if isinstance(value, int) else None


def date(fields: _Fields, key: str) -> datetime.date | None:
    """The day of a key; None for what is no date, which the contract has reported."""
    try:
        return datetime.date.fromisoformat(fields.get(key) or "")
    except (TypeError, ValueError):
        return None


def reference(words: str) -> tuple[str, str]:
    """省意见#3.2 → the superior document and the item, either empty where it isn't named."""
    directive, _, item = words.rpartition("#")
    return directive.strip(), item.strip()


def number(fields: _Fields, key: str) -> float | None:
    """The number of a key."""
    value = fields.get(key)
    return float(value) if isinstance(value, int | float) else None


def records(fields: _Fields, key: str) -> tuple[Fields, ...]:
    """The records of a key, without items of another shape."""
    value = fields.get(key)
    return tuple([item for item in value if isinstance(item, Fields)]) if isinstance(value, Items) else ()
