"""A task of the plan mostly answers one superior task: another one's claim to it counts against an answer from it."""

from __future__ import annotations

from labelled import document

from planforge.coverage.matching.match import ClausePair, Matcher
from planforge.coverage.matching.rivals import Rivals
from planforge.coverage.texts.corpus import Corpus

SUPERIOR = document(
    "意见",
    [
        ("1", "建设城市书房", ["在社区建设城市书房，配备自助借还设备。"]),
        ("2", "培养馆员队伍", ["在社区招聘馆员，每年组织馆员培训和竞赛。"]),
    ],
)
PLAN = document("要点", [("1", "培养馆员队伍", ["招聘社区馆员，每年组织馆员培训。"])])


def pairs() -> tuple[list[ClausePair], list[Rivals]]:
    """The best answer to the measure of each superior task; the claims of all portions together, and told apart."""
    corpus = Corpus.of(SUPERIOR.demands(), PLAN.demands())
    matches = [Matcher(corpus).search(leaf) for leaf in corpus.superior]
    together = Rivals.of(Rivals([match]).claims for match in matches)
    return [match.measures[0][0] for match in matches], [Rivals(matches), together]


def test_an_answer_from_a_task_that_suits_another_superior_task_better_is_taken() -> None:
    (unlike, alike), each = pairs()
    for rivals in each:
        assert 0 < rivals.taken(unlike) <= 1
        assert rivals.taken(alike) == 0


def test_nothing_is_taken_where_one_superior_task_stands_alone() -> None:
    (_, alike), _ = pairs()
    assert Rivals().taken(alike) == 0
