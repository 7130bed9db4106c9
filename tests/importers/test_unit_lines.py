"""Unit lists on lines of their own: whose they are, and what stands below the last of them."""

from __future__ import annotations

import pytest
from readings import document, leaf, outline, units

HEAD = "示例市促进冬季消费若干措施\n为促进冬季消费，制定以下措施。\n"
ITEMS = {
    "一、促进购物\n": ("（一）发放消费券。发放两批。\n", "（二）举办年货节。举办一次。\n", "市商务局"),
    "二、促进出游\n": ("（三）减免门票。全市景区减免门票。\n", "（四）开通专线。开通三条。\n", "市文化和旅游局"),
}
BELOW = "".join(
    f"{head}{''.join(items)}牵头单位：{lead}，责任单位：各县区人民政府\n" for head, (*items, lead) in ITEMS.items()
)
CLOSING = "各县区要抓好落实，确保各项措施见效。\n"


def test_a_list_below_the_last_item_of_each_part_is_that_of_the_whole_part() -> None:
    read = document(HEAD + BELOW)
    assert [units(section.units) for section in read.sections] == [
        {"lead": ["市商务局"], "responsible": ["各县区人民政府"]},
        {"lead": ["市文化和旅游局"], "responsible": ["各县区人民政府"]},
    ]
    assert units(leaf(read, "1.2").units) == {}


def test_a_list_below_the_last_item_is_its_own_where_other_items_have_theirs() -> None:
    own = BELOW.replace("发放两批。\n", "发放两批。\n责任单位：市财政局\n")
    assert units(leaf(document(HEAD + own), "1.2").units)["lead"] == ["市商务局"]


def test_a_list_below_the_last_item_of_one_part_alone_is_that_item_s() -> None:
    alone = HEAD + "一、促进购物\n（一）发放消费券。发放两批。\n（二）举办年货节。举办一次。\n责任单位：市商务局\n"
    assert units(leaf(document(alone), "1.2").units) == {"responsible": ["市商务局"]}


def test_what_stands_below_the_last_list_of_a_paper_closes_it() -> None:
    read = document(HEAD + BELOW + CLOSING)
    assert read.sections[-1].text.value == CLOSING.strip()
    assert leaf(read, "2.4").text.value == "开通三条。"


def test_what_stands_below_the_last_list_closes_a_paper_whose_sections_hold_no_items() -> None:
    sections = "一、发放消费券\n发放两批。\n责任单位：市商务局\n二、减免门票\n减免一季。\n责任单位：市文化和旅游局\n"
    read = document(HEAD + sections + "三、开通专线\n开通三条。\n责任单位：市交通运输局\n" + CLOSING)
    assert outline(read) == {"1": "发放消费券", "2": "减免门票", "3": "开通专线", "p4": CLOSING.strip()}
    assert leaf(read, "3").text.value == "开通三条。"


def test_an_item_goes_on_below_its_list_where_others_do() -> None:
    goes_on = "一、发放消费券\n责任单位：市商务局\n发放两批。\n二、减免门票\n责任单位：市文化和旅游局\n减免一季。\n"
    read = document(HEAD + goes_on + "三、开通专线\n责任单位：市交通运输局\n开通三条。\n")
    assert leaf(read, "3").text.value == "开通三条。"


def test_a_closing_paragraph_below_a_few_items_with_lists_in_brackets_is_not_the_last_one_s() -> None:
    few = (
        "一、加强保障\n（一）加强领导。各县区要加强领导。（责任单位：各县区人民政府）\n"
        "（二）加强督查。定期督查。（责任单位：市政府督查室）\n（三）加强宣传。广泛宣传。（责任单位：市委宣传部）\n"
    )
    read = document(HEAD + few + "本措施自公布之日起施行，有效期至2027年12月31日。\n")
    assert leaf(read, "1.3").text.value == "广泛宣传。"
    assert read.sections[-1].text.value.startswith("本措施自公布之日起施行")


def test_what_stands_below_the_last_paragraph_with_a_list_closes_a_paper_with_headings_on_lines_of_their_own() -> None:
    first = "一、发放消费券\n发放两批消费券。（牵头单位：市商务局）\n"
    sections = first + "二、减免门票\n减免一季门票。（牵头单位：市文化和旅游局）\n"
    read = document(HEAD + sections + CLOSING + "本措施自印发之日起实施。\n")
    assert leaf(read, "2").text.value == "减免一季门票。"
    assert read.sections[-1].text.value == CLOSING + "本措施自印发之日起实施。"


