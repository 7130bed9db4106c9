"""What a task's text says about time against its own 完成时限."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.api.checking import CheckOptions, check

PLAN = "示例市2027年工作要点\n\n一、优化供给\n（一）建设档案馆。{}（责任单位：市档案馆；完成时限：{}）\n"


@pytest.mark.parametrize(
    ("text", "own", "told"),
    [
        ("完成主体施工，10月底前投入使用。", "2027年8月底前", ["10月底前"]),
        ("8月底前投入使用，12月15日前完成验收。", "2027年9月底前", ["12月15日前"]),
        ("8月底前投入使用。", "2027年8月底前", []),
        ("8月底前投入使用，2028年6月底前完成数字化。", "2027年8月底前", []),
        ("9月底前投入使用。", "6月底前、12月底前", []),
        ("9月底前投入使用。", "长期坚持", []),
    ],
)
def test_a_day_in_the_text_behind_the_tasks_own_limit_is_told(
    tmp_path: Path, text: str, own: str, told: list[str]
) -> None:
    (tmp_path / "要点.txt").write_text(PLAN.format(text, own), encoding="utf-8")
    found = [each for each in check(str(tmp_path / "要点.txt"), CheckOptions()).diagnostics if each.code == "DDL011"]
    assert [each.message for each in found] == [f"正文写的“{day}”晚于这一项的完成时限“{own}”" for day in told]
