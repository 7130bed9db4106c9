"""`# planforge: 忽略 CODE 原因` sets findings aside for the node below, or for its own line."""

from __future__ import annotations

from planforge.model import Suppression
from planforge.yaml_io import load

PLAN = """\
标题: 要点
部分:
  - 标题: 甲
    任务:
      # planforge: 忽略 UNI001, ddl001 由省里牵头
      - 标题: 乙
        内容: |
          # planforge: 忽略 UNI009 这是文字
        任务:
        - 标题: 丙
      - 标题: 丁   # planforge:忽略 NUM001：原件如此
"""


def test_a_comment_covers_the_node_below_it_and_a_trailing_one_its_line() -> None:
    assert load(PLAN.encode(), "plan.yaml").document.suppressions == (
        Suppression(("UNI001", "DDL001"), "由省里牵头", 5, 10),
        Suppression(("NUM001",), "原件如此", 11, 11),
    )


def test_a_comment_knows_its_own_words() -> None:
    first, second = (each.place for each in load(PLAN.encode(), "plan.yaml").document.suppressions)
    assert (first.value, first.at(0).column) == ("# planforge: 忽略 UNI001, ddl001 由省里牵头", 7)
    assert (second.value, second.at(0).column) == ("# planforge:忽略 NUM001：原件如此", 17)


def test_a_comment_without_a_reason_is_kept_for_the_rule_about_it() -> None:
    (found,) = load("标题: 要点\n# planforge: 忽略 UNI001\n文号: 1号\n".encode(), "plan.yaml").document.suppressions
    assert (found.reason, found.line, found.until) == ("", 2, 3)


def test_a_comment_above_a_list_covers_the_list() -> None:
    (found,) = load(
        "标题: 要点\n# planforge: 忽略 X1 无\n部分:\n- 标题: 甲\n文号: 1号\n".encode(), "p"
    ).document.suppressions
    assert (found.line, found.until) == (2, 4)
