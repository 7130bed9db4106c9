"""Marks and numbers that a finding speaks of can be told from the words around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.api.checking import CheckOptions, check

PLAN = """\
标题: 2027年示例市节约用水工作要点
年度: 2027
部分:
  - 标题: 推广节水器具
    任务:
      - {标题: 改造管网, 内容: %s}
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("开展“节水进校园活动。", "左双引号没有与它配对的右双引号"),
        ("开展‘节水进校园活动。", "左单引号没有与它配对的右单引号"),
        ("开展“““节水进校园活动。", "连着3个左双引号，没有与它们配对的右双引号"),
        ("开展“节水“进校园活动。", "左双引号用反了，应为右双引号"),
        ("落实《节水办法。", "“《”没有与它配对的“》”"),
    ],
)
def test_quotation_marks_are_called_by_name(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "要点.yaml"
    path.write_text(PLAN % text, encoding="utf-8")
    assert [each.message for each in check(str(path), CheckOptions(select=("PUN001",))).diagnostics][:1] == [message]


def test_a_number_that_a_blank_task_has_too_is_told_without_its_words(tmp_path: Path) -> None:
    path = tmp_path / "要点.yaml"
    tasks = PLAN % "改造老旧管网。" + '      - {标题: "", 编号: A}\n      - {标题: 开展宣传, 编号: A, 内容: 宣传。}\n'
    path.write_text(tasks, encoding="utf-8")
    (found,) = check(str(path), CheckOptions(select=("STR016",))).diagnostics
    assert found.message == "编号“A”与前面空着的一项的相同"
