"""A plan as it was sent round, and what the tests of this folder share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planforge import api

sys.path.insert(0, str(Path(__file__).parent))

from returned_copy import Returned

PLAN = """\
# 征求意见稿
标题: 2027年示例市知识产权工作要点
文号: 示知〔2027〕1号
发文机关: 示例市知识产权局
成文日期: 2027年1月15日
主送机关: 市有关单位
通知:
  标题: 关于印发2027年示例市知识产权工作要点的通知
  内容: 现将《2027年示例市知识产权工作要点》印发给你们，请认真落实。
导语: |
  2027年是强市建设的关键之年。要突出重点，务求实效。

部分:
- 标题: 强化保护
  任务:
  - 标题: 建立技术调查官库   # 甲
    内容: |
      建立技术调查官库，首批入库10人。推行简易案件快审快结。

      每季度通报一次。
    牵头单位: 市中级人民法院
    配合单位: [市司法局, 市财政局]   # 乙
    完成时限: 6月底前
    目标: 简易案件平均审理期限缩短到30天
  - 标题: "规范案件台账"
    内容: 规范案件台账，统一格式。
    责任单位: 市公安局
    完成时限: 9月底前
- 标题: 保障措施
  内容: 加强组织领导，强化督促检查。
"""
ROSTER = """\
单位:
- {名称: 市财政局, 简称: 市财局}
- {名称: 市人力资源和社会保障局, 简称: 市人社局}
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with the plan, the current folder."""
    folder = tmp_path / "plan_specs"
    folder.mkdir()
    (folder / "units.yaml").write_text(ROSTER, encoding="utf-8")
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def copy(office: Path) -> Callable[[], Returned]:
    """Makes fresh copies of the Word file that was sent round."""
    data = api.render("要点.yaml")
    return lambda: Returned(data)
