"""Examples of format rules: what differs from a well-set Word file, element by element, in a clerk's words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from planforge.importers.word.package import Package
from planforge.lifecycle.loading import load_bytes
from planforge.model import Document, Text
from planforge.model.pages import PageKind, Pages, SetParagraph, Stretch, Stroke
from planforge.ooxml.inspect import inspect
from planforge.renderers import docx
from planforge.rules import Printed, RuleContext
from planforge.styles import load
from planforge.styles.lengths import half_points, twips

sys.path.insert(0, str(Path(__file__).parent))  # superiors.py, which several tests share

PLAN = """\
标题: 2027年示例市知识产权工作要点
文号: 示知〔2027〕1号
密级: 机密★1年
发文机关: [示例市知识产权局]
成文日期: 2027-01-15
年度: 2027
主送机关: 各县（区）人民政府
抄送: [市委办公室]
印发机关: 示例市知识产权局办公室
印发日期: 2027-01-16
导语: 2027年全市知识产权工作的总体思路是，完善制度，强化保护，提高质量，优化服务。
部分:
  - 标题: 强化创造
    任务:
      - 标题: 实施培育计划
        内容: 实施高价值专利培育计划，加强指导，按期完成。
附件:
  - 标题: 名词解释
    部分:
      - 标题: 专利
        内容: 专利是受法律保护的发明创造，由国家授予专有权。
"""
_KINDS: Mapping[str, PageKind] = {"首页": "first", "单页": "odd", "双页": "even"}
_MARGINS = {"宽": "width", "高": "height", "天头": "top", "地脚": "bottom", "订口": "left", "切口": "right"}


def context(example: str, selection: Any) -> RuleContext:
    """What a rule sees of a well-set file that differs from it as the example says."""
    document, pages = _well_set()
    for element, changes in yaml.load(example, Loader=yaml.BaseLoader).items():
        pages = _changed(pages, element, changes)
    return RuleContext(document, selection=selection, printed=Printed(pages, load()))


@cache
def _well_set() -> tuple[Document, Pages]:
    data = docx.render(load_bytes(PLAN.encode(), "要点.yaml").document)
    document = load_bytes(data, "要点.docx").document
    return document, inspect(Package(data, "要点.docx").part, document)


def _changed(pages: Pages, element: str, changes: Any) -> Pages:
    if element == "纸":
        return _on_other_paper(pages, changes)
    if element == "页码":
        return _with_other_numbers(pages, changes)
    if element == "红线":
        return replace(pages, paragraphs=tuple(_ruled(p, changes) if p.stroke else p for p in pages.paragraphs))
    if element == "版记" and "线" in changes:
        weight = () if changes["线"] == "无" else (Stroke(twips(changes["线"]) * 8 // 20, "000000"),)
        return replace(pages, cell_strokes=weight)
    kept = tuple(p for p in pages.paragraphs if changes != "无" or p.element != element)
    assert any(p.element == element for p in pages.paragraphs), f"示例文件里没有{element}"
    return replace(pages, paragraphs=tuple(_set(p, changes) if p.element == element else p for p in kept))


def _on_other_paper(pages: Pages, changes: Mapping[str, str]) -> Pages:
    sheet = replace(pages.paragraphs[0].sheet, **{_MARGINS[key]: twips(word) for key, word in changes.items()})
    return replace(pages, paragraphs=tuple(replace(p, sheet=sheet) for p in pages.paragraphs))


def _with_other_numbers(pages: Pages, changes: Any) -> Pages:
    if changes == "无":
        return replace(pages, numbers=())
    if "缺" in changes:
        return replace(pages, bare=(_KINDS[changes["缺"]],))
    beside = twips(changes["空"]) if "空" in changes else None
    numbers = (replace(n, paragraph=_set(n.paragraph, changes), beside=beside) for n in pages.numbers)
    return replace(pages, numbers=tuple(numbers))


def _ruled(paragraph: SetParagraph, changes: Any) -> SetParagraph:
    if changes == "无":
        return replace(paragraph, stroke=None)
    stroke = Stroke(10, changes.get("颜色", "FF0000"))
    return replace(paragraph, stroke=stroke, left=twips(changes.get("缩进", "0mm")))


def _set(paragraph: SetParagraph, changes: Mapping[str, str]) -> SetParagraph:
    """The paragraph with these changes; its words, too, where `文字` or `段首` asks for it."""
    words = changes.get("文字", changes.get("段首", "") + paragraph.text.value)
    place = paragraph.text.at(0)
    stretches = tuple(_stretch(s, changes) for s in paragraph.stretches)
    if words != paragraph.text.value:
        stretches = (replace(stretches[0], text=words),)
    pitch = (
        None if changes.get("行距") == "不固定" else twips(changes["行距"]) if "行距" in changes else paragraph.pitch
    )
    return replace(
        paragraph,
        text=Text.at_place(words, paragraph.text.file, place.line),
        stretches=stretches,
        first=float(changes.get("缩进", paragraph.first)),
        align=changes.get("对齐", changes.get("位置", paragraph.align)),
        between=twips(changes.get("段间", "0mm")),
        pitch=pitch,
        right=int(changes["右空"]) * paragraph.main.advance if "右空" in changes else paragraph.right,
    )


def _stretch(stretch: Stretch, changes: Mapping[str, str]) -> Stretch:
    colour = changes.get("颜色", stretch.colour)
    return replace(
        stretch,
        font=changes.get("字体", stretch.font),
        size=half_points(changes["字号"]) if "字号" in changes else stretch.size,
        colour="" if colour == "黑" else colour,
        spacing=twips(changes["字距"]) if "字距" in changes else stretch.spacing,
    )


@pytest.fixture(scope="session")
def format_example() -> Callable[[str, Any], RuleContext]:
    """Makes the context of a format rule's example."""
    return context
