"""How the work of a plan stands on a day: what is late, due soon, going on, and under which unit and superior."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from planforge.lifecycle.status import follow_up
from planforge.model import InputError
from planforge.model.followup import FollowedGroup, FollowUp, TaskState

PLAN = """\
标题: 2027年示例市工作要点
年度: 2027
上级文件: {{省意见: 省意见.txt}}
部分:
  - 标题: 总体要求
    内容: 坚持稳中求进。
  - 标题: 强化保护
    任务:
      - 标题: 建立技术调查官库
        内容: 建立技术调查官库，3月底前启动。
        牵头单位: [市中院, 市司法局]
        配合单位: 市财政局
        完成时限: {limit}
        {status}
        落实: 省意见#1.1
      - 标题: 规范案件台账
        内容: 规范案件台账。
        责任单位: 市财政局
"""
DIRECTIVE = """\
云溪省强化保护实施意见

一、强化保护

（一）建立技术调查官库。各市建立技术调查官库。（责任单位：省法院）

（二）发放种粮补贴。及时足额发放种粮农民一次性补贴。（责任单位：省农业农村厅）
"""
JUNE = datetime.date(2027, 6, 10)


def stands(folder: Path, limit: str = "6月底前", status: str = "", day: datetime.date = JUNE) -> FollowUp:
    told = f"状态: {status}" if status else "备注: 无"
    (folder / "要点.yaml").write_text(PLAN.format(limit=limit, status=told), encoding="utf-8")
    (folder / "省意见.txt").write_text(DIRECTIVE, encoding="utf-8")
    return follow_up(str(folder / "要点.yaml"), day)


@pytest.mark.parametrize(
    ("limit", "status", "state"),
    [
        ("5月底前", "", "late"),
        ("5月底前", "推进中", "late"),
        ("5月底前", "已完成", "done"),
        ("5月底前", "取消", "dropped"),
        ("5月底前", "长期坚持", "standing"),
        ("2027年6月10日前", "推进中", "soon"),
        ("6月底前", "", "soon"),
        ("7月10日前", "未开始", "soon"),
        ("7月11日前", "未开始", "planned"),
        ("7月11日前", "推进中", "ongoing"),
        ("9月底前", "", "planned"),
        ("[5月底前, 9月底前]", "推进中", "ongoing"),
        ("每季度", "", "standing"),
        ("每月底前", "推进中", "standing"),
        ("每季度", "未开始", "planned"),
        ("长期坚持", "", "standing"),
        ("尽快", "推进中", "undated"),
    ],
)
def test_a_task_has_one_state_by_its_time_limit_and_status(
    tmp_path: Path, limit: str, status: str, state: TaskState
) -> None:
    assert stands(tmp_path, limit, status).tasks[0].state == state


def test_a_day_within_the_text_is_a_step_on_the_way_where_a_limit_is_written_out(tmp_path: Path) -> None:
    assert stands(tmp_path).tasks[0].due.date == datetime.date(2027, 6, 30)


@pytest.mark.parametrize(
    ("limit", "day", "end"),
    [
        ("每季度", datetime.date(2027, 3, 31), datetime.date(2027, 3, 31)),
        ("每季度", datetime.date(2027, 4, 1), datetime.date(2027, 6, 30)),
        ("每半年", datetime.date(2027, 7, 1), datetime.date(2027, 12, 31)),
        ("每月", datetime.date(2028, 2, 3), datetime.date(2028, 2, 29)),
        ("每年", JUNE, datetime.date(2027, 12, 31)),
        ("长期坚持", JUNE, None),
        ("全年", JUNE, None),
        ("每周", JUNE, None),
    ],
)
def test_what_recurs_tells_until_when_its_present_period_runs(
    tmp_path: Path, limit: str, day: datetime.date, end: datetime.date | None
) -> None:
    due = stands(tmp_path, limit, day=day).tasks[0].due
    assert (due.date, due.period_end) == (None, end)


def test_guidance_is_nobody_s_task(tmp_path: Path) -> None:
    assert [each.name for each in stands(tmp_path).tasks] == ["建立技术调查官库", "规范案件台账"]


def group(found: FollowUp, kind: str, name: str) -> FollowedGroup:
    groups = {"unit": "unit", "superior": "superior", "section": "section"}
    return next(each for each in found.groups[groups[kind]] if each.name == name)  # type: ignore[index]


def test_a_unit_answers_for_what_it_leads_and_what_it_only_supports_stands_apart(tmp_path: Path) -> None:
    (tmp_path / "plan_specs").mkdir()
    (tmp_path / "plan_specs" / "units.yaml").write_text("单位:\n- {名称: 市中级人民法院, 简称: [市中院]}\n", "utf-8")
    found = stands(tmp_path)
    assert [each.name for each in found.groups["unit"]] == ["市中级人民法院", "市司法局", "市财政局"]
    finance = group(found, "unit", "市财政局")
    assert [each.name for each in finance.tasks] == ["规范案件台账"]
    assert [each.name for each in finance.supported] == ["建立技术调查官库"]


def test_a_superior_document_shows_what_answers_it_and_what_nothing_answers(tmp_path: Path) -> None:
    found = stands(tmp_path)
    superior = group(found, "superior", "省意见")
    assert [each.name for each in superior.tasks] == ["建立技术调查官库"]
    assert superior.unanswered == ("1.2 发放种粮补贴",)
    assert [each.name for each in group(found, "superior", "（本级自有任务）").tasks] == ["规范案件台账"]


def test_a_task_that_answers_a_measure_is_not_the_plan_s_own_because_another_one_is_linked(tmp_path: Path) -> None:
    stands(tmp_path)
    measures = "各市建立技术调查官库。各市规范知识产权案件台账，统一登记格式。"
    (tmp_path / "省意见.txt").write_text(DIRECTIVE.replace("各市建立技术调查官库。", measures), encoding="utf-8")
    plan = (tmp_path / "要点.yaml").read_text(encoding="utf-8").replace("省意见#1.1", "省意见#1.1/1")
    plan = plan.replace("内容: 规范案件台账。", "内容: 规范知识产权案件台账，统一登记格式。")
    (tmp_path / "要点.yaml").write_text(plan, encoding="utf-8")
    found = follow_up(str(tmp_path / "要点.yaml"), JUNE)
    assert [each.name for each in group(found, "superior", "省意见").tasks] == ["建立技术调查官库", "规范案件台账"]
    assert "（本级自有任务）" not in [each.name for each in found.groups["superior"]]


def test_a_superior_document_that_is_missing_is_told(tmp_path: Path) -> None:
    stands(tmp_path)
    (tmp_path / "省意见.txt").unlink()
    assert follow_up(str(tmp_path / "要点.yaml"), JUNE).missing == ("省意见",)


def test_a_plan_without_tasks_is_refused(tmp_path: Path) -> None:
    (tmp_path / "要点.yaml").write_text("标题: 要点\n导语: 无。\n", encoding="utf-8")
    with pytest.raises(InputError, match="读不出任务"):
        follow_up(str(tmp_path / "要点.yaml"), JUNE)


NESTED = """\
标题: 2027年示例市工作要点
部分:
  - 标题: 强化保护
    内容: 到2027年底建成示范市。
    任务:
      - 标题: 建设保护中心
        牵头单位: 市财政局
        完成时限: 5月底前
        状态: 推进中
        任务:
          - 选址
          - {标题: 挂牌, 牵头单位: 市司法局, 完成时限: 9月底前, 状态: 已完成}
      - 标题: 走访企业
"""


def test_a_nested_task_has_what_is_written_above_it_unless_it_says_so_itself(tmp_path: Path) -> None:
    (tmp_path / "要点.yaml").write_text(NESTED, encoding="utf-8")
    site, sign, visits = follow_up(str(tmp_path / "要点.yaml"), JUNE).tasks
    assert site.path == ("一、强化保护", "（一）建设保护中心")
    assert (site.state, site.status, [unit.value for unit in site.units]) == ("late", "ongoing", ["市财政局"])
    assert (sign.state, [unit.value for unit in sign.units]) == ("done", ["市司法局"])
    assert visits.state == "undated"  # a day in the section's sentences is nobody's time limit
