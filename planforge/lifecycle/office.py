"""What surrounds a plan in its workspace: the settings and the roster of units."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from planforge import settings
from planforge.files import is_folder, read_bytes
from planforge.lifecycle.workspace import find_root
from planforge.model import InputError, Roster
from planforge.settings import Settings


@dataclass(frozen=True, slots=True)
class Office:
    """A workspace's root (None outside one), settings and roster (None where there is none)."""

    root: Path | None = None
    settings: Settings = field(default_factory=Settings)
    roster: Roster | None = None

    def style(self) -> str:
        """The style profile in force: a name, or a file counted from the root."""
        path = self.root / self.settings.style if self.root else None
        return str(path) if path and path.is_file() else self.settings.style


def office_of(path: str) -> Office:
    """The office that the file or folder at `path` belongs to. Raises InputError with all faults of its files."""
    here = Path(path)
    root = find_root(here if is_folder(here) else here.parent)
    if root is None:
        return Office()
    chosen = settings.load(root / settings.FILE)
    return Office(root, chosen, _roster(root, chosen.roster))


def _roster(root: Path, name: str) -> Roster | None:
    path = root / name
    if not path.is_file():
        if name != Settings().roster:  # somebody wrote it down
            raise InputError(f"{root / settings.FILE}：找不到单位名录“{name}”。请检查路径，从工作区的文件夹算起。")
        return None
    from planforge.yaml_io.roster import load_roster

    return load_roster(read_bytes(str(path)), str(path))
