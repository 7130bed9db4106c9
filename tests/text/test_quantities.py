import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.model import Position, Target, Text
from planforge.text.quantities import find_targets


def found(value: str, year: int | None = 2027) -> list[tuple[str, str, object, str]]:
    """Indicator, operator, value and unit of each target."""
    return [(t.indicator, t.op, t.value, t.unit) for t in find_targets(Text(value), year)]


@pytest.mark.parametrize(
    ("value", "target"),
    [
        ("万人高价值发明专利拥有量达到3.2件。", ("万人高价值发明专利拥有量", ">=", 3.2, "件")),
        ("全市有效商标注册量3.5万件。", ("全市有效商标注册量", "=", 3.5, "万件")),
        ("网络零售额突破1,500亿元。", ("网络零售额", ">", 1500, "亿元")),
        ("粮食产量稳定在100亿斤以上。", ("粮食产量", ">=", 100, "亿斤")),
        ("粮食产量稳定在14亿斤左右。", ("粮食产量", "~", 14, "亿斤")),
        ("将城镇登记失业率控制在5%以内。", ("城镇登记失业率", "<=", 5, "%")),
        ("PM2.5平均浓度控制在35微克/立方米以下。", ("PM2.5平均浓度", "<=", 35, "微克/立方米")),
        ("力争地区生产总值增长6%左右。", ("地区生产总值增长", "~", 6, "%")),
        ("居民收入年均增长百分之六。", ("居民收入年均增长", ">=", 6, "%")),
        ("优良天数比例达到八成以上。", ("优良天数比例", ">=", 80, "%")),
        ("群众满意率九成五以上。", ("群众满意率", ">=", 95, "%")),
        ("养老机构签约率在90%以上。", ("养老机构签约率", ">=", 90, "%")),
        ("单位能耗较2025年下降3%以上。", ("单位能耗下降", "decrease", 3, "%")),
        ("降低企业物流成本10%以上。", ("企业物流成本降低", "decrease", 10, "%")),
        ("社会满意度达到80分以上。", ("社会满意度", ">=", 80, "分")),
        ("全市电商交易额由2025年的50亿元提高到80亿元。", ("全市电商交易额", ">=", 80, "亿元")),
        ("低保标准提高到每人每月800元。", ("低保标准", ">=", 800, "元")),
        ("贸易进出比缩小到1.5∶1左右。", ("贸易进出比", "~", "1.5:1", "")),
        ("灌溉水利用系数提高到0.62。", ("灌溉水利用系数", ">=", 0.62, "")),
        ("经济总量较2025年翻一番。", ("经济总量", "=", "翻一番", "")),
        ("数字经济产值增长一倍以上。", ("数字经济产值增长", ">=", 1, "倍")),
        ("森林覆盖率提高两个百分点。", ("森林覆盖率提高", ">=", 2, "个百分点")),
        ("人均综合能耗控制在280千克标准煤以内。", ("人均综合能耗", "<=", 280, "千克标准煤")),
        ("全社会研发投入强度不得低于3%。", ("全社会研发投入强度", ">=", 3, "%")),
        ("资产负债率一般控制在65%以内。", ("资产负债率", "<=", 65, "%")),
        ("新增护理床位不少于两千张。", ("新增护理床位", ">=", 2000, "张")),
        ("每乡镇消防车至少为2辆。", ("每乡镇消防车", ">=", 2, "辆")),
        ("森林覆盖率≥45%。", ("森林覆盖率", ">=", 45, "%")),
        ("各项投资均实现10%以上增长。", ("各项投资增长", ">=", 10, "%")),
        ("空气优良天数达到300天。", ("空气优良天数", ">=", 300, "天")),
        ("制造业增加值占比25%左右。", ("制造业增加值占比", "~", 25, "%")),
        ("粮食综合生产能力迈上1000亿斤新台阶。", ("粮食综合生产能力", ">=", 1000, "亿斤")),
        ("推进设施菜田机械化水平达到60%。", ("设施菜田机械化水平", ">=", 60, "%")),
        ("法制审核人员不少于执法人员总数的5%。", ("法制审核人员", ">=", 5, "%")),
        ("强化队伍，实现专业监管人员配比不低于在职人员75%的要求。", ("专业监管人员配比", ">=", 75, "%")),
        ("食品抽检量不低于每千人5批次。", ("食品抽检量", ">=", 5, "批次")),
        ("低保标准上调5%。", ("低保标准上调", ">=", 5, "%")),
        ("生猪出栏6000万头以上。", ("生猪出栏", ">=", 6000, "万头")),
        ("新（改）建高标准农田300万亩以上。", ("高标准农田", ">=", 300, "万亩")),
        ("新升规工业企业1000户。", ("升规工业企业", "=", 1000, "户")),
        ("各县区每季度组织送戏下乡2场。", ("各县区送戏下乡", "=", 2, "场")),
        ("助餐服务覆盖八成以上的城市社区。", ("助餐服务覆盖城市社区", ">=", 80, "%")),
        ("适老化改造三百二十户。", ("适老化改造", "=", 320, "户")),
        ("土壤有机质平均含量达到28克/千克。", ("土壤有机质平均含量", ">=", 28, "克/千克")),
        ("衔接补助资金用于产业的比重力争提高到60%以上。", ("衔接补助资金用于产业的比重", ">=", 60, "%")),
    ],
)
def test_an_indicator_stands_before_its_comparator(value: str, target: tuple[str, str, object, str]) -> None:
    assert found(value) == [target]


