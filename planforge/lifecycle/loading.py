"""Loads a document of any format: YAML by its own reader, all else through the importers."""

from __future__ import annotations

import re
from pathlib import PurePath

from planforge.files import read_bytes
from planforge.lifecycle.ahead import read_before
from planforge.lifecycle.inputs import note_file
from planforge.lifecycle.left_out import noted
from planforge.model import Reading

_YAML_SUFFIXES = frozenset({".yaml", ".yml"})
_OTHER_SUFFIXES = frozenset({".txt", ".md", ".docx", ".doc", ".wps", ".pdf", ".html", ".htm", ".mht", ".xlsx"})
#: How a YAML plan begins, behind comments and blank lines; asked only of standard input and unknown suffixes.
_YAML_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s*#[^\n]*\n|\s*\n|---[^\n]*\n)*"
    rb"['\"]?(?:[a-z_]+|(?:[\xe4-\xe9][\x80-\xbf]{2})+)['\"]?:\s"
)


def load(path: str, label: str | None = None) -> Reading:
    """The document at `path` (`-`: standard input); `label` is what findings call it. Raises InputError."""
    data = read_bytes(path)
    note_file(path, data)
    name = label or ("标准输入" if path == "-" else path)
    return noted(read_before(data, name) or load_bytes(data, name))


def load_bytes(data: bytes, file: str) -> Reading:
    """The document in `data`."""
    if is_yaml(data, file):
        from planforge import yaml_io

        return noted(yaml_io.load(data, file))
    from planforge import importers

    return importers.read(data, file)


def is_yaml(data: bytes, file: str) -> bool:
    """Whether a file is a plan in YAML: by its suffix, or where that says nothing by its first key."""
    suffix = PurePath(file).suffix.lower()
    if suffix in _YAML_SUFFIXES:
        return True
    return suffix not in _OTHER_SUFFIXES and _YAML_HEAD.match(data) is not None
