"""Holds a plan against its superior documents: the steps in their order, on as many processors as there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from planforge.coverage.declared.links import Declarations, read_declarations
from planforge.coverage.figures.deadlines import deadline_conflicts
from planforge.coverage.figures.planned import Figures
from planforge.coverage.figures.stated import Stated
from planforge.coverage.figures.targets import target_conflicts
from planforge.coverage.figures.unnamed import unnamed_targets
from planforge.coverage.findings.orphans import find_orphans
from planforge.coverage.judging.headlines import headlines
from planforge.coverage.judging.repeated import repeated
from planforge.coverage.matching.finder import Finder, Found
from planforge.coverage.matching.match import LeafMatch
from planforge.coverage.matching.rivals import Claims, Rivals
from planforge.coverage.texts.corpus import Corpus, Leaf, frequencies
from planforge.coverage.verdicts import Verdicts
from planforge.model import DirectiveTrace, Document, Section, Task, TaskTrace, Trace
from planforge.parallel import Portion, Stages, in_parallel, meanwhile, no_collecting


def trace(plan: Document, directives: Sequence[tuple[str, Document]], figures: Figures | None = None) -> Trace:
    """What became in `plan` of every demand of its superior documents, given as (alias, document).

    `figures` are the plan's, where these have been looked for already.
    """
    declarations, broken = read_declarations(plan, directives)
    with no_collecting():
        figures = figures or Figures(plan)
        held = tuple(
            _Tracer(figures, document, declared).trace(alias)
            for (alias, document), declared in zip(directives, declarations, strict=True)
        )
    return Trace(plan.title.value, plan.year, held, broken, find_orphans(plan, held), plan=plan)


def answers(plan: Document) -> Iterator[Task]:
    """The plan's leaves that can answer a demand: a bare section of goals or requirements can't."""
    return (leaf for leaf in plan.demands() if not (isinstance(leaf, Section) and leaf.role != "tasks"))


@dataclass(frozen=True, slots=True)
class _Early:
    """What may answer a leaf; its verdict if there are no rivals to its measures but its `own`."""

    found: Found
    own: Rivals
    task: TaskTrace | None = None


class _Tracer:
    """Traces one superior document."""

    def __init__(self, figures: Figures, directive: Document, declared: Declarations) -> None:
        plan = figures.plan
        self._figures, self._plan, self._directive, self._declared = figures, plan, directive, declared
        self._corpus = Corpus.unread(directive.demands(), answers(plan))
        self._finder = Finder(self._corpus, declared)
        self._verdicts = Verdicts(declared, self._finder, headlines(plan))

    @cached_property
    def _repeated(self) -> Mapping[Leaf, LeafMatch]:
        """The leaves that the plan says again."""
        return repeated({leaf: self._finder.named(leaf) for leaf in self._corpus.superior if self._named(leaf)})

    @cached_property
    def _open(self) -> Sequence[Leaf]:
        """The others."""
        return [leaf for leaf in self._corpus.superior if leaf not in self._repeated]

    def _named(self, leaf: Leaf) -> bool:
        """Whether tasks were named for all of a leaf, and none for a part of it."""
        declared, task = self._declared, leaf.task
        return bool(declared.accepted(task.id)) and not any(clause.id in declared.links for clause in task.clauses)

    def trace(self, alias: str) -> DirectiveTrace:
        document = self._directive
        stating = partial(Stated, self._figures, document)
        with meanwhile(stating, len(self._corpus.superior), self._known) as find_stated:
            tasks = self._all_tasks()
            stated = find_stated()
        return DirectiveTrace(
            alias,
            document.title.value,
            document.doc_number.value or None,
            tasks,
            target_conflicts(stated, document, tasks),
            deadline_conflicts(tasks, document, self._plan),
            document.file,
            document,
            unnamed_targets(stated, tasks),
        )

    def _known(self) -> list[object]:
        """The objects that what is stated refers to, so that the other process sends none of them back."""
        targets = (target for node in self._directive.walk() for target in node.targets)
        return [self._figures, self._plan, *targets]

    def _all_tasks(self) -> tuple[TaskTrace, ...]:
        """The verdicts on all leaves in reading order: those that are open are weighed, by as many processes as can."""
        weighed = iter(in_parallel(self._tasks, len(self._open), self._corpus.parts) if self._open else ())
        again = self._repeated
        return tuple(
            self._verdicts.repeated(again[leaf]) if leaf in again else next(weighed) for leaf in self._corpus.superior
        )

    def _tasks(self, portion: Portion) -> Stages[list[TaskTrace]]:
        """The open leaves of one portion; on the way all hear how rare grams are, and what measures claim."""
        corpus = self._corpus
        corpus.weigh((yield frequencies((*portion.of(corpus.superior), *portion.of(corpus.plan)))))
        early = [self._early(leaf) for leaf in portion.of(self._open)]
        claimed: list[Claims] = yield Rivals.of(one.own.claims for one in early).claims
        rivals = Rivals.of([*claimed, self._claims_beside(early)])
        judge = self._verdicts.task
        return [one.task if one.task and one.own.agree(rivals) else judge(one.found, rivals) for one in early]

    def _claims_beside(self, early: Sequence[_Early]) -> Claims:
        """What the repeated leaves claim, as far as it may answer others."""
        wanted = {pair.other for one in early for match in one.found.matches for pair in match.counterparts}
        beside = (
            leaf for leaf, said in self._repeated.items() if any(pair.other in wanted for pair in said.counterparts)
        )
        return Rivals(match for leaf in beside for match in self._finder.find(leaf).matches).claims

    def _early(self, leaf: Leaf) -> _Early:
        """What may answer a leaf; its verdict, too, while its words are weighed, if others hardly want its answers."""
        found = self._finder.find(leaf)
        own = Rivals(found.matches)
        if found.elsewhere or not self._declared.accepted(leaf.task.id):
            return _Early(found, own)
        early = _Early(found, own, self._verdicts.task(found, own))
        found.match.release()
        return early
