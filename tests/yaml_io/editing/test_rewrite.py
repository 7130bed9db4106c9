"""Records of a plan's file are changed, moved, added and taken out; every other character stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planforge.model import Document, InputError
from planforge.yaml_io import load
from planforge.yaml_io.editing import Editable, Item, Revision, Value, rewrite

PLAN = """\
# 头
标题: 2027年示例市工作要点   # 注
部分:
  # 第一部分
  - 标题: 强化保护
    任务:
      # 专项
      - 标题: 甲项   # 尾
        内容: |
          一句。

          二句。
        牵头单位: 市一局
        配合单位:
          - 市二局  # 注二
          - 市三局
        落实: 省意见#3.1
        # 深注

      - 标题: 乙项
        内容: 乙文。

      # 丙的
      - 丙项
  - 标题: 促进运用
    任务:
    - {标题: 丁项, 内容: "丁文"}
"""
Change = Callable[[Document], Revision]


def changed(change: Change, plan: str = PLAN) -> str:
    opened = Editable.open(plan.encode(), "要点.yaml")
    return rewrite(opened, change(opened.document)).decode()


def tasks(*items: Item) -> Callable[[Document], Revision]:
    """The first section with these tasks."""
    return lambda document: Revision(
        lists={
            "sections": (
                Item(document.sections[0], Revision(lists={"tasks": items})),
                Item(document.sections[1]),
            )
        }
    )


def test_nothing_to_change_leaves_every_byte() -> None:
    assert changed(lambda document: Revision()) == PLAN
    assert changed(lambda document: Revision(lists={"sections": tuple(map(Item, document.sections))})) == PLAN


def test_items_move_with_their_lines_and_comments() -> None:
    after = changed(lambda d: tasks(*(Item(task) for task in reversed(d.sections[0].tasks)))(d))
    assert after.index("# 丙的") < after.index("乙项") < after.index("# 专项") < after.index("# 深注")
    assert sorted(filter(str.strip, after.splitlines())) == sorted(filter(str.strip, PLAN.splitlines()))


def test_an_item_moves_to_another_depth_and_keeps_its_shape() -> None:
    def under_the_second(d: Document) -> Revision:
        first, second = d.sections
        a, b, c = first.tasks
        below = Item(second.tasks[0])
        return Revision(
            lists={
                "sections": (
                    Item(first, Revision(lists={"tasks": (Item(b), Item(c))})),
                    Item(second, Revision(lists={"tasks": (below, Item(a))})),
                )
            }
        )

    after = load(changed(under_the_second).encode(), "要点.yaml").document
    before = load(PLAN.encode(), "要点.yaml").document
    assert [t.heading.value for t in after.sections[1].tasks] == ["丁项", "甲项"]
    moved, old = after.sections[1].tasks[1], before.sections[0].tasks[0]
    assert (moved.text, moved.units, moved.implements) == (old.text, old.units, old.implements)


def test_values_change_in_place_and_new_keys_stand_in_the_order_of_the_table() -> None:
    units: dict[str, Value] = {"support": ("市二局",), "lead": ""}
    values: dict[str, Value] = {"text": "一句。\n\n三句。", "deadlines": ("6月底前",), **units}

    def first(d: Document) -> Revision:
        a, *others = d.sections[0].tasks
        return tasks(Item(a, Revision(values=values)), *map(Item, others))(d)

    after = changed(first)
    assert after == (
        PLAN.replace("二句。", "三句。")
        .replace("        牵头单位: 市一局\n", "")
        .replace("          - 市三局\n", "        完成时限: 6月底前\n")
    )


def test_a_new_item_takes_the_look_of_its_neighbours_and_may_take_others_in() -> None:
    def grouped(d: Document) -> Revision:
        a, b, c = d.sections[0].tasks
        group = Item(None, Revision(lists={"tasks": (Item(b), Item(c))}), {"标题": "新项", "内容": "一段。\n二段。"})
        return tasks(Item(a), group)(d)

    after = changed(grouped)
    new = "      - 标题: 新项\n        内容: |\n          一段。\n          二段。\n        任务:\n"
    assert f"{new}          - 标题: 乙项\n" in after
    assert "          # 丙的\n          - 丙项\n" in after


def test_words_that_stand_for_a_record_become_one_when_there_is_more_to_say() -> None:
    def third(d: Document) -> Revision:
        a, b, c = d.sections[0].tasks
        return tasks(Item(a), Item(b), Item(c, Revision(values={"text": "丙文。"})))(d)

    assert changed(third) == PLAN.replace("- 丙项", "- {标题: 丙项, 内容: 丙文。}")


def test_what_is_gone_takes_its_comments_along_and_leaves_its_neighbours() -> None:
    after = changed(lambda d: tasks(*(Item(task) for task in d.sections[0].tasks[1:]))(d))
    assert "甲项" not in after and "# 专项" not in after and "# 深注" not in after
    assert after.endswith(PLAN[PLAN.index("      - 标题: 乙项") :])


def test_the_last_task_takes_the_key_along() -> None:
    after = changed(lambda d: tasks()(d))
    assert load(after.encode(), "要点.yaml").document.sections[0].tasks == ()
    assert after.count("任务:") == 1


def test_windows_line_ends_stay() -> None:
    def first(d: Document) -> Revision:
        a, *others = d.sections[0].tasks
        new = Item(None, new={"标题": "新项", "牵头单位": "市一局"})
        return tasks(Item(a, Revision(values={"support": ("市二局",), "closing": "完。"})), new, *map(Item, others))(d)

    opened = Editable.open(PLAN.replace("\n", "\r\n").encode("gb18030"), "要点.yaml")
    after = rewrite(opened, first(opened.document)).decode("gb18030")
    assert after.replace("\r\n", "\n") == changed(first)
    assert after.count("\n") == after.count("\r\n")


def test_a_list_within_brackets_stays_on_its_line() -> None:
    plan = "标题: 要点\n部分: [{标题: 甲, 任务: [子一, {标题: 子二}]}, 乙]  # 注\n"

    def other_way_round(d: Document) -> Revision:
        first, second = d.sections
        below = (Item(first.tasks[1]), Item(None, new={"标题": "子三"}))
        return Revision(lists={"sections": (Item(second), Item(first, Revision(lists={"tasks": below})))})

    assert changed(other_way_round, plan) == (
        "标题: 要点\n部分: [乙, {标题: 甲, 任务: [{标题: 子二}, {标题: 子三}]}]  # 注\n"
    )


def test_a_way_of_writing_that_cannot_be_edited_is_refused() -> None:
    plan = "标题: 要点\n部分:\n  标题: 甲\n"
    with pytest.raises(InputError):
        changed(lambda d: Revision(lists={"sections": (Item(None, new={"标题": "乙"}),)}), plan)


def test_words_alone_give_way_to_others_and_a_bare_key_takes_paragraphs() -> None:
    plan = "title: Plan\nsections:\n- heading: One\n  text:\n  tasks:\n  - Two\n"

    def both(d: Document) -> Revision:
        task = Item(d.sections[0].tasks[0], Revision({"heading": "Three"}))
        return Revision(
            lists={"sections": (Item(d.sections[0], Revision({"text": "a\n\nb"}, lists={"tasks": (task,)})),)}
        )

    assert changed(both, plan) == plan.replace("text:", "text: |\n    a\n\n    b").replace("Two", "Three")


@pytest.mark.parametrize("notice", ["现印发给你们。", "{}"])
def test_a_record_without_keys_is_left_to_a_person(notice: str) -> None:
    with pytest.raises(InputError, match="写法特别"):
        changed(lambda d: Revision(records={"notice": Revision({"text": "现予印发。"})}), f"印发通知: {notice}\n{PLAN}")
