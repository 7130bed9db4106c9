"""The page on how the program is built names everything that there is, and nothing else; so do the notes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "结构.md"
NOTES = sorted((ROOT / "docs" / "notes").glob("*.md"))
_NAMED = re.compile(r"`([\w./-]+)`")


def named(page: Path) -> set[str]:
    """What a page sets as code that looks like a path."""
    return {name for name in _NAMED.findall(page.read_text(encoding="utf-8")) if "/" in name}


def test_every_path_that_the_page_names_is_there() -> None:
    assert [name for name in sorted(named(PAGE)) if not (ROOT / name).exists()] == []


def test_every_package_and_every_module_beside_them_is_named() -> None:
    packages = {f"{path.parent.relative_to(ROOT)}/" for path in (ROOT / "planforge").rglob("__init__.py")}
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "planforge").glob("[!_]*.py")}
    wanted = (packages | modules) - {"planforge/"}
    assert wanted - named(PAGE) == set()


def test_the_layers_are_those_that_the_linter_holds() -> None:
    import tomllib

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    held = [contract["layers"] for contract in settings["tool"]["importlinter"]["contracts"]]
    drawn = re.findall(r"\n    (\w[\w |]* > .*?)\n\n", PAGE.read_text(encoding="utf-8"), re.S)
    layers = [[layer.replace("planforge.", "") for layer in contract] for contract in held]
    assert [[" ".join(layer.split()) for layer in one.split(">")] for one in drawn] == layers


@pytest.mark.parametrize("note", [PAGE, *NOTES], ids=lambda note: note.stem)
def test_every_module_that_a_note_names_is_there(note: Path) -> None:
    modules = [f"/{path.relative_to(ROOT)}" for part in ("planforge", "tests") for path in (ROOT / part).rglob("*.py")]
    wanted = re.findall(r"`([\w./-]+\.py)`", note.read_text(encoding="utf-8"))
    assert [name for name in wanted if not any(path.endswith(f"/{name}") for path in modules)] == []
