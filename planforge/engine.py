"""Runs the rules over a document, honours suppressions, and sorts what they found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import ModuleType

import planforge.rules
from planforge.discovery import modules
from planforge.model import Diagnostic, Document, InputError
from planforge.rules import Finding, Found, Rule, RuleContext, RuleSelection, Several
from planforge.rules._suppression import covers
from planforge.text.places import wheres


@dataclass(frozen=True, slots=True)
class LoadedRule:
    """A rule with its check and its manual page."""

    rule: Rule
    check: Callable[[RuleContext], Iterator[Found]]
    page: str


@lru_cache(maxsize=1)
def load_rules() -> tuple[LoadedRule, ...]:
    """All rules of the package by code.

    Raises ValueError when two of them share a code or a name.
    """
    return collect(modules(planforge.rules))


def collect(candidates: Iterable[ModuleType]) -> tuple[LoadedRule, ...]:
    """The rules among `candidates`; raises ValueError on a code or name that is there twice."""
    found = [LoadedRule(m.RULE, m.check, m.__doc__ or "") for m in candidates if hasattr(m, "RULE")]
    for attribute in ("code", "name"):
        values = [getattr(loaded.rule, attribute) for loaded in found]
        twice = sorted({value for value in values if values.count(value) > 1})
        if twice:
            raise ValueError(f"two rules share the {attribute} {'、'.join(twice)}")
    return tuple(sorted(found, key=lambda loaded: loaded.rule.code))


def run(context: RuleContext, reading: Sequence[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
    """All findings in `context`, in the order of the source; those of `reading` are passed through with them.

    Raises InputError when the settings name a rule or an option that doesn't exist.
    """
    _refuse_unknown_options(context.selection)
    rules = [loaded for loaded in load_rules() if context.selection.wants(loaded.rule.code)]
    replaced = _replaced(context.selection)
    found = tuple(d for d in reading if context.selection.wants(d.code) and d.code not in replaced)
    document = context.document
    places = wheres(document)
    found += tuple(_run((loaded for loaded in rules if not loaded.rule.last), context, places))
    found += tuple(_run((loaded for loaded in rules if loaded.rule.last), replace(context, found=found), places))
    kept = (d for d in found if not _is_set_aside(d, document))
    return tuple(sorted(dict.fromkeys(kept), key=lambda d: _order(d, document.file)))


def _replaced(selection: RuleSelection) -> set[str]:
    """Codes of readers that a rule says better, or that are not wanted because the rule isn't."""
    rules = (loaded.rule for loaded in load_rules())
    return {
        code for rule in rules if selection.wants(rule.code) or selection.ignores(rule.code) for code in rule.replaces
    }


def _refuse_unknown_options(selection: RuleSelection) -> None:
    """A misspelt option would change nothing and say nothing."""
    known = {loaded.rule.code: loaded.rule.options for loaded in load_rules()}
    for code, options in selection.options.items():
        unknown = [name for name in options if name not in known.get(code, {})]
        if code not in known:
            raise InputError(f"设置里写了选项的规则“{code}”不存在。用 planforge explain 列出全部规则。")
        if unknown:
            names = "、".join(known[code]) or "（没有选项）"
            raise InputError(f"规则 {code} 没有选项“{unknown[0]}”；它的选项有：{names}。")


def _run(rules: Iterable[LoadedRule], context: RuleContext, places: Mapping[int, str]) -> Iterator[Diagnostic]:
    for loaded in rules:
        for found in loaded.check(context):
            if isinstance(found, Several):
                yield from _told_as_one(found, loaded.rule, context, places)
            else:
                yield _diagnostic(found, loaded.rule, context, places)


def _told_as_one(several: Several, rule: Rule, context: RuleContext, places: Mapping[int, str]) -> Iterator[Diagnostic]:
    """Those that are set aside one by one, so that their suppressions are known to be of use, and the rest as one."""
    left = []
    for finding in several.findings:
        diagnostic = _diagnostic(finding, rule, context, places)
        if _is_set_aside(diagnostic, context.document):
            yield diagnostic
        else:
            left.append(finding)
    if left:
        yield _diagnostic(several.tell(left), rule, context, places)


def _is_set_aside(found: Diagnostic, document: Document) -> bool:
    return any(covers(suppression, found, document) for suppression in document.suppressions)


def _diagnostic(finding: Finding, rule: Rule, context: RuleContext, places: Mapping[int, str]) -> Diagnostic:
    place = finding.at if isinstance(finding.at, str) else places.get(id(finding.at), "")
    severity = context.selection.severities.get(rule.code) or finding.severity or rule.severity
    span = finding.text.span()
    span = span if span.file else replace(span, file=context.document.file)
    return Diagnostic(rule.code, severity, finding.message, span, place, finding.advice, rule.basis, finding.fix)


def _order(diagnostic: Diagnostic, file: str) -> tuple[bool, object, str]:
    return diagnostic.span.file != file, diagnostic.span, diagnostic.code
