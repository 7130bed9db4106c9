"""What the tool has to say about a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from planforge.model.source import Span

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
#: How people call them.
SEVERITY_NAMES: Mapping[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace what stands at `span` by `text`. `replaced`: the words that should stand there; None where unknown."""

    span: Span
    text: str
    replaced: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a fault; safe ones keep the meaning and may be made unasked."""

    title: str
    safe: bool
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong (`message`), where, what to write instead (`advice`), and by what clause (`basis`)."""

    code: str
    severity: Severity
    message: str
    span: Span = Span()
    where: str = ""
    advice: str = ""
    basis: str = ""
    fix: Fix | None = None


class InputError(Exception):
    """The input can't be used at all: `message` tells the user why and what to do; the command ends with code 2."""

    def __init__(self, message: str, span: Span | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.span = span
