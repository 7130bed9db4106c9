"""Holds a plan against its superior documents, over one level or several."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from planforge.coverage import Figures, trace
from planforge.coverage.findings.chain import chain
from planforge.lifecycle.ahead import reading_ahead
from planforge.lifecycle.loading import load, load_bytes
from planforge.lifecycle.superiors import Superiors, find_superiors
from planforge.model import Chain, Diagnostic, DirectiveTrace, Document, InputError, Trace
from planforge.text.levels import stands_lower

#: A superior document by the name that the document below it uses.
Named = tuple[str, Document]
#: From the topmost superior document down to the plan's own.
Ladder = tuple[Named, ...]

#: 国家、省、市、县、乡 and one to spare; longer ladders are a mistake in somebody's 上级文件.
_HIGHEST = 6


def hold(path: str, against: Sequence[str] = (), through: Sequence[str] = ()) -> Trace:
    """The plan at `path` held against its superior documents.

    Where one of those names superior documents itself, or where `through` names the levels between `against` and the
    plan (highest first), the demands of the topmost are followed down. Raises InputError where a document is missing,
    or none named, and where the plan says nothing.
    """
    with reading_ahead(against, load_bytes):
        return _held(path, against, through)


def _held(path: str, against: Sequence[str], through: Sequence[str]) -> Trace:
    plan = load(path).document
    if not (plan.title.value or plan.preamble.value or any(plan.walk())):
        raise InputError(f"{path}：标题和任务都没有读出来，没有可以对照的内容。请看是不是拿错了文件。")
    figures = Figures(plan)  # before the superior document is asked for, which another process may still be reading
    absent: tuple[Diagnostic, ...] = ()
    if through:
        middle = find_superiors(plan, through).documents()
        ladders = [(top, *middle) for top in _required(plan, against, path).documents()]
        held = trace(plan, middle[-1:], figures)
    else:
        superiors = _required(plan, against, path).documents()
        climbs = [_climb(named, frozenset({plan.file})) for named in superiors]
        ladders = [ladder for climb in climbs for ladder in climb.ladders]
        absent = tuple(dict.fromkeys(one for climb in climbs for one in climb.absent))
        held = trace(plan, superiors, figures)
    chains = tuple(_chains(held, [ladder for ladder in ladders if len(ladder) > 1]))
    return replace(held, chains=chains, absent=absent, misplaced=tuple(dict.fromkeys(_misplaced(plan, ladders))))


def _misplaced(plan: Document, ladders: Sequence[Ladder]) -> Iterator[tuple[str, str]]:
    """Documents that stand above one of a higher office, as when a way down is written upside down."""
    for ladder in ladders:
        for upper, lower in pairwise([*(document for _, document in ladder), plan]):
            if stands_lower(upper, lower):
                yield upper.title.value, lower.title.value


def _required(plan: Document, against: Sequence[str], path: str) -> Superiors:
    superiors = find_superiors(plan, against)
    if superiors.missing:
        raise InputError("；".join(d.message for d in superiors.diagnostics()) + "。")
    if not superiors.found:
        raise InputError(f"{path}：没有写“上级文件”，也没有用 --against 指定，无从对照。")
    return superiors


@dataclass(frozen=True, slots=True)
class _Climb:
    """Every way up from a document, and the documents on it that can't be found here: those end the way."""

    ladders: tuple[Ladder, ...]
    absent: tuple[Diagnostic, ...] = ()


def _climb(named: Named, below: frozenset[str]) -> _Climb:
    document = named[1]
    above = find_superiors(document) if document.against and len(below) < _HIGHEST else Superiors()
    higher = [one for one in above.documents() if one[1].file not in below]
    climbs = [_climb(one, below | {document.file}) for one in higher]
    ladders = tuple((*ladder, named) for climb in climbs for ladder in climb.ladders)
    absent = (*above.diagnostics(), *(one for climb in climbs for one in climb.absent))
    return _Climb(ladders or ((named,),), absent)


def _chains(held: Trace, ladders: Sequence[Ladder]) -> Iterator[Chain]:
    known: dict[tuple[int, int], DirectiveTrace] = {}

    def between(upper: Named, lower: Named) -> DirectiveTrace:
        pair = id(upper[1]), id(lower[1])
        if pair not in known:
            known[pair] = trace(lower[1], [upper]).directives[0]
        return known[pair]

    for ladder in ladders:
        yield _chain(held, ladder, between)


def _chain(held: Trace, ladder: Ladder, between: Callable[[Named, Named], DirectiveTrace]) -> Chain:
    last = next(directive for directive in held.directives if directive.document is ladder[-1][1])
    return chain([*(between(upper, lower) for upper, lower in pairwise(ladder)), last], held.plan_title)
