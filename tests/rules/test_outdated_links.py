"""A link whose superior text changed is shown where it stands, among others of its task as well."""

from __future__ import annotations

from pathlib import Path

from planforge.api.checking import CheckOptions, check
from planforge.coverage import fingerprint
from planforge.model import Clause, Text

SUPERIOR = """\
云溪省2027年养老服务工作要点

一、优化供给
（一）开展适老化改造。改造老年人家庭。
（二）建设社区食堂。建设社区食堂。
"""
PLAN = """\
标题: 2027年示例市养老服务工作要点
上级文件: {省要点: 省.txt}
部分:
  - 标题: 优化供给
    任务:
      - 标题: 改造和食堂
        内容: 改造老年人家庭，建设社区食堂。
        落实:
          - 省要点#1.1
          - {条目: 省要点#1.2, 已阅: abcdef}
"""


def test_of_several_links_the_one_whose_text_changed_is_pointed_at(tmp_path: Path) -> None:
    (tmp_path / "省.txt").write_text(SUPERIOR, encoding="utf-8")
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    checked = check(str(tmp_path / "要点.yaml"), CheckOptions(select=("COV006",)))
    (found,) = checked.diagnostics
    assert "省要点#1.2“建设社区食堂”" in found.message
    assert PLAN.splitlines()[found.span.start.line - 1].strip() == "- {条目: 省要点#1.2, 已阅: abcdef}"


def test_a_task_that_answered_the_old_words_is_not_asked_to_be_added(tmp_path: Path) -> None:
    (tmp_path / "省.txt").write_text(SUPERIOR, encoding="utf-8")
    (tmp_path / "要点.yaml").write_text(PLAN.replace("          - 省要点#1.1\n", ""), encoding="utf-8")
    found = check(str(tmp_path / "要点.yaml"), CheckOptions(select=("COV002",))).diagnostics
    told = [each for each in found if "省要点#1.2" in each.message]
    assert [each.message for each in told] == ["省要点#1.2“建设社区食堂”的原文改过，原来落实它的任务（1.1）不再作数"]
    assert "增加任务" not in told[0].advice and "planforge link" in told[0].advice


def test_a_text_that_has_another_number_now_is_found_again(tmp_path: Path) -> None:
    mark = fingerprint(Clause("", Text("建设社区食堂。")))
    moved = SUPERIOR.replace("（二）", "（二）培训护理员。培训护理员百名。\n（三）办好食堂。")
    (tmp_path / "省.txt").write_text(moved, encoding="utf-8")
    plan = PLAN.replace("          - {条目: 省要点#1.2, 已阅: abcdef}\n", "")
    waiver = f'不涉及:\n  - {{条目: 省要点#1.2/1, 理由: 由省里办, 已阅: "{mark}"}}\n'
    (tmp_path / "要点.yaml").write_text(plan + waiver, encoding="utf-8")
    (found,) = check(str(tmp_path / "要点.yaml"), CheckOptions(select=("COV006",))).diagnostics
    assert found.message == "省要点#1.2/1“培训护理员百名”的原文在写明不涉及之后改过"
    assert "原来那一条现在是“省要点#1.3/" in found.advice