def test_a_list_below_the_items_of_one_part_is_the_part_s_where_parts_without_items_have_theirs() -> None:
    parts = "一、发放消费券\n发放两批。\n责任单位：市商务局\n二、减免门票\n减免一季。\n责任单位：市文化和旅游局\n"
    mixed = parts + "三、开通专线\n（一）开通公交\n开通三条。\n（二）开通旅游车\n开通两条。\n责任单位：市交通运输局\n"
    read = document(HEAD + mixed)
    assert units(leaf(read, "3").units) == {"responsible": ["市交通运输局"]}
    assert units(leaf(read, "3.2").units) == {}


def test_a_list_below_a_line_that_lacks_its_stop_is_a_line_of_its_own() -> None:
    text = "允许使用监管账户里的全部资金用于本地在建项目建设，有风险的项目不在这个范围内"
    read = document(HEAD + f"一、优化监管\n{text}\n责任单位：市住房和城乡建设局、市财政局\n二、减免门票\n减免一季。\n")
    assert units(leaf(read, "1").units) == {"responsible": ["市住房和城乡建设局", "市财政局"]}
    assert leaf(read, "1").text.value == text


def test_from_when_a_paper_is_in_force_closes_it_whatever_stands_above() -> None:
    sections = "一、发放消费券\n发放两批消费券。\n二、减免门票\n减免一季门票。\n"
    read = document(HEAD + sections + "以上措施自印发之日起实施，由市商务局负责解释。\n")
    assert leaf(read, "2").text.value == "减免一季门票。"
    assert read.sections[-1].text.value == "以上措施自印发之日起实施，由市商务局负责解释。"


def test_a_section_that_says_only_from_when_a_paper_is_in_force_keeps_it() -> None:
    read = document(HEAD + "一、发放消费券\n发放两批。\n二、其他事宜\n本措施自印发之日起施行。\n")
    assert leaf(read, "2").text.value == "本措施自印发之日起施行。"


@pytest.mark.parametrize("own", ["（责任单位：市委宣传部）\n", "\n责任单位：市委宣传部\n"])
def test_lists_below_the_items_of_lower_parts_stay_with_the_last_where_another_item_has_its_own(own: str) -> None:
    parts = (
        f"一、便利消费\n（一）加强宣传。广泛宣传。{own}（二）发放消费券\n1.发放首批。\n2.发放次批。\n责任单位：市商务局\n"
        "（三）开通专线\n1.开通公交。\n2.开通旅游车。\n责任单位：市交通运输局\n"
    )
    read = document(HEAD + parts)
    assert [units(leaf(read, number).units) for number in ("1.2", "1.2.2")] == [{}, {"responsible": ["市商务局"]}]


def test_a_list_below_items_that_hold_items_stays_with_the_last() -> None:
    parts = "".join(
        f"{n}、{what}\n（一）开展首批\n1.发放。\n2.检查。\n（二）开展次批\n发放两批。\n责任单位：{unit}\n"
        for n, what, unit in (("一", "发放消费券", "市商务局"), ("二", "减免门票", "市文化和旅游局"))
    )
    read = document(HEAD + parts)
    assert [units(leaf(read, number).units) for number in ("1", "1.2")] == [{}, {"responsible": ["市商务局"]}]


def test_a_list_in_a_heading_counts_as_an_item_s_own() -> None:
    parts = "一、便利消费\n（一）发放消费券（市商务局牵头）\n发放两批。\n（二）开通专线\n开通。\n责任单位：市交通局\n"
    more = "二、减免门票\n（三）减免一季\n减免门票。\n（四）发放年票\n发放百张。\n责任单位：市文化和旅游局\n"
    read = document(HEAD + parts + more)
    assert [units(leaf(read, number).units) for number in ("1", "1.2")] == [{}, {"responsible": ["市交通局"]}]


def test_a_long_line_behind_a_star_is_text_though_it_lacks_its_stop() -> None:
    long = "在各区新建托育点三所，" + "为周边居民提供方便可及价格适中质量有保障的托育服务，" * 2 + "年内全部开放"
    read = document(HEAD + f"一、实事\n★{long}\n★改造公园1个（市城管局）\n")
    assert [(leaf(read, n).heading.value, leaf(read, n).text.value) for n in ("1.1", "1.2")] == [
        ("", long),
        ("改造公园1个", ""),
    ]


def test_a_list_in_brackets_that_a_line_break_cuts_before_a_label_is_one() -> None:
    cut = (
        "（一）发放消费券。全年发放两批。（牵头单位：市商务局、市财政局、市文化和旅游局；\n责任单位：各县区人民政府）\n"
    )
    assert units(leaf(document(HEAD + "一、便利消费\n" + cut), "1.1").units) == {
        "lead": ["市商务局", "市财政局", "市文化和旅游局"],
        "responsible": ["各县区人民政府"],
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("（责任单位∶市财政局，市税务局）", {"responsible": ["市财政局", "市税务局"]}),
        ("（责任单位市财政局、市质安站）", {"responsible": ["市财政局", "市质安站"]}),
        ("（牵头单位市财政局，6月底前）", {"lead": ["市财政局"]}),
        ("（市财政局，各镇街〔园区〕负责）", {"responsible": ["市财政局", "各镇街〔园区〕"]}),
        ("（市生态环境局牵头督导，市公安局等参与）", {"lead": ["市生态环境局"], "support": ["市公安局"]}),
        (
            "（市财政局牵头，各区政府负责落实。以下均需各区政府落实，不再列出。）",
            {"lead": ["市财政局"], "support": ["各区政府"]},
        ),
    ],
)
def test_slips_and_further_words_in_a_list_keep_no_unit_from_being_read(
    words: str, found: dict[str, list[str]]
) -> None:
    assert units(leaf(document(f"示例市若干措施\n一、发放补贴\n按照有关规定发放补贴。{words}\n"), "1").units) == found


