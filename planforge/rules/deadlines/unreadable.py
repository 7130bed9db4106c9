"""完成时限应当能看出是哪一天，或者多久一次。

说明: “完成时限”里写的话读不出日期，也读不出周期（每季度、长期坚持）的，报告。
    只缺年份的（时限和标题都没有写是哪一年），写明缺的是年份；有几处的合成一处。
理由: 读不出日期的时限不能进台账，也不能与上级时限比较。
改法: 写成“6月底前”“2027年10月31日前”“第三季度”“每季度”“长期坚持”；要点的年份写在标题里，或者写在“年度”里。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 完成时限: 尽快}

反例:
    标题: 示例市知识产权工作要点
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 完成时限: 9月底前}

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。, 完成时限: 9月底前}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Deadline, Task
from planforge.rules import Finding, Found, Rule, RuleContext
from planforge.rules._calendar import impossible
from planforge.rules._passages import stands_in
from planforge.rules._scan import once_if_many
from planforge.text import deadlines
from planforge.text.statements import years_of

RULE = Rule(
    code="DDL002",
    name="完成时限读不出",
    severity="warning",
    authority="实务",
    basis="督查工作惯例：完成时限须可核对",
)


#: Any would do to see whether a time limit lacks but the year; this one has a 29 February.
_SOME_YEAR = 2000


def check(context: RuleContext) -> Iterator[Found]:
    yield from (_as_unreadable(task, deadline) for task, deadline in _unread(context) if not _lacks_year(deadline))
    undated = [_as_undated(task, deadline, context) for task, deadline in _unread(context) if _lacks_year(deadline)]
    yield from once_if_many(undated, most=1)


def _unread(context: RuleContext) -> Iterator[tuple[Task, Deadline]]:
    for task in context.document.walk():
        for deadline in task.deadlines:
            unread = deadline.date is None and deadline.recurs is None
            if unread and not stands_in(deadline.text, task.text) and not _has_no_such_day(deadline, context):
                yield task, deadline


def _as_unreadable(task: Task, deadline: Deadline) -> Finding:
    message = f"完成时限“{deadline.text.value}”读不出日期或周期"
    return Finding(deadline.text, message, task, "写成“6月底前”“第三季度”“每季度”“长期坚持”等")


def _as_undated(task: Task, deadline: Deadline, context: RuleContext) -> Finding:
    """One whose year neither it nor the title tells; the last year of a plan of several need not be that meant."""
    words = deadline.text.value
    last = years_of(context.document).targets
    why = "标题里有几个年份" if last else "时限和标题里都没有年份"
    better = f"在时限里写上年份（如“{last or 2027}年{words}”）"
    if last is None:
        better = f"在标题里写上年份（如“2027年……工作要点”），YAML 里也可以写“年度: 2027”；或者{better}"
    return Finding(deadline.text, f"完成时限“{words}”看不出是哪一年：{why}", task, better)


def _lacks_year(deadline: Deadline) -> bool:
    return deadlines.read(deadline.text, _SOME_YEAR).date is not None


def _has_no_such_day(deadline: Deadline, context: RuleContext) -> bool:
    """Whether it can't be read because no calendar has it (13月底前), of which DDL006 tells."""
    return any(impossible(deadline.text.value, context.document.year))
