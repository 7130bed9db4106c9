"""Over several levels: where a measure of the topmost document lands, or at which level it was lost."""

from __future__ import annotations

from planforge.coverage.findings.chain import chain
from planforge.model import (
    BestClause,
    Chain,
    ClauseTrace,
    Counterpart,
    DirectiveTrace,
    LinkState,
    Status,
    Task,
    TaskTrace,
    Text,
)


def clause(name: str, status: Status, answer: str = "") -> ClauseTrace:
    best = BestClause(answer, answer.partition("/")[0], Text("措施")) if answer else None
    return ClauseTrace(name, Text(f"措施{name}"), status, 0.9, 0.8, best)


def task(status: Status, *clauses: ClauseTrace, link: LinkState = "suggested") -> TaskTrace:
    counterparts = tuple(Counterpart(c.best.task, "任务", 0.8, link) for c in clauses if c.best)
    return TaskTrace(Task(id=clauses[0].id.partition("/")[0]), status, 0.9, counterparts, clauses)


def followed(upper: list[TaskTrace], lower: list[TaskTrace]) -> Chain:
    traces = [DirectiveTrace("国", "国家规划", None, tuple(upper)), DirectiveTrace("省", "省意见", None, tuple(lower))]
    return chain(traces, "市要点")


def test_a_measure_that_every_level_answers_lands_in_the_plan() -> None:
    found = followed(
        [task("covered", clause("1.1/1", "covered", "2.3/2"))],
        [task("covered", clause("2.3/1", "uncovered"), clause("2.3/2", "covered", "4.1/1"))],
    )
    (measure,) = found.tasks[0].clauses
    assert found.titles == ("国家规划", "省意见", "市要点")
    assert (measure.status, measure.lost) == ("covered", None)
    assert [(step.level, step.answer) for step in measure.steps] == [(1, "2.3/2"), (2, "4.1/1")]


def test_a_measure_is_lost_at_the_first_level_that_has_nothing_for_it() -> None:
    found = followed([task("uncovered", clause("1.1/1", "uncovered", "2.3/2"))], [])
    (measure,) = found.tasks[0].clauses
    assert (measure.status, measure.lost, len(measure.steps)) == ("uncovered", 1, 1)


def test_a_measure_can_be_lost_at_the_last_level() -> None:
    found = followed(
        [task("covered", clause("1.1/1", "covered", "2.3/1"))], [task("uncovered", clause("2.3/1", "uncovered"))]
    )
    assert found.tasks[0].clauses[0].lost == 2
    assert found.tasks[0].status == "uncovered"


def test_a_measure_is_as_good_as_the_worst_of_its_levels() -> None:
    found = followed(
        [task("partial", clause("1.1/1", "partial", "2.3/1"))],
        [task("covered", clause("2.3/1", "covered", "4.1/1"))],
    )
    assert found.tasks[0].clauses[0].status == "partial"


def test_a_waiver_on_the_way_ends_the_demand() -> None:
    found = followed(
        [task("covered", clause("1.1/1", "covered", "2.3/1"))], [task("waived", clause("2.3/1", "waived"))]
    )
    assert (found.tasks[0].status, found.tasks[0].clauses[0].lost) == ("waived", None)


def test_a_task_whose_measures_end_differently_is_covered_in_part() -> None:
    found = followed(
        [task("covered", clause("1.1/1", "covered", "2.3/1"), clause("1.1/2", "covered", "2.4/1"))],
        [
            task("covered", clause("2.3/1", "covered", "4.1/1")),
            task("uncovered", clause("2.4/1", "uncovered")),
        ],
    )
    assert found.tasks[0].status == "partial"


def test_what_is_uncovered_is_lost_however_near_another_text_comes() -> None:
    found = followed([task("uncovered", clause("1.1/1", "uncovered", "2.3/1"), link="outdated")], [])
    assert found.tasks[0].clauses[0].lost == 1


def test_tasks_without_measures_go_down_by_themselves() -> None:
    upper = TaskTrace(
        Task(id="1.1", heading=Text("建库")), "covered", 0.9, (Counterpart("2.3", "建库", 0.9, "declared"),)
    )
    lower = TaskTrace(
        Task(id="2.3", heading=Text("建库")), "review", 0.5, (Counterpart("4.1", "建库", 0.4, "suggested"),)
    )
    found = followed([upper], [lower])
    assert found.tasks[0].status == "review"
    assert found.tasks[0].clauses[0].steps[-1].answer == "4.1"
