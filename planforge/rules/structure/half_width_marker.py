"""编号“（一）”“（1）”的括号应当用全角圆括号。

说明: 编号的括号是半角的、扫描认成尖括号、六角括号的（〈一〉〔一〕），逐个报告。
理由: 与其他编号不统一，排印后也挤在一起。
改法: 改成全角；可由 --fix 自动改正。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: 一、
        标题: 强化创造
        任务:
          - {序号: (一), 标题: 培育高价值专利}
          - {序号: (二), 标题: 优化专利资助}

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: 一、
        标题: 强化创造
        任务:
          - {序号: 〈一〉, 标题: 培育高价值专利}
          - {序号: （二〉, 标题: 优化专利资助}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 序号: 一、
        标题: 强化创造
        任务:
          - {序号: （一）, 标题: 培育高价值专利}
          - {序号: （二）, 标题: 优化专利资助}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.rules import Finding, Found, Rule, RuleContext, rewrite
from planforge.rules._names import marker_place
from planforge.rules._scan import once_if_many

RULE = Rule(
    code="STR002",
    name="编号的括号不是全角圆括号",
    severity="warning",
    authority="国标",
    basis="GB/T 9704-2012，7.3.3：结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注",
)
_WRONG = {"半角括号": set("()"), "尖括号": set("〈〉<>"), "六角括号": set("〔〕")}
_FULL = str.maketrans("()〔〕〈〉<>", "（）" * 4)


def check(context: RuleContext) -> Iterator[Found]:
    yield from once_if_many(_findings(context))


def _findings(context: RuleContext) -> Iterator[Finding]:
    for task in context.document.walk():
        better = task.marker.translate(_FULL)
        if better != task.marker:
            place = marker_place(task)
            kind = next(name for name, signs in _WRONG.items() if signs & set(task.marker))
            fix = rewrite(place, better) if place.value == task.marker else None
            yield Finding(place, f"编号“{task.marker}”用了{kind}", task, f"改为“{better}”", fix)