@pytest.mark.parametrize(
    ("value", "target"),
    [
        ("新增市级示范（试点）校10所。", ("新增市级示范（试点）校", "=", 10, "所")),
        ("建成社区养老服务设施20处以上。", ("社区养老服务设施", ">=", 20, "处")),
        ("重点打造2—3个年交易额100亿元以上的专业市场。", ("年交易额100亿元以上的专业市场", "range", (2, 3), "个")),
        ("培育年产值超100亿元、竞争力强的企业2家。", ("年产值超100亿元、竞争力强的企业", "=", 2, "家")),
        ("在全市建成15个以上加工基地。", ("加工基地", ">=", 15, "个")),
        ("优先在边境地区新建大棚5万个。", ("大棚", "=", 5, "万个")),
        ("为10万名残疾人提供康复服务。", ("残疾人提供康复服务", "=", 10, "万名")),
        ("新建和改善绿水长廊1000公里。", ("绿水长廊", "=", 1000, "公里")),
        ("改扩建现有20个仓库，建设7个储备基地。", ("储备基地", "=", 7, "个")),
        ("3年内培养技能人才1.2万名。", ("技能人才", "=", 1.2, "万名")),
        ("培育服务业领军企业200家。", ("服务业领军企业", "=", 200, "家")),
        ("新建及维修改造公办幼儿园200所以上。", ("公办幼儿园", ">=", 200, "所")),
        ("新增城乡公交线路共220条。", ("新增城乡公交线路", "=", 220, "条")),
        ("构建不少于1000例病例的数据集。", ("病例的数据集", ">=", 1000, "例")),
        ("遴选两家企业开展专利微导航。", ("企业开展专利微导航", "=", 2, "家")),
        ("创建省级文明村镇十个。", ("省级文明村镇", "=", 10, "个")),
        ("每个县至少培育1个主导产业。", ("每个县主导产业", ">=", 1, "个")),
        ("争取每年开展一次知识产权分析评议活动。", ("知识产权分析评议活动", "=", 1, "次")),
        ("推动80%以上的行政村建成农家书屋。", ("行政村建成农家书屋", ">=", 80, "%")),
        ("开展法治宣讲100场（次）。", ("法治宣讲", "=", 100, "场")),
        ("城镇新增就业5万人以上。", ("城镇新增就业", ">=", 5, "万人")),
        ("指导10家以上企业通过贯标认证。", ("企业通过贯标认证", ">=", 10, "家")),
        ("围绕3条产业链培育企业5家。", ("围绕3条产业链培育企业", "=", 5, "家")),
        ("三是新建标准化卫生室12所。", ("标准化卫生室", "=", 12, "所")),
        ("力争上榜省级百强企业6家。", ("省级百强企业", "=", 6, "家")),
        ("发放安全生产宣传手册2万册。", ("安全生产宣传手册", "=", 2, "万册")),
    ],
)
def test_a_number_of_things_is_brought_about(value: str, target: tuple[str, str, object, str]) -> None:
    assert found(value) == [target]


