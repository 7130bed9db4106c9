"""What sites print above a document in plain lines, as they come when a page is copied into a text."""

from __future__ import annotations

from datetime import date

import pytest
from readings import document, outline

TITLE = "示例县人民政府关于分解落实2027年重点工作的通知"
BODY = (
    "各乡镇人民政府，县政府各部门：\n现将2027年重点工作分解下达，请认真落实。\n"
    "一、新建学校\n新建学校3所。\n二、改建医院\n改建医院1所。\n"
)


@pytest.mark.parametrize(
    "above",
    [
        "  • 无障碍\n  • 长辈版\n",
        "2027年03月05日06:05:59\n",
        "云溪省政府门户网站 www.example.gov.cn   2027年03月5日   来源：云溪日报\n",
        "发布部门：云溪省示例县\n",
        "云政发\n",
    ],
)
def test_words_of_a_site_above_the_title_are_no_part_of_it(above: str) -> None:
    read = document(f"{above}{TITLE}\n{BODY}")
    assert (read.title.value, [name.value for name in read.issuers]) == (TITLE, ["示例县人民政府"])
    assert read.preamble.value.startswith("现将2027年重点工作")


def test_keys_and_values_one_below_the_other_are_particulars() -> None:
    above = "索引号\n53000000102201810254\n文号\n示政发〔2027〕50号\n来源\n示例县政府办公室\n公开日期\n2027-03-05\n\n"
    read = document(above + TITLE + "\n" + BODY)
    assert (read.title.value, read.doc_number.value) == (TITLE, "示政发〔2027〕50号")
    assert [name.value for name in read.issuers] == ["示例县人民政府"]


def test_a_key_without_a_value_takes_no_title_for_one() -> None:
    above = "  • 发文机构：\n\n    县政府网站\n  • 发文日期：\n\n    2027年03月05日 16:40\n  • 内容概述：\n\n"
    read = document(above + "示例县人民政府工作规则\n" + BODY)
    assert read.title.value == "示例县人民政府工作规则"
    assert (read.issued, [name.value for name in read.issuers]) == (date(2027, 3, 5), ["示例县人民政府"])
    assert list(outline(read)) == ["1", "2"]


def test_one_word_that_may_be_a_key_stays_in_the_text() -> None:
    read = document(f"{TITLE}\n{BODY}三、时间\n2027年全年。\n")
    assert outline(read)["3"] == "时间"


def test_the_number_among_particulars_ends_where_the_next_key_begins() -> None:
    read = document(f"发文文号：示政发〔2027〕5号 发布机关：县政府\n成文日期：2027-03-05\n\n{TITLE}\n{BODY}")
    assert read.doc_number.value == "示政发〔2027〕5号"


def test_the_page_tells_the_place_that_the_title_leaves_out() -> None:
    title = "县人民政府关于分解落实2027年重点工作的通知"
    read = document(f"主题分类：政务公开 发文单位：示例县人民政府\n\n{title}\n{BODY}")
    assert [name.value for name in read.issuers] == ["示例县人民政府"]


def test_particulars_set_out_with_blanks_alone_are_no_part_of_the_head() -> None:
    lines = [
        "索引号 0144375/2027-00693 主题分类 环境保护",
        "发布单位 示例市政府办 发文日期 2027-09-25",
        "文号 示政发〔2027〕53号 时效 有效",
        "有效性 失效",
        "市政府关于印发示例市河湖行动方案的通知",
        "各镇人民政府，市各有关部门：",
        "《示例市河湖行动方案》已经同意，现予印发，请遵照执行。",
        "示例市人民政府",
        "2027年5月14日",
        "示例市河湖行动方案",
        "一、总体要求",
        "保护河湖。",
    ]
    read = document("\n".join(lines))
    assert (read.doc_number.value, read.title.value) == ("示政发〔2027〕53号", "示例市河湖行动方案")
    assert read.notice is not None and read.notice.title.value == "市政府关于印发示例市河湖行动方案的通知"
    assert read.recipients.value == "各镇人民政府，市各有关部门"


def test_particulars_in_brackets_with_blanks_and_bars_are_read() -> None:
    lines = ["[ 索引号 ] | 11500113/2027-7 | [ 发文字号 ] | 示府发〔2027〕2号 |", "[ 成文日期 ] | 2027-02-22 |"]
    read = document("\n".join([*lines, "示例镇2027年工作要点", "一、发展产业", "投资5亿元。"]))
    assert (read.doc_number.value, read.title.value) == ("示府发〔2027〕2号", "示例镇2027年工作要点")
    assert read.issued == date(2027, 2, 22)


@pytest.mark.parametrize("number", ["文 号", "[ 发文字号 ]", "发文序号:"])
def test_particulars_that_bars_set_out_are_read(number: str) -> None:
    bars = "索引号 | 5300/2027-1 | 公开方式: | 主动公开 |\n公开责任部门 | 示例县政府办公室 | 公开形式: | 主动公开 |\n"
    said = f"{number} | 示政发〔2027〕50 号 | 成文日期: | 2027年3月5日 |\n"
    read = document(f"{bars}{said}{TITLE}\n{BODY}")
    assert (read.title.value, read.doc_number.value) == (TITLE, "示政发〔2027〕50号")
    assert read.issued == date(2027, 3, 5)


def test_keys_of_a_column_that_one_site_alone_has_are_no_text() -> None:
    above = "索引号\n5300/2027-1\n文件类型\n政府文件\n文号\n示政发〔2027〕50号\n效力状态\n有效\n\n"
    read = document(above + TITLE + "\n" + BODY)
    assert read.preamble.value.startswith("现将2027年重点工作")
