"""The shipped example: what is planted in it is found, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PLAN = "plan_specs/2027年示例市知识产权工作要点.yaml"
DIRECTIVE = "plan_specs/directives/云溪省强化知识产权保护实施意见.txt"

#: What is wrong in the example, on purpose: the rule's code and where it looks.
PLANTED = {
    ("TGT001", "第二部分第3项"): "按期办结率90%，低于省里的95%",
    ("WRD001", "第二部分第2项"): "“台帐”应为“台账”",
    ("UNI002", "第三部分第2项"): "市知识产权发展促进中心不在单位名录里",
    ("DDL002", "第三部分第4项"): "“条件成熟时”看不出是哪一天",
    ("DDL003", "第四部分第1项"): "2028年6月底前不在2027年之内",
    ("UNI001", "第四部分第2项"): "没有责任单位",
    ("PUN002", "第五部分第1项"): "“各县(区)”用了半角括号",
    ("COV001", "第五部分第2项"): "省意见没有7.25",
    ("COV002", "省意见第三部分第4项"): "商业秘密保护没有任务落实",
    ("COV002", "省意见第五部分第15项"): "专利导航没有任务落实",
    ("COV002", "省意见第七部分第21项"): "人才队伍没有任务落实",
    ("COV003", "省意见第四部分第9项"): "只落实了案件移送，没有会商会议和涉案物品",
}
HOLES = {"3.4", "5.15", "7.21"}


@cache
def planforge(*arguments: str) -> tuple[int, Any]:
    """Exit code and JSON of a command run in the repository's own workspace."""
    command = [sys.executable, "-c", "from planforge.cli import main; main()", *arguments, "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    return done.returncode, json.loads(done.stdout)


def statuses() -> dict[str, str]:
    _, report = planforge("coverage", PLAN)
    (directive,) = report["directives"]
    return {task["id"]: task["status"] for task in directive["tasks"]}


def test_check_finds_exactly_what_is_planted() -> None:
    code, report = planforge("check", PLAN)
    serious = [d for d in report["diagnostics"] if d["severity"] != "info"]
    assert sorted((d["code"], d["where"]) for d in serious) == sorted(PLANTED)
    assert code == 1


def test_every_finding_points_at_a_line() -> None:
    _, report = planforge("check", PLAN)
    assert all(d["line"] >= 1 and d["column"] >= 1 and d["message"] for d in report["diagnostics"])


def test_the_opinion_reads_as_twenty_two_demands() -> None:
    assert len(statuses()) == 22


def test_coverage_finds_the_holes_that_were_left() -> None:
    assert {item for item, status in statuses().items() if status == "uncovered"} == HOLES


def test_coverage_tells_partial_and_waived_from_covered() -> None:
    found = statuses()
    assert [item for item, status in found.items() if status == "partial"] == ["4.9"]
    assert [item for item, status in found.items() if status == "waived"] == ["4.10"]


def test_tasks_without_a_declared_link_are_found_by_their_words() -> None:
    _, report = planforge("coverage", PLAN)
    tasks = {task["id"]: task for task in report["directives"][0]["tasks"]}
    best = {item: tasks[item]["counterparts"][0] for item in ("3.2", "4.6", "5.12", "5.13", "6.18", "7.20")}
    assert {item: c["task"] for item, c in best.items()} == {
        "3.2": "1.2", "4.6": "2.2", "5.12": "3.2", "5.13": "3.3", "6.18": "4.3", "7.20": "5.1",
    }  # fmt: skip
    assert {c["link"] for c in best.values()} == {"suggested"}


def test_coverage_is_the_same_against_the_file_and_against_the_declared_directive() -> None:
    _, declared = planforge("coverage", PLAN)
    _, given = planforge("coverage", PLAN, "--against", DIRECTIVE)
    assert given["directives"][0]["title"] == declared["directives"][0]["title"]
    assert [t["id"] for t in given["directives"][0]["tasks"]] == [t["id"] for t in declared["directives"][0]["tasks"]]
