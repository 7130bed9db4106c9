"""Comments on a whole paragraph: they are about the task, and what a clerk words instead becomes that task."""

from __future__ import annotations

import re
from pathlib import Path

from filled_table import applied, fill, plan
from returned_copy import Copies, ReturnedCopy

from planforge.lifecycle.circulation import collect
from planforge.model.opinions import Opinion, TaskProposal, TextProposal
from planforge.yaml_io import load

WHOLE = "（二）规范案件台账。规范案件台账，统一格式。（责任单位：市公安局；完成时限：9月底前）"


def commented(copy: Copies, first: str, last: str, text: str = "建议写具体。") -> ReturnedCopy:
    """A copy whose comment goes from the paragraph with `first` to the end of that with `last`."""
    paper = copy().remark("强化督促检查", text)
    paper.xml = re.sub(r'<w:commentRange(?:Start|End) w:id="0"/>', "", paper.xml)
    paragraphs = list(re.finditer(r"<w:p[ >](?:(?!</w:p>).)*</w:p>", paper.xml, re.S))
    start, stop = (
        next(each for each in paragraphs if words in re.sub("<[^>]+>", "", each[0])) for words in (first, last)
    )
    begin = start.start() + (start[0].find("</w:pPr>") + 8 if "</w:pPr>" in start[0] else start[0].find(">") + 1)
    end = stop.end() - len("</w:p>")
    marks = ('<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>')
    paper.xml = paper.xml[:begin] + marks[0] + paper.xml[begin:end] + marks[1] + paper.xml[end:]
    return paper


def only() -> Opinion:
    (found,) = collect(["返回"], "要点.yaml").opinions
    return found


def test_a_comment_on_a_whole_paragraph_is_about_the_task_with_heading_text_and_units(copy: Copies) -> None:
    commented(copy, "规范案件台账，", "规范案件台账，").save(Path("返回/市公安局.docx"))
    found = only()
    assert (found.place, found.task, found.passage) == ("第一部分第2项", "规范案件台账", WHOLE)
    assert found.content == "建议写具体。"
    assert isinstance(found.proposal, TaskProposal)


def test_words_adopted_for_it_become_the_whole_task_and_its_record_stays(copy: Copies) -> None:
    commented(copy, "规范案件台账，", "规范案件台账，").save(Path("返回/市公安局.docx"))
    fill(("采纳", "规范办案台账。统一办案台账的格式和编号。（责任单位：市公安局；完成时限：10月底前）"))
    adoption = applied()
    assert (adoption.is_clean, adoption.done, adoption.lost) == (True, 1, ())
    task = load(plan().encode(), "要点.yaml").document.sections[0].tasks[1]
    assert (task.heading.value, task.text.value) == ("规范办案台账", "统一办案台账的格式和编号。")
    assert [each.value for each in task.units] == ["市公安局"]
    assert [each.text.value for each in task.deadlines] == ["10月底前"]


def test_half_a_task_worded_for_a_whole_one_is_asked_for_and_nothing_is_overwritten(copy: Copies) -> None:
    commented(copy, "规范案件台账，", "规范案件台账，").save(Path("返回/市公安局.docx"))
    before = plan()
    for words in ("统一办案台账的格式和编号。", "规范办案台账。统一办案台账的格式和编号。"):
        fill(("采纳", words))
        assert "缺了标题、内容或者单位" in applied().conflicts[0]
        assert plan() == before


def test_adopted_without_words_it_is_left_to_people(copy: Copies) -> None:
    commented(copy, "规范案件台账，", "规范案件台账，").save(Path("返回/市公安局.docx"))
    before = plan()
    fill("采纳")
    adoption = applied()
    assert "建议写具体。" in adoption.by_hand[0]
    assert plan() == before


def test_words_for_the_whole_task_and_another_office_s_change_of_it_don_t_go_together(copy: Copies) -> None:
    commented(copy, "规范案件台账，", "规范案件台账，").save(Path("返回/市公安局.docx"))
    copy().track("统一格式", "统一格式和编号").save(Path("返回/市司法局.docx"))
    before = plan()
    worded = ("采纳", "规范办案台账。统一编号。（责任单位：市公安局；完成时限：9月底前）")
    units = [each.unit for each in collect(["返回"], "要点.yaml").opinions]
    fill(*(worded if unit == "市公安局" else "采纳" for unit in units))
    assert "不能并存" in applied().conflicts[0]
    assert plan() == before


def test_a_comment_over_several_tasks_quotes_them_all_and_is_left_to_people(copy: Copies) -> None:
    commented(copy, "首批入库", "规范案件台账，").save(Path("返回/市公安局.docx"))
    found = only()
    assert found.proposal is None
    assert "首批入库10人" in found.passage and found.passage.endswith(WHOLE)


def test_a_comment_over_paragraphs_of_one_text_is_about_all_of_them(copy: Copies) -> None:
    paper = copy().remark("每季度通报一次。", "合成一段。").remark("推行简易案件快审快结。", "从这里起。")
    start = '<w:commentRangeStart w:id="{}"/>'
    paper.xml = paper.xml.replace(start.format(0), "").replace(start.format(1), start.format(0))
    paper.save(Path("返回/市公安局.docx"))
    found = next(each for each in collect(["返回"], "要点.yaml").opinions if "合成一段" in each.content)
    assert found.passage == "推行简易案件快审快结。\n\n每季度通报一次。"
    assert isinstance(found.proposal, TextProposal)