def test_a_list_goes_on_with_its_verb() -> None:
    assert found("新增优势企业5家、示范企业2家，其中省级1家。") == [
        ("新增优势企业", "=", 5, "家"),
        ("新增示范企业", "=", 2, "家"),
        ("新增省级", "=", 1, "家"),
    ]
    assert found("梳理出50个大品类产品、200个中品类和800个小品类产品。") == [
        ("大品类产品", "=", 50, "个"),
        ("中品类产品", "=", 200, "个"),
        ("小品类产品", "=", 800, "个"),
    ]


def test_amounts_that_belong_to_names_in_turn_are_told_apart() -> None:
    assert found("高新技术企业、科技型中小企业分别达到100家、300家以上。") == [
        ("高新技术企业", ">=", 100, "家"),
        ("科技型中小企业", ">=", 300, "家"),
    ]
    assert [t[0] for t in found("化学需氧量和氨氮排放量分别削减2%、3%。")] == ["化学需氧量削减", "氨氮排放量削减"]


def test_what_a_phrase_leaves_out_the_one_before_it_said() -> None:
    assert found("全年完成固定资产投资50亿元，增长10%。")[1] == ("固定资产投资增长", ">=", 10, "%")
    assert found("研发投入增长12%以上，占GDP比重达到2.5%。")[1] == ("研发投入占GDP比重", ">=", 2.5, "%")


@pytest.mark.parametrize(
    "value",
    [
        "单个企业最高奖励不超过20万元。",
        "对获得驰名商标的企业给予一次性奖励50万元。",
        "奖励资金由市和园区财政各负担50%。",
        "对年产值突破10亿元、20亿元的企业，分别给予50万元、100万元奖励。",
        "自收到申请之日起15个工作日内办结。",
        "将审批时间压缩至3个工作日以内。",
        "截至2026年底，全市共有企业1200家。",
        "目前已建成示范点20个。",
        "2025年，全市代理机构达到58家。",
        "“十三五”期间登记数量1.84万件，比“十二五”增加1.82万件。",
        "实施“131”工程和“5个100”行动，建设5G基站，落实“三项制度”。",
        "办好华龙、清水两个实验区，开好两会。",
        "按照《管理办法》（示政〔2016〕79号）执行（累计10家）。",
        "贯彻《知识产权规划（2022—2035年）》和2027年3月的部署。",
        "依托3个平台开展服务，面向10个县督查。",
        "利用2—3年时间，建立健全机制，打造一个中心。",
        "第3批试点的第2项任务。",
        "每一保险年度计算1次，每处不少于两个小时。",
        "迈上一个新台阶，达到两个确保。",
    ],
)
def test_payments_rules_facts_of_the_past_and_names_are_no_targets(value: str) -> None:
    assert found(value) == []


def test_a_payment_in_one_sentence_does_not_hide_a_count_in_it() -> None:
    assert found("落实奖励政策20万元，力争新增高新技术企业20家。") == [("新增高新技术企业", "=", 20, "家")]


