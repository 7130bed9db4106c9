import pytest

from planforge.model import Text, Units
from planforge.text.units import find_inline, first_leads, split_list, take_closing, with_first_leading


def take_tail(text: Text) -> tuple[Text, Units]:
    rest, closing = take_closing(text)
    return rest, closing.units


def names(units: Units) -> dict[str, list[str]]:
    roles = {"lead": units.lead, "support": units.support, "responsible": units.responsible}
    return {role: [str(unit) for unit in found] for role, found in roles.items() if found}


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("（责任单位：市教育局、市财政局）", {"responsible": ["市教育局", "市财政局"]}),
        ("(责任单位:市教育局,市财政局)", {"responsible": ["市教育局", "市财政局"]}),
        (
            "（牵头单位：市教育局；配合单位：市财政局、市民政局）",
            {"lead": ["市教育局"], "support": ["市财政局", "市民政局"]},
        ),
        (
            "（牵头单位：市教育局；责任单位：市财政局，各区县政府）",
            {"lead": ["市教育局"], "responsible": ["市财政局", "各区县政府"]},
        ),
        (
            "（市教育局牵头，市财政局、市民政局按职责分工负责）",
            {"lead": ["市教育局"], "support": ["市财政局", "市民政局"]},
        ),
        ("（市教育局、市科技局牵头，市财政局参与）", {"lead": ["市教育局", "市科技局"], "support": ["市财政局"]}),
        ("（市教育局、市科技局分别牵头，年底前完成）", {"lead": ["市教育局", "市科技局"]}),
        ("（省财政厅、省科技厅按职责分工负责）", {"responsible": ["省财政厅", "省科技厅"]}),
        ("（商务部、海关总署等有关部门负责）", {"responsible": ["商务部", "海关总署"]}),
        ("（市公安局、市邮政局等部门和企业负责）", {"responsible": ["市公安局", "市邮政局"]}),
        ("（责任单位：市教育局、高等院校）", {"responsible": ["市教育局", "高等院校"]}),
        ("（市教育局会同市财政局负责）", {"lead": ["市教育局"], "support": ["市财政局"]}),
        (
            "（责任单位：市教育局牵头，各县（市、区）人民政府按职责分工负责）",
            {"lead": ["市教育局"], "support": ["各县（市、区）人民政府"]},
        ),
        (
            "（责任单位：市工业和信息化局（含军民融合职责）、市教育局）",
            {"responsible": ["市工业和信息化局（含军民融合职责）", "市教育局"]},
        ),
        ("（市文化和旅游局和各县区政府负责）", {"responsible": ["市文化和旅游局", "各县区政府"]}),
        (
            "（市农业农村局、市文化和旅游局等和各有关镇人民政府负责）",
            {"responsible": ["市农业农村局", "市文化和旅游局", "各有关镇人民政府"]},
        ),
        (
            "（市发展和改革委员会和市住房和城乡建设局负责）",
            {"responsible": ["市发展和改革委员会", "市住房和城乡建设局"]},
        ),
        (
            "（责任单位：示例高新区农业农村和水利局、县农业农村和水务局和县财政局）",
            {"responsible": ["示例高新区农业农村和水利局", "县农业农村和水务局", "县财政局"]},
        ),
        ("（责任单位：市发展改革委和市财政局）", {"responsible": ["市发展改革委", "市财政局"]}),
        ("（牵头单位：市教育局）（配合单位：市财政局）", {"lead": ["市教育局"], "support": ["市财政局"]}),
        ("牵头单位：市教育局；配合单位：市财政局。", {"lead": ["市教育局"], "support": ["市财政局"]}),
        ("责任单位：市教育局", {"responsible": ["市教育局"]}),
        ("（负责部门：市商务局；适用范围：空港片区）", {"responsible": ["市商务局"]}),
        ("（负责部门：市商务局，适用范围：空港片区）", {"responsible": ["市商务局"]}),
        ("（省级责任单位：省教育厅；市级责任单位：市教育局）", {"responsible": ["省教育厅", "市教育局"]}),
        ("（主管部门：市教育局；协管部门：市财政局）", {"lead": ["市教育局"], "support": ["市财政局"]}),
        ("（责任部门及单位：市教育局）", {"responsible": ["市教育局"]}),
        (
            "（市教育局指导，各区县政府负责落实。以下均由各区县落实，不再列出）",
            {"responsible": ["市教育局", "各区县政府"]},
        ),
        ("（市教育局会同市财政局、市民政局）", {"lead": ["市教育局"], "support": ["市财政局", "市民政局"]}),
        (
            "（市教育局、市总工会、团中央等和各区县政府负责）",
            {"responsible": ["市教育局", "市总工会", "团中央", "各区县政府"]},
        ),
        ("（市教育局等负责。列第一位者为牵头单位，下同）", {"responsible": ["市教育局"]}),
        ("（各有关单位）", {"responsible": ["各有关单位"]}),
        ("（责任单位：市人力资源 和社会保障局、市 财政局）", {"responsible": ["市人力资源和社会保障局", "市财政局"]}),
        ("（责任单位：市教育局 市财政局）", {"responsible": ["市教育局", "市财政局"]}),
        ("（由市教育局牵头，市财政局配合）", {"lead": ["市教育局"], "support": ["市财政局"]}),
        ("（主体责任：各区县政府；监管责任：市教育局）", {"responsible": ["各区县政府", "市教育局"]}),
    ],
)
def test_every_way_to_list_units_is_read_and_cut_off(listed: str, expected: dict[str, list[str]]) -> None:
    rest, units = take_tail(Text("建成示范学校10所。" + listed))
    assert (rest.value, names(units)) == ("建成示范学校10所。", expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "建设示范园区（基地）。",
        "落实规定（试行）",
        "推进“放管服”改革（第二批）。",
        "深化改革（详见附件）",
        "举办活动（十）",
        "开展评价（职业学校内由教育行政部门负责）。",
    ],
)
def test_ordinary_words_in_brackets_stay(sentence: str) -> None:
    rest, units = take_tail(Text(sentence))
    assert (rest.value, bool(units)) == (sentence, False)


