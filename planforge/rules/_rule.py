"""What a rule is, what it finds, and which rules a user wants."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from planforge.model import Edit, Fix, Severity, Task, Text

#: Where a rule takes its force from: 《党政机关公文处理工作条例》, a national standard, another standard, or practice.
Authority = Literal["条例", "国标", "标准", "实务"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's card: `name` is the Chinese headline, `basis` the clause that it rests on.

    `options` holds every option with its default. A rule with `last` runs after the others and sees what they found.
    `replaces`: codes of readers that say the same with less; they are left out where the rule runs, or is ignored.
    """

    code: str
    name: str
    severity: Severity
    authority: Authority
    basis: str
    options: Mapping[str, object] = field(default_factory=dict)
    last: bool = False
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One hit of a rule, at the words `text`.

    `at` is the task that it belongs to, or the name of another part (标题, 导语). `severity` replaces the rule's own
    where a case is milder.
    """

    text: Text
    message: str
    at: Task | str = ""
    advice: str = ""
    fix: Fix | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Several:
    """Findings that are told as one, which `tell` makes of those that no one has set aside, in their order."""

    findings: tuple[Finding, ...]
    tell: Callable[[Sequence[Finding]], Finding]


#: What a rule yields.
Found = Finding | Several


@dataclass(frozen=True, slots=True)
class RuleSelection:
    """Which rules run and how.

    `select` and `ignore` hold prefixes of codes; the longer match wins, no `select` means all. `never` holds prefixes
    that no `select` brings back. `severities` and `options` go by full code.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    def wants(self, code: str) -> bool:
        """Whether findings of `code` are reported."""
        if code.startswith(self.never):
            return False
        chosen = _longest(self.select or ("",), code)
        return chosen >= 0 and chosen >= _longest(self.ignore, code)

    def ignores(self, code: str) -> bool:
        """Whether the user said in so many words that findings of `code` are not to be reported."""
        return not self.wants(code) and code.startswith((*self.ignore, *self.never))


def _longest(prefixes: tuple[str, ...], code: str) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)


def rewrite(text: Text, words: str, *, safe: bool = True) -> Fix:
    """The fix that puts `words` where `text` stands; safe where the meaning can't change."""
    title = f"改为“{words}”" if words else f"删去“{text.value}”"
    return Fix(title, safe, (Edit(text.span(), words, text.value),))
