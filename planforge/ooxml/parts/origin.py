"""What a Word file remembers of the plan that it was set from: fingerprints, in a custom XML part (ECMA-376, 15.2.5).

Fingerprints tell whether words are those of that plan, and give none of them away: the file can be passed on. A seal
tells whether anybody saved the file since.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planforge.ooxml.namespaces import RELATIONS
from planforge.ooxml.parts import properties
from planforge.ooxml.parts.package import repack
from planforge.ooxml.xml import DECLARATION, escape

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "urn:planforge:origin"
_ITEM, _PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
_RELATIONS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_STORE_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
#: Names the part, the same in every file.
_GUID = "{7B3E2C61-5D0A-4F58-9C3B-0A6D1E4F2C90}"
#: Programs that save the file again may give the part another number.
_MOST_ITEMS = 20
_SEALED = re.compile(rb' seal="[^"]*"')


@dataclass(frozen=True, slots=True)
class Origin:
    """The style profile that the file was set by, and the fingerprints of the parts (by name) and of all nodes."""

    style: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    nodes: tuple[str, ...] = ()


def with_origin(data: bytes, origin: Origin) -> bytes:
    """The Word file in `data`, as this program writes it, with its origin."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        relations, types = (package.read(name).decode() for name in (_RELATIONS, _TYPES))
        seal = _seal(package)
    item = _relation("rIdOrigin", f"{RELATIONS}/customXml", f"../{_ITEM}")
    described = _relation("rId1", f"{RELATIONS}/customXmlProps", "itemProps1.xml")
    kind = f'<Override PartName="/{_PROPERTIES}" ContentType="{_STORE_TYPE}"/>'
    parts = {
        _RELATIONS: relations.replace("</Relationships>", f"{item}</Relationships>"),
        _TYPES: types.replace("</Types>", f"{kind}</Types>"),
        _ITEM: _written(origin, seal),
        _PROPERTIES: f'{DECLARATION}<ds:datastoreItem ds:itemID="{_GUID}" xmlns:ds="{_STORE}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{_SPACE}"/></ds:schemaRefs></ds:datastoreItem>',
        "customXml/_rels/item1.xml.rels": f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{described}</Relationships>",
    }
    return repack(data, {name: content.encode() for name, content in parts.items()})


def origin_of(part: Callable[[str], _Element | None]) -> Origin | None:
    """The origin that a file carries, None where it has none; `part` gives its XML parts by name."""
    roots = (root for name in _part_names() if (root := part(name)) is not None)
    root = next((root for root in roots if root.tag == f"{{{_SPACE}}}origin"), None)
    if root is None:
        return None
    parts = {part.get("name", ""): part.text or "" for part in root.iter(f"{{{_SPACE}}}part")}
    nodes = "".join(each.text or "" for each in root.iter(f"{{{_SPACE}}}nodes")).split()
    return Origin(root.get("style", ""), parts, tuple(nodes))


def carries_origin(data: bytes) -> bool:
    """Whether these bytes are a Word file that was set from a plan, whoever saved it since."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            held = set(_part_names()) & set(package.namelist())
            return any(_SPACE.encode() in package.read(name) for name in held)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):  # no Word file, or a locked one
        return False


def is_as_written(data: bytes) -> bool:
    """Whether these bytes are a Word file or workbook that this program wrote and that nobody saved since.

    A file set from a plan has its seal; in others, the program that saved it last names itself (ECMA-376, 22.2.2.3).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if _SPACE.encode() in (item := _item(package)):
                return f' seal="{_seal(package)}"'.encode() in item
            return properties.is_ours(package.read(properties.APPLICATION))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, KeyError):
        return False


def as_written(data: bytes) -> bytes:
    """The Word file in `data`, made by this program of somebody's, so that `is_as_written` holds until it is saved."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if _SPACE.encode() in (item := _item(package)):
            return repack(data, {_ITEM: _SEALED.sub(f' seal="{_seal(package)}"'.encode(), item)})
        if properties.APPLICATION in package.namelist():
            return repack(data, {properties.APPLICATION: properties.taken_over(package.read(properties.APPLICATION))})
    return data


def _item(package: zipfile.ZipFile) -> bytes:
    """The part that holds the origin in a file of this program; others have a list of books there, or none."""
    return package.read(_ITEM) if _ITEM in package.namelist() else b""


def _seal(package: zipfile.ZipFile) -> str:
    """A digest of all parts but those that the origin itself is written into, by their checksums."""
    parts = sorted((item.filename, item.CRC, item.file_size) for item in package.infolist())
    told = [part for part in parts if part[0] not in (_RELATIONS, _TYPES) and not part[0].startswith("customXml/")]
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _part_names() -> tuple[str, ...]:
    """Where a file may hold its origin."""
    return tuple(f"customXml/item{number}.xml" for number in range(1, _MOST_ITEMS + 1))


def _written(origin: Origin, seal: str) -> str:
    parts = "".join(f'<part name="{escape(name)}">{mark}</part>' for name, mark in origin.parts.items())
    nodes = f"<nodes>{' '.join(origin.nodes)}</nodes>"
    return f'{DECLARATION}<origin xmlns="{_SPACE}" style="{escape(origin.style)}" seal="{seal}">{parts}{nodes}</origin>'


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
