"""Holds a plan against its superior documents, over one level or several."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from planforge.coverage import trace
from planforge.coverage.chain import chain
from planforge.lifecycle.loading import load
from planforge.lifecycle.superiors import Superiors, find_superiors
from planforge.model import Chain, DirectiveTrace, Document, InputError, Trace

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
    or none named.
    """
    plan = load(path).document
    if through:
        middle = find_superiors(plan, through).documents()
        ladders = [(top, *middle) for top in _required(plan, against, path).documents()]
        held = trace(plan, middle[-1:])
    else:
        superiors = _required(plan, against, path)
        ladders = [ladder for named in superiors.documents() for ladder in _ladders(named, frozenset({plan.file}))]
        held = trace(plan, superiors.documents())
    return replace(held, chains=tuple(_chains(held, [ladder for ladder in ladders if len(ladder) > 1])))


def _required(plan: Document, against: Sequence[str], path: str) -> Superiors:
    superiors = find_superiors(plan, against)
    if superiors.missing:
        raise InputError("；".join(d.message for d in superiors.diagnostics()) + "。")
    if not superiors.found:
        raise InputError(f"{path}：没有写“上级文件”，也没有用 --against 指定，无从对照。")
    return superiors


def _ladders(named: Named, below: frozenset[str]) -> Iterator[Ladder]:
    """Every way up from a document. A superior document of it that can't be found here ends the way."""
    document = named[1]
    above = find_superiors(document).documents() if document.against and len(below) < _HIGHEST else ()
    higher = [one for one in above if one[1].file not in below]
    for one in higher:
        yield from ((*ladder, named) for ladder in _ladders(one, below | {document.file}))
    if not higher:
        yield (named,)


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
