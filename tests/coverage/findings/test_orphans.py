"""Tasks of the plan that answer nothing are listed apart."""

from __future__ import annotations

from planforge.coverage import trace
from planforge.model import Document
from planforge.yaml_io import load

DIRECTIVE = """\
标题: 云溪省强化知识产权保护实施意见
部分:
  - 标题: 强化保护
    任务:
      - {标题: 建立技术调查官库, 内容: 各市建立技术调查官库，首批入库不少于十人。}
      - {标题: 规范案件台帐, 内容: 各市规范案件台帐，统一格式。}
"""
PLAN = """\
标题: 2027年示例市工作要点
部分:
  - 标题: 总体要求
    内容: 坚持稳中求进。
  - 标题: 重点工作
    任务:
      - {标题: 建立技术调查官库, 内容: 建立技术调查官库，首批入库不少于十人。}
      - {标题: 举办龙舟邀请赛, 内容: 端午节期间举办龙舟邀请赛。}
      - {标题: 修缮办公用房, 内容: 修缮老旧办公用房。, 落实: 省意见#1.2}
"""


def document(source: str) -> Document:
    return load(source.encode(), "文件.yaml").document


def test_a_task_that_answers_nothing_is_an_orphan_and_a_linked_one_is_not() -> None:
    held = trace(document(PLAN), [("省意见", document(DIRECTIVE))])
    assert [task.heading.value for task in held.orphans] == ["举办龙舟邀请赛"]


def test_a_plan_that_is_held_against_nothing_has_no_orphans() -> None:
    assert trace(document(PLAN), []).orphans == ()
