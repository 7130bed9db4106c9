"""Documents in and out: as JSON or YAML, next year's draft, what differs between two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planforge.lifecycle.loading import load, load_bytes

if TYPE_CHECKING:
    from planforge.lifecycle.draft import Draft
    from planforge.model import Reading
    from planforge.yaml_io.dump import Lang

__all__ = ["convert", "diff", "draft", "load", "load_bytes", "to_json", "to_yaml"]


def to_json(reading: Reading) -> bytes:
    """The document in the contract's JSON, with what the reader found."""
    from planforge.renderers import json as writer

    return writer.dumps(writer.to_dict(reading))


def to_yaml(reading: Reading, lang: str = "zh") -> str:
    """The document as a clerk would write it; `lang` (zh or en) is that of the keys. Raises InputError for another."""
    from planforge import yaml_io

    return yaml_io.dump(reading.document, _lang(lang))


def convert(path: str, lang: str) -> tuple[str, bytes]:
    """The YAML file at `path` with its keys in `lang` (zh or en): as text, and as the bytes of its own encoding.

    Raises InputError where it has faults, or characters that can't be written back, and for another language.
    """
    from planforge.files import read_bytes
    from planforge.yaml_io.editing import convert as convert_keys
    from planforge.yaml_io.encoding import reencoded

    source = read_bytes(path)
    text = convert_keys(source, path, _lang(lang))
    return text, reencoded(text, source, path)


def _lang(name: str) -> Lang:
    from planforge.model import InputError

    langs: dict[str, Lang] = {"zh": "zh", "en": "en"}
    if name not in langs:
        raise InputError(f"没有“{name}”这种键名；可用的有：{'、'.join(langs)}")
    return langs[name]


def draft(path: str, year: int, against: Sequence[str] = (), output: str = "-") -> Draft:
    """The draft of `year`'s plan from last year's at `path` and the superior documents; it will stand at `output`.

    Raises InputError for a file that can't be read, a plan without tasks or of no year, and a `year` that isn't later.
    """
    from planforge.lifecycle import draft as drafting

    return drafting.draft(path, year, tuple(against), output)


def diff(
    before: str, after: str, against: Sequence[str] = (), form: str = "text", *, colour: bool = False
) -> str | bytes:
    """What differs between two documents (`text`, `json`, `html`), or the second with tracked changes (`docx`: bytes).

    `against` are the superior documents that tell what changed in coverage, by default those of `after`. Raises
    InputError for a file that can't be read, and for another format.
    """
    from planforge.lifecycle import diff as comparing
    from planforge.lifecycle.diff.tracked import tracked
    from planforge.model import InputError
    from planforge.reporters import formats, reporter

    if form == "docx":
        return tracked(before, after)
    if form not in formats("diff"):
        raise InputError(f"没有“{form}”这种输出格式；可用的有：docx、{'、'.join(formats('diff'))}")
    report = reporter("diff", form).report
    content: str = report(comparing.compare(before, after, against), colour=colour)
    return content