def test_a_full_stop_behind_the_list_closes_the_sentence() -> None:
    assert take_tail(Text("建成学校10所（责任单位：市教育局）。"))[0].value == "建成学校10所。"


@pytest.mark.parametrize(
    ("said", "limits"),
    [
        ("6月底前、长期坚持", ["6月底前", "长期坚持"]),
        ("上半年、2027年10月31日前", ["上半年", "2027年10月31日前"]),
        ("3月、6月底前", ["3月、6月底前"]),
        ("每年3月、9月", ["每年3月、9月"]),
    ],
)
def test_a_closing_list_may_set_several_limits(said: str, limits: list[str]) -> None:
    """Each a limit by itself; months that share their 底前 are one."""
    _, closing = take_closing(Text(f"建成学校。（责任单位：市教育局；完成时限：{said}）"))
    assert [limit.value for limit in closing.deadlines] == limits


def test_a_time_limit_in_the_list_is_kept_apart() -> None:
    _, closing = take_closing(Text("建成学校。（责任单位：市教育局；完成时限：6月底前）"))
    assert ([str(d) for d in closing.deadlines], names(closing.units)) == (["6月底前"], {"responsible": ["市教育局"]})


def test_units_in_mid_text_are_read() -> None:
    text = Text("新建学校（市教育局牵头，市财政局配合）。扩大招生（限额）（市招生办负责）。")
    assert names(find_inline(text)) == {"lead": ["市教育局"], "support": ["市财政局"], "responsible": ["市招生办"]}


def test_the_rule_that_the_first_leads_is_seen_and_applied() -> None:
    listed = "建设园区。（商务部、财政部负责，排在第一位的部门为牵头部门，下同）"
    assert first_leads(listed)
    _, units = take_tail(Text(listed))
    assert names(with_first_leading(units)) == {"lead": ["商务部"], "responsible": ["财政部"]}


def test_units_keep_their_place() -> None:
    _, units = take_tail(Text.at_place("建成学校。（责任单位：市教育局）", "a.txt", 7, 3))
    assert units.responsible[0].at(0) == Text.at_place("", "a.txt", 7, 14).at(0)


def test_separators_in_brackets_do_not_split() -> None:
    assert [str(u) for u in split_list(Text("各县（市、区）政府，市直各部门"))] == ["各县（市、区）政府", "市直各部门"]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("省林业局，各市、县（市、区）人民政府", ["省林业局", "各市、县（市、区）人民政府"]),
        ("各县、市、区政府", ["各县、市、区政府"]),
        ("各乡镇、街道、区直各部门", ["各乡镇、街道", "区直各部门"]),
        ("各县（市、区）人民政府、各开发区管委会", ["各县（市、区）人民政府", "各开发区管委会"]),
        ("各区、各街道", ["各区", "各街道"]),
    ],
)
def test_the_levels_that_one_each_introduces_are_one_unit(listed: str, expected: list[str]) -> None:
    assert [str(name) for name in split_list(Text(listed))] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("建成工作站18个。（儿童福利股）", ["儿童福利股"]),
        ("开展检查。（见附件）", []),
        ("推进市域治理（试行办）", []),
    ],
)
def test_a_lone_office_in_brackets_behind_a_stop_is_responsible(value: str, expected: list[str]) -> None:
    assert [str(unit) for unit in take_tail(Text(value))[1].responsible] == expected


