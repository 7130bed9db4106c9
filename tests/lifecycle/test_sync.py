"""A Word file that colleagues edited comes back into the plan's YAML, and nothing of the plan's own is lost."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import docx
import pytest
from docx.text.paragraph import Paragraph
from lxml import etree

from planforge.api import documents, issuing
from planforge.lifecycle.sync import Synced, sync
from planforge.model import InputError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLAN = """\
# 一份要点
标题: 2027年示例市知识产权工作要点   # 题
发文机关: [示例市市场监督管理局, 示例市知识产权局]
年度: 2027
成文日期: 2027年1月15日
主送机关: 各县（区）人民政府
上级文件: {省意见: 省意见.docx}
导语: 2027年的总体思路是：完善制度，强化保护。
部分:
  - 标题: 强化保护，维护公平竞争
    任务:
      # 这一项要盯紧
      - 标题: 开展专项执法
        编号: 执法-1
        内容: |
          组织春秋两季专项执法行动，查处案件80件以上。

          统一文书格式。
        牵头单位: 市市场监管局
        配合单位: [市公安局, "市农业农村局"]
        完成时限: 11月底前
        目标:
          - 案件按期办结率达到90%以上   # 目标一
        落实: [{条目: 省意见#3.2, 已阅: 3fa1c2}]
        状态: 推进中

      - 标题: 强化司法保护
        内容: 依法适用惩罚性赔偿，推行简易案件快审快结。
        牵头单位: 市中级人民法院
        落实: 省意见#4.5   # 待核

  - 标题: 促进运用，服务产业发展
    任务:
      - 标题: 发展质押融资
        任务:
          - {标题: 推广白名单, 内容: 推广知识产权质押融资白名单。, 责任单位: 市知识产权局, 落实: 省意见#5.1}
          - 标题: 开展银企对接
            内容: 开展银企对接活动4场。
            责任单位: 市知识产权局
附件:
  - 标题: 名词解释
    部分: [{标题: 专利导航, 内容: 运用专利信息分析产业发展方向。}]
  - 标题: 任务清单
    表格: [[[序号, 任务], ["1", 培育]]]
版记: {抄送: [市委办公室], 印发机关: 示例市知识产权局办公室, 印发日期: 2027-01-16}
"""
Edit = Callable[[Any], None]
Run = Callable[..., CompletedProcess[bytes]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "要点.docx").write_bytes(issuing.render(str(tmp_path / "要点.yaml")))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edited(*edits: Edit) -> Synced:
    """What comes of editing the rendered file."""
    document = docx.Document("要点.docx")
    for edit in edits:
        edit(document)
    document.save("改过.docx")
    return sync("要点.yaml", "改过.docx")


def paragraph(document: Any, words: str) -> Any:
    return next(p for p in document.paragraphs if words in p.text)


def replaced(old: str, new: str) -> Edit:
    """The words at their first place in the file, tables and boxes included."""

    def edit(document: Any) -> None:
        runs = [t for t in document.element.body.iter(f"{W}t") if old in (t.text or "")]
        for run in runs:
            run.text = run.text.replace(old, new)
        assert runs

    return edit


def removed(words: str) -> Edit:
    def edit(document: Any) -> None:
        element = paragraph(document, words)._p
        element.getparent().remove(element)

    return edit


def moved(words: str, behind: str) -> Edit:
    return lambda document: paragraph(document, behind)._p.addnext(paragraph(document, words)._p)


def added(heading: str, text: str, behind: str) -> Edit:
    def edit(document: Any) -> None:
        model = paragraph(document, behind)
        new = Paragraph(copy.deepcopy(model._p), model._parent)
        model._p.addnext(new._p)
        new.runs[0].text, new.runs[1].text = heading, text

    return edit


def after(synced: Synced) -> str:
    assert synced.left == () and synced.conflicts == ()
    return synced.after.decode()


def test_a_file_that_nobody_edited_changes_nothing(folder: Path) -> None:
    synced = sync("要点.yaml", "要点.docx")
    assert (synced.after, synced.basis) == (PLAN.encode(), "same")
    assert (synced.left, synced.conflicts, synced.kept) == ((), (), ())


def test_changed_words_change_their_line_alone(folder: Path) -> None:
    assert after(edited(replaced("查处案件80件以上", "查处案件100件以上"))) == PLAN.replace("80件", "100件")
    assert after(edited(replaced("强化司法保护", "强化司法协同保护"))) == PLAN.replace("化司法保护", "化司法协同保护")
    assert after(edited(replaced("统一文书格式", "统一文书"))) == PLAN.replace("统一文书格式", "统一文书")
    assert after(edited(replaced("完善制度，强化保护。", "完善制度。"))) == PLAN.replace("制度，强化保护。", "制度。")


def test_units_time_limits_and_targets_go_back_to_their_keys(folder: Path) -> None:
    assert after(edited(replaced("市公安局、市农业农村局", "市农业农村局、市商务局"))) == (
        PLAN.replace('[市公安局, "市农业农村局"]', '["市农业农村局", 市商务局]')
    )
    assert after(edited(replaced("11月底前", "10月底前"))) == PLAN.replace("11月底前", "10月底前")
    assert after(edited(replaced("达到90%以上", "达到95%以上"))) == PLAN.replace("达到90%以上", "达到95%以上")


def test_a_target_that_is_struck_or_added_goes_back_to_its_key(folder: Path) -> None:
    more = edited(replaced("达到90%以上。", "达到90%以上；结案率达到80%。"))
    assert after(more) == PLAN.replace("   # 目标一\n", "   # 目标一\n          - 结案率达到80%\n")
    assert "    目标" not in after(edited(replaced("案件按期办结率达到90%以上。", "")))


def test_words_behind_the_closing_list_of_units_do_not_take_it_into_the_text(folder: Path) -> None:
    def write_on(document: Any) -> None:
        paragraph(document, "依法适用惩罚性赔偿").add_run("每季度通报一次。")

    synced = edited(write_on)
    assert after(synced) == PLAN.replace("推行简易案件快审快结。", "推行简易案件快审快结。每季度通报一次。")
    assert synced.left == ()


def test_a_removed_task_goes_with_its_comment_and_its_links_are_told(folder: Path) -> None:
    synced = edited(removed("强化司法保护"))
    start = PLAN.index("\n      - 标题: 强化司法保护")
    assert synced.after.decode() == PLAN[:start] + PLAN[PLAN.index("\n  - 标题: 促进运用") :]
    assert synced.unlinked == ("第一部分第2项“强化司法保护”：省意见#4.5",)


def test_a_moved_task_takes_its_own_things_along(folder: Path) -> None:
    now = documents.load_bytes(edited(moved("强化司法保护", "开展银企对接")).after, "要点.yaml").document
    assert [task.heading.value for task in now.sections[1].tasks] == ["发展质押融资", "强化司法保护"]
    links = [str(link.item) for node in now.walk() for link in node.implements]
    assert sorted(links) == ["3.2", "4.5", "5.1"]


def test_a_new_task_comes_with_its_units_and_stands_where_it_was_typed(folder: Path) -> None:
    text = "面向产业链建设导航基地1个。（牵头单位：市知识产权局；配合单位：市科技局；完成时限：8月底前）"
    content = after(edited(added("（三）建设导航基地。", text, "（二）强化司法保护")))
    assert content == PLAN.replace(
        "   # 待核\n",
        "   # 待核\n\n      - 标题: 建设导航基地\n        内容: |\n          面向产业链建设导航基地1个。\n"
        "        牵头单位: 市知识产权局\n        配合单位: 市科技局\n        完成时限: 8月底前\n",
    )


def test_a_new_task_keeps_the_time_limit_of_its_list_though_its_text_names_the_same_one(folder: Path) -> None:
    text = "8月底前建设导航基地1个。（牵头单位：市知识产权局；完成时限：8月底前）"
    content = after(edited(added("（三）建设导航基地。", text, "（二）强化司法保护")))
    assert "8月底前建设导航基地1个。\n        牵头单位: 市知识产权局\n        完成时限: 8月底前\n" in content


def test_what_stands_around_the_tasks_goes_back_too(folder: Path) -> None:
    content = after(edited(replaced("各县（区）人民政府", "各县（区）人民政府，市直各单位")))
    assert content == PLAN.replace("主送机关: 各县（区）人民政府", "主送机关: 各县（区）人民政府，市直各单位")
    assert after(edited(replaced("2027年1月15日", "2027年1月20日"))) == PLAN.replace("1月15日", "1月20日")
    assert after(edited(replaced("市委办公室", "市委办公室，市政协办公室"))) == (
        PLAN.replace("[市委办公室]", "[市委办公室, 市政协办公室]")
    )
    assert after(edited(replaced("2027年1月16日", "2027年1月21日"))) == PLAN.replace("2027-01-16", "2027-01-21")


def test_sections_of_attachments_go_back(folder: Path) -> None:
    assert after(edited(replaced("分析产业发展方向", "分析产业布局"))) == PLAN.replace("产业发展方向", "产业布局")


def test_an_attachment_that_only_one_side_has_is_kept_where_nobody_can_tell(folder: Path) -> None:
    later = PLAN.replace("  - 标题: 任务清单", "  - 标题: 联系方式\n    部分: [{内容: 见通知。}]\n  - 标题: 任务清单")
    (folder / "要点.yaml").write_text(later, encoding="utf-8")
    synced = edited(replaced("80件", "100件"))
    titles = [part.title.value for part in documents.load_bytes(synced.after, "要点.yaml").document.attachments]
    assert sorted(titles) == sorted(["名词解释", "联系方式", "任务清单"])
    assert any("联系方式" in line for line in synced.left)


def test_tables_and_notices_from_a_template_are_told(folder: Path) -> None:
    table = edited(replaced("培育", "培训"))
    assert not table.is_changed and "附件“任务清单”的表格（第2行）" in table.left[0]
    notice = edited(replaced("印发给你们", "发给你们"))
    assert not notice.is_changed and "由模板生成" in notice.left[0]


def test_what_changed_on_one_side_alone_is_taken_from_there(folder: Path) -> None:
    later = PLAN.replace("快审快结", "快立快审快结").replace(
        "\n  - 标题: 促进运用", "\n      - {标题: 完善信用监管, 内容: 公示失信主体。}\n\n  - 标题: 促进运用"
    )
    (folder / "要点.yaml").write_text(later, encoding="utf-8")
    synced = edited(replaced("80件", "100件"))
    assert synced.basis == "earlier"
    assert synced.after.decode() == later.replace("80件", "100件")
    assert len(synced.kept) == 2 and synced.conflicts == ()


def test_what_changed_on_both_sides_is_left_and_told(folder: Path) -> None:
    later = PLAN.replace("80件", "90件")
    (folder / "要点.yaml").write_text(later, encoding="utf-8")
    synced = edited(replaced("80件", "100件"), replaced("活动4场", "活动5场"))
    assert synced.after.decode() == later.replace("活动4场", "活动5场")
    assert "第一部分第1项“开展专项执法”：要点里和 Word 稿里都改过" in synced.conflicts[0]


def test_a_task_that_the_plan_dropped_does_not_come_back(folder: Path) -> None:
    start, end = PLAN.index("\n      - 标题: 强化司法保护"), PLAN.index("\n  - 标题: 促进运用")
    later = PLAN[:start] + PLAN[end:]
    (folder / "要点.yaml").write_text(later, encoding="utf-8")
    synced = edited(replaced("80件", "100件"))
    assert synced.after.decode() == later.replace("80件", "100件")
    assert "后来删去" in synced.kept[0]


def test_a_file_without_its_origin_is_taken_as_the_newer_one(folder: Path) -> None:
    with zipfile.ZipFile("要点.docx") as old, zipfile.ZipFile("改过.docx", "w") as new:
        for name in old.namelist():
            if not name.startswith("customXml"):
                new.writestr(name, old.read(name).replace("80件".encode(), "100件".encode()))
    synced = sync("要点.yaml", "改过.docx")
    assert (synced.basis, synced.after.decode()) == ("unknown", PLAN.replace("80件", "100件"))


def test_a_copy_that_somebody_retyped_takes_nothing_away_that_it_only_left_out(folder: Path) -> None:
    document = docx.Document()
    for paragraph in docx.Document("要点.docx").paragraphs:
        if paragraph.text.startswith("附件"):
            break
        document.add_paragraph(paragraph.text.replace("80件", "100件"))
    document.save("改过.docx")
    synced = sync("要点.yaml", "改过.docx")
    assert (synced.basis, synced.after.decode()) == ("unknown", PLAN.replace("80件", "100件"))
    assert len(synced.kept) == 3 and len(synced.left) == 2  # 版记, attachments


def test_links_of_a_task_that_was_merged_go_to_the_one_that_took_it_in(folder: Path) -> None:
    words = "依法适用惩罚性赔偿，推行简易案件快审快结。"
    synced = edited(removed("强化司法保护"), replaced("统一文书格式。", f"统一文书格式。{words}"))
    task = documents.load_bytes(synced.after, "要点.yaml").document.sections[0].tasks[0]
    assert [link.item for link in task.implements] == ["3.2", "4.5"]


def tracked(document: Any) -> None:
    """80 struck out, 100 added, as Word does it; and a comment of a colleague."""
    run = next(t for t in document.element.body.iter(f"{W}t") if "80件" in (t.text or "")).getparent()
    before, _, behind = run.find(f"{W}t").text.partition("80件")
    pieces = [copy.deepcopy(run) for _ in range(4)]
    for piece, words in zip(pieces, (before, "80件", "100件", behind), strict=True):
        piece.find(f"{W}t").text = words
    gone, come = (etree.Element(f"{W}{name}", {f"{W}id": "9", f"{W}author": "甲"}) for name in ("del", "ins"))
    pieces[1].find(f"{W}t").tag = f"{W}delText"
    gone.append(pieces[1])
    come.append(pieces[2])
    for element in (pieces[0], gone, come, pieces[3]):
        run.addprevious(element)
    run.getparent().remove(run)


def test_tracked_changes_count_as_accepted_unless_they_are_to_be_rejected(folder: Path) -> None:
    synced = edited(tracked)
    assert (after(synced), synced.tracked) == (PLAN.replace("80件", "100件"), 1 + 1)
    assert sync("要点.yaml", "改过.docx", reject=True).after == PLAN.encode()


def test_comments_of_colleagues_are_told(folder: Path) -> None:
    document = docx.Document("要点.docx")
    document.add_comment(document.paragraphs[20].runs, "建议提前", author="市财政局")
    document.save("改过.docx")
    assert sync("要点.yaml", "改过.docx").comments == ("市财政局：建议提前",)


def test_the_command_writes_nothing_until_somebody_agrees(folder: Path, planforge: Run) -> None:
    edited(replaced("80件", "100件"))
    for options in ((), ("--dry-run", "--yes")):
        done = planforge("sync", "要点.yaml", "改过.docx", *options, folder=folder)
        assert (done.returncode, "[-80-]{+100+}" in done.stdout.decode()) == (0, True)
        assert (folder / "要点.yaml").read_text(encoding="utf-8") == PLAN
    done = planforge("sync", "要点.yaml", "改过.docx", "--diff", "--yes", folder=folder)
    assert "已写入" in done.stderr.decode()
    assert "+          组织春秋两季专项执法行动，查处案件100件以上。" in done.stdout.decode()
    assert (folder / "要点.yaml").read_text(encoding="utf-8") == PLAN.replace("80件", "100件")
    assert planforge("sync", "要点.yaml", "改过.docx", folder=folder).stdout.decode() == "没有改动。\n"


def test_what_is_no_plan_or_no_word_file_is_refused(folder: Path) -> None:
    with pytest.raises(InputError, match="只能改 YAML"):
        sync("要点.docx", "要点.docx")
    with pytest.raises(InputError, match="这是 YAML"):
        sync("要点.yaml", "要点.yaml")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04" + b"x" * 40)
    with pytest.raises(InputError):
        sync("要点.yaml", "坏.docx")


@pytest.mark.parametrize("style", ["letter", "breakdown", "bold2"])
def test_a_file_remembers_the_style_it_was_set_by(folder: Path, style: str) -> None:
    (folder / "别样.docx").write_bytes(issuing.render("要点.yaml", "docx", style))
    synced = sync("要点.yaml", "别样.docx")
    assert (synced.after, synced.left) == (PLAN.encode(), ())


#: Every section has the same tasks, as drafts copied from one section to the next do.
REPEATING = "标题: 2027年示例市知识产权工作要点\n部分:\n" + "".join(
    f"""\
  - 标题: 抓好{area}工作
    任务:
      - {{标题: 健全工作机制, 内容: 每季度调度一次进展情况，及时解决困难。, 牵头单位: 市司法局}}
      - {{标题: 开展专题宣传, 内容: 组织宣传活动，提高社会知晓度。, 牵头单位: 市司法局}}
"""
    for area in ("创造", "运用", "保护")
)


@pytest.fixture
def repeating(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "要点.yaml").write_text(REPEATING, encoding="utf-8")
    (tmp_path / "要点.docx").write_bytes(issuing.render(str(tmp_path / "要点.yaml")))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_of_tasks_that_say_the_same_the_edited_one_changes(repeating: Path) -> None:
    def edit(document: Any) -> None:
        run = paragraph(document, "每季度调度").runs[1]
        run.text = run.text.replace("每季度调度", "每月调度")

    assert after(edited(edit)) == REPEATING.replace("每季度调度", "每月调度", 1)


def test_of_tasks_that_say_the_same_the_moved_one_moves(repeating: Path) -> None:
    first = "      - {标题: 健全工作机制, 内容: 每季度调度一次进展情况，及时解决困难。, 牵头单位: 市司法局}\n"
    synced = edited(moved("健全工作机制", "抓好运用工作"))
    assert after(synced) == REPEATING.replace(first, "", 1).replace("任务:\n" + first, "任务:\n" + first * 2, 1)


def test_the_table_that_an_offices_own_style_adds_is_no_change(folder: Path) -> None:
    (folder / "本单位.yaml").write_text("沿用: gbk\n任务分解表: 是\n段内标题: []\n", encoding="utf-8")
    (folder / "别样.docx").write_bytes(issuing.render("要点.yaml", "docx", "本单位.yaml"))
    synced = sync("要点.yaml", "别样.docx")
    assert (synced.after, synced.left) == (PLAN.encode(), ())


def test_the_file_gives_nothing_away_of_an_earlier_draft(folder: Path) -> None:
    with zipfile.ZipFile(io.BytesIO((folder / "要点.docx").read_bytes())) as package:
        content = package.read("customXml/item1.xml").decode()
    assert not any("\u4e00" <= character <= "\u9fff" for character in content)
    assert str(folder) not in content


@pytest.mark.layout
def test_what_libreoffice_saved_again_is_unedited(folder: Path, saved_again: Callable[[bytes], bytes]) -> None:
    (folder / "又存.docx").write_bytes(saved_again((folder / "要点.docx").read_bytes()))
    synced = sync("要点.yaml", "又存.docx")
    assert (synced.after, synced.left) == (PLAN.encode(), ())
