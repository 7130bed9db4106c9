"""Heads, feet and headings in the ways of many houses; all places and texts are invented."""

from __future__ import annotations

import pytest

from planforge.importers import read
from planforge.model import Document, Reading


def reading(text: str) -> Reading:
    return read(text.encode(), "文件.txt")


def document(text: str) -> Document:
    return reading(text).document


SENDING_NOTICE = (
    "示例市人民政府办公室\n示政办发〔2027〕3号\n各县区人民政府：\n"
    "《示例市2027年政务公开工作要点》已经市政府同意，现印发给你们，请认真贯彻执行。\n示例市人民政府办公室\n2027年5月8日\n"
)
ITEMS = (
    "2027年是关键之年，要全面推进公开。\n一、推进权力公开\n"
    "（一）公布清单。动态调整清单。\n（二）公开审批。及时公开结果。\n"
)


def test_items_below_a_notice_have_the_title_that_it_announces() -> None:
    found = document(SENDING_NOTICE + ITEMS)
    assert found.title.value == "示例市2027年政务公开工作要点"
    assert [leaf.heading.value for leaf in found.leaves()] == ["公布清单", "公开审批"]
    assert found.preamble.value == "2027年是关键之年，要全面推进公开。"


def test_text_behind_the_signature_that_belongs_to_nothing_is_reported() -> None:
    lost = "这一段文字排在落款之后，既不是附件也没有标题，读者不知道它属于哪一份文件，只好请导入的人来看一看。"
    (found,) = reading(SENDING_NOTICE.replace("《示例市2027年政务公开工作要点》", "本通知") + lost).diagnostics
    assert (found.code, "这一段文字" in found.message) == ("I106", True)


def test_many_signers_one_below_the_other_sign_and_close_the_text() -> None:
    signers = [
        f"示例省{name}" for name in ("工业和信息化厅", "教育厅", "科学技术厅", "交通运输厅", "文化和旅游厅", "林业局")
    ]
    found = document(
        "关于加强协作的意见\n一、总则\n（一）开展合作。推动合作。\n" + "\n".join(signers) + "\n2027年1月18日\n"
    )
    assert [name.value for name in found.issuers] == signers
    assert found.sections[0].tasks[0].text.value == "推动合作。"


@pytest.mark.parametrize(
    ("head", "title", "issuers", "issued"),
    [
        (
            "- **文档类型**：政策类\n- **文件编号**：无\n附件\n示例市北斗产业行动计划\n（2026—2028年）\n",
            "示例市北斗产业行动计划（2026—2028年）",
            [],
            None,
        ),
        (
            "政策全文\n新华社示例2月13日电\n中共中央 国务院关于做好乡村工作的意见\n（2027年1月2日）\n",
            "中共中央国务院关于做好乡村工作的意见",
            ["中共中央", "国务院"],
            "2027-01-02",
        ),
        (
            "中共示例市委文件\n示发〔2027〕1 号\n"
            "中 共 示 例 市 委 示例市人民政府 关于抓好“三农”工作的意见\n（2027 年 3 月 2 日）\n",
            "中共示例市委示例市人民政府关于抓好“三农”工作的意见",
            ["中共示例市委", "示例市人民政府"],
            "2027-03-02",
        ),
        (
            "关于推进共富的意见\n来源: https://www.example.gov.cn/a?text=" + "%E8" * 200 + "\n"
            "中共示例市委 示例市人民政府\n关于推进共富的意见\n（2027年1月4日）\n",
            "中共示例市委示例市人民政府关于推进共富的意见",
            ["中共示例市委", "示例市人民政府"],
            "2027-01-04",
        ),
        (
            "政府工作报告\n——2027年1月20日在示例市第三届人民代表大会第一次会议上\n市长 张某某\n",
            "政府工作报告",
            [],
            "2027-01-20",
        ),
    ],
)
def test_a_head_set_in_another_house_gives_its_title_issuers_and_date(
    head: str, title: str, issuers: list[str], issued: str | None
) -> None:
    found = document(
        head + "为抓好工作，提出如下意见。\n一、任务\n（一）抓落实。强化督查。\n（二）促提升。强化培训。\n"
    )
    assert found.title.value == title
    assert [name.value for name in found.issuers] == issuers
    assert (str(found.issued) if found.issued else None) == issued
    assert str(found.doc_number or "").find(" ") < 0
    assert found.preamble.value.endswith("为抓好工作，提出如下意见。")


