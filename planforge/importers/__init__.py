"""Reads documents of any format: one module a format gives paragraphs, one reader makes a Document of them."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib import import_module
from types import ModuleType

from planforge import discovery
from planforge.model import InputError, Reading


def read(data: bytes, file: str) -> Reading:
    """The document in the bytes of a file; `file` names it in findings. The content decides the format, not the name.

    Raises InputError, with a message for the user, where nothing can be read.
    """
    from planforge.importers._source import source_of
    from planforge.importers.reader import read as read_layout

    if not data.strip(b"\x00 \t\r\n"):
        raise InputError(f"{file}：文件是空的。")
    for importer in importers():
        if importer.recognises(data, file):
            layout = importer.layout(data, file)
            reading = read_layout(layout)
            document = replace(reading.document, suppressions=layout.suppressions)
            return replace(reading, document=document, source=source_of(layout))
    kinds = ".txt、.md、.docx、.pdf、.html、.mht、.xlsx、.doc、.wps"
    raise InputError(f"{file}：不认识的文件格式。可读取 {kinds}，请另存为其中一种再导入。")


def importers() -> tuple[ModuleType, ...]:
    """The modules of this package that read a format; plain text, which anything may seem to be, is asked last."""
    found = [import_module(f"{__name__}.{name}") for name in discovery.names(sys.modules[__name__])]
    readers = [module for module in found if hasattr(module, "recognises")]
    return tuple(sorted(readers, key=lambda module: getattr(module, "LAST_RESORT", False)))
