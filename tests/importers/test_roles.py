"""What part a section plays, by its heading."""

from __future__ import annotations

import pytest

from planforge.importers.reader.roles import role_of


@pytest.mark.parametrize("heading", ["2026年工作回顾", "过去五年工作回顾", "“十四五”时期发展成就", "2026年工作总结"])
def test_a_section_that_looks_back_is_background(heading: str) -> None:
    assert role_of(heading) == "background"


@pytest.mark.parametrize("heading", ["2027年重点工作", "做好年终总结", "开展政策实施情况回顾性评估"])
def test_work_that_speaks_of_summaries_is_a_task(heading: str) -> None:
    assert role_of(heading) == "tasks"