@pytest.mark.parametrize(
    ("value", "years"),
    [
        ("到2030年，甲覆盖率达到5%，乙覆盖率达到6%。丙覆盖率达到7%。", [2030, 2030, 2030]),
        ("甲覆盖率达到5%。到2030年，乙覆盖率达到6%。", [2027, 2030]),
        ("到2030年，甲覆盖率达到5%，乙覆盖率提前一年达到6%。", [2030, 2029]),
        ("到“十五五”末，甲覆盖率达到5%。", [2030]),
        ("2026—2028年，新建公园3个。", [2028]),
        ("甲覆盖率较2020年提高5个百分点。", [2027]),
        ("2026年甲覆盖率达到5%。2027年，甲覆盖率达到6%。", [2027]),
        ("甲覆盖率2027年比2025年提高3个百分点、比2026年提高1个百分点。", [2027, 2027]),
        ("甲覆盖率2027年对比2025年提高3个百分点、对比2026年提高1个百分点。", [2027, 2027]),
        ("甲覆盖率占比2027年达到5%、2028年达到6%。", [2027, 2028]),
        ("2026年、2027年、2028年甲覆盖率分别达到5%、6%。", [2028, 2028]),
        ("去年产量120万吨，今年产量稳定在125万吨以上。", [2027]),
    ],
)
def test_a_target_is_due_in_the_year_named_before_it(value: str, years: list[int]) -> None:
    assert [target.year for target in find_targets(Text(value), 2027)] == years


def test_in_a_plan_of_a_period_earlier_years_of_it_are_no_history() -> None:
    text = Text("2026年，甲覆盖率达到5%；乙覆盖率达到6%。")
    assert find_targets(text, 2030) == ()
    assert [target.year for target in find_targets(text, 2030, since=2026)] == [2026, 2026]


def test_a_target_knows_its_words_and_their_place() -> None:
    (target,) = find_targets(Text.at_place("建立台账，专利拥有量达到3件，长期坚持。", "a.txt", 5), 2027)
    assert target == Target(Text("专利拥有量达到3件"), "专利拥有量", ">=", 3.0, "件", 2027)
    assert target.text.at(0) == Position(5, 6)


@given(st.text(alphabet="0123.%一二十百万亿个家件元年到达增长下降分别建成新增、，。；和的“”（）以上 ", max_size=60))
def test_any_words_are_read_without_fault(value: str) -> None:
    for target in find_targets(Text(value), 2027):
        assert target.text.value in value
        assert len(target.indicator) >= 2