def test_neither_the_document_itself_nor_a_short_name_is_cited() -> None:
    found = document(
        "示例市2026—2028年行动计划\n根据《示例省规划纲要》（以下简称《纲要》），制定《示例市2026-2028年行动计划》。\n"
        "一、任务\n（一）抓落实。落实《纲要》。\n（二）促提升。强化培训。\n"
    )
    assert [c.title for c in found.citations] == ["示例省规划纲要"]


def test_short_lines_with_text_below_them_are_headings_though_nothing_marks_them() -> None:
    found = document(
        "示例市2027年工作要点\n一、重点任务\n强化司法保护\n推行案件快审快结，全年调解成功率达到60%以上。\n"
        "严格行政执法\n开展专项行动，查处案件100件以上，形成有力震慑。\n建立线索通报机制，推动行刑衔接。\n"
        "二、保障措施\n加强领导\n各单位要压实责任，定期调度，确保各项任务落到实处。\n"
    )
    first, second = found.sections
    assert [(t.id, t.heading.value, t.unnumbered) for t in first.tasks] == [
        ("1.1", "强化司法保护", True),
        ("1.2", "严格行政执法", True),
    ]
    assert first.tasks[1].text.value.endswith("形成有力震慑。\n建立线索通报机制，推动行刑衔接。")
    assert second.tasks == ()  # one line alone may be anything


def test_names_and_dates_above_text_are_no_headings() -> None:
    duty = "负责统筹推进，定期调度，确保各项任务落到实处。"
    lines = f"示例市教育局\n{duty}\n示例市财政局\n{duty}\n"
    found = document(f"示例市2027年工作要点\n一、重点任务\n{lines}二、其他\n（一）抓落实。强化督查。\n")
    assert found.sections[0].tasks == ()


def test_a_glossary_behind_a_report_is_an_attachment_and_a_caption_above_it_is_nothing() -> None:
    found = document(
        "政府工作报告。 示例日报记者 张某 摄\n政府工作报告\n（2027年1月20日在示例市第三届人民代表大会第一次会议上）\n"
        "市长 王某某\n各位代表：\n现在，我向大会报告工作，请予审议。\n一、2026年工作回顾\n成绩来之不易。\n"
        "二、2027年工作安排\n重点抓好以下工作。\n（一）扩大内需。生产总值增长6%。\n（二）改善民生。新增就业5万人。\n"
        "名词解释\n1.“两重”：是指国家重大战略实施。\n2.“两新”：是指设备更新。\n"
    )
    assert (found.title.value, str(found.issued)) == ("政府工作报告", "2027-01-20")
    assert [section.role for section in found.sections] == ["background", "tasks"]
    assert [task.heading.value for task in found.sections[1].tasks] == ["扩大内需", "改善民生"]
    assert [part.title.value for part in found.attachments] == ["名词解释"]


def test_a_paragraph_behind_the_items_of_one_sentence_goes_on_with_the_article() -> None:
    found = document(
        "示例市交易场所管理办法\n第一条 为规范管理，制定本办法。\n第二条 下列变更应当报批：\n（一）变更名称；\n"
        "（二）变更范围；\n（三）其他重大变更。\n变更后十日内备案。\n第三条 本办法自印发之日起施行。\n"
    )
    article = found.sections[1]
    assert [(task.heading.value, task.text.value) for task in article.tasks][2] == ("", "其他重大变更。")
    assert article.closing.value == "变更后十日内备案。"
