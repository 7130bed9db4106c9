"""What a careful 核稿 officer checks: one file a rule, found by listing this package.

A rule module has `RULE` (a `Rule`), `check(context)` (which yields `Finding`s, or `Several` that are told as one) and
a Chinese docstring that is its manual page; the sections 反例 and 正例 of it run as its tests.
"""

from planforge.rules._context import Printed, RuleContext
from planforge.rules._passages import Passage
from planforge.rules._pattern import Pattern
from planforge.rules._rule import Authority, Finding, Found, Rule, RuleSelection, Several, rewrite

__all__ = [
    "Authority",
    "Finding",
    "Found",
    "Passage",
    "Pattern",
    "Printed",
    "Rule",
    "RuleContext",
    "RuleSelection",
    "Several",
    "rewrite",
]