def test_where_the_one_before_the_comma_leads_the_rest_is_responsible() -> None:
    rule = "〔责任单位：市民政局，市公安局、市财政局，逗号前为牵头单位，下同〕"
    first, second = f"（一）发放补贴。按年发放。{rule}", "（二）减免费用。全部减免。〔责任单位：市教育局，市财政局〕"
    text = f"示例市若干措施\n一、降低成本\n{first}\n{second}\n"
    read = document(text)
    assert units(leaf(read, "1.1").units) == {"lead": ["市民政局"], "responsible": ["市公安局", "市财政局"]}
    assert units(leaf(read, "1.2").units) == {"lead": ["市教育局"], "responsible": ["市财政局"]}


def test_a_line_that_says_who_leads_and_no_more_is_the_list_of_its_item() -> None:
    one, two = (
        "（一）加强公开\n及时发布政策措施和执行效果。\n市发展改革委、市财政局牵头落实\n",
        "（二）加强解读\n同步解读。\n",
    )
    text = f"示例市方案\n{one}{two}"
    first = leaf(document(text), "1")
    assert units(first.units) == {"lead": ["市发展改革委", "市财政局"]}
    assert first.text.value == "及时发布政策措施和执行效果。"


def test_an_item_whose_only_words_say_who_leads_keeps_them() -> None:
    read = document("示例市方案\n一、分工\n1.市教育局牵头。\n2.市财政局牵头。\n")
    assert list(outline(read).values()) == ["分工", "市教育局牵头。", "市财政局牵头。"]


def test_units_of_a_coordinating_body_are_read() -> None:
    words = "（省住房城乡建设厅、各市房地产融资协调机制，以黑体字标注的为牵头部门、单位，下同）"
    found = leaf(document(f"云溪省若干措施\n一、扩大白名单\n推动项目进入名单。{words}\n"), "1").units
    assert units(found) == {"responsible": ["省住房城乡建设厅", "各市房地产融资协调机制"]}


@pytest.mark.parametrize("by", ["按职责分工负责", "依据各自职责分别组织实施", "根据职责分别负责"])
def test_how_units_share_the_work_is_no_part_of_the_last_one_s_name(by: str) -> None:
    read = document(f"{HEAD}一、促进购物\n（一）发放消费券。发放两批。（责任单位：市商务局、市财政局{by}）\n")
    assert units(leaf(read, "1.1").units) == {"responsible": ["市商务局", "市财政局"]}


@pytest.mark.parametrize("leader", ["牵头领导：分管副区长", "牵头区领导：张三", "责任人：李四"])
def test_who_leads_in_person_stands_in_no_text_and_makes_no_heading_of_a_sentence(leader: str) -> None:
    lists = f"{leader}\n牵头单位：区商务局\n完成时限：全年\n"
    read = document(f"{HEAD}一、促进购物\n1.发放消费券，举办年货节。\n{lists}2.开通专线公交。\n{lists}")
    first = leaf(read, "1.1")
    assert (first.heading.value, first.text.value) == ("", "发放消费券，举办年货节。")
    assert units(first.units) == {"lead": ["区商务局"]}


def test_a_line_that_names_a_person_and_no_unit_is_kept() -> None:
    read = document(f"{HEAD}一、促进购物\n1.发放消费券，举办年货节。\n联系人：张三\n2.开通专线公交。\n")
    assert leaf(read, "1.1").text.value.endswith("联系人：张三")


def test_persons_that_a_list_names_are_kept_as_a_remark() -> None:
    """Nothing of a paper is lost, and who answers in person isn't a unit."""
    text = "1.新建助餐点。\n牵头领导：张三\n责任单位：市民政局\n"
    text += "2.培训500人次。（牵头单位：市人社局；责任人：王五，联系电话：1234）\n3.每月巡查一次。\n"
    read = document(f"{HEAD}一、完善服务\n{text}")
    notes = [leaf(read, f"1.{number}").note for number in (1, 2, 3)]
    assert notes == ["牵头领导：张三", "责任人：王五；联系电话：1234", ""]
