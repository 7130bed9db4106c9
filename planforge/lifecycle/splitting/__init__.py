"""`planforge split`: for every unit a Word file with a covering note and its tasks, and one workbook of all units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planforge.files import beside, write_set
from planforge.lifecycle.loading import load
from planforge.lifecycle.office import Office, office_of
from planforge.lifecycle.splitting.letters import letter
from planforge.lifecycle.splitting.shares import divide
from planforge.lifecycle.typesetting.rendering import render
from planforge.model import InputError
from planforge.model.shares import Division
from planforge.reporters import reporter

__all__ = ["Split", "default_folder", "split", "write"]

#: The workbook; no unit's file has this name, since theirs end in .docx.
WORKBOOK = "任务分工表.xlsx"


@dataclass(frozen=True, slots=True)
class Split:
    """A plan divided among its units, ready to be written."""

    division: Division
    _office: Office
    _style: str

    def outputs(self) -> Iterator[tuple[str, bytes]]:
        """Name and content of every file: a DOCX a unit, then the workbook. The same plan gives the same bytes.

        Raises InputError where the template of the covering note can't be used.
        """
        for share in self.division.shares:
            document = letter(self.division.plan, share, self._office)
            yield share.file, render(document, self._office, "docx", self._style)
        content: bytes = reporter("shares", "xlsx").report(self.division)
        yield WORKBOOK, content


def split(path: str, style: str = "") -> Split:
    """The plan at `path` by unit; `style` names the profile of the Word files, by default the workspace's.

    Names of one unit are brought together through the workspace's roster. Raises InputError for a file that can't be
    read, and for a plan that names no unit at all.
    """
    office = office_of(path)
    division = divide(load(path).document, office.roster)
    if not division.shares:
        raise InputError(f"{path}：没有一项任务写了牵头、责任或配合单位，无从分送。")
    return Split(division, office, style)


def write(made: Split, folder: str) -> int:
    """Write the files into `folder`, all or none; gives how many replaced one that said something else."""
    files = tuple(made.outputs())
    replaced = [name for name, content in files if _says_else(Path(folder, name), content)]
    write_set(Path(folder), files)
    return len(replaced)


def _says_else(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() != content


def default_folder(path: str) -> str:
    """Where the files of the plan at `path` go when nobody says: beside it. Raises InputError for standard input."""
    return beside(path, ".分送")
