"""What part a section plays, by its heading."""

from __future__ import annotations

import pytest

from planforge import yaml_io
from planforge.text.section_roles import role_of


@pytest.mark.parametrize("heading", ["2026年工作回顾", "过去五年工作回顾", "“十四五”时期发展成就", "2026年工作总结"])
def test_a_section_that_looks_back_is_background(heading: str) -> None:
    assert role_of(heading) == "background"


@pytest.mark.parametrize(
    "heading", ["2027年重点工作", "做好年终总结", "开展政策实施情况回顾性评估", "民生保障", "社会保障"]
)
def test_work_that_speaks_of_summaries_or_of_social_security_is_a_task(heading: str) -> None:
    assert role_of(heading) == "tasks"


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("总体要求", "guidance"),
        ("2027年主要目标", "goals"),
        ("规划基础", "background"),
        ("有关要求", "safeguards"),
        ("强化组织领导", "safeguards"),
        ("聚力经济发展，夯实高质量发展基础", "tasks"),
        ("", "tasks"),
    ],
)
def test_a_plan_written_in_yaml_is_read_as_the_same_plan_in_a_text_file(heading: str, role: str) -> None:
    written = yaml_io.load(
        f"标题: 示例市2027年工作要点\n部分:\n  - 标题: {heading}\n    内容: 抓好落实。\n".encode(), "a.yaml"
    )
    assert role_of(heading) == role == written.document.sections[0].role
