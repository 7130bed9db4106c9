"""What there is to look up, and the workspace to begin with: manual pages, schemas, style profiles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def explain(code: str | None = None) -> str:
    """The manual page of a code, or the index of all of them."""
    from planforge import manual

    return manual.explain(code) if code else manual.index()


def schema(name: str) -> str:
    """The JSON Schema (draft-07) for editors (`editor`) or of the normalised form (`contract`)."""
    import json

    from planforge import schemas

    content = schemas.contract() if name == "contract" else schemas.editor()
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def init(folder: str) -> Iterator[tuple[Path, bool]]:
    """Makes `folder` a workspace; gives each file and whether it is new."""
    from planforge.lifecycle import workspace

    return workspace.init(Path(folder))


def style_list() -> Iterator[tuple[str, str]]:
    """The shipped style profiles: name and title."""
    from planforge import styles

    return ((name, styles.load(name).summary) for name in styles.available())


def style_source(name: str) -> str:
    """The YAML of a style profile."""
    from planforge import styles

    styles.load(name)
    return styles.path_of(name).read_text(encoding="utf-8")
