"""Fits the judge's weights on labelled pairs, and tells how it does on pairs that it was not fitted on.

    python tests/coverage/calibrate.py [--gold DIR …] [--write]

Each pair is judged by weights fitted on all others, and on parts of them, so that the judge knows plans that leave
much undone; pairs with the same superior document are left out together. --gold adds the pairs of real documents of a
folder with docs/ and maps/, and may be given again; --write stores the weights fitted on everything.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

import logistic
from labelled import Pair, gold_pairs, own_pairs, thinned

from planforge.coverage.judging import judge
from planforge.coverage.judging.choice import Answer, choose
from planforge.coverage.judging.features import clause_features
from planforge.coverage.judging.judge import Chances
from planforge.coverage.matching.match import ClausePair, LeafMatch, Matcher
from planforge.coverage.matching.rivals import Rivals
from planforge.coverage.texts.corpus import Corpus, Leaf

WEIGHTS = Path(judge.__file__).parent.parent / "data" / "weights.json"
#: Strength of the penalty on large weights (of standardised features), for clauses and leaves.
PENALTY = {"clause": 1.0, "leaf": 0.5}
#: What a clause of a thinned pair counts beside one of a whole pair.
THIN = 0.05
STATUSES = ("uncovered", "partial", "covered")

#: Features, grade and what the row counts.
Rows = list[tuple[Sequence[float], int, float]]
Curves = dict[str, list[float]]
Answers = dict[Leaf, tuple[Answer, ...]]


class Study:
    """A pair matched once: the features of its measures by leaf, with the grades."""

    def __init__(self, pair: Pair) -> None:
        corpus = Corpus.of(pair.superior.demands(), pair.plan.demands())
        matcher = Matcher(corpus)
        matches = [matcher.search(leaf) for leaf in corpus.superior]
        rivals = Rivals(matches)
        self.pair, self.rivals = pair, rivals
        self.matches = [rivals.settle(match) for match in matches]
        self.features = [_features(match, rivals) for match in self.matches]

    def akin(self, other: Study) -> bool:
        """Whether both pairs have the same superior document: then one tells about the other."""
        return self.pair.superior == other.pair.superior

    @cached_property
    def clause_rows(self) -> Rows:
        return [
            (values, self.pair.clauses[measure.clause.id], 1.0)
            for match, rows in zip(self.matches, self.features, strict=True)
            for measure, values in zip(match.leaf.measures, rows, strict=True)
            if values is not None and measure.clause.id in self.pair.clauses
        ]

    @cached_property
    def all_rows(self) -> Rows:
        """The rows of the pair and of its thinned ones."""
        thin = (row for pair in thinned(self.pair) for row in Study(pair).clause_rows)
        return self.clause_rows + [(values, grade, THIN) for values, grade, _ in thin]

    def answers(self, curves: Curves) -> Answers:
        """The answers to each leaf's measures that `curves` choose."""
        return {match.leaf: tuple(self._answer(pairs, curves) for pairs in match.measures) for match in self.matches}

    def _answer(self, pairs: Sequence[ClausePair], curves: Curves) -> Answer:
        return choose(pairs, self.rivals, lambda pair: judge.chances_of(curves, clause_features(pair, self.rivals)))

    def clauses(self, answers: Answers) -> list[tuple[Chances, int]]:
        """The chances of each measure that has a grade and an answer, and the grade."""
        grades = self.pair.clauses
        found = ((m.clause.id, a) for leaf, row in answers.items() for m, a in zip(leaf.measures, row, strict=True))
        return [(answer.chances, grades[name]) for name, answer in found if answer.pair and name in grades]

    def leaves(self, answers: Answers) -> list[tuple[list[Chances], int]]:
        """The chances of each leaf's measures, and the leaf's grade."""
        grades = self.pair.tasks
        return [
            ([answer.chances for answer in row], grades[leaf.task.id])
            for leaf, row in answers.items()
            if leaf.task.id in grades
        ]

    def ranks(self) -> list[int]:
        """For each task that has counterparts, the place from 0 of the first that is one."""
        return [
            next(
                (i for i, pair in enumerate(match.counterparts) if pair.other.task.id in right), len(match.counterparts)
            )
            for match in self.matches
            if (right := self._right(match.leaf.task.id))
        ]

    def firsts(self, answers: Answers) -> list[bool]:
        """For each clause that has counterparts, whether its answer is one."""
        return [
            bool(answer.pair and answer.pair.answer.clause.id in right)
            for leaf, row in answers.items()
            for measure, answer in zip(leaf.measures, row, strict=True)
            if (right := self._right(measure.clause.id))
        ]

    def _right(self, item: str) -> set[str]:
        return {name for name, grade in self.pair.answers.get(item, {}).items() if grade == 2}


