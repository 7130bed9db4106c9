"""Carries out the decisions on whole sections and tasks that can be, and tells why the others can't."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from planforge.lifecycle.circulation.whole_tasks.decisions import Decision
from planforge.lifecycle.circulation.whole_tasks.rebuilding import Rebuilt, rebuild
from planforge.lifecycle.circulation.whole_tasks.whereabouts import Whereabouts
from planforge.lifecycle.office import Office
from planforge.lifecycle.sync.findings import called
from planforge.model import Document, InputError, Task
from planforge.schemas.words import writing
from planforge.text.places import wheres
from planforge.yaml_io.editing import Editable


@dataclass(frozen=True, slots=True)
class Carried:
    """The file as it becomes, why rows were left out, how many are in it, and what went with tasks that went."""

    after: bytes
    conflicts: tuple[str, ...] = ()
    done: int = 0
    lost: tuple[str, ...] = ()


def carried_out(
    plan: Editable, sent: Document, made: Sequence[Decision], found: Whereabouts, office: Office
) -> Carried:
    """The plan with these decisions; `found` are nodes of its document.

    Where some can't be written together, each is tried with those before it.
    """
    hindered = [(each, each.hindrance(found)) for each in made]
    wanted = [each for each, why in hindered if not why]

    def with_them(decisions: Sequence[Decision]) -> Rebuilt:
        return rebuild(plan, sent, decisions, found, office)

    try:
        result, kept, clashing = with_them(wanted), wanted, list[tuple[Decision, str]]()
    except InputError:
        result, kept, clashing = _one_by_one(wanted, with_them)
    refused = [*((each, why) for each, why in hindered if why), *clashing]
    conflicts = tuple(f"{each.called}：{why}" for each, why in refused)
    return Carried(result.after, conflicts, sum(len(each.rows) for each in kept), tuple(_lost(plan, result)))


def _one_by_one(
    wanted: Sequence[Decision], with_them: Callable[[Sequence[Decision]], Rebuilt]
) -> tuple[Rebuilt, list[Decision], list[tuple[Decision, str]]]:
    """The plan with all that go together, these, and why the others don't."""
    result, kept, clashing = with_them([]), list[Decision](), list[tuple[Decision, str]]()
    for each in wanted:
        try:
            result = with_them([*kept, each])
            kept.append(each)
        except InputError as fault:
            clashing.append((each, fault.message))
    return result, kept, clashing


def _lost(plan: Editable, result: Rebuilt) -> Iterator[str]:
    """Removed tasks that answered a superior item, or whose results somebody wrote down."""
    places = wheres(plan.document)
    for node in (each for top in result.removed for each in top.walk()):
        if kept := "；".join(_kept(node)):
            yield f"{called(node, places[id(node)])}：{kept}"


def _kept(node: Task) -> Iterator[str]:
    if node.implements:
        yield "落实 " + "、".join(f"{link.directive}#{link.item}" for link in node.implements)
    if node.status:
        yield f"状态 {writing('status', node.status, 'zh')}"
    for name, words in (("进展", node.progress), ("佐证", node.evidence), ("备注", node.note)):
        if words:
            yield f"{name} {words}"
