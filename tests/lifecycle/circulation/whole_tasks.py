"""A plan that offices add tasks to, take tasks from and put in another order, and a clerk who adopts that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import filled_table

from planforge.api import documents, issuing
from planforge.lifecycle.circulation import Adoption, adopt, collect
from planforge.model.opinions import Opinion

PLAN = """\
# 征求意见稿
标题: 2027年示例市知识产权工作要点
发文机关: 示例市知识产权局
上级文件: {省意见: 省意见.docx}
部分:
- 标题: 强化保护
  任务:
  - 标题: 建立技术调查官库   # 甲
    内容: |
      建立技术调查官库，首批入库10人。

      每季度通报一次。

      完善专家咨询费标准。
    牵头单位: 市中级人民法院
    落实: 省意见#3.1
  # 台账的事
  - 标题: "规范案件台账"
    内容: 规范案件台账，统一格式。
    责任单位: 市公安局
    完成时限: 9月底前
    落实: [省意见#3.2]
    状态: 推进中
  - 标题: 加强海外维权
    内容: 编制海外维权指引，建立应急机制。举办培训班4期。
    责任单位: 市商务局
    落实: {条目: 省意见#3.3, 已阅: 3fa1c2}
- 标题: 促进运用
  任务:
  - 标题: 发展质押融资
    任务:
    - {标题: 推广白名单, 内容: 推广知识产权质押融资白名单。, 责任单位: 市知识产权局}
    - 标题: 开展银企对接
      内容: 开展银企对接活动4场。
      责任单位: 市知识产权局
  - 标题: 建设运营平台
    内容: 建成运营平台并上线运行，年内完成交易100笔。
    责任单位: 市知识产权局
- 标题: 保障措施
  内容: 加强组织领导，强化督促检查。
"""
FIRST = "  - 标题: 建立技术调查官库"
LEDGER = PLAN[PLAN.index("  # 台账的事") : PLAN.index("  - 标题: 加强海外维权")]
ABROAD = PLAN[PLAN.index("  - 标题: 加强海外维权") : PLAN.index("- 标题: 促进运用")]
USE = PLAN[PLAN.index("- 标题: 促进运用") : PLAN.index("- 标题: 保障措施")]
PLATFORM = PLAN[PLAN.index("  - 标题: 建设运营平台") : PLAN.index("- 标题: 保障措施")]
TEACH = """\
  - 标题: 开展普法宣传
    内容: |
      组织普法宣传10场。
    责任单位: 市司法局
    完成时限: 10月底前
"""
STUDY = TEACH.replace("普法", "学法")
Change = tuple[str, str]
MERGED: tuple[Change, ...] = ((LEDGER, ""), ("编制海外维权指引", "规范案件台账，统一格式。编制海外维权指引"))
#: The decision on a row: 采纳情况, with what stands in 采纳后表述 behind a stroke.
Verdicts = Mapping[int, str]


def changed(changes: Sequence[Change], plan: str = PLAN) -> str:
    for old, new in changes:
        assert old in plan
        plan = plan.replace(old, new, 1)
    return plan


def sends(unit: str, *changes: Change, plan: str = PLAN, tracked: bool = True) -> None:
    """An office returns the file with these changes of the plan made in it."""
    Path("改后.yaml").write_text(changed(changes, plan), encoding="utf-8")
    data = documents.diff("要点.yaml", "改后.yaml", form="docx") if tracked else issuing.render("改后.yaml")
    Path("返回").mkdir(exist_ok=True)
    Path(f"返回/{unit}.docx").write_bytes(data if isinstance(data, bytes) else data.encode())


def opinions() -> tuple[Opinion, ...]:
    return collect(["返回"], "要点.yaml").opinions


def only() -> Opinion:
    (found,) = opinions()
    return found


def fill(verdicts: Verdicts | None = None) -> None:
    """Collect, and adopt what no other verdict is given on."""
    given = dict(verdicts or {})
    rows = [given.get(number, "采纳").partition("|") for number in range(1, max(given, default=0) + 1)]
    filled_table.fill(*((chosen, wording) for chosen, _, wording in rows), others="采纳")


def applied(verdicts: Verdicts | None = None) -> Adoption:
    """What comes of it; a second run must change nothing, and say the same."""
    fill(verdicts)
    adoption = filled_table.applied()
    again = adopt("汇总.xlsx", "要点.yaml")
    assert again.after == adoption.after
    assert (again.done, again.conflicts) == (adoption.done, adoption.conflicts)
    return adoption
