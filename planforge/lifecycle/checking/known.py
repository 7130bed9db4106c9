"""Findings that are known and let be: a file of them, so that a check tells only what is new."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from planforge.files import read_bytes
from planforge.lifecycle.checking import Check
from planforge.model import Diagnostic, Document, InputError, Span, Task
from planforge.text.numbering import leading_marker
from planforge.text.places import wheres

_LENGTH = 16


@dataclass(frozen=True, slots=True)
class New:
    """Checks without their known findings, and how many those were."""

    checks: tuple[Check, ...]
    known: int


def without_known(checks: Sequence[Check], path: str) -> New:
    """The checks without the findings that the file at `path` holds; one that is there more often now is told.

    Raises InputError for a file that `write` hasn't made.
    """
    left = _read(path)
    kept: list[Check] = []
    for check in checks:
        new = tuple(d for d, mark in fingerprints(check) if not _take(left, mark))
        kept.append(replace(check, diagnostics=new))
    before, after = (sum(len(check.diagnostics) for check in group) for group in (checks, kept))
    return New(tuple(kept), before - after)


def write(checks: Iterable[Check]) -> str:
    """All findings of the checks as the content of such a file, a line each, so that git shows what was added."""
    entries = sorted(_entries(checks), key=lambda entry: (entry["code"], entry["words"], entry["fingerprint"]))
    lines = ",\n".join(f"    {json.dumps(entry, ensure_ascii=False)}" for entry in entries)
    return f'{{\n  "version": 1,\n  "findings": [\n{lines}\n  ]\n}}\n'


def fingerprints(check: Check) -> Iterator[tuple[Diagnostic, str]]:
    """Each finding with a hash of its code, its words and the headings above it.

    Lines and numbers don't count: what is put in before a finding doesn't change it.
    """
    paths = _headings(check.document)
    for d in check.diagnostics:
        yield d, _hash(d.code, _words(d.span, check.sources), *paths.get(d.where, (d.where,)))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_LENGTH]


def _headings(document: Document) -> dict[str, tuple[str, ...]]:
    """The headings from the section down to each node, by the words for where it stands."""
    names = wheres(document)
    found: dict[str, tuple[str, ...]] = {}
    for part in (document.sections, *(attachment.sections for attachment in document.attachments)):
        for node, path in _walk(part, ()):
            found.setdefault(names[id(node)], path)
    return found


def _walk(nodes: Iterable[Task], above: tuple[str, ...]) -> Iterator[tuple[Task, tuple[str, ...]]]:
    for node in nodes:
        path = (*above, node.heading.value)
        yield node, path
        yield from _walk(node.tasks, path)


def _words(span: Span, sources: Mapping[str, str]) -> str:
    """The words of a finding on its first line, without a number before them."""
    lines = sources.get(span.file, "").split("\n")
    if not 1 <= span.start.line <= len(lines):
        return ""
    line = lines[span.start.line - 1]
    stop = span.end.column - 1 if span.end.line == span.start.line else len(line)
    words = line[span.start.column - 1 : stop].strip()
    marker = leading_marker(words)
    return words[marker.length :].strip() if marker else words


def _entries(checks: Iterable[Check]) -> Iterator[dict[str, str]]:
    """The fingerprints, and beside them what people want to know who read the file."""
    for check in checks:
        for d, mark in fingerprints(check):
            words = _words(d.span, check.sources)
            yield {"fingerprint": mark, "code": d.code, "words": words, "message": d.message}


def _take(left: Counter[str], mark: str) -> bool:
    if not left[mark]:
        return False
    left[mark] -= 1
    return True


def _read(path: str) -> Counter[str]:
    try:
        content = json.loads(read_bytes(path).decode("utf-8-sig"))
        return Counter(str(entry["fingerprint"]) for entry in content["findings"])
    except (ValueError, LookupError, TypeError, RecursionError):
        what = "这不是 planforge check --write-baseline 写出的文件。"
        raise InputError(f"{path}：{what}") from None
