"""Which files came back: all that people laid into the given folders, but for what programs lay there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from planforge.files import is_file, is_folder

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
        for path, folder in _inside(given, but) if is_folder(given) else [(given, "")]:
            found.setdefault(path, folder)
    return list(found.items())


def _inside(root: Path, but: str) -> Iterator[tuple[Path, str]]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and _is_visible(path, root) and not _is_same(path, but):
            yield path, path.parent.name if path.parent != root else ""


def _is_visible(path: Path, root: Path) -> bool:
    """Not one of Word's lock files (~$…), of the system's, nor within a hidden folder."""
    hidden = any(part.startswith(_COPIES) for part in path.relative_to(root).parts)
    return not hidden and path.name.lower() not in _WINDOWS


def _is_same(path: Path, other: str) -> bool:
    return is_file(other) and path.samefile(other)
