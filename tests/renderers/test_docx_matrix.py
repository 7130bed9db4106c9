"""Every profile that claims the standard, every form of the head, plans of all sizes: measured on rendered pages.

A few of them run with the tests; `pytest tests/renderers/test_docx_matrix.py --matrix -n 2` runs them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from planforge.model import Document, Header, Notice, Section, Text
from planforge.renderers import docx
from planforge.styles import load

pytestmark = pytest.mark.layout

Make = Callable[..., Document]
Judge = Callable[..., list[dict[str, Any]]]

PROFILES = ("gbt9704", "gbt9704-ruler", "gbk", "times", "bold2", "breakdown", "duplex")
SIZES = (1, 2, 3, 5, 10, 20, 50, 100, 200, 400)
HEADS = {
    "plain": Header(),
    "numbered": Header("000001"),
    "secret": Header("000001", "机密★1年"),
    "urgent": Header(urgency="特急"),
    "full": Header("000001", "机密★1年", "特急"),
    "upward": Header(signers=("张明",)),
    "upward, three signers": Header("000001", "机密★1年", "特急", ("张明", "李华", "王小军")),
    "unsealed": Header(sealed=False),
    "noted": Header(note="此件公开发布"),
}
NOTICES = {
    "short": "现印发给你们，请认真贯彻执行。",
    "medium": "现将《2027年示例市知识产权工作要点》印发给你们，请结合实际，认真抓好贯彻落实。",
    "long": "现将《2027年示例市知识产权工作要点》印发给你们，请结合实际制定落实方案，明确责任分工和完成时限，"
    "认真抓好贯彻落实。执行中遇到的重大问题，请及时报告市知识产权局，年底前将落实情况书面报送。",
}


#: Each group is printed at one go.
FEW_SIZES = (("gbt9704", 1), ("gbt9704-ruler", 2), ("gbk", 3), ("times", 3), ("bold2", 10), ("duplex", 5))
FEW_HEADS = (("full", 1, "short"), ("plain", 2, "medium"), ("upward, three signers", 3, "medium"), ("noted", 5, "long"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    whole = metafunc.config.getoption("matrix")
    if "sizes" in metafunc.fixturenames:
        groups = [[(profile, size) for size in SIZES] for profile in PROFILES]
        metafunc.parametrize("sizes", groups if whole else [FEW_SIZES], ids=PROFILES if whole else ["few"])
    if "heads" in metafunc.fixturenames:
        forms = [[(head, issuers, notice) for issuers in range(1, 6) for notice in NOTICES] for head in HEADS]
        metafunc.parametrize("heads", forms if whole else [FEW_HEADS], ids=HEADS if whole else ["few"])


def plan_of(make_plan: Make, tasks: int, **fields: Any) -> Document:
    """A plan of that many tasks in sections of up to eight."""
    sections = [min(8, tasks - start) for start in range(0, tasks, 8)]
    whole = make_plan(sections=len(sections), tasks=8, **fields)
    return make_plan(body=tuple(cut(whole.sections, sections)), **fields)


def cut(sections: Iterable[Section], sizes: Iterable[int]) -> Iterable[Section]:
    return (replace(section, tasks=section.tasks[:size]) for section, size in zip(sections, sizes, strict=True))


def test_plans_of_every_size_and_profile_meet_the_standard(
    make_plan: Make, judge: Judge, sizes: Sequence[tuple[str, int]]
) -> None:
    judge(*(docx.render(plan_of(make_plan, size), load(profile)) for profile, size in sizes))


def test_every_form_of_the_head_meets_the_standard(
    make_plan: Make, judge: Judge, heads: Sequence[tuple[str, int, str]]
) -> None:
    title, to = Text("关于印发2027年示例市知识产权工作要点的通知"), Text("各县（区）人民政府")
    files = [
        docx.render(
            plan_of(make_plan, 8, issuers=issuers, header=HEADS[head], notice=Notice(title, to, Text(NOTICES[notice])))
        )
        for head, issuers, notice in heads
    ]
    for found, (_, issuers, _) in zip(judge(*files), heads, strict=True):
        assert found["red_header"]["lines"] >= issuers
