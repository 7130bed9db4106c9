"""Wordings that issued documents use are no faults, and what looks like them and is one is found all the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest
import yaml

from planforge.engine import run
from planforge.lifecycle.loading import load_bytes
from planforge.rules import RuleContext

Plan = Callable[..., set[str]]


@pytest.fixture
def found() -> Plan:
    """The codes of what is found in a plan with these sections (a text, or a mapping of keys), and other keys."""

    def codes(*sections: str | Mapping[str, object], **keys: object) -> set[str]:
        parts = [{"标题": "强化创造", "内容": each} if isinstance(each, str) else each for each in sections]
        plan = {"标题": "2027年示例市工作要点", "年度": 2027, "部分": parts, **keys}
        reading = load_bytes(yaml.safe_dump(plan, allow_unicode=True).encode(), "要点.yaml")
        return {each.code for each in run(RuleContext(reading.document), reading.diagnostics)}

    return codes


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("PUN010", "落实《财政部 税务总局关于支持小微企业的公告》，按照财政部 税务总局公告执行。"),
        ("PUN010", "贯彻《中共中央 国务院关于推进乡村振兴的意见》。"),
        ("PUN010", "按照《关于做好居民个人信息保护 利用大数据支撑监测工作的通知》执行。"),
        ("PUN010", "联系人：张明 联系电话：010-11112222。"),
        ("PUN010", "云溪省水利厅规划处 张小明\n电　话：010-11112222"),
        ("PUN010", "组　长：张　明　　副市长"),
        ("WRD001", "提供有关健康证明，补助资金由市财政据实结算，集体资产股份量化到人，突出回报导向。"),
        ("WRD011", "生产符合日标、美标的防护用品，吸纳人才就业。"),
        ("WRD002", "确保贷款专款专用。"),
        ("WRD013", "签订合法有效的保障性住房合同。"),
        ("WRD006", "对违规单位视情节轻重予以处理。"),
        (
            "TGT002",
            "购买首套住房的，住房首付款比例不低于20%。购买第二套住房的，住房首付款比例不低于30%。",
        ),
        ("WRD006", "租赁合同期限原则上不少于半年。"),
        ("WRD006", "预算追加原则上由科室申请，确需追加的报主要领导审批。"),
        ("WRD006", "经申请可以视情况缩短公示期。"),
        ("WRD006", "推行容缺受理，尽量减少群众跑动次数。"),
        ("WRD006", "每季度原则上开展一次检查，特殊情况报市政府批准。"),
        ("DDL005", "对整治工作适时开展督导检查。"),
        ("DDL005", "做好跟踪服务，推动项目尽快形成实物量。"),
        ("WRD005", "坚决杜绝形式主义、官僚主义。"),
        ("WRD007", "推进强制性产品认证（以下简称QWE认证）改革，支持药品III期临床试验。"),
        ("PUN012", "不敢担当、不愿负责，畏首畏尾，什么都等上面部署，是不行的。"),
        ("PUN012", "支持居民服务、修理和其他服务业，教育，卫生和社会工作，文化、体育业发展。"),
        ("CIT002", "落实《试点办法》（财税〔2016〕36号）和《销售服务、不动产注释》（财税〔2016〕36号印发）。"),
        ("CIT004", "评价依据《文旅融合发展商圈评价指标（试行）》《文旅融合发展商场评价指标（试行）》。"),
        ("CIT004", "落实《税收政策有关问题的公告》（2026年第8号）。落实《税收政策有关事项的公告》（2026年第9号）。"),
        ("CIT006", "加强云溪省重点实验室建设。修订《云溪省重点实验室（以下简称“重点实验室”）办法》。"),
    ],
)
def test_what_issued_documents_write_is_no_fault(found: Plan, code: str, words: str) -> None:
    assert code not in found(words)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("PUN010", "按照《云溪省知识 产权保护意见》执行。"),
        ("PUN010", "由市财政局 统一负责。"),
        ("PUN010", "对超标 地块实行分类管理。"),
        ("WRD001", "关健岗位要落实到人，制做宣传材料，份量要足。"),
        ("WRD011", "实现年度日标任务。"),
        ("WRD006", "视情开展检查。"),
        ("TGT002", "今年住房首付款比例不低于20%。扩大住房消费。住房首付款比例不低于30%。"),
        ("WRD006", "原则上不再新建独立机房。"),
        ("WRD006", "尽量照顾特殊困难群体，办好特殊教育学校。"),
        ("WRD006", "原则上每季度开展一次检查。除汛期外，按月通报进度。"),
        ("WRD006", "除汛期外，按月通报进度。原则上每季度开展一次检查。"),
        ("DDL005", "适时出台评估办法。"),
        ("DDL005", "尽快制定项目管理办法。"),
        ("DDL005", "推动产业升级，尽快制定项目管理办法。"),
        ("WRD005", "坚决杜绝安全事故。"),
        ("WRD007", "推进QWE认证改革。"),
        ("PUN012", "加强气象，水利，自然资源等部门协作。"),
        ("CIT002", "落实《试点办法》（财税〔2016〕36号）和《销售服务、不动产注释》（财税〔2016〕36号）。"),
        ("CIT004", "落实《税收政策有关问题的公告》。还要落实《税收政策有关问提的公告》。"),
        ("CIT006", "加强云溪省创新平台建设，办好重点实验室。修订云溪省重点实验室（以下简称“重点实验室”）办法。"),
    ],
)
def test_a_fault_that_looks_like_them_is_found(found: Plan, code: str, words: str) -> None:
    assert code in found(words)


def test_the_words_that_lead_to_a_number_are_no_part_of_it() -> None:
    plan = "标题: 要点\n部分:\n  - {标题: 甲, 内容: '根据银发[2015]305号文件执行。'}\n"
    reading = load_bytes(plan.encode(), "要点.yaml")
    (told,) = [each for each in run(RuleContext(reading.document)) if each.code == "CIT001"]
    assert told.message == "文号“银发[2015]305号”写法不规范"


@pytest.mark.parametrize(
    "sentence",
    [
        "对未按规定公开政务信息的，依法追究有关人员的责任。",
        "构成犯罪的，移送司法机关依法追究刑事责任。",
        "督查中发现，有关单位在工作中存在以下突出问题。",
    ],
)
def test_what_rules_say_wherever_it_applies_is_not_said_twice_by_mistake(found: Plan, sentence: str) -> None:
    assert "STR007" not in found(f"修订办法。{sentence}", f"开展检查。{sentence}")
    assert "STR007" in found("建立健全高价值专利培育联席会议制度。", "建立健全高价值专利培育联席会议制度。")


def divided(*headings: str) -> Mapping[str, object]:
    tasks: Sequence[object] = [{"标题": each, "内容": f"{each}由窗口办理。"} for each in headings]
    return {"标题": f"办好{len(headings)}件事", "任务": tasks}


def test_parts_that_are_divided_alike_may_have_the_same_headings(found: Plan) -> None:
    assert "STR010" not in found(
        divided("所需材料清单", "办理流程说明"), divided("所需材料清单", "办理流程说明", "其他")
    )
    assert "STR010" in found(divided("培育高价值专利", "优化专利资助"), divided("培育高价值专利", "开展执法", "其他"))
    assert "STR010" in found(divided("培育高价值专利", "培育高价值专利"))


def test_a_box_that_tells_more_of_a_task_may_bear_its_heading(found: Plan) -> None:
    box = {"序号": "专栏1", "标题": "重点工程", "任务": [{"标题": "培育高价值专利", "内容": "建设三个中心。"}]}
    assert "STR010" not in found(divided("培育高价值专利", "优化专利资助"), box)


def test_several_classes_at_the_head_of_an_item_are_no_number(found: Plan) -> None:
    assert "STR015" not in found({"标题": "防控", "任务": ["二、三类动物疫病暴发的处置", "其他"]})
    assert "STR015" in found({"标题": "防控", "任务": ["二、动物疫病暴发的处置", "其他"]})


def test_an_item_that_says_when_the_document_takes_effect_has_all_it_needs(found: Plan) -> None:
    tasks = [
        {"标题": "开展检查", "内容": "每季度检查一次，通报结果。"},
        {"标题": "强化培训", "内容": "办培训班2期。"},
        {"标题": "本通知自发布之日起施行"},
    ]
    assert "STR006" not in found({"标题": "规范管理", "任务": tasks})
    tasks[2] = {"标题": "加强组织领导"}
    assert "STR006" in found({"标题": "规范管理", "任务": tasks})


def test_an_item_that_a_part_does_not_have_is_told(found: Plan) -> None:
    part = divided("培育高价值专利", "优化专利资助")
    assert "STR018" in found(part, "按照第一部分第（三）项的要求考核。")
    assert "STR018" not in found(part, "按照第一部分第（二）项的要求考核，落实省意见第三部分第（九）项。")


def test_a_date_at_the_foot_of_a_text_has_no_zeros() -> None:
    text = "2027年示例市工作要点\n\n一、强化创造\n实施培育计划。\n\n示例市水利局\n2027年02月09日\n"
    (told,) = [
        each for each in run(RuleContext(load_bytes(text.encode(), "要点.txt").document)) if each.code == "NUM010"
    ]
    assert (told.advice, told.fix and told.fix.edits[0].text) == ("改为“2月9日”", "2月9日")


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ("2027年示例市保护要点", True),
        ("2026年示例市工作要点", False),  # STR012 tells years apart
        ("示例市水利局2027年示例市工作要点", False),
        ("云溪省河湖管理条例", False),
    ],
)
def test_what_a_notice_sends_is_called_as_it_calls_itself(found: Plan, sent: str, told: bool) -> None:
    notice = {"标题": "关于印发2027年示例市工作要点的通知", "内容": f"现将《{sent}》印发给你们。"}
    assert ("CIT008" in found("实施培育计划。", 通知=notice)) is told


def test_a_document_named_with_its_number_needs_its_marks(found: Plan) -> None:
    name = "云溪省人民政府关于加强监管工作的意见"
    assert "CIT007" in found(f"为贯彻{name}（云政发〔2026〕14号）精神，开展检查。")
    assert "CIT007" not in found(f"为贯彻《{name}》（云政发〔2026〕14号）精神，开展检查。")


def test_what_dictionaries_allow_is_no_more_than_a_hint() -> None:
    plan = "标题: 要点\n部分: [{标题: 甲, 内容: 清理其它问题。}]\n"
    (told,) = [
        each for each in run(RuleContext(load_bytes(plan.encode(), "要点.yaml").document)) if each.code == "WRD001"
    ]
    assert (told.severity, told.message) == ("info", "“其它”宜写作“其他”")


@pytest.mark.parametrize(
    ("heading", "is_bare"),
    [("本要点自印发之日起施行", False), ("有效期至2028年底", False), ("加强药品有效期管理", True)],
)
def test_a_heading_that_tells_until_when_a_document_holds_needs_no_content(
    found: Plan, heading: str, is_bare: bool
) -> None:
    told = [{"标题": name, "内容": f"{name}。"} for name in ("开展检查", "培训药师")]
    assert ("STR006" in found({"标题": "强化监管", "任务": [*told, {"标题": heading}]})) == is_bare


NOTICE = "现将《2027年示例市工作要点》印发给你们。"


@pytest.mark.parametrize(
    ("before", "differs"),
    [
        ("云溪省办公厅印发《2027年云溪省工作要点》后，各部门抓紧细化。", False),
        ("现将《2027年云溪省工作要点》转发给你们。", False),
        ("《2027年云溪省工作要点》已经下发。", False),
        ("《2027年示例县工作要点》已经市政府常务会议审议通过。", True),
        ("经市政府同意，印发《2027年示例市工作计划》。", True),
    ],
)
def test_a_notice_may_name_what_others_sent_out(found: Plan, before: str, differs: bool) -> None:
    notice = {"标题": "关于印发2027年示例市工作要点的通知", "内容": before + NOTICE}
    assert ("CIT008" in found("实施培育计划。", 通知=notice)) == differs


def test_offices_that_municipalities_have_kept_are_in_force_there(found: Plan) -> None:
    units = {"牵头单位": "市科委", "配合单位": ["市住房城乡建设委", "市规划自然资源委"]}
    task = {"标题": "加强攻关", "内容": "攻克关键技术5项。", **units}
    assert "UNI005" not in found({"标题": "强化创造", "任务": [task]})
    assert "UNI005" in found({"标题": "强化创造", "任务": [{**task, "配合单位": ["市住房城乡建设局"]}]})


def test_one_commission_makes_no_municipality(found: Plan) -> None:
    task = {"标题": "攻关", "内容": "开展联合攻关。", "责任单位": ["市科委", "市教委"]}
    assert "UNI005" in found({"标题": "强化创造", "任务": [task]})
    assert "UNI005" not in found({"标题": "强化创造", "任务": [{**task, "配合单位": ["市商务委"]}]})
