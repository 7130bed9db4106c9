"""Which office a returned file is from: told by its name, its folder, or those who wrote in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from planforge.lifecycle.unit_names import UnitNames, plain
from planforge.model import Document, Roster

#: What people add to the name of a file that they return.
_ADDED = re.compile(r"[（(【\[].*?[)）】\]]|反馈意见|修改意见|征求意见稿?|意见建议|反馈|回复|意见|修改稿?|[-_—\s·]+")
#: Word's lock files and hidden ones, and what Windows lays into folders by itself.
_COPIES = ("~$", ".")
_WINDOWS = ("thumbs.db", "desktop.ini")


def returned_files(paths: Sequence[str], but: str) -> list[tuple[Path, str]]:
    """The files that came back, with the folder that each lies in below a given one (empty for none), by name.

    Of a folder, all files below it, whatever they are: what can't be read has to be told. `but` is the plan itself,
    which may lie among them.
    """
    found: dict[Path, str] = {}
    for given in map(Path, paths):
        inside = sorted(given.rglob("*")) if given.is_dir() else [given]
        for path in inside:
            if path == given or (path.is_file() and _is_visible(path, given) and not _is_same(path, but)):
                found.setdefault(path, path.parent.name if path.parent != given and given.is_dir() else "")
    return list(found.items())


def _is_visible(path: Path, root: Path) -> bool:
    """Not one of Word's lock files (~$…), of the system's, nor within a hidden folder."""
    hidden = any(part.startswith(_COPIES) for part in path.relative_to(root).parts)
    return not hidden and path.name.lower() not in _WINDOWS


def _is_same(path: Path, other: str) -> bool:
    return Path(other).is_file() and path.samefile(other)


class Offices:
    """Knows the units of a plan and of its office's roster by all their names."""

    def __init__(self, plan: Document, roster: Roster | None) -> None:
        self._names = UnitNames(roster, (unit.value for node in plan.walk() for unit in node.units))
        self._title = plain(plan.title.value)

    def of(self, path: Path, folder: str, authors: Iterable[str]) -> str:
        """The office of a file. A name that nobody knows is taken as it is written: the folder's, else the file's."""
        wrote = list(dict.fromkeys(author for author in authors if author))
        for words in (path.stem, folder, *wrote):
            if known := self._names.within(plain(words).replace(self._title, "")):
                return known
        bare = _ADDED.sub("", plain(path.stem).replace(self._title, ""))
        return folder or bare or "、".join(wrote) or path.stem