def test_a_time_limit_may_follow_the_units_with_what_is_done_by_then() -> None:
    closing = take_closing(Text("推动更新。（省住建厅、省财政厅等按职责分工负责，年内完成年度任务）"))[1]
    assert names(closing.units) == {"responsible": ["省住建厅", "省财政厅"]}
    assert [str(time) for time in closing.deadlines] == ["年内"]


def test_a_labelled_list_may_end_with_its_time_limit() -> None:
    closing = take_closing(Text("改造管网。（责任单位：省住建厅、省发改委，2027年年底前完成）"))[1]
    assert names(closing.units) == {"responsible": ["省住建厅", "省发改委"]}
    assert [str(time) for time in closing.deadlines] == ["2027年年底前"]


def test_a_semicolon_typed_for_the_colon_behind_a_label_begins_the_list() -> None:
    rest, units = take_tail(Text("推进建设。责任单位；市教育局、市财政局"))
    assert (rest.value, names(units)) == ("推进建设。", {"responsible": ["市教育局", "市财政局"]})
    assert names(take_tail(Text("（牵头单位；市教育局；配合单位：市财政局）"))[1]) == {
        "lead": ["市教育局"],
        "support": ["市财政局"],
    }


def test_labels_that_a_sentence_lists_begin_none() -> None:
    for sentence in ("要明确责任单位；完善机制。", "明确责任单位；完成时限；工作任务", "落实责任单位；各部门要配合。"):
        assert names(take_tail(Text(sentence))[1]) == {}


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("【责任单位】市教育局、市财政局", {"responsible": ["市教育局", "市财政局"]}),
        ("【牵头单位】：市教育局【配合单位】：市财政局", {"lead": ["市教育局"], "support": ["市财政局"]}),
        (
            "〔责任单位：省教育厅、省财政厅按职责分工负责。各项任务均涉及各市，不再列出，下同。〕",
            {"responsible": ["省教育厅", "省财政厅"]},
        ),
        (
            "（牵头单位：市教育局；责任单位：各区人民政府〈含开发区、风景区管委会，下同〉）",
            {"lead": ["市教育局"], "responsible": ["各区人民政府〈含开发区、风景区管委会，下同〉"]},
        ),
        (
            "〔责任单位：市教育局，各镇（街）人民政府（办事处），以下均需各镇（街）人民政府（办事处）落实，不再列出〕",
            {"responsible": ["市教育局", "各镇（街）人民政府（办事处）"]},
        ),
        (
            "〔牵头单位：市教育局，责任单位：各区人民政府（管委会）",
            {"lead": ["市教育局"], "responsible": ["各区人民政府（管委会）"]},
        ),
        (
            "责任单位：市教育局、市工商联（列第一位者为工作牵头单位或汇总单位，下同）",
            {"responsible": ["市教育局", "市工商联"]},
        ),
    ],
)
def test_remarks_and_brackets_around_labels_are_no_part_of_the_names(
    closing: str, expected: dict[str, list[str]]
) -> None:
    rest, units = take_tail(Text(f"新建学校3所。{closing}"))
    assert (rest.value, names(units)) == ("新建学校3所。", expected)


def test_time_limits_behind_labels_in_brackets_and_for_all_the_year_are_limits() -> None:
    closing = take_closing(Text("新建学校3所。[责任单位]市教育局；[完成时限]6月底前"))[1]
    assert (names(closing.units), [str(time) for time in closing.deadlines]) == (
        {"responsible": ["市教育局"]},
        ["6月底前"],
    )
    closing = take_closing(Text("新建学校3所。（牵头单位：市教育局；责任单位：市财政局，全年任务）"))[1]
    assert names(closing.units) == {"lead": ["市教育局"], "responsible": ["市财政局"]}
    assert [str(time) for time in closing.deadlines] == ["全年任务"]


def test_several_time_limits_may_follow_the_units_of_one_list() -> None:
    closing = take_closing(
        Text("发行国债。（省财政厅牵头，省发改委按职责分工负责，6月底前出台相关政策，年内持续推进）")
    )[1]
    assert names(closing.units) == {"lead": ["省财政厅"], "support": ["省发改委"]}
    assert [str(time) for time in closing.deadlines] == ["6月底前", "年内"]
