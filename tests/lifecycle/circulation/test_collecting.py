"""What other offices wrote into the Word file of a plan, whatever they wrote it with."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from returned_copy import Copies, ReturnedCopy

from planforge.api import issuing
from planforge.lifecycle.circulation import collect
from planforge.model import InputError
from planforge.model.opinions import ListProposal, Opinion, TaskProposal, TextProposal
from planforge.ooxml.parts.package import repack


def opinions(*paths: str) -> list[Opinion]:
    return list(collect(paths or ("返回",), "要点.yaml").opinions)


def only(*paths: str) -> Opinion:
    (found,) = opinions(*paths)
    return found


def test_a_tracked_change_stands_at_its_task_with_the_sentence_it_changes(copy: Copies) -> None:
    copy().track("10", "20", before="首批入库").save(Path("返回/市财政局.docx"))
    found = only()
    assert (found.place, found.task) == ("第一部分第1项", "建立技术调查官库")
    assert found.passage == "建立技术调查官库，首批入库10人。"
    assert (found.unit, found.author, found.date, found.kind) == ("市财政局", "王敏", "2027-01-20", "revision")
    assert found.content == "“首批入库10人”改为“首批入库20人”"


def test_changes_of_a_sentence_are_one_opinion_and_those_of_two_are_two(copy: Copies) -> None:
    paper = copy().track("10", "20", before="首批入库").track("推行", "全面推行").track("快结", "", before="快审")
    paper.save(Path("返回/市财政局.docx"))
    assert [each.content for each in opinions()] == [
        "“首批入库10人”改为“首批入库20人”",
        "“推行简易案件快审快结”改为“全面推行简易案件快审快结”\n删去“快结”",
    ]


def test_what_was_changed_without_tracking_is_found(copy: Copies) -> None:
    copy().retype("统一格式", "统一格式和编号").save(Path("返回/市财政局.docx"))
    found = only()
    assert (found.kind, found.author) == ("edit", "")
    assert found.content == "在“统一格式”后增加“和编号”"


def test_tracked_and_untracked_changes_of_one_sentence_don_t_hide_each_other(copy: Copies) -> None:
    copy().retype("规范案件台账，", "规范全部案件台账，").track("格式", "标准", before="统一").save(
        Path("返回/甲.docx")
    )
    found = only()
    assert found.content == "在“规范”后增加“全部”\n“统一格式”改为“统一标准”"
    assert isinstance(found.proposal, TextProposal)
    assert [change.text for change in found.proposal.changes] == ["全部", "标准"]


def test_a_comment_quotes_the_words_that_it_is_about(copy: Copies) -> None:
    copy().remark("快审快结", "建议明确期限。", "李法").save(Path("返回/市司法局.docx"))
    found = only()
    assert (found.kind, found.unit, found.author) == ("comment", "市司法局", "李法")
    assert found.content == "（对“快审快结”）建议明确期限。"
    assert found.passage == "推行简易案件快审快结。"


def test_replies_stand_below_their_comment_and_settled_ones_are_marked(copy: Copies) -> None:
    paper = copy().remark("快审快结", "建议明确期限。", "李法", done=True).remark("", "同意。", "赵某", answers=0)
    paper.save(Path("返回/市司法局.docx"))
    assert only().content == "（对“快审快结”）（已标记为解决）建议明确期限。\n回复（赵某）：同意。"


def test_without_the_extended_part_no_comment_is_lost(copy: Copies) -> None:
    paper = copy().remark("快审快结", "建议明确期限。", "李法").remark("", "同意。", "赵某", answers=0)
    paper.save(Path("返回/市司法局.docx"), extended=False)
    assert [each.author for each in opinions()] == ["李法", "赵某"]


def test_a_comment_without_a_range_stands_where_it_is_called(copy: Copies) -> None:
    paper = copy().remark("统一格式", "怎样统一？")
    paper.xml = paper.xml.replace('<w:commentRangeStart w:id="0"/>', "").replace('<w:commentRangeEnd w:id="0"/>', "")
    paper.save(Path("返回/甲.docx"))
    assert (only().task, only().content) == ("规范案件台账", "怎样统一？")


@pytest.mark.parametrize(
    ("words", "place"), [("印发给你们", "印发通知"), ("务求实效", "导语"), ("强化督促检查", "第二部分")]
)
def test_what_is_said_about_other_parts_has_rows_of_its_own(copy: Copies, words: str, place: str) -> None:
    copy().remark(words, "请斟酌。").save(Path("返回/甲.docx"))
    assert only().place == place


def test_a_change_of_the_title_is_told(copy: Copies) -> None:
    paper = copy()
    title = paper.xml.rindex("2027年示例市知识产权工作要点")
    paper.xml = paper.xml[:title] + paper.xml[title:].replace("工作要点", "工作计划", 1)
    paper.save(Path("返回/甲.docx"))
    assert (only().place, only().content) == ("标题", "“年示例市知识产权工作要点”改为“年示例市知识产权工作计划”")


def test_units_time_limits_and_targets_are_lists_of_their_own(copy: Copies) -> None:
    paper = copy().track("、市财政局", "", before="配合单位：市司法局").track("6月", "8月", before="完成时限：")
    paper.track("30", "20", before="审理期限缩短到").save(Path("返回/甲.docx"))
    found = {each.proposal.field: each.proposal for each in opinions() if isinstance(each.proposal, ListProposal)}
    assert found["support"].wanted == ("市司法局",)
    assert found["deadlines"].wanted == ("8月底前",)
    assert found["targets"].wanted == ("简易案件平均审理期限缩短到20天",)
    assert {each.content for each in opinions()} >= {"完成时限“6月底前”改为“8月底前”"}


def test_a_role_that_comes_or_goes_is_understood(copy: Copies) -> None:
    copy().track("", "；配合单位：市司法局", before="责任单位：市公安局").save(Path("返回/甲.docx"))
    found = only()
    assert found.content == "增加配合单位“市司法局”"
    assert isinstance(found.proposal, ListProposal) and found.proposal.wanted == ("市司法局",)


def test_a_comment_on_a_unit_is_about_the_list_it_stands_in(copy: Copies) -> None:
    copy().remark("市中级人民法院", "请商市法院。").save(Path("返回/甲.docx"))
    found = only().proposal
    assert isinstance(found, ListProposal) and found.field == "lead"


def test_a_task_that_was_inserted_is_one_row(copy: Copies) -> None:
    paper = copy()
    stamp = 'w:id="950" w:author="李法" w:date="2027-01-20T09:00:00Z"'
    mark = f"<w:pPr><w:rPr><w:ins {stamp}/></w:rPr></w:pPr>"
    new = f"<w:p>{mark}<w:ins {stamp}><w:r><w:t>（三）开展普法宣传。</w:t></w:r></w:ins></w:p>"
    start = paper.xml.rindex("<w:p>", 0, paper.xml.index("规范案件台账"))
    paper.xml = paper.xml[:start] + new + paper.xml[start:]
    paper.save(Path("返回/市司法局.docx"))
    found = only()
    assert (found.place, found.passage) == ("第一部分第1项之后", "")
    assert found.content == "增加一项：“（三）开展普法宣传。”"
    assert (found.kind, found.author) == ("revision", "李法")
    assert isinstance(found.proposal, TaskProposal) and (found.proposal.home, found.proposal.behind) == ("1", "1.1")


def test_paragraphs_drawn_together_are_a_row(copy: Copies) -> None:
    paper = copy()
    start = paper.xml.rindex("<w:pPr>", 0, paper.xml.index("首批入库10人"))
    end = paper.xml.index("</w:pPr>", start)
    mark = '<w:rPr><w:del w:id="950" w:author="李法" w:date="2027-01-20T09:00:00Z"/></w:rPr>'
    paper.xml = paper.xml[:end] + mark + paper.xml[end:]
    paper.save(Path("返回/市司法局.docx"))
    found = only()
    assert (found.content, found.kind, found.author) == ("本段与下一段合并", "revision", "李法")


def test_another_number_is_no_opinion(copy: Copies) -> None:
    copy().track("二", "三", before="（").save(Path("返回/甲.docx"))
    copy().retype("（二）", "（三）").save(Path("返回/乙.docx"))
    assert opinions() == []


def test_a_paragraph_struck_out_whole_is_a_row(copy: Copies) -> None:
    copy().track("每季度通报一次。", "").save(Path("返回/甲.docx"))
    assert "每季度通报一次。" in only().content


def test_a_paragraph_beyond_all_measure_is_told_without_a_word_for_word_comparison(copy: Copies) -> None:
    copy().retype("统一格式。", "统一格式。" + "甲乙丙丁" * 20_000).save(Path("返回/甲.docx"))
    assert len(opinions()) >= 1


def test_two_offices_on_one_sentence_are_told_to_agree_or_not(copy: Copies) -> None:
    copy().track("10", "20", before="首批入库").save(Path("返回/市财政局.docx"))
    copy().track("10", "15", before="首批入库").save(Path("返回/市司法局.docx"))
    copy().track("10", "15", before="首批入库").save(Path("返回/市公安局.docx"))
    notes = {each.unit: each.note for each in opinions()}
    assert "市公安局）相同" in notes["市司法局"]
    assert "市财政局）改法不同" in notes["市司法局"]
    assert "市司法局）" in notes["市财政局"] and "市公安局）" in notes["市财政局"]


def test_changes_in_different_sentences_don_t_disagree(copy: Copies) -> None:
    copy().track("10", "20", before="首批入库").save(Path("返回/市财政局.docx"))
    copy().track("推行", "全面推行").save(Path("返回/市司法局.docx"))
    assert [each.note for each in opinions()] == ["", ""]


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("返回/市财政局.docx", "市财政局"),
        ("返回/2027年示例市知识产权工作要点（市财局意见）.docx", "市财政局"),
        ("返回/市人社局/要点.docx", "市人力资源和社会保障局"),
        ("返回/市体育局/要点.docx", "市体育局"),
        ("返回/市体育局（反馈意见）.docx", "市体育局"),
    ],
)
def test_an_office_is_known_by_its_file_or_folder(copy: Copies, path: str, unit: str) -> None:
    copy().track("10", "20", before="首批入库").save(Path(path))
    assert only().unit == unit


def test_an_office_is_known_by_who_wrote(copy: Copies) -> None:
    copy().track("10", "20", author="市公安局办公室", before="首批入库").save(Path("返回/要点改.docx"))
    assert only().unit == "市公安局"


def test_a_file_that_can_t_be_read_keeps_no_other_from_being_read(copy: Copies) -> None:
    copy().track("10", "20", before="首批入库").save(Path("返回/市财政局.docx"))
    Path("返回/坏.docx").write_bytes(b"PK\x03\x04")
    Path("返回/扫描.pdf").write_bytes(b"%PDF-1.7")
    Path("返回/~$市财政局.docx").write_bytes(b"lock")
    found = collect(["返回"], "要点.yaml")
    assert len(found.opinions) == 1
    assert {Path(each.file).name: bool(each.failure) for each in found.files} == {
        "市财政局.docx": False, "坏.docx": True, "扫描.pdf": True,
    }  # fmt: skip


def test_a_letter_that_is_no_copy_of_the_plan_is_told(copy: Copies) -> None:
    Path("别的.yaml").write_text("标题: 关于意见的复函\n部分: [{标题: 我局意见, 内容: 没有意见。}]\n", encoding="utf-8")
    Path("返回").mkdir()
    Path("返回/市财政局.docx").write_bytes(issuing.render("别的.yaml"))
    (file,) = collect(["返回"], "要点.yaml").files
    assert "不像是这份要点的副本" in file.failure


def test_entities_in_a_returned_file_are_refused(copy: Copies) -> None:
    path = copy().save(Path("返回/市财政局.docx"))
    evil = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    path.write_bytes(repack(path.read_bytes(), {"word/document.xml": evil}))
    (file,) = collect(["返回"], "要点.yaml").files
    assert "文档类型声明" in file.failure


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**6), st.binary(max_size=8), st.sampled_from(["word/document.xml", "word/comments.xml", ""]))
def test_no_damage_to_a_file_stops_the_others(copy: Copies, place: int, scrap: bytes, part: str) -> None:
    copy().track("10", "20", before="首批入库").save(Path("返回/市财政局.docx"))
    data = copy().remark("统一格式", "怎样统一？").save(Path("返回/市司法局.docx")).read_bytes()
    whole = zipfile.ZipFile(io.BytesIO(data)).read(part) if part else data
    spoilt = whole[: place % len(whole)] + scrap + whole[place % len(whole) + len(scrap) + 1 :]
    Path("返回/市司法局.docx").write_bytes(repack(data, {part: spoilt}) if part else spoilt)
    assert "市财政局" in {each.unit for each in opinions()}


def test_a_copy_that_nobody_touched_has_no_opinions(copy: Copies) -> None:
    copy().save(Path("返回/市财政局.docx"))
    found = collect(["返回"], "要点.yaml")
    assert (found.opinions, found.files[0].failure) == ((), "")


def test_the_file_that_was_sent_can_stand_for_the_plan(copy: Copies) -> None:
    copy().save(Path("送出.docx"))
    copy().track("10", "20", before="首批入库").save(Path("返回/市财政局.docx"))
    (found,) = collect(["返回"], "送出.docx").opinions
    assert found.content == "“首批入库10人”改为“首批入库20人”"


def test_a_file_is_held_against_the_style_it_was_set_by(office: Path) -> None:
    data = issuing.render("要点.yaml", style="breakdown")
    ReturnedCopy(data).track("10", "20", before="首批入库").save(Path("返回/市财政局.docx"))
    assert only().content == "“首批入库10人”改为“首批入库20人”"


def test_a_file_that_is_older_than_the_plan_is_told(copy: Copies) -> None:
    copy().save(Path("返回/市财政局.docx"))
    plan = Path("要点.yaml")
    plan.write_text(plan.read_text(encoding="utf-8").replace("10人", "12人"), encoding="utf-8")
    (file,) = collect(["返回"], "要点.yaml").files
    assert file.outdated


def test_without_any_file_there_is_nothing_to_collect(office: Path) -> None:
    (office / "返回").mkdir()
    with pytest.raises(InputError, match="没有 Word 文件"):
        collect(["返回"], "要点.yaml")


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 200), st.floats(0, 1), st.booleans(), st.sampled_from(["新词", "（新）", "，新词。", "3新词"]))
@example(13, 0.8125, False, "新词")
def test_nothing_that_was_written_anywhere_is_lost(
    copy: Copies, turn: int, share: float, tracked: bool, words: str
) -> None:
    copy().scribble(turn, share, words, tracked).save(Path("返回/甲.docx"))
    found = opinions()
    assert any("新" in each.content for each in found)
    assert {each.kind for each in found} == {"revision" if tracked else "edit"}


@pytest.mark.layout
def test_what_libreoffice_saves_says_the_same(copy: Copies, saved_again: Callable[[bytes], bytes]) -> None:
    paper = copy().track("10", "20", before="首批入库").remark("快审快结", "建议明确期限。", "李法")
    paper.track("6月", "8月", before="完成时限：").retype("统一格式", "统一格式和编号")
    path = paper.save(Path("返回/市财政局.docx"))
    before = [(each.place, each.kind, each.author, each.content) for each in opinions()]
    path.write_bytes(saved_again(path.read_bytes()))
    assert zipfile.ZipFile(io.BytesIO(path.read_bytes())).testzip() is None
    assert [(each.place, each.kind, each.author, each.content) for each in opinions()] == before
