"""What there is to look up, and the workspace to begin with: manual pages, schemas, style profiles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def explain(code: str | None = None) -> str:
    """The manual page of a code, or the index of all of them. Raises InputError for an unknown code."""
    from planforge import manual

    return manual.explain(code) if code else manual.index()


def schema(name: str) -> str:
    """The JSON Schema (draft-07) for editors (`editor`) or of the normalised form (`contract`).

    Raises InputError for another name.
    """
    import json

    from planforge import schemas
    from planforge.model import InputError

    found = {"editor": schemas.editor, "contract": schemas.contract}
    if name not in found:
        raise InputError(f"没有“{name}”这种格式；可用的有：{'、'.join(found)}")
    return json.dumps(found[name](), ensure_ascii=False, indent=2) + "\n"


def init(folder: str) -> Iterator[tuple[Path, bool]]:
    """Makes `folder` a workspace; gives each file and whether it is new. What is there already stays as it is.

    Raises InputError where something else has its name.
    """
    from planforge.lifecycle import workspace

    return workspace.init(Path(folder))


def style_list() -> Iterator[tuple[str, str]]:
    """The shipped style profiles: name and title."""
    from planforge import styles

    return ((name, styles.load(name).summary) for name in styles.available())


def style_source(name: str) -> str:
    """The YAML of a style profile: a shipped one, or a file. Raises InputError for neither, and where it has faults."""
    from planforge import styles

    styles.load(name)
    return styles.path_of(name).read_text(encoding="utf-8")
