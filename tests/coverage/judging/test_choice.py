"""Among answers that are nearly as alike, the one counts that is likeliest to answer the measure."""

from __future__ import annotations

from labelled import document

from planforge.coverage.judging.choice import NONE, choose
from planforge.coverage.judging.judge import Chances
from planforge.coverage.matching.match import ClausePair, Matcher
from planforge.coverage.matching.rivals import Rivals
from planforge.coverage.texts.corpus import Corpus

MEASURE = "在社区建设城市书房，配备自助借还设备。"
SUPERIOR = document("意见", [("1", "建设城市书房", [MEASURE])])
#: The first two come close to each other, the last is far off.
ANSWERS = [
    ("1", "建设城市书房", ["在社区建设城市书房，配备借还设备。"]),
    ("2", "建设城市书房", ["在社区建设城市书房，配备自助设备。"]),
    ("3", "加强队伍建设", ["组织社区馆员竞赛。"]),
]


def ranked() -> tuple[tuple[ClausePair, ...], Rivals]:
    corpus = Corpus.of(SUPERIOR.demands(), document("要点", ANSWERS).demands())
    match = Matcher(corpus).search(corpus.superior[0])
    return match.measures[0], Rivals([match])


def sure(of: ClausePair, pair: ClausePair) -> Chances:
    return Chances(0.1, 0.1, 0.8) if pair is of else Chances(0.4, 0.4, 0.2)


def test_a_close_answer_that_is_likelier_to_be_one_is_chosen_before_the_most_alike() -> None:
    pairs, rivals = ranked()
    assert choose(pairs, rivals, lambda pair: sure(pairs[1], pair)).pair is pairs[1]


def test_an_answer_far_less_alike_is_not_even_judged() -> None:
    pairs, rivals = ranked()
    assert pairs[2].leaf.task.id == "3"
    assert choose(pairs, rivals, lambda pair: sure(pairs[2], pair)).pair is pairs[0]


def test_where_no_close_answer_is_likely_to_be_one_the_less_alike_are_judged_as_well() -> None:
    pairs, rivals = ranked()
    told = {pairs[2]: Chances(0.6, 0.3, 0.1)}
    answer = choose(pairs, rivals, lambda pair: told.get(pair, Chances(0.9, 0.1, 0.0)))
    assert (answer.pair, answer.chances) == (pairs[2], told[pairs[2]])


def test_of_equally_likely_answers_the_most_alike_is_chosen() -> None:
    pairs, rivals = ranked()
    assert choose(pairs, rivals, lambda pair: Chances(0.2, 0.3, 0.5)).pair is pairs[0]


def test_where_nothing_comes_near_there_is_no_answer() -> None:
    assert choose((), ranked()[1], lambda pair: Chances(0.2, 0.3, 0.5)) == NONE
