"""Writes documents out: one file or package a format, with FORMAT, SUFFIX and `render(document, style) -> bytes`."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

from planforge.discovery import names
from planforge.model import InputError


def renderer(form: str) -> ModuleType:
    """The module that writes a format. Raises InputError, naming those that exist, for another one."""
    known = names(sys.modules[__name__])
    if form not in known:
        raise InputError(f"没有“{form}”这种输出格式；可用的有：{'、'.join(known)}")
    return importlib.import_module(f"{__name__}.{form}")
