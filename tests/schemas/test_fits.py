"""The fast answer to whether a document keeps the contract agrees with jsonschema."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from planforge.schemas import contract
from planforge.schemas.fits import fits

VALIDATOR = Draft7Validator(contract())
VALUES = st.sampled_from(
    ["", "要点", "省意见#3.2", "省意见", "2027-03-01", "lead", ">=", 2027, 12, 3.5, True, [], ["甲"], [1.0, 2.0], {}]
)
LINKS = st.lists(st.fixed_dictionaries({}, optional={"to": VALUES, "seen": VALUES}), max_size=2)
TARGETS = st.lists(st.fixed_dictionaries({}, optional={"text": VALUES, "op": VALUES, "value": VALUES}), max_size=2)
TASKS = st.recursive(
    VALUES,
    lambda below: st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "heading": VALUES,
                "lead": VALUES,
                "implements": LINKS,
                "targets": TARGETS,
                "status": VALUES,
                "odd": VALUES,
                "tasks": below,
            },
        ),
        max_size=2,
    ),
    max_leaves=4,
)
DOCUMENTS = st.fixed_dictionaries(
    {"title": VALUES}, optional={"year": VALUES, "issued": VALUES, "against": VALUES, "sections": TASKS}
)


@given(DOCUMENTS)
def test_what_fits_has_no_fault_by_jsonschema_and_what_has_one_does_not_fit(document: dict[str, Any]) -> None:
    assert fits(document) == VALIDATOR.is_valid(document)
