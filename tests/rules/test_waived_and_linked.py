"""An item that a task answers and the plan waives is told, by whatever name the two call its document."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.api.checking import CheckOptions, check

SUPERIOR = """\
标题: 云溪省养老服务实施意见
文号: 云政发〔2026〕8号
部分:
  - 标题: 优化供给
    任务:
      - {标题: 发展助餐, 内容: 建设社区食堂。建立餐费补贴制度。}
"""
PLAN = """\
标题: 2027年示例市养老服务工作要点
上级文件: {{省意见: 省意见.yaml}}
部分:
  - 标题: 优化供给
    任务:
      - {{标题: 发展助餐, 内容: 建设社区食堂。, 落实: "{}#1.1/1"}}
不涉及:
  - {{条目: "{}", 理由: 由省厅办理}}
"""


@pytest.mark.parametrize(
    ("linked", "waived", "told"),
    [
        ("省意见", "省意见#1.1", True),
        ("省意见", "云政发〔2026〕8号#1.1", True),
        ("云政发〔2026〕8号", "省意见#1.1/1", True),
        ("云溪省养老服务实施意见", "省意见.yaml#1.1", True),
        ("云政发〔2026〕8号", "省意见#1.1/2", False),
    ],
)
def test_names_of_one_document_are_one(tmp_path: Path, linked: str, waived: str, told: bool) -> None:
    (tmp_path / "省意见.yaml").write_text(SUPERIOR, encoding="utf-8")
    (tmp_path / "要点.yaml").write_text(PLAN.format(linked, waived), encoding="utf-8")
    found = [each for each in check(str(tmp_path / "要点.yaml"), CheckOptions()).diagnostics if each.code == "COV010"]
    assert [waived in each.message for each in found] == ([True] if told else [])


@pytest.mark.parametrize(("units", "told"), [("市商务局", True), ("市商务局, 省财政厅驻示例市监管局", False)])
def test_a_branch_of_the_superiors_unit_stands_for_it(tmp_path: Path, units: str, told: bool) -> None:
    task = (
        "部分:\n  - 标题: 强化保护\n    任务:\n      - {{标题: 完善融资, 内容: 建立风险补偿机制。, 责任单位: [{}]{}}}\n"
    )
    superior = "标题: 云溪省知识产权保护实施意见\n" + task.format("省财政厅", "")
    (tmp_path / "省意见.yaml").write_text(superior, encoding="utf-8")
    head = "级别: 市\n标题: 2027年示例市工作要点\n年度: 2027\n上级文件: {省意见: 省意见.yaml}\n"
    (tmp_path / "要点.yaml").write_text(head + task.format(units, ", 落实: 省意见#1.1"), encoding="utf-8")
    found = {each.code for each in check(str(tmp_path / "要点.yaml"), CheckOptions()).diagnostics}
    assert ("UNI009" in found) == told
