"""The parts around the main one: found by relation, copied, added where a file doesn't have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Final

from planforge.ooxml.inspect.furniture import Part, References, targets
from planforge.ooxml.namespaces import RELATIONS
from planforge.ooxml.restyling.language import set_settings
from planforge.ooxml.restyling.merging import built
from planforge.ooxml.restyling.unnumbering import has_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
#: What the content type of a part is, by the kind of its relation.
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_RELATIONS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
SETTINGS: Final = "word/settings.xml"
#: New footers are numbered as Word numbers its own, beyond what a file has.
_FIRST_NUMBER = 901


@dataclass(slots=True)
class Shelf:
    """The footers of a file, and all parts that were changed or added so far, by name."""

    read: Part
    relations: _Element
    types: _Element
    #: Parts by the relation that names them.
    names: dict[str, str]
    #: The numbers that no footer has.
    free: Iterator[int]
    changed: dict[str, _Element | bytes] = field(default_factory=dict)
    #: Which relations lead to a part that had a number.
    numbered: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, read: Part) -> Shelf | None:
        """None where the file doesn't say what belongs to it."""
        relations, types, names = read(_RELATIONS), read(_TYPES), dict(targets(read))
        taken = frozenset(names.values())
        free = (number for number in count(_FIRST_NUMBER) if f"word/footer{number}.xml" not in taken)
        return None if relations is None or types is None else cls(read, relations, types, names, free)

    def shown(self, held: Iterable[References]) -> list[_Element]:
        """The headers and footers that these references lead to, each once."""
        names = {self.names.get(relation, "") for each in held for relation in each.values()}
        return [root for name in sorted(names) if (root := self.read(name)) is not None]

    def was_numbered(self, relation: str) -> bool:
        """Whether a header or footer had the page's number when it was first asked for; many sections share one."""
        if relation not in self.numbered:
            root = self.read(self.names.get(relation, ""))
            self.numbered[relation] = root is not None and has_number(root)
        return self.numbered[relation]

    def add(self, content: _Element | bytes, like: str = "") -> str:
        """A new footer with what the part `like` refers to (pictures); gives the relation that names it."""
        number = next(self.free)
        name, relation = f"footer{number}.xml", f"rIdPageNumber{number}"
        self._enter(relation, name, "footer")
        around = self.read(_relations_of(like)) if like else None
        if around is not None:
            self.changed[_relations_of(f"word/{name}")] = deepcopy(around)
        self.changed[f"word/{name}"] = content
        return relation

    def settings(self) -> _Element:
        """The file's settings; one that has none, as some programs write, gets the part."""
        found = self.read(SETTINGS)
        if found is not None:
            return found
        self._enter("rIdSettings", "settings.xml", "settings")
        made = deepcopy(built("<w:settings/>"))  # a copy is the root of a part of its own
        set_settings(made)
        return made

    def _enter(self, relation: str, name: str, kind: str) -> None:
        """Tell of a new part what it is and that it belongs to the main one."""
        self.names[relation] = f"word/{name}"
        attributes = {"Id": relation, "Type": f"{RELATIONS}/{kind}", "Target": name}
        self.relations.append(self.relations.makeelement(f"{{{_PACKAGE}/relationships}}Relationship", attributes))
        declared = {"PartName": f"/word/{name}", "ContentType": _TYPE.format(kind)}
        self.types.append(self.types.makeelement(f"{{{_PACKAGE}/content-types}}Override", declared))
        self.changed |= {_RELATIONS: self.relations, _TYPES: self.types}


def _relations_of(name: str) -> str:
    folder, _, own = name.rpartition("/")
    return f"{folder}/_rels/{own}.rels"
