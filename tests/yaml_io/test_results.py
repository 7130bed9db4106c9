"""What became of a task, written beside it; and comments that the writer puts above nodes."""

from __future__ import annotations

from planforge import yaml_io
from planforge.model import Document, Section, Task, Text
from planforge.renderers.json import to_dict

PLAN = """\
标题: 2027年示例市工作要点
部分:
  - 标题: 强化保护
    任务:
      - {标题: 建设保护中心, 状态: 办结, 进展: 3月揭牌, 佐证: 示知〔2027〕3号, 备注: 无}
      - {标题: 办好宣传周, 状态: 差不多}
"""


def test_results_are_read_and_written_again() -> None:
    document = yaml_io.load(PLAN.encode(), "a.yaml").document
    first, second = document.sections[0].tasks
    assert (first.status, first.progress, first.evidence, first.note) == ("done", "3月揭牌", "示知〔2027〕3号", "无")
    assert second.status is None
    again = yaml_io.load(yaml_io.dump(document).encode(), "b.yaml").document
    assert again.sections[0].tasks[0] == first


def test_a_status_that_is_none_is_a_fault_that_names_the_choices() -> None:
    found = yaml_io.load(PLAN.encode(), "a.yaml").diagnostics
    assert len(found) == 1
    assert "已完成" in found[0].message + found[0].advice


def test_remarks_stand_as_comments_above_their_node() -> None:
    task = Task(heading=Text("办好宣传周"), remarks=("来源：上年", "待定：场次\n和地点"))
    section = Section(heading=Text("营造氛围"), tasks=(task,), remarks=("新增的部分",))
    text = yaml_io.dump(Document(title=Text("2027年示例市工作要点"), sections=(section,)))
    assert "\n  # 新增的部分\n  - 标题: 营造氛围\n" in text
    assert "\n      # 来源：上年\n      # 待定：场次\n      # 和地点\n      - 标题: 办好宣传周\n" in text
    read = yaml_io.load(text.encode(), "a.yaml")
    assert read.diagnostics == ()
    assert read.document.sections[0].tasks[0].heading.value == "办好宣传周"


def test_the_json_of_a_plan_tells_how_each_task_went() -> None:
    content = to_dict(yaml_io.load(PLAN.encode(), "a.yaml"))
    first, second = content["sections"][0]["tasks"]
    told = {key: first[key] for key in ("status", "progress", "evidence", "note")}
    assert told == {"status": "done", "progress": "3月揭牌", "evidence": "示知〔2027〕3号", "note": "无"}
    assert (second["status"], second["progress"]) == (None, "")
