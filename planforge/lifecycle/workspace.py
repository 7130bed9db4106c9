"""A workspace: its root, its plans, the superior documents that it holds, and how a new one is made."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from planforge.files import is_file, is_old
from planforge.lifecycle.loading import load
from planforge.model import Document, InputError
from planforge.resources import template_dir

SETTINGS = "planforge.yaml"
PLANS = "plan_specs"
DIRECTIVES = "directives"
#: The file that the modelines of a workspace's documents name.
SCHEMA = "planforge.schema.json"

_NO_PLANS = frozenset({"units.yaml", "units.yml"})
_DOCUMENTS = frozenset(
    {".yaml", ".yml", ".docx", ".doc", ".wps", ".pdf", ".html", ".htm", ".mht", ".xlsx", ".txt", ".md"}
)
#: Documents that are opened to look for a 文号; a workspace of more is searched by file name alone.
_MOST_OPENED = 200
_SAME = str.maketrans(dict.fromkeys("〔〕[]()【】《》〈〉“”\"' "))


def find_root(path: Path) -> Path | None:
    """The nearest folder at or above `path` that holds planforge.yaml or plan_specs/; None where there is none."""
    here = path.resolve()  # `..` would make the folder it leaves a parent
    return next((folder for folder in (here, *here.parents) if _is_root(folder)), None)


def _is_root(folder: Path) -> bool:
    return (folder / SETTINGS).is_file() or (folder / PLANS).is_dir()


def plans(root: Path) -> tuple[Path, ...]:
    """The YAML files directly under plan_specs/, but for the roster and for old copies (名.旧.yaml), by name."""
    folder = root / PLANS
    found = (path for path in folder.glob("*.y*ml") if path.suffix in (".yaml", ".yml") and path.is_file())
    shown = (path for path in found if path.name not in _NO_PLANS and not path.name.startswith("."))
    return tuple(sorted(path for path in shown if not is_old(path)))


def resolve(reference: str, folder: Path, root: Path | None) -> Path | None:
    """The file that a plan in `folder` means by `reference`; None where there is none.

    A path counts from the plan's folder, then from the workspace, its plan_specs/ and its directives/. Anything else
    is a file's name without its ending, a 文号 or a title of a document in plan_specs/ and directives/.
    """
    places = [folder, *([root, root / PLANS, root / PLANS / DIRECTIVES] if root else [])]
    path = Path(reference.replace("\\", "/"))
    found = next((place / path for place in places if is_file(place / path)), None)
    return found or (_search(reference, root) if root else None)


def _search(reference: str, root: Path) -> Path | None:
    candidates = sorted(path for path in _documents(root) if path.name not in _NO_PLANS)
    wanted = _plain(reference)
    by_name = next((path for path in candidates if _plain(path.stem) == wanted), None)
    opened = candidates if len(candidates) <= _MOST_OPENED else []
    return by_name or next((path for path in opened if wanted in _called(path)), None)


def _documents(root: Path) -> Iterator[Path]:
    for folder in (root / PLANS / DIRECTIVES, root / PLANS):
        found = (path for path in folder.glob("*") if path.suffix.lower() in _DOCUMENTS and path.is_file())
        yield from (path for path in found if not is_old(path))


def _called(path: Path) -> tuple[str, ...]:
    """What a document is called: its 文号 and title; nothing for a file that can't be read."""
    try:
        document: Document = load(str(path)).document
    except InputError:
        return ()
    return tuple(_plain(text.value) for text in (document.doc_number, document.title) if text.value)


def _plain(words: str) -> str:
    """Words without what people write in different ways: brackets, quotes, widths, blanks."""
    return unicodedata.normalize("NFKC", words).translate(_SAME)


def init(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Makes `folder` a workspace; gives every file and whether it is new. What is there already stays as it is.

    Raises InputError where something else has its name, OSError where files can't be written.
    """
    source = template_dir() / "workspace"
    for path in sorted(path for path in source.rglob("*") if path.is_file()):
        target = folder / path.relative_to(source)
        yield target, _write_new(target, path.read_bytes())
    yield folder / SCHEMA, _write_new(folder / SCHEMA, _schema())


def _schema() -> bytes:
    from planforge.schemas import editor

    return (json.dumps(editor(), ensure_ascii=False, indent=1) + "\n").encode()


def _write_new(path: Path, content: bytes) -> bool:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        if path.parent.is_dir():
            return False
        raise InputError(f"{path.parent}：已有同名的文件，不能在这里建工作区。") from None
    return True