@pytest.mark.parametrize("piece", ["1个", "5个，", "5个、", "百分之", "开展建设", "十", "（5个", "1.", "2027年"])
def test_hostile_text_is_read_in_time_in_proportion(piece: str) -> None:
    find_targets(Text(piece * (50_000 // len(piece))), 2027)


def test_the_targets_of_real_documents_are_found_in_the_words_that_a_reader_quoted(shared: Path) -> None:
    wanted = hits = 0
    for path in sorted((shared / "gold" / "docs").glob("*.json")):
        for truth in json.loads(path.read_text("utf-8"))["targets"]:
            if truth.get("type") in ("incentive", "standard", "target-qualitative"):
                continue
            wanted += 1
            value = tuple(truth["value"]) if isinstance(truth["value"], list) else truth["value"]
            hits += (value, truth["unit"]) in [(t.value, t.unit) for t in find_targets(Text(truth["text"]), 2022)]
    assert hits >= 0.9 * wanted


def test_what_a_reader_held_to_be_no_target_is_none(shared: Path) -> None:
    for path in sorted((shared / "gold" / "docs").glob("*.json")):
        for truth in json.loads(path.read_text("utf-8"))["not_targets"]:
            assert found(truth["text"]) == [], truth["text"]


def test_names_of_some_things_may_stand_before_their_number() -> None:
    found = find_targets(Text("完成一村、二村等6个小区改造。"), 2027)
    assert [(target.indicator, target.value) for target in found] == [("完成小区改造", 6.0)]


@pytest.mark.parametrize(
    ("sentence", "baseline"),
    [
        ("涉企检查频次较上年下降20%。", "较上年"),
        ("研发经费投入比2025年底增长15%以上。", "比2025年底"),
        ("行政复议案件数量同比下降10%。", "同比"),
        ("新建示范社区10个。", ""),
    ],
)
def test_a_target_tells_what_it_is_measured_against(sentence: str, baseline: str) -> None:
    (target,) = find_targets(Text(sentence), 2027)
    assert target.baseline == baseline


def test_each_amount_of_a_list_counts_though_its_noun_stands_behind() -> None:
    assert found("引育5家以上自主创新企业、10家以上骨干企业。") == [
        ("自主创新企业", ">=", 5, "家"),
        ("骨干企业", ">=", 10, "家"),
    ]


def test_names_in_turn_share_the_noun_of_the_last() -> None:
    assert found("人参、食用菌全产业链产值分别达到1230亿元和120亿元。") == [
        ("人参全产业链产值", ">=", 1230, "亿元"),
        ("食用菌全产业链产值", ">=", 120, "亿元"),
    ]


def test_work_that_is_a_verb_itself_is_counted() -> None:
    assert found("完成造林5万亩，森林抚育10万亩。") == [
        ("完成造林", "=", 5, "万亩"),
        ("森林抚育", "=", 10, "万亩"),
    ]


def test_an_extent_keeps_the_verb_that_tells_of_what_it_is() -> None:
    assert found("全年完成造林绿化面积120万亩。") == [("造林绿化面积", "=", 120, "万亩")]


def test_a_name_too_short_for_itself_keeps_the_whole() -> None:
    names = [target[0] for target in found("城镇、农村居民收入分别增长4%、6%。")]
    assert names == ["城镇、农村居民收入分别增长"] * 2


@pytest.mark.parametrize(
    "value",
    [
        "每年调整1次专业目录，每3年修订1次教材。",
        "三次产业结构调整为14:40:46。",
        "组织冬季两项等项目比赛。",
        "建成3人制篮球场。",
        "由不应大于10%调整为15%。",
        "改造30万千瓦级煤电机组。",
        "新建平台，支持金额最高可至3000万元，支持金额不超过300万元/年。",
        "对投入达到或超过1亿元/年的企业，给予一次性补助1000万元。",
    ],
)
def test_rhythms_names_and_grants_are_no_targets(value: str) -> None:
    assert found(value) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("污水治理率2026年达到80%、2027年达到90%。", [("污水治理率", 80, 2026), ("污水治理率", 90, 2027)]),
        ("污水治理率2026年、2027年分别达到80%、90%。", [("污水治理率", 80, 2026), ("污水治理率", 90, 2027)]),
        ("2026年、2027年，污水治理率分别达到80%和90%。", [("污水治理率", 80, 2026), ("污水治理率", 90, 2027)]),
        ("到2026年，污水治理率达到80%；到2027年，达到90%。", [("污水治理率", 80, 2026), ("污水治理率", 90, 2027)]),
        ("2026年新建示范村10个、2027年新建示范村20个。", [("示范村", 10, 2026), ("示范村", 20, 2027)]),
        ("污水治理率2023年达到60%、2026年达到80%。", [("污水治理率", 80, 2026)]),
        ("研发投入占比2026年达到3%。", [("研发投入占比", 3, 2026)]),
        ("小麦、玉米产量2026年分别达到10万吨、20万吨。", [("小麦产量", 10, 2026), ("玉米产量", 20, 2026)]),
        ("2026年中心城区绿化覆盖率达到40%。", [("中心城区绿化覆盖率", 40, 2026)]),
        ("完成新签约协议投资400亿元。", [("协议投资", 400, 2028)]),
    ],
)
def test_figures_that_are_told_year_by_year_are_due_in_their_own_year(
    words: str, told: list[tuple[str, float, int]]
) -> None:
    found = find_targets(Text(words), 2028, 2025)
    assert [(each.indicator, each.value, each.year) for each in found] == told
