"""A plan, its 台账, and ways to fill it in as clerks do."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from planforge.lifecycle.ledger import Taken, export, take_back

DAY = datetime.date(2027, 6, 10)
PLAN = """\
# 草稿
标题: 2027年示例市工作要点   # 暂名
年度: 2027
部分:
  - 标题: 总体要求
    内容: 坚持稳中求进。
  - 标题: 强化保护   # 甲
    任务:
      - 标题: "建立技术调查官库"
        内容: |
          建立技术调查官库，首批入库10人。
        牵头单位: 市中级人民法院   # 丁
        配合单位: [市司法局, '市财政局']
        完成时限: 6月底前
        状态: 推进中   # 一季度报的
        进展: |
          已入库3人。
          另有5人待批。

      # 下一项是新的
      - 标题: 规范案件台账
        内容: 规范案件台账（市档案局牵头）。9月底前统一格式。
        责任单位: 市公安局、市版权局
      - {标题: 举办龙舟赛, 内容: 端午节举办。, 完成时限: 3月底前}
  - 标题: 优化服务
    任务:
      - 每季度走访企业
      - 标题: 走访企业
        编号: 服务-1
        完成时限: 长期坚持
"""


class Desk:
    """A folder with a plan and its 台账 (要点.yaml, 台账.xlsx)."""

    def __init__(self, folder: Path, plan: str = PLAN) -> None:
        self.plan, self.ledger = folder / "要点.yaml", folder / "台账.xlsx"
        self.plan.write_text(plan, encoding="utf-8")
        self.ledger.write_bytes(export(str(self.plan), DAY, 30).content)

    def fill(self, change: Callable[[Any], None]) -> None:
        """Change the sheet 台账 with openpyxl, which keeps the hidden sheet as WPS does."""
        book = openpyxl.load_workbook(self.ledger)
        change(book["台账"])
        book.save(self.ledger)

    def put(self, number: str, head: str, words: object) -> None:
        """Write into a cell, found by the 编号 of its row and the head of its column."""
        self.fill(lambda sheet: setattr(cell(sheet, number, head), "value", words))

    def type(self, number: str, head: str, words: str) -> None:
        """Type words into a cell of text, where nothing becomes a formula or a number."""
        self.fill(lambda sheet: _type(cell(sheet, number, head), words))

    def edit(self, old: str, new: str) -> None:
        """Change the plan after the 台账 was exported."""
        text = self.plan.read_text(encoding="utf-8")
        assert old in text
        self.plan.write_text(text.replace(old, new), encoding="utf-8")

    def take_back(self, **options: bool) -> Taken:
        """What the 台账 would change of the plan."""
        return take_back(str(self.ledger), str(self.plan), **options)


def _type(place: Any, words: str) -> None:
    place.value = words
    place.data_type = "s"


def cell(sheet: Any, number: str, head: str) -> Any:
    top = next(row[0].row for row in sheet.iter_rows() if row[0].value == "编号")
    column = next(each.column for each in sheet[top] if each.value == head)
    row = next(row[0].row for row in sheet.iter_rows(min_row=top) if row[0].value == number)
    return sheet.cell(row, column)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def desk_in() -> type[Desk]:
    """Makes a desk in a folder, for tests that need many."""
    return Desk
