"""Checks a plan: reads it, holds it against its superior documents, and runs the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from planforge import engine
from planforge.lifecycle.loading import load
from planforge.lifecycle.office import Office, office_of
from planforge.lifecycle.superiors import Superiors, find_superiors
from planforge.lifecycle.typesetting.printing import printed
from planforge.model import Diagnostic, Document, InputError, Reading, Trace
from planforge.rules import RuleContext, RuleSelection
from planforge.settings import FILE

#: The codes of rules on how a file is set.
_FORMAT = "F"


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What a user asks of a check besides the workspace's settings; empty `select` means those.

    `style` is the profile that a Word file is held against, by default the workspace's.
    """

    against: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    style: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A checked plan. `sources` maps each file that findings may point at to its text."""

    path: str
    document: Document
    diagnostics: tuple[Diagnostic, ...]
    trace: Trace | None
    sources: Mapping[str, str]

    @property
    def exit_code(self) -> int:
        """1 when anything of warning or worse was found."""
        return int(any(d.severity in ("error", "warning") for d in self.diagnostics))


def check(path: str, options: CheckOptions | None = None) -> Check:
    """All findings on the plan at `path`, in one run; writes nothing. Raises InputError when it is unreadable."""
    return check_reading(path, load(path), options or CheckOptions())


def check_reading(path: str, reading: Reading, options: CheckOptions) -> Check:
    """The same for a plan that was read already, as if it stood at `path`."""
    return check_against(path, reading, find_superiors(reading.document, options.against), options)


def check_against(
    path: str, reading: Reading, superiors: Superiors, options: CheckOptions, held: Trace | None = None
) -> Check:
    """The same, held against superior documents that were found already; `held` where that is done already, too."""
    office = office_of(path)
    if held is None and superiors.found:
        held = _held(reading.document, superiors)
    selection = _selection(office, options)
    setting = printed(path, reading.document, office, options.style)
    if setting is None:
        _refuse_format_alone(path, options)
    context = RuleContext(reading.document, held, office.roster, selection, printed=setting)
    found = engine.run(context, (*reading.diagnostics, *superiors.diagnostics(), *superiors.faults()))
    sources = {reading.document.file: reading.source, **superiors.sources()}
    return Check(path, reading.document, found, held, sources)


def _held(plan: Document, superiors: Superiors) -> Trace:
    from planforge.coverage import trace  # 50 ms, for plans that are held against something

    return trace(plan, superiors.documents())


def _selection(office: Office, options: CheckOptions) -> RuleSelection:
    """The workspace's rules; what is asked for in this run wins over what its settings say."""
    chosen = office.settings
    _refuse_unknown((*options.select, *options.ignore))
    _refuse_unknown((*chosen.select, *chosen.ignore), f"{FILE}：")
    _refuse_unknown_severities(tuple(chosen.severities))
    ours = RuleSelection(severities=chosen.severities, options=chosen.options)
    if options.select:
        return replace(ours, select=options.select, ignore=(*chosen.ignore, *options.ignore))
    return replace(ours, select=chosen.select, ignore=chosen.ignore, never=options.ignore)


def _refuse_unknown(prefixes: tuple[str, ...], written_in: str = "") -> None:
    """A misspelt code would check nothing and say that all is well; so would one in the settings."""
    if not prefixes:
        return
    from planforge.manual import codes

    wrong = [prefix for prefix in prefixes if not any(code.startswith(prefix) for code in codes())]
    if wrong:
        raise InputError(f"{written_in}没有以“{'”“'.join(wrong)}”开头的规则。用 planforge explain 列出全部规则。")


def _refuse_unknown_severities(given: tuple[str, ...]) -> None:
    """A severity goes by the whole code: under its beginning it would change nothing and say nothing."""
    if not given:
        return
    from planforge.manual import codes

    wrong = [code for code in given if code not in codes()]
    if wrong:
        raise InputError(f"{FILE}：“级别”里的“{'”“'.join(wrong)}”不是规则编号，要写全，如 UNI001。")


def _refuse_format_alone(path: str, options: CheckOptions) -> None:
    """Asked for nothing but the setting of a file that has none, a check would say that all is well."""
    if options.select and all(prefix.startswith(_FORMAT) for prefix in options.select):
        raise InputError(
            f"{path}：版面规则（{_FORMAT}）只查 Word 文件（.docx）。请先用 planforge render 排印，再查排好的文件。"
        )
