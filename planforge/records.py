"""Frozen dataclasses with slots: each class is made in a quarter of the library's time, each object in half of it.

A command makes a hundred such classes before it does anything else, and of a long document hundreds of thousands of
objects. The library compiles six functions a class, and a frozen class's `__init__` asks for each value anew how to
get past its own guard.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, order: bool = False) -> Callable[[type], type]:
        """`dataclasses.dataclass` for classes that are frozen and have slots, without default factories."""
        assert frozen and slots
        return _in_order if order else _record


def _record(kind: type) -> Any:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(kind)  # this compiles nothing
    fields = dataclasses.fields(made)
    values, compared = _values(fields), _values([each for each in fields if each.compare])

    made.__init__ = _maker(made, fields)
    made.__setattr__ = made.__delattr__ = _refuse
    made.__repr__ = _shown
    made.__eq__ = _comparison(operator.eq, compared)
    made.__hash__ = lambda self: hash(compared(self))
    if "__reduce__" not in vars(kind):  # as the values can't be put into an object that is there already
        made.__reduce__ = lambda self: (made, values(self))
    return made


def _in_order(kind: type) -> Any:
    made = _record(kind)
    values = _values(dataclasses.fields(made))
    for name in ("__lt__", "__le__", "__gt__", "__ge__"):
        setattr(made, name, _comparison(getattr(operator, name), values))
    return made


def _comparison(compare: Callable[[Any, Any], bool], values: Callable[[object], Any]) -> Callable[[Any, Any], bool]:
    def compared(self: object, other: object) -> bool:
        return compare(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented

    return compared


def _values(fields: Sequence[Field[Any]]) -> Callable[[object], tuple[Any, ...]]:
    names = [each.name for each in fields]
    if len(names) < 2:
        return lambda thing: tuple(getattr(thing, name) for name in names)
    return operator.attrgetter(*names)


def _maker(kind: type, fields: Sequence[Field[Any]]) -> Callable[..., None]:
    """The class's `__init__`: each value goes through the descriptor of its slot, past the guard."""
    known: dict[str, Any] = {f"_{each.name}": getattr(kind, each.name).__set__ for each in fields}
    known |= {f"_{each.name}_": each.default for each in fields}
    taken = (each.name if each.default is MISSING else f"{each.name}=_{each.name}_" for each in fields)
    put = (f"_{each.name}(self, {each.name})" for each in fields)
    exec(f"def __init__(self, {', '.join(taken)}): {'; '.join(put)}", known)
    made: Callable[..., None] = known["__init__"]
    return made


def _shown(self: Any) -> str:
    said = (f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self) if each.repr)
    return f"{self.__class__.__qualname__}({', '.join(said)})"


def _refuse(self: object, name: str, value: object = None) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")
