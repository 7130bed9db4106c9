"""Records are the library's frozen dataclasses with slots, made sooner."""

from __future__ import annotations

import copy
import dataclasses
import operator
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from planforge import records

_LIBRARY: Any = dataclasses.dataclass(frozen=True, slots=True)
_LIBRARY_IN_ORDER: Any = dataclasses.dataclass(frozen=True, slots=True, order=True)
_OURS: Any = records.dataclass(frozen=True, slots=True)
_OURS_IN_ORDER: Any = records.dataclass(frozen=True, slots=True, order=True)


def _pair(make: Any, in_order: Any) -> Any:
    """A class with a default, a field that isn't compared, one that isn't shown, and one that inherits it."""

    class Base:
        name: str
        place: int = field(default=0, compare=False)
        secret: str = field(default="", repr=False)

        def __len__(self) -> int:
            return len(self.name)

    base: Any = make(Base)

    class Child(base):  # type: ignore[misc]
        role: str = "tasks"

    class Point:
        line: int
        column: int = 1

    return base, make(Child), in_order(Point)


_Library, _LibraryChild, _LibraryPoint = _pair(_LIBRARY, _LIBRARY_IN_ORDER)
_Ours, _OursChild, _OursPoint = _pair(_OURS, _OURS_IN_ORDER)


@records.dataclass(frozen=True, slots=True)
class Sent:
    """At the head of the module, where pickle finds it."""

    words: str
    number: int = 2


def _each(of: Callable[[Any, Any, Any], Any]) -> tuple[Any, Any]:
    return of(_Library, _LibraryChild, _LibraryPoint), of(_Ours, _OursChild, _OursPoint)


@pytest.mark.parametrize(
    "of",
    [
        lambda base, child, point: base("甲") == base("甲", 7),
        lambda base, child, point: base("甲") == base("甲", secret="乙"),
        lambda base, child, point: base("甲") == child("甲"),
        lambda base, child, point: child("甲") == child("甲", role="goals"),
        lambda base, child, point: hash(base("甲")) == hash(base("甲", 7)),
        lambda base, child, point: repr(child("甲", 3, "乙")),
        lambda base, child, point: dataclasses.asdict(child("甲", place=3)),
        lambda base, child, point: dataclasses.asdict(dataclasses.replace(child("甲"), role="goals", place=9)),
        lambda base, child, point: [each.name for each in dataclasses.fields(child)],
        lambda base, child, point: (len(child("甲乙")), child.__match_args__, child.__slots__),
        lambda base, child, point: dataclasses.asdict(copy.deepcopy(child("甲", 4, "乙"))),
        lambda base, child, point: dataclasses.astuple(min(point(2, 1), point(1, 9), point(1, 3))),
        lambda base, child, point: [
            compare(point(1, 2), point(1, 3)) for compare in (operator.lt, operator.le, operator.gt, operator.ge)
        ],
    ],
)
def test_they_are_as_the_library_makes_them(of: Callable[[Any, Any, Any], Any]) -> None:
    library, ours = _each(of)
    assert ours == library


@pytest.mark.parametrize(
    "attempt",
    [
        lambda base, child, point: setattr(child("甲"), "name", "乙"),
        lambda base, child, point: delattr(base("甲"), "name"),
        lambda base, child, point: base(),
        lambda base, child, point: base("甲", colour="红"),
        lambda base, child, point: point(1, 2) < (1, 3),
    ],
)
def test_they_refuse_what_the_library_refuses(attempt: Callable[[Any, Any, Any], Any]) -> None:
    faults = []
    for classes in ((_Library, _LibraryChild, _LibraryPoint), (_Ours, _OursChild, _OursPoint)):
        with pytest.raises((FrozenInstanceError, TypeError)) as fault:
            attempt(*classes)
        faults.append(fault.type)
    assert faults[0] is faults[1]


def test_they_go_from_process_to_process() -> None:
    assert pickle.loads(pickle.dumps(Sent("甲", 5))) == Sent("甲", 5)
