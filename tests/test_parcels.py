"""Objects arrive in another copy of the program as they were, and what both know as itself."""

from __future__ import annotations

import datetime
import pickle
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.model import Anchor, Deadline, Diagnostic, Span, Text
from planforge.parcels import Parcels

NUMBERS = st.integers(0, 9)
TEXTS = st.builds(
    Text,
    st.text(max_size=3),
    st.sampled_from(["", "a.yaml"]),
    st.lists(st.builds(Anchor, *[NUMBERS] * 3), max_size=3).map(tuple),
)


@given(TEXTS)
def test_a_text_arrives_with_all_its_places(text: Text) -> None:
    parcels = Parcels(())
    for arrived in (parcels.unpacked(parcels.packed(text)), pickle.loads(pickle.dumps(text))):
        assert (arrived.value, arrived.file, arrived.anchors) == (text.value, text.file, text.anchors)


def test_what_both_know_arrives_as_itself_and_the_rest_as_a_copy() -> None:
    known, other = Text("市公安局"), Deadline(Text("6月底前"), datetime.date(2027, 6, 30))
    parcels = Parcels([known])
    first, second, third = parcels.unpacked(parcels.packed((known, other, Diagnostic("Y001", "error", "错", Span()))))
    assert first is known
    assert second == other
    assert second is not other
    assert third == Diagnostic("Y001", "error", "错", Span())


@dataclass
class Lone:
    """Something of one value."""

    name: str


@dataclass
class Empty:
    """Something without any."""


@dataclass(kw_only=True)
class Named:
    """Something that is made of words alone."""

    name: str
    number: int


@pytest.mark.parametrize("thing", [Lone("甲乙"), Empty(), Named(name="甲", number=1)], ids=repr)
def test_what_has_few_values_or_is_made_by_their_names_arrives_all_the_same(thing: object) -> None:
    parcels = Parcels(())
    assert parcels.unpacked(parcels.packed(thing)) == thing
