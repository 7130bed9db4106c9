"""Targets that an author wrote out in keys take the amounts that colleagues write into the Word file."""

from __future__ import annotations

import copy
from pathlib import Path

import docx
import pytest
from docx.text.paragraph import Paragraph

from planforge.api import issuing
from planforge.lifecycle.sync import Synced, sync

PLAN = """\
标题: 2027年示例市知识产权工作要点
年度: 2027
部分:
  - 标题: 强化保护
    任务:
      - 标题: 强化执法
        内容: 严格执法。
        目标:
          # 硬指标
          - {指标: 办案量, 数值: 20, 单位: 件} # 行末
          - 培训达到5场
          - 指标: 结案率 # 注
            要求: 以上
            数值: "90" # 数
            单位: "%"
          - {指标: 抽查户数, 数值: [20, 30], 单位: 户, 年份: 2028}
      - 标题: 强化宣传
        内容: 开展宣传。
        目标: [{指标: 宣传活动, 数值: 4, 单位: 场}, 发放资料1000份]
      - 标题: 推进转化
        内容: 促成转让。
        目标:
          原文: 专利转让许可达到500件次
          指标: 专利转让许可
          数值: 500
          单位: 件次
"""


def after(changes: dict[str, str], plan: str = PLAN) -> Synced:
    """What comes of changing these words of the rendered file."""
    Path("要点.yaml").write_text(plan, encoding="utf-8")
    Path("要点.docx").write_bytes(issuing.render("要点.yaml"))
    document = docx.Document("要点.docx")
    for old, new in changes.items():
        runs = [run for line in document.paragraphs for run in line.runs if old in run.text]
        assert runs
        for run in runs:
            run.text = run.text.replace(old, new)
    document.save("改过.docx")
    return sync("要点.yaml", "改过.docx")


def written(changes: dict[str, str], plan: str = PLAN) -> str:
    synced = after(changes, plan)
    assert (synced.left, synced.conflicts, synced.kept) == ((), (), ())
    return synced.after.decode()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("words", "new", "record", "changed"),
    [
        ("办案量达到20件", "办案量达到30件", "数值: 20,", "数值: 30,"),
        ("办案量达到20件", "办案量超过30起", "数值: 20, 单位: 件}", "数值: 30, 单位: 起, 要求: 超过}"),
        ("结案率达到90%", "结案率不超过95%", '以上\n            数值: "90"', '不超过\n            数值: "95"'),
        ("抽查户数达到20至30户", "抽查户数达到25至40户", "[20, 30]", "[25, 40]"),
        ("宣传活动达到4场", "宣传活动达到6场", "数值: 4,", "数值: 6,"),
        ("培训达到5场", "培训达到6场", "培训达到5场", "培训达到6场"),
        ("转让许可达到500件次", "转让许可达到600件次", "500", "600"),
    ],
)
def test_another_amount_goes_into_the_keys_of_the_target(words: str, new: str, record: str, changed: str) -> None:
    assert written({words: new}) == PLAN.replace(record, changed)


def test_other_words_take_the_place_of_the_record_and_its_comments_stay() -> None:
    start, stop = PLAN.index("指标: 结案率"), PLAN.index("          - {指标: 抽查户数")
    expected = f"{PLAN[:start]}加大结案力度 # 注 # 数\n{PLAN[stop:]}"
    assert written({"结案率达到90%": "加大结案力度"}) == expected


def test_a_struck_target_leaves_the_others_their_records() -> None:
    expected = PLAN.replace("- 培训达到5场\n          ", "").replace("数值: 20,", "数值: 30,")
    assert written({"办案量达到20件；培训达到5场；": "办案量达到30件；"}) == expected
    gone = PLAN.replace("          - {指标: 办案量, 数值: 20, 单位: 件} # 行末\n", "").replace("培训达到5", "培训达到6")
    assert written({"办案量达到20件；培训达到5场；": "培训达到6场；"}) == gone


def test_a_new_target_stands_beside_a_record_within_brackets() -> None:
    new = written({"宣传活动达到4场；": "宣传活动达到6场；走访企业达到50家；"})
    assert new == PLAN.replace("数值: 4, 单位: 场},", "数值: 6, 单位: 场}, 走访企业达到50家,")


def test_what_can_t_be_written_is_told_and_keeps_nothing_else_from_being_written() -> None:
    synced = after({"办案量达到20件": "办案量", "开展宣传。": "广泛开展宣传。", "宣传活动达到4场": "宣传活动达到6场"})
    assert synced.after.decode() == PLAN.replace("内容: 开展宣", "内容: 广泛开展宣").replace("数值: 4,", "数值: 6,")
    (told,) = synced.left
    assert told.startswith("第一部分第1项“强化执法”的“目标”：") and "请手工改成“办案量；培训达到5场；" in told


def test_another_year_of_a_target_is_told_where_it_can_t_be_written() -> None:
    (told,) = after({"2028年抽查户数": "抽查户数"}).left
    assert told.startswith("第一部分第1项“强化执法”：有改动没有取回")


def test_a_list_of_tasks_that_can_t_be_rebuilt_is_told_and_all_else_is_written() -> None:
    single = "  - 标题: 引导创造\n    任务: {标题: 建库, 内容: 建成人才库。}\n"
    plan = PLAN.replace("部分:\n", f"部分:\n{single}")
    after({"建成人才库。": "建成专家库。", "办案量达到20件": "办案量达到30件"}, plan)
    document = docx.Document("改过.docx")
    model = next(line for line in document.paragraphs if "建库" in line.text)
    new = copy.deepcopy(model._p)
    model._p.addprevious(new)
    Paragraph(new, model._parent).runs[0].text = "（一）建平台。建成交易平台。"
    document.save("改过.docx")
    synced = sync("要点.yaml", "改过.docx")
    assert synced.after.decode() == plan.replace("建成人才库", "建成专家库").replace("数值: 20,", "数值: 30,")
    assert "“任务”的写法特别" in synced.left[0] and any("建平台" in line for line in synced.left[1:])
