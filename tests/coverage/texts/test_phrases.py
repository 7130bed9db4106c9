"""What of a superior clause nothing answers: a target that the plan sets beside its words is an answer to it."""

from __future__ import annotations

from dataclasses import replace

from labelled import document

from planforge.coverage.texts.corpus import Corpus
from planforge.coverage.texts.phrases import least_answered, missing_words
from planforge.model import Document, Target, Text

DIRECTIVE = document("意见", [("1", "关爱老人", ["开展特殊困难老年人探访关爱，月探访率达到95%以上。"])])
PLAN = document("要点", [("1", "关爱老人", ["社区开展特殊困难老年人探访关爱。"])])
TARGET = Target(text=Text("特殊困难老年人月探访率达到95%以上"), indicator="月探访率", op=">=", value=95.0, unit="%")


def missing(plan: Document) -> tuple[str, ...]:
    corpus = Corpus.of(DIRECTIVE.demands(), plan.demands())
    return missing_words(corpus.superior[0].measures[0], corpus.plan[0])


def test_a_figure_that_the_plan_does_not_set_is_missing() -> None:
    assert missing(PLAN) == ("月探访率达到95%以上",)


def test_a_figure_that_stands_among_the_task_s_targets_is_not_missing() -> None:
    section = PLAN.sections[0]
    task = replace(section.tasks[0], targets=(TARGET,))
    assert missing(replace(PLAN, sections=(replace(section, tasks=(task,)),))) == ()


def test_a_dash_between_two_stops_is_not_missing() -> None:
    directive = document("意见", [("1", "关爱老人", ["开展老年人探访关爱，——，开展残疾人康复服务。"])])
    corpus = Corpus.of(directive.demands(), PLAN.demands())
    assert missing_words(corpus.superior[0].measures[0], corpus.plan[0]) == ("开展残疾人康复服务",)


def test_the_phrase_that_is_told_least_is_quoted_and_none_where_there_is_none() -> None:
    def least(clause: str) -> tuple[str, ...]:
        corpus = Corpus.of(document("意见", [("1", "关爱老人", [clause])]).demands(), PLAN.demands())
        return least_answered(corpus.superior[0].measures[0], corpus.plan[0])

    assert least("开展老年人探访关爱，发放护理补贴。") == ("发放护理补贴",)
    assert least("，。") == ()
