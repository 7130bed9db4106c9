"""How page 1 is set, reckoned without laying it out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planforge.model import Document, Header, Text
from planforge.renderers.docx.measuring import lines
from planforge.renderers.docx.paging import first_page
from planforge.styles import load

Make = Callable[..., Document]
STYLE = load()
TITLE, TO = Text("关于做好知识产权工作的通知"), Text("各县（区）人民政府")


def paragraphs(*taken: int) -> list[str]:
    return [("认真落实各项任务，" * 100)[: 28 * lines - 5] + "。" for lines in taken]


@settings(max_examples=60, deadline=None)
@given(
    issuers=st.integers(1, 5),
    taken=st.lists(st.integers(1, 30), min_size=1, max_size=3),
    end=st.integers(3, 12),
    signed=st.booleans(),
)
@example(issuers=5, taken=[5, 15], end=7, signed=False)  # the lines are set wider: 22 don't go on a page
def test_a_paragraph_goes_with_the_signature_only_where_a_page_holds_both(
    make_plan: Make, issuers: int, taken: list[int], end: int, signed: bool
) -> None:
    document = make_plan(issuers, header=Header(signers=("张明", "李华") if signed else ()))
    said = paragraphs(*taken)
    fit = first_page.fit(document, TITLE, TO, first_page.Said(said, end), STYLE)
    last = lines.count(said[-1], STYLE.body, STYLE.page.measure, 2 * STYLE.body.width)
    assert not fit.joined or (len(said) > 1 and (last + end) * fit.line <= STYLE.page.depth)


@pytest.mark.parametrize(("name", "units", "expected"), [("gbt9704", 60, True), ("gbt9704", 10, False)])
def test_many_recipients_crowd_page_one(make_plan: Make, name: str, units: int, expected: bool) -> None:
    to = Text("，".join(f"市第{n}局" for n in range(units)))
    assert first_page.crowded(make_plan(), TITLE, to, load(name)) is expected


def test_a_few_recipients_stay_above_the_text_however_long_the_title_and_the_mark(make_plan: Make) -> None:
    document = make_plan(5, header=Header("000001", "机密★1年", "特急", ("张明", "李华", "王小军")))
    assert not first_page.crowded(document, Text("知识产权保护" * 20), TO, STYLE)


@pytest.mark.parametrize(("spare", "joined"), [(0, True), (-1, False)])
def test_a_paragraph_that_fills_the_page_with_the_signature_goes_with_it(
    make_plan: Make, spare: int, joined: bool
) -> None:
    """Where another pitch would be too dear: a large mark and five seals leave page 1 a few lines."""
    end, page = 12, STYLE.page.depth // STYLE.line
    said = ["国" * (28 * taken - 5) + "。" for taken in (9, page - end - spare)]
    assert lines.count(said[-1], STYLE.body, STYLE.page.measure, 2 * STYLE.body.width) == page - end - spare
    assert first_page.fit(make_plan(5), TITLE, TO, first_page.Said(said, end), STYLE).joined is joined


def test_a_paragraph_that_brings_the_signature_s_page_text_by_itself_is_left_to_turn_over(make_plan: Make) -> None:
    """LibreOffice moves a paragraph as a whole that is kept with the next, and page 1 ended lines early."""
    fits = [
        first_page.fit(make_plan(), TITLE, TO, first_page.Said(paragraphs(2, lines), 3), STYLE)
        for lines in range(1, 22)
    ]
    assert [fit.joined for fit in fits] == [True] * 4 + [False] * 17  # the first four stand on page 1
    assert all(abs(fit.line / STYLE.line - 1) < 0.15 for fit in fits)
