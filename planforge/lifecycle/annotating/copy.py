"""The copy of a Word file that is being annotated: what of it is read, and the parts that change."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from planforge.importers import docx
from planforge.importers.word.package import Package
from planforge.model import InputError
from planforge.ooxml.namespaces import MAIN
from planforge.ooxml.review import comments
from planforge.ooxml.review.comments import Comment
from planforge.ooxml.review.revisions import Stamp
from planforge.ooxml.review.threads import part_names

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_DOCUMENT, _TYPES, _RELATIONS = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
_DATES = tuple(f"{{http://purl.org/dc/terms/}}{name}" for name in ("modified", "created"))
_NEW = {
    comments.PART: f'<w:comments xmlns:w="{MAIN}"/>',
    _RELATIONS: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
}
#: The largest file that is unpacked, in bytes: pictures may be big, official documents aren't.
_LARGEST = 512 * 2**20


class Copy:
    """A Word file in memory. `paragraphs` are its `w:p` by their lines, `numbered` the lines with a number by Word."""

    def __init__(self, data: bytes, file: str) -> None:
        """Raises InputError for a file that can't be read."""
        self.data = data
        self._package = Package(data, file)
        if self._package.size > _LARGEST:
            raise InputError(f"{file}：解压后超过 512 MB，不像是公文，已停止处理。")
        body, _ = docx.read_body(self._package, file)
        if not body.elements:
            raise InputError(f"{file}：正文是嵌入的网页，批注没有地方写。请用 Word 打开，另存为 .docx 再试。")
        self.paragraphs: Sequence[_Element] = body.elements
        self.numbered = frozenset(body.numbered)
        self._document = body.elements[0].getroottree().getroot()
        self._relations = self._part(_RELATIONS)
        self._declared = part_names(self._relations)[0]
        self._comments = self._part(self._declared or comments.PART)

    def _part(self, name: str) -> _Element:
        from lxml import etree

        root = self._package.part(name)
        return root if root is not None else etree.fromstring(_NEW[name])

    def last_change(self) -> datetime.datetime | None:
        """When the file says that it was changed or made last, in UTC; None where it doesn't."""
        core = self._package.part("docProps/core.xml")
        for name in _DATES:
            date = core.find(name) if core is not None else None
            if date is not None and (moment := _moment(date.text or "")):
                return moment
        return None

    def comment_numbers(self) -> Iterator[int]:
        """Ids that no comment has."""
        used = comments.used_numbers((self._document, self._comments))
        return (number for number in count() if number not in used)

    def change_numbers(self) -> Iterator[int]:
        """Ids that nothing in the text has."""
        used = {element.get(f"{_W}id") for element in self._document.iter()}
        return (number for number in count(1) if str(number) not in used)

    def finish(self, notes: Sequence[Comment], stamp: Stamp) -> bytes:
        """The whole file, with these comments besides those that it had."""
        changed = {_DOCUMENT: self._document}
        if notes:
            comments.add(self._comments, notes, stamp)
            changed[self._declared or comments.PART] = self._comments
        if notes and not self._declared:
            types = self._part(_TYPES)
            comments.declare(types, self._relations, strict=self._package.is_strict)
            changed |= {_TYPES: types, _RELATIONS: self._relations}
        return self._package.with_parts(changed)


def _moment(text: str) -> datetime.datetime | None:
    try:
        moment = datetime.datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return (moment.astimezone(datetime.UTC) if moment.tzinfo else moment).replace(tzinfo=None, microsecond=0)
