"""What is asked about links, from a coverage that is given."""

from __future__ import annotations

from planforge.lifecycle.linking.lock import Lock
from planforge.lifecycle.linking.proposals import questions
from planforge.model import (
    Clause,
    ClauseTrace,
    Counterpart,
    DirectiveTrace,
    Document,
    Evidence,
    Section,
    Task,
    TaskTrace,
    Text,
    Trace,
)

PLAN = Task(id="1.1", heading=Text("规范台帐"), text=Text("统一编号。"), clauses=(Clause("1.1/1", Text("统一编号。")),))
DEMAND = Task(
    id="1.2",
    heading=Text("规范案件台帐"),
    text=Text("统一格式和编号。设立编号中心。"),
    clauses=(Clause("1.2/1", Text("统一格式和编号。")), Clause("1.2/2", Text("设立编号中心。"))),
)


def test_what_is_told_as_left_open_is_not_shown_as_evidence_as_well() -> None:
    evidence = (Evidence("1.2/1", "1.1/1", 0.8), Evidence("1.2/2", "1.1/1", 0.3))
    clauses = (
        ClauseTrace("1.2/1", DEMAND.clauses[0].text, "covered", 0.9, 0.8),
        ClauseTrace("1.2/2", DEMAND.clauses[1].text, "uncovered", 0.9, 0.3),
    )
    counterpart = Counterpart("1.1", "规范台帐", 0.6, "suggested", evidence)
    directive = DirectiveTrace("省意见", "意见", None, (TaskTrace(DEMAND, "partial", 0.8, (counterpart,), clauses),))
    plan = Document(sections=(Section(id="1", tasks=(PLAN,)),))
    (question,) = questions(Trace("要点", 2027, (directive,), plan=plan), Lock())
    (choice,) = question.choices
    assert choice.evidence == (("统一格式和编号。", "统一编号。"),)
    assert choice.gaps == (("没有对应", "设立编号中心。"),)
