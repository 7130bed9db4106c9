"""Large documents for the benchmarks: made-up measures from a small vocabulary, the same for the same size and seed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from planforge.text.numerals import chinese

VERBS = ["推进", "完善", "建立", "优化", "加强", "规范", "拓展", "深化", "落实", "培育", "健全", "提升"]
FIELDS = [
    "行政裁决",
    "维权援助",
    "专利导航",
    "商标品牌",
    "地理标志",
    "质押融资",
    "信用监管",
    "调解仲裁",
    "执法协作",
    "人才培训",
    "数据登记",
    "海外预警",
    "展会服务",
    "开放许可",
    "统计监测",
    "普法宣传",
    "窗口服务",
    "价值评估",
    "专家咨询",
    "案例发布",
]
OBJECTS = [
    "工作机制",
    "服务体系",
    "管理制度",
    "试点建设",
    "信息平台",
    "联席会议",
    "示范园区",
    "标准规范",
    "考核办法",
    "重点项目",
]
PLACES = [
    "产业园区",
    "高等院校",
    "科研院所",
    "中小企业",
    "专业市场",
    "电商平台",
    "农业基地",
    "县域集群",
    "外贸企业",
    "社区街道",
]
UNITS = ["市知识产权局", "市市场监管局", "市司法局", "市财政局", "市科技局", "市商务局", "市农业农村局", "市教育局"]
TASKS_A_SECTION = 25
#: Characters of a task in `prose`, nearly.
_TASK_LENGTH = 127


def _measure(choose: random.Random) -> str:
    verbs, fields, objects, places = (choose.choice(words) for words in (VERBS, FIELDS, OBJECTS, PLACES))
    return f"面向{places}{verbs}{fields}{objects}，全年服务{choose.randint(20, 900)}家次。"


def _items(count: int, seed: int) -> Iterator[tuple[str, str, str, str]]:
    choose = random.Random(seed)
    for _ in range(count):
        heading = choose.choice(VERBS) + choose.choice(FIELDS) + choose.choice(OBJECTS)
        text = "".join(_measure(choose) for _ in range(3))
        lead, support = choose.sample(UNITS, 2)
        yield heading, text, lead, support


def plan_yaml(tasks: int, seed: int = 1) -> str:
    """A YAML plan for 2027 with `tasks` leaves of three clauses each."""
    lines = ["标题: 2027年示例市工作要点", "发文机关: 示例市知识产权局", "文号: 示知〔2027〕1号", "年度: 2027", "部分:"]
    for index, (heading, text, lead, support) in enumerate(_items(tasks, seed)):
        if index % TASKS_A_SECTION == 0:
            lines += [f"  - 标题: 重点工作之{index // TASKS_A_SECTION + 1}", "    任务:"]
        lines += [f"      - 标题: {heading}", f"        内容: {text}", f"        牵头单位: {lead}"]
        lines += [f"        配合单位: [{support}]", "        完成时限: 12月底前"]
    return "\n".join([*lines, ""])


def linked_yaml(tasks: int, seed: int) -> str:
    """The plan of `plan_yaml` in slightly other words, each task with a link to the same one of `directive.yaml`."""
    lines, task = [], 0
    for line in plan_yaml(tasks, seed).replace("工作机制", "长效机制").replace("面向", "围绕").splitlines():
        lines.append(line)
        if line.startswith("        完成时限"):
            lines.append(f"        落实: directive#{task // TASKS_A_SECTION + 1}.{task % TASKS_A_SECTION + 1}")
            task += 1
    return "\n".join([*lines, ""])


def prose(characters: int) -> str:
    """A plain text of about so many characters, numbered as official documents are."""
    lines = ["2027年示例市工作要点", ""]
    for index, (heading, text, lead, support) in enumerate(_items(characters // _TASK_LENGTH, seed=3)):
        section, turn = divmod(index, TASKS_A_SECTION)
        if turn == 0:
            lines.append(f"{chinese(section + 1)}、重点工作之{section + 1}")
        lines.append(f"（{chinese(turn + 1)}）{heading}。{text}（牵头单位：{lead}，配合单位：{support}；12月底前完成）")
    return "\n".join([*lines, ""])
