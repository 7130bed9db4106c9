"""Units by role: several lists as one, and the rule that the first of a list leads."""

from __future__ import annotations

from collections.abc import Iterable

from planforge.model import Text, UnitRole, Units
from planforge.text.late import late

FIRST_LEADS = late(
    r"[，,；;。]?\s*[（(〔]?(?:列|排|名列|排名)?(?:在)?(?:第一位?|首位|最前|第一个|排名第一)(?:者|的?(?:单位|部门)?)(?:为|是)(?:工作|总)?"
    r"(?:牵头|主办|主要责任)(?:单位|部门)?[^，。；）)]*"
    r"|[，,；;。]?\s*逗号前面?的?(?:单位|部门)?(?:为|是)(?:工作|总)?(?:牵头|主办)(?:单位|部门)?"
)


def first_leads(value: str) -> bool:
    """Whether the words set the rule that the first of a list leads (排在第一位的为牵头单位，下同)."""
    return bool(FIRST_LEADS.search(value))


def with_first_leading(units: Units) -> Units:
    """The first of units without a mark, as lead: what the rule of `first_leads` says of them."""
    if units.lead or not units.responsible:
        return units
    return Units(units.responsible[:1], units.support, units.responsible[1:])


def each_first_leading(lists: Iterable[Units]) -> Units:
    """Several lists as one, the first of each leading; who leads by one list is in no other role by another."""
    units = merge(*map(with_first_leading, lists))
    support, responsible = (
        tuple(u for u in role if u not in units.lead) for role in (units.support, units.responsible)
    )
    return Units(units.lead, support, responsible)


def merge(*parts: Units) -> Units:
    """All units of several lists, each role without what a list before has; what one list has twice is its fault."""

    def joined(role: UnitRole) -> tuple[Text, ...]:
        names: list[Text] = []
        for part in parts:
            known = {name.value for name in names}
            names += [name for name in getattr(part, role) if name.value not in known]
        return tuple(names)

    return Units(joined("lead"), joined("support"), joined("responsible"))


def in_role(role: UnitRole, names: tuple[Text, ...]) -> Units:
    """Units that all have one role."""
    if role == "lead":
        return Units(lead=names)
    return Units(support=names) if role == "support" else Units(responsible=names)
