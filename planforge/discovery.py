"""Finds rules, importers, renderers and reporters by listing their package: each is one new file, no register."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType


def modules(package: ModuleType) -> tuple[ModuleType, ...]:
    """All modules below `package`, by name; packages themselves and names that begin with `_` are left out."""
    found = pkgutil.walk_packages(package.__path__, package.__name__ + ".")
    names = sorted(m.name for m in found if not m.ispkg and not m.name.rpartition(".")[2].startswith("_"))
    return tuple(importlib.import_module(name) for name in names)


def names(package: ModuleType) -> tuple[str, ...]:
    """The last names of the direct modules of `package`, without importing them."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(package.__path__) if not m.name.startswith("_")))
