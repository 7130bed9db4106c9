"""How right the verdicts are on labelled pairs of many fields, each judged by weights fitted on the others."""

from __future__ import annotations

import pytest
from calibrate import STATUSES, Study, held_out, held_out_answers
from labelled import declared, own_pairs

from planforge.coverage import trace


@pytest.fixture(scope="module")
def studies() -> list[Study]:
    return [Study(pair) for pair in own_pairs()]


def test_the_first_counterpart_of_a_task_is_nearly_always_right(studies: list[Study]) -> None:
    ranks = [rank for study in studies for rank in study.ranks()]
    assert ranks.count(0) >= 0.95 * len(ranks)
    assert all(rank in (0, 1, 2) for rank in ranks)


def test_held_out_verdicts_are_decided_right_and_hardly_ever_falsely_covered(studies: list[Study]) -> None:
    for kind, results in held_out(held_out_answers(studies)).items():
        judged = [(*c.verdict(kind), STATUSES[grade]) for rows in results.values() for c, grade in rows]
        decided = [(status, truth) for status, _, truth in judged if status != "review"]
        holes = sum(truth == "uncovered" for _, _, truth in judged)
        assert len(decided) >= 0.8 * len(judged)
        assert sum(status == truth for status, truth in decided) >= 0.85 * len(decided)
        assert decided.count(("covered", "uncovered")) <= (0.01 * holes if kind == "clause" else 0)


def test_a_declaration_tells_that_a_task_is_answered_and_not_that_all_of_it_is() -> None:
    judged, clauses = [], []
    for pair in own_pairs():
        plan = declared(pair, "省").plan
        for task in trace(plan, [("省", pair.superior)]).directives[0].tasks:
            if any(grade for grade in pair.answers[task.task.id].values()):
                judged.append((task.status, STATUSES[pair.tasks[task.task.id]]))
                clauses += [(each.status, STATUSES[pair.clauses[each.id]]) for each in task.clauses]
    decided = [(status, truth) for status, truth in judged if status != "review"]
    parts = [status for status, truth in judged if truth == "partial"]
    assert len(decided) >= 0.8 * len(judged)
    assert sum(status == truth for status, truth in decided) >= 0.85 * len(decided)
    assert parts.count("covered") <= 0.15 * len(parts)
    assert clauses.count(("covered", "uncovered")) <= 0.015 * sum(truth == "uncovered" for _, truth in clauses)