def _features(match: LeafMatch, rivals: Rivals) -> list[Sequence[float] | None]:
    return [clause_features(pairs[0], rivals) if pairs else None for pairs in match.measures]


def fit(rows: Rows, penalty: float) -> Curves:
    """The curves of `any` (grade 1 or 2) and `full` (grade 2): bias and one weight a feature, not standardised."""
    names: dict[str, Callable[[int], bool]] = {"any": lambda grade: grade >= 1, "full": lambda grade: grade == 2}
    return {
        name: logistic.fit(
            [v for v, _, _ in rows], [is_one(grade) for _, grade, _ in rows], [w for _, _, w in rows], penalty
        )
        for name, is_one in names.items()
    }


def fit_leaves(rows: Rows) -> Curves:
    """The curves of leaves; each has one value of its own."""
    values = zip(("any", "full"), zip(*(values for values, _, _ in rows), strict=True), strict=True)
    grades = [(grade, count) for _, grade, count in rows]
    alone = {name: [((v,), *rest) for v, rest in zip(column, grades, strict=True)] for name, column in values}
    return {name: fit(rows, PENALTY["leaf"])[name] for name, rows in alone.items()}


def leaf_rows(study: Study, answers: Answers) -> Rows:
    """What the curves of leaves are fitted on: leaves of several measures."""
    return [(judge.leaf_values(chances), grade, 1.0) for chances, grade in study.leaves(answers) if len(chances) > 1]


def held_out_answers(studies: list[Study]) -> dict[Study, Answers]:
    """The answers in each pair, by weights fitted on the other pairs."""
    rows = {study: [row for other in studies if not study.akin(other) for row in other.all_rows] for study in studies}
    return {study: study.answers(fit(rows[study], PENALTY["clause"])) for study in studies}


def held_out(answers: dict[Study, Answers]) -> dict[str, dict[str, list[tuple[Chances, int]]]]:
    """For clauses and leaves of each pair: chances by weights fitted on the other pairs, and the true grades."""
    clauses, leaves = {}, {}
    rows = {study: leaf_rows(study, found) for study, found in answers.items()}
    for study, found in answers.items():
        clauses[study.pair.name] = study.clauses(found)
        curves = fit_leaves([row for other in answers if not study.akin(other) for row in rows[other]])
        leaves[study.pair.name] = [
            (judge.leaf_chances(curves, chances), grade) for chances, grade in study.leaves(found)
        ]
    return {"clause": clauses, "leaf": leaves}


def report(name: str, kind: judge.Kind, judged: list[tuple[Chances, int]]) -> str:
    """Shares decided and right, false covers, and the share right by confidence."""
    verdicts = [(*chances.verdict(kind), grade) for chances, grade in judged]
    decided = [(status, confidence, grade) for status, confidence, grade in verdicts if status != "review"]
    right = [STATUSES[grade] == status for status, _, grade in decided]
    false = sum(grade == 0 and status == "covered" for status, _, grade in decided)
    bins = []
    for low, high in ((0.5, 0.7), (0.7, 0.85), (0.85, 1.01)):
        inside = [(c, STATUSES[g] == s) for s, c, g in decided if low <= c < high]
        if inside:
            mean, share = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            bins.append(f"{mean:.2f}→{share:.2f} ({len(inside)})")
    share = sum(right) / max(1, len(right))
    settled = len(decided) / max(1, len(judged))
    head = f"{name:14}{kind:7} n={len(judged):3} decided={settled:.2f} right={share:.3f} false covered={false}"
    return "  ".join((head, *bins))


def ranking(study: Study, answers: Answers) -> str:
    """How often the first counterpart, and one of the first three, is right."""
    ranks, firsts = study.ranks(), study.firsts(answers)
    return (
        f"{study.pair.name:14} tasks R@1 {ranks.count(0)}/{len(ranks)}, R@3 {sum(r < 3 for r in ranks)}/{len(ranks)}; "
        f"clauses R@1 {sum(firsts)}/{len(firsts)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, action="append", default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    pairs = own_pairs() + [pair for gold in options.gold for pair in gold_pairs(gold)]
    studies = [Study(pair) for pair in pairs]
    answers = held_out_answers(studies)
    print(*(ranking(study, answers[study]) for study in studies), sep="\n")
    for kind, results in held_out(answers).items():
        for name, judged in results.items():
            print(report(name, kind, judged))
        print(report("all", kind, [one for judged in results.values() for one in judged]))
    if options.write:
        clause = fit([row for study in studies for row in study.all_rows], PENALTY["clause"])
        leaf = fit_leaves([row for s in studies for row in leaf_rows(s, s.answers(clause))])
        WEIGHTS.write_text(json.dumps({"clause": clause, "leaf": leaf}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
