"""What each year brings is held against a total of several years, where the total says of how many."""

from __future__ import annotations

import pytest

from planforge.coverage import trace
from planforge.lifecycle.loading import load_bytes
from planforge.model import Document

DRAFT = """\
标题: {title}
部分:
  - 标题: 建强队伍
    任务:
      - 标题: 培训养老护理员
        内容: {text}
        {link}
"""


def document(title: str, text: str, link: str = "") -> Document:
    return load_bytes(DRAFT.format(title=title, text=text, link=link).encode(), "要点.yaml").document


def weaker(demand: str, says: str) -> list[str]:
    superior = document("云溪省养老服务实施意见", demand)
    plan = document("示例市养老服务工作要点（2026—2028年）", says, "落实: 省意见#1.1")
    return [each.plan.text.value for each in trace(plan, [("省意见", superior)]).directives[0].targets]


@pytest.mark.parametrize(
    ("demand", "says"),
    [
        ("各市每年培训养老护理员不少于3000人次。", "三年累计培训养老护理员6000人次。"),
        ("各市每年培训养老护理员不少于3000人次。", "2026—2028年累计培训养老护理员8000人次。"),
        ("各市2026—2028年累计培训养老护理员9000人次。", "每年培训养老护理员2000人次。"),
        ("各市五年内培训养老护理员1万人次。", "每年培训养老护理员1500人次。"),
    ],
)
def test_a_total_that_comes_to_less_a_year_is_a_conflict(demand: str, says: str) -> None:
    (told,) = weaker(demand, says)
    assert told in says


@pytest.mark.parametrize(
    ("demand", "says"),
    [
        ("各市每年培训养老护理员不少于3000人次。", "三年累计培训养老护理员9000人次。"),
        ("各市每年培训养老护理员不少于3000人次。", "累计培训养老护理员6000人次。"),
        ("各市2026—2028年累计培训养老护理员9000人次。", "每年培训养老护理员3000人次。"),
        ("各市到2028年累计培训养老护理员9000人次。", "每年培训养老护理员2000人次。"),
        ("各市2026—2028年累计培训养老护理员9000人次。", "2026年培训养老护理员2000人次。"),
        ("各市每年护理员持证率提高5个百分点。", "三年累计护理员持证率提高6个百分点。"),
    ],
)
def test_what_keeps_up_or_cannot_be_told_is_none(demand: str, says: str) -> None:
    assert weaker(demand, says) == []
