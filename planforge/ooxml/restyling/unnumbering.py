"""Takes the page's number out of a header or footer; whatever else stands there stays.

Numbers come in every form: `— 1 —`, `第1页 共9页`, in a frame, in a text box (twice: DrawingML and VML), in a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planforge.ooxml.characters.locate import GONE, SIGNS, alternative, visible
from planforge.ooxml.inspect.cascade import NS, W
from planforge.ooxml.inspect.flow import walk
from planforge.ooxml.inspect.page_numbers import DASHES, is_own, looks_typed

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PAGE, _PAGES = re.compile(r"\s*PAGE\b", re.IGNORECASE), re.compile(r"\s*(?:NUM|SECTION)PAGES\b", re.IGNORECASE)
_REACHES_PAGE = re.compile(r"\bPAGE\b", re.IGNORECASE)
#: A number and what belongs to it, with the number of the page and of all pages as these two characters.
_HERE, _ALL, _OTHER = "\ue000", "\ue001", "\ue002"
#: Blanks and dashes are counted, as a line of nothing else would take for ever.
_GAP = r"\s{0,9}"
_WORDS = (
    rf"(?:第{_GAP}|Page{_GAP})?{_HERE}(?:{_GAP}页)?"
    rf"(?:{_GAP}(?:[,，、/／|]|of)?{_GAP}(?:共{_GAP})?{_ALL}(?:{_GAP}页)?)?"
)
_NUMBER = re.compile(
    rf"[（(]{_GAP}{_WORDS}{_GAP}[）)]|(?:{DASHES}{_GAP}){{0,9}}{_WORDS}(?:{_GAP}{DASHES}){{0,9}}", re.IGNORECASE
)
PICTURES = tuple(f"{W}{name}" for name in ("drawing", "pict", "object"))
_BLOCKS = tuple(f"{W}{name}" for name in ("p", "tbl", "sdt"))


@dataclass(frozen=True, slots=True)
class _Atom:
    """Something visible in a paragraph, or one piece of a field: the element, and the character that stands for it."""

    element: _Element
    words: str


def has_number(root: _Element) -> bool:
    """Whether a header or footer has the page's number, as a field or typed."""
    return any(_is_typed(p) or _found(_atoms(p)) for p in root.iter(f"{W}p"))


def strip(root: _Element) -> None:
    """Take the numbers out of a header or footer, with paragraphs and boxes that then hold nothing."""
    for paragraph in [p for p in root.iter(f"{W}p") if _strip(p)]:
        if _is_blank(paragraph):
            _drop(paragraph)


def is_blank(root: _Element) -> bool:
    """Whether nothing is to be seen in a header or footer: no word, no picture, no rule."""
    return all(_is_blank(paragraph) for paragraph, _ in walk(root))


def is_reckoned(root: _Element) -> bool:
    """Whether a number is the result of a sum or a condition (`= PAGE - 1`), which a plain one would change."""
    codes = ("".join(field.codes) for p in root.iter(f"{W}p") for field in _fields(p))
    return any(_REACHES_PAGE.search(code) and not _PAGE.match(code) for code in codes)


def _is_blank(paragraph: _Element) -> bool:
    pictured = any(is_own(each, paragraph) for each in paragraph.iter(*PICTURES))
    border = paragraph.find("w:pPr/w:pBdr", NS)
    ruled = border is not None and any(side.get(f"{W}val") not in ("nil", "none") for side in border)
    return not pictured and not ruled and not visible(paragraph).strip()


def _strip(paragraph: _Element) -> bool:
    """Take the numbers out of a paragraph; whether there were any."""
    atoms = _atoms(paragraph)
    if _is_typed(paragraph):
        for atom in atoms:
            _remove(atom.element)
        return True
    found = _found(atoms)
    place = 0
    for atom in atoms:
        start, place = place, place + len(atom.words)
        _cut(atom, [(max(a - start, 0), b - start) for a, b in found if a < place and b > start])
    if found:
        _remove_fields(paragraph)
    return bool(found)


def _is_typed(paragraph: _Element) -> bool:
    return looks_typed(visible(paragraph).strip()) and next(_fields(paragraph), None) is None


