"""cerberus with rules that come from this program, not from a user: it need not check them at every run and copy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cerberus import Validator
    from cerberus.schema import UnvalidatedSchema


def validator(rules: dict[str, dict[str, Any]], *, allow_unknown: bool = False) -> Validator:
    """A validator by rules that are written out in full, without cerberus' shorthands."""
    from cerberus import Validator

    return Validator(_rule_set()(rules), allow_unknown=allow_unknown)


def errors_of(validator: Validator) -> Iterator[Any]:
    """What a validator found wrong, nested mappings included; cerberus itself gives only words for it."""
    yield from _flat(validator._errors)


def _flat(errors: Any) -> Iterator[Any]:
    for error in errors:
        if error.is_group_error:
            yield from _flat(error.child_errors)
        else:
            yield error


@cache
def _rule_set() -> type[UnvalidatedSchema]:
    from cerberus.schema import UnvalidatedSchema

    class RuleSet(UnvalidatedSchema):  # type: ignore[misc]
        """Rules that are written out in full already, so that there is nothing to expand."""

        def __setitem__(self, key: str, value: dict[str, Any]) -> None:
            self.schema[key] = value

    return RuleSet
