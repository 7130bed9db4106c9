"""工作要点应当有部分和任务。

说明: 要点、方案、计划里一个部分、一项任务都没有的，或者各部分都只有标题的，报告；
    其他文件除标题以外什么也没有的，也报告；只有成段的文字、读不出部分和任务的（通知除外），报警告：多半是拿错了文件，或者编号没有认出来。
理由: 没有任务就无从核对单位、时限和目标，看上去却没有问题；也可能是文件没有读全。
改法: 在 YAML 里写“部分”和“任务”；Word 稿、文本里给各部分、各项任务编号（一、（一）1.），再查一遍。

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027

反例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
      - 标题: 强化保护

反例:
    标题: 示例市知识产权局办公会议记录
    导语: 讨论了食堂改造，大家都同意。

正例:
    标题: 2027年示例市知识产权工作要点
    年度: 2027
    部分:
      - 标题: 强化创造
        任务:
          - {标题: 优化专利资助, 内容: 修订资助办法。}
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.model import Document
from planforge.rules import Finding, Rule, RuleContext
from planforge.rules._absence import WORKING_KINDS
from planforge.rules._bare import is_bare_heading

RULE = Rule(
    code="STR014",
    name="没有部分和任务",
    severity="error",
    authority="实务",
    basis="督查工作惯例：任务逐项列明",
)
_ADVICE = "写上各部分和任务；Word 稿和文本里已经有的，检查编号（一、（一）1.）能不能认出来"


def check(context: RuleContext) -> Iterator[Finding]:
    document = context.document
    if document.indicators or document.attachments or not all(map(is_bare_heading, document.sections)):
        return
    lack = "各部分都只有标题" if document.sections else "一个部分、一项任务都没有"
    if document.kind in WORKING_KINDS or not _says_anything(document):
        yield Finding(document.title, f"{lack}，没有内容可查", "标题", _ADVICE)
    elif document.kind != "notice":  # which is often running text alone
        words = document.title if document.title.value else document.preamble
        message = f"{lack}，只查了文字；这不像一份要点"
        yield Finding(words, message, "标题", f"核对是不是拿错了文件；{_ADVICE}", severity="warning")


def _says_anything(document: Document) -> bool:
    return bool(document.preamble.value or (document.notice and document.notice.text.value))