def _found(atoms: Iterable[_Atom]) -> list[tuple[int, int]]:
    """Where the numbers stand among the characters of a paragraph."""
    return [match.span() for match in _NUMBER.finditer("".join(atom.words for atom in atoms))]


def _cut(atom: _Atom, spans: list[tuple[int, int]]) -> None:
    if not spans or atom.words in (_HERE, _ALL):
        return
    words = atom.words
    for start, stop in reversed(spans):
        words = words[:start] + words[stop:]
    if not words:
        _remove(atom.element)
        return
    atom.element.text = words
    atom.element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


@dataclass(slots=True)
class _Field:
    """A field of a paragraph: all its elements but the properties of runs, its codes, and where it begins."""

    elements: list[_Element]
    codes: list[str]

    @property
    def sign(self) -> str:
        """The character that stands for it."""
        code = "".join(self.codes)
        return _HERE if _PAGE.match(code) else _ALL if _PAGES.match(code) else _OTHER


def _fields(paragraph: _Element) -> Iterator[_Field]:
    """The outermost fields, simple ones (`w:fldSimple`) and those of several runs."""
    depth, field = 0, _Field([], [])
    for element in _pieces(paragraph):
        kind = element.get(f"{W}fldCharType", "") if element.tag == f"{W}fldChar" else ""
        if element.tag == f"{W}fldSimple" and not depth:
            yield _Field([element], [element.get(f"{W}instr", "")])
        depth += kind == "begin"
        if depth:
            field.elements.append(element)
            field.codes += [element.text or ""] if element.tag == f"{W}instrText" else []
        depth -= kind == "end"
        if kind == "end" and not depth:
            yield field
            field = _Field([], [])


def _atoms(paragraph: _Element) -> list[_Atom]:
    """What a paragraph shows, in order, a field as one character."""
    signs = {field.elements[0]: field.sign for field in _fields(paragraph)}
    inside = {element for field in _fields(paragraph) for element in field.elements[1:]}
    atoms = []
    for element in _pieces(paragraph):
        if element in signs:
            atoms.append(_Atom(element, signs[element]))
        elif element not in inside and next(element.iterancestors(f"{W}fldSimple"), None) is None:
            words = element.text or "" if element.tag == f"{W}t" else SIGNS.get(str(element.tag), "")
            atoms += [_Atom(element, words)] if words else []
    return atoms


def _pieces(element: _Element) -> Iterator[_Element]:
    """What runs hold, and simple fields, in order; not what text boxes or deletions hold."""
    for child in element:
        if child.tag in (f"{W}txbxContent", f"{W}pPr", f"{W}rPr", f"{W}del", f"{W}moveFrom", *PICTURES):
            continue
        if child.tag == f"{W}fldSimple" or element.tag == f"{W}r":
            yield child
        if child.tag not in GONE:
            yield from _pieces(alternative(child))


def _remove_fields(paragraph: _Element) -> None:
    for field in list(_fields(paragraph)):
        if field.sign in (_HERE, _ALL):
            for element in field.elements:
                _remove(element)


def _remove(element: _Element) -> None:
    """Take an element out, and runs and holders that are empty then."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    emptied = not any(child.tag != f"{W}rPr" for child in parent)
    if emptied and parent.tag in (f"{W}r", f"{W}hyperlink", f"{W}ins", f"{W}smartTag"):
        _remove(parent)


def _drop(paragraph: _Element) -> None:
    """Take a blank paragraph out, and the box or the content control that held nothing else."""
    parent = paragraph.getparent()
    if parent is None:
        return
    if any(child.tag in _BLOCKS and child is not paragraph for child in parent):
        parent.remove(paragraph)
    elif parent.tag == f"{W}txbxContent":
        _drop_box(parent)
    elif parent.tag == f"{W}sdtContent" and (control := parent.getparent()) is not None:
        _drop(control)


def _drop_box(content: _Element) -> None:
    """Take the drawing out that shows a box, in both of its forms, unless it shows more."""
    around: _Element | None = None
    for each in content.iterancestors():
        if each.tag == f"{W}p":
            break
        around = each if each.tag in (f"{_MC}AlternateContent", *PICTURES) else around
    if around is not None and all(_is_blank(p) for p in around.iter(f"{W}p")):
        _remove(around)
