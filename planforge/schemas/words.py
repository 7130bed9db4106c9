"""Closed lists of words: the model's value, and what a clerk may write for it (the first is the one written)."""

from __future__ import annotations

from functools import cache

WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "kind": {
        "work_plan": ("工作要点", "年度工作要点", "工作计划", "要点"),
        "opinion": ("意见", "实施意见"),
        "programme": ("规划",),
        "scheme": ("方案", "实施方案", "工作方案"),
        "strategy": ("战略", "纲要", "战略纲要"),
        "notice": ("通知",),
        "other": ("其他",),
    },
    "level": {
        "national": ("国家", "中央"),
        "province": ("省", "自治区", "直辖市"),
        "city": ("市", "地市", "州"),
        "county": ("县", "区", "县区"),
        "township": ("乡镇", "乡", "镇", "街道"),
    },
    "role": {
        "guidance": ("总体要求", "指导思想"),
        "goals": ("主要目标", "工作目标", "目标"),
        "tasks": ("重点任务", "主要任务", "任务"),
        "safeguards": ("保障措施", "组织保障"),
        "background": ("背景", "形势"),
    },
    "status": {
        "planned": ("未开始", "未启动"),
        "ongoing": ("推进中", "进行中", "未完成"),
        "standing": ("长期坚持", "常态化", "持续推进"),
        "done": ("已完成", "完成", "办结"),
        "dropped": ("取消", "不再推进"),
    },
    "op": {
        ">=": ("不低于", "达到", "以上", "不少于", "≥"),
        ">": ("超过", "高于", "大于"),
        "=": ("等于", "为", "完成"),
        "<=": ("不超过", "以内", "以下", "不高于", "≤"),
        "<": ("低于", "少于", "小于"),
        "range": ("区间",),
        "decrease": ("下降", "降低", "减少"),
        "~": ("约", "左右"),
    },
}


@cache
def reading(of: str) -> dict[str, str]:
    """What each accepted word of a list means, the model's own values included."""
    return {word: value for value, words in WORDS[of].items() for word in (value, *words)}


def writing(of: str, value: str, lang: str) -> str:
    """The word that stands for a value of the model in `lang` (zh or en)."""
    return WORDS[of][value][0] if lang == "zh" else value
