"""What the plan says against what its superior says on the same thing: how firmly, for whom, how often, by when."""

from __future__ import annotations

from pathlib import Path

import pytest
from superiors import findings, texts

from planforge.api.checking import CheckOptions, check


@pytest.mark.parametrize(
    ("superior", "plan", "severities"),
    [
        ("做好助餐。确保社区食堂按时开业。", "做好助餐。力争社区食堂按时开业。", ["warning"]),
        ("做好助餐。社区食堂必须公示餐费。", "做好助餐。社区食堂原则上公示餐费。", ["warning"]),
        ("做好助餐。社区食堂应公示餐费标准。", "做好助餐。社区食堂可结合实际公示餐费标准。", ["warning"]),
        ("做好助餐。全面推行老年人助餐补贴。", "做好助餐。探索老年人助餐补贴。", ["warning"]),
        (
            "做好助餐。加强配餐车辆管理，社区食堂必须公示餐费。",
            "做好助餐。社区食堂可以公示餐费，加强配餐车辆管理。",
            ["warning"],
        ),
        ("做好助餐。必须及时回应老年人投诉。", "做好助餐。视情及时回应老年人投诉。", ["warning"]),
        ("做好助餐。确保老年人助餐应助尽助。", "做好助餐。力争老年人助餐应助尽助。", ["warning"]),
        ("做好助餐。社区食堂必须公示餐费。", "做好助餐。社区食堂一般应公示餐费。", ["warning"]),
        ("做好助餐。不得擅自提高老年餐收费标准。", "做好助餐。一般不提高老年餐收费标准。", ["warning"]),
        ("做好助餐。老年餐收费应当公示，不得高于15元。", "做好助餐。老年餐收费应当公示，一般不高于15元。", []),
        (
            "做好助餐。发现食物中毒，必须立即网络直报。",
            "做好助餐。发现食物中毒，一般应在规定时限内网络直报。",
            ["warning"],
        ),
        ("做好助餐。社区食堂必须公示餐费。", "做好助餐。社区食堂原则上应公示餐费。", ["warning"]),
        ("做好助餐。社区食堂一律公示餐费标准。", "做好助餐。社区食堂适当公示餐费标准。", ["warning"]),
        ("做好助餐。社区食堂应当每日自查。", "做好助餐。社区食堂提倡每日自查。", ["warning"]),
        ("做好助餐。必须清理食堂超期食材。", "做好助餐。逐步清理食堂超期食材。", ["warning"]),
        ("做好助餐。社区食堂一律禁止赊账经营。", "做好助餐。社区食堂原则上禁止赊账经营。", ["warning"]),
        ("做好助餐。严禁挪用老年人助餐补贴。", "做好助餐。减少挪用老年人助餐补贴行为。", ["warning"]),
        ("做好助餐。严禁挪用老年人助餐补贴。", "做好助餐。杜绝挪用老年人助餐补贴，减少浪费。", []),
        ("做好助餐。严禁挪用老年人助餐补贴。", "做好助餐。防范挪用老年人助餐补贴并严肃查处。", []),
        ("做好助餐。杜绝食堂重大火灾事故。", "做好助餐。坚决遏制食堂重大火灾事故。", []),
        ("做好助餐。社区食堂禁止使用明火。", "做好助餐。控制社区食堂用火，一律不得使用明火。", []),
        ("做好助餐。务必核验送餐人员资质。", "做好助餐。尽快核验送餐人员资质。", ["warning"]),
        ("做好助餐。应当及时核验送餐人员资质。", "做好助餐。尽快核验送餐人员资质。", []),
        ("做好助餐。开展社区食堂星级评定。", "做好助餐。鼓励开展社区食堂星级评定。", ["info"]),
        ("做好助餐。社区食堂应当公示餐费。", "做好助餐。社区食堂必须公示餐费，鼓励公示食谱。", []),
        ("做好助餐。鼓励社会力量办社区食堂。", "做好助餐。鼓励社会力量办社区食堂。", []),
        ("做好助餐。社区食堂必须公示餐费。", "做好助餐。社区食堂原则上公示餐费。社区食堂必须公示餐费。", []),
        ("做好助餐。必须严查食堂卫生，建设社区食堂。", "做好助餐。严查食堂卫生，支持老年人志愿服务。", []),
    ],
)
def test_a_duty_that_became_an_aim_or_an_option_is_told_phrase_by_phrase(
    tmp_path: Path, superior: str, plan: str, severities: list[str]
) -> None:
    assert [found.severity for found in findings(tmp_path, "COV005", superior, plan)] == severities


def test_both_texts_are_quoted_where_a_demand_was_softened(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "COV005", "做好助餐。社区食堂必须公示餐费。", "做好助餐。社区食堂原则上公示餐费。")
    assert found.message == "省#1.1/1要求“社区食堂必须公示餐费”，这里写成“社区食堂原则上公示餐费”"
    assert found.advice == "把“原则上”改回上级的用词“必须”"
    assert (found.span.start.line, found.span.start.column) == (4, 9)


@pytest.mark.parametrize(
    ("superior", "plan", "severities"),
    [
        ("开展评估。所有养老机构开展等级评定。", "开展评估。重点养老机构开展等级评定。", ["warning"]),
        ("开展评估。所有三星级以上养老机构开展评定。", "开展评估。主要养老机构开展评定。", ["warning"]),
        ("开展评估。全体养老企业开展等级评定。", "开展评估。规模以上养老企业开展等级评定。", ["warning"]),
        ("安装设备。全部养老机构安装报警设备。", "安装设备。风险较大的养老机构安装报警设备。", ["warning"]),
        ("安装设备。所有老旧院舍安装报警设备。", "安装设备。运行满30年的老旧院舍安装报警设备。", ["warning"]),
        ("开展筛查。面向全体养老护理员开展筛查。", "开展筛查。面向城市养老护理员开展筛查。", ["warning"]),
        ("安装设备。全部养老机构安装报警设备。", "安装设备。全县的养老机构安装报警设备。", []),
        ("安装设备。全部养老机构安装报警设备。", "安装设备。辖区内的养老机构安装报警设备。", []),
        ("建好中心。所有乡镇建设养老中心。", "建好中心。在3个中心乡镇建设养老中心。", ["warning"]),
        ("开展评估。全面推行养老机构等级评定。", "开展评估。在部分县区试点推行养老机构等级评定。", ["warning"]),
        ("开展评估。养老机构应全面落实消防要求。", "开展评估。有条件的养老机构应落实消防要求。", ["warning"]),
        (
            "开展评估。市县全面推行机构评估，统一标准。",
            "开展评估。县里推行机构评估，乡镇选择2个开展试点，统一标准。",
            ["warning"],
        ),
        ("开展评估。确保养老机构按标准评定。", "开展评估。具备条件的养老机构按标准评定。", ["info"]),
        ("开展评估。所有养老机构开展等级评定。", "开展评估。二级以上养老机构开展等级评定。", ["warning"]),
        ("开展评估。为60岁以上老年人免费体检。", "开展评估。为65周岁以上老年人免费体检。", ["warning"]),
        ("开展评估。为65岁以上老年人免费体检。", "开展评估。为60岁以上老年人免费体检。", []),
        ("开展评估。为6岁以下儿童免费体检。", "开展评估。为3岁及以下儿童免费体检。", ["warning"]),
        ("开展评估。为60岁以上老年人免费体检。", "开展评估。为60—70岁和70岁以上老年人免费体检。", []),
        ("开展评估。为60岁以上老年人免费体检。", "开展评估。为80岁以上老年人发放津贴。", []),
        ("开展评估。各类机构全部接入信息平台。", "开展评估。推动二级以上公办院舍接入信息平台。", ["warning"]),
        ("开展评估。各类机构全部接入信息平台。", "开展评估。推动养老院、日间照料中心接入信息平台。", []),
        ("开展评估。所有养老企业开展等级评定。", "开展评估。养老龙头企业开展等级评定。", ["warning"]),
        ("开展评估。所有养老企业开展等级评定。", "开展评估。重点街道养老企业开展等级评定。", ["warning"]),
        ("开展评估。每家养老机构都要开展等级评定。", "开展评估。大中型养老机构开展等级评定。", ["warning"]),
        ("开展评估。所有服务机构开展等级评定。", "开展评估。敬老院等服务机构开展等级评定。", ["warning"]),
        ("开展评估。所有服务机构开展等级评定。", "开展评估。敬老院、食堂、驿站、中心等服务机构开展等级评定。", []),
        ("开展评估。所有服务机构开展等级评定。", "开展评估。敬老院、食堂等所有服务机构开展等级评定。", []),
        ("开展评估。所有养老机构开展等级评定。", "开展评估。公办、民办等养老机构开展等级评定。", []),
        ("开展评估。各类养老机构开展等级评定。", "开展评估。公办养老机构、民办养老机构开展等级评定。", []),
        ("开展评估。所有养老机构开展评定。", "开展评估。大中型养老机构和小型养老机构开展评定。", []),
        ("对所有养老机构每半年检查一次。", "对重点养老机构每季度、其他养老机构每半年检查一次。", []),
        ("开展评估。在全省开展机构评估检查。", "开展评估。对敬老院、食堂等机构评估检查，覆盖各县区。", []),
        ("推广助餐。老年助餐服务全覆盖。", "推广助餐。在平原乡镇推广老年助餐服务。", ["warning"]),
        ("开展评估。全面开展养老机构等级评定。", "开展评估。全面开展市属养老机构等级评定。", []),
        ("开展评估。养老机构全部开展等级评定。", "开展评估。城区养老机构开展等级评定。", ["warning"]),
        ("开展评估。落实养老机构消防设施改造。", "开展评估。选取部分养老机构落实消防设施改造。", ["info"]),
        ("开展评估。所有养老机构开展等级评定。", "开展评估。全部养老机构开展等级评定，选取10家打造示范。", []),
        ("开展评估。实施养老机构消防改造。", "开展评估。实施养老机构消防改造试点工程。", []),
    ],
)
def test_a_narrower_scope_is_told_phrase_by_phrase(
    tmp_path: Path, superior: str, plan: str, severities: list[str]
) -> None:
    assert [found.severity for found in findings(tmp_path, "COV008", superior, plan)] == severities


def test_a_phrase_said_again_and_again_is_held_against_its_like_at_once(tmp_path: Path) -> None:
    superior, plan = "所有社区食堂公示餐费标准，" * 300, "部分社区食堂公示餐费标准，" * 300
    assert findings(tmp_path, "COV008", superior, f"{plan}所有社区食堂公示餐费标准。") == []


@pytest.mark.parametrize(
    ("superior", "plan", "told"),
    [
        ("每季度检查养老机构食堂。", "每半年检查养老机构食堂。", "每半年"),
        ("每季度检查养老机构食堂。", "上下半年各检查养老机构食堂一次。", "上下半年各检查养老机构食堂一次"),
        ("每季度检查养老机构食堂。", "定期检查养老机构食堂。", "定期"),
        ("每季度检查养老机构食堂。", "全年检查养老机构食堂两次。", "全年检查养老机构食堂两次"),
        (
            "每月检查养老机构食堂两次，每年评估护理服务。",
            "每年评估护理服务，每月检查养老机构食堂1次。",
            "每月检查养老机构食堂1次",
        ),
        (
            "百人以上机构食堂每月检查1次，百人以下机构食堂每季度检查1次。",
            "百人以上机构食堂每月检查1次，百人以下机构食堂每半年检查1次。",
            "每半年检查1次",
        ),
        ("每年开展监督检查不少于4次。", "全年组织监督检查两次。", "全年组织监督检查两次"),
        ("每学期家访老年学员两次。", "每学年家访老年学员两次。", "每学年家访老年学员两次"),
        ("养老机构食堂每周检查3次。", "养老机构食堂每周检查1次。", "每周检查1次"),
        ("养老机构食堂自查每周3次。", "养老机构食堂自查每周1次。", "每周1次"),
        ("每月5日前报送养老机构检查情况。", "每季度首月5日前报送养老机构检查情况。", "每季度"),
        ("每两年评估一次养老机构。", "每三年评估一次养老机构。", "每三年评估一次"),
        ("每半年检查养老机构食堂。", "每季度检查养老机构食堂。", ""),
        ("每季度检查养老机构食堂，每年评估护理服务。", "每季度检查养老机构食堂，每年评估护理服务。", ""),
        ("每年检查养老机构食堂2次。", "每半年检查养老机构食堂1次。", ""),
    ],
)
def test_how_often_is_compared_between_phrases_on_one_thing(
    tmp_path: Path, superior: str, plan: str, told: str
) -> None:
    found = findings(tmp_path, "DDL010", f"加强监管。{superior}", f"加强监管。{plan}")
    assert [each.message.rsplit("“")[-1].rstrip("”") for each in found] == ([told] if told else [])


def test_the_rhythm_of_a_linked_tasks_own_time_limit_is_compared(tmp_path: Path) -> None:
    head = "标题: {}2027年养老服务工作要点\n部分:\n  - 标题: 优化供给\n    任务:\n"
    head += "      - 标题: 调度养老项目\n        内容: 调度养老项目。\n"
    superior = head.format("云溪省") + "        完成时限: 每季度\n"
    plan = head.format("示例市") + "        完成时限: 每半年\n        落实: 省#1.1\n"
    (tmp_path / "省.yaml").write_text(superior, encoding="utf-8")
    (tmp_path / "要点.yaml").write_text(plan + "上级文件: {省: 省.yaml}\n", encoding="utf-8")
    found = [each for each in check(str(tmp_path / "要点.yaml"), CheckOptions()).diagnostics if each.code == "DDL010"]
    assert [each.message for each in found] == ["省#1.1要求“每季度”，这里写的是“每半年”"]


@pytest.mark.parametrize(("link", "told"), [("        落实: 省#1.1\n", True), ("", False)])
def test_own_limits_of_tasks_in_other_words_are_held_to_those_that_a_link_names(
    tmp_path: Path, link: str, told: bool
) -> None:
    head = "标题: {}2027年养老服务工作要点\n部分:\n  - 标题: 优化供给\n    任务:\n"
    task = "      - 标题: {0}\n        内容: {0}。\n        完成时限: {1}\n"
    for limits, code in (("6月底前", "9月底前"), "DDL004"), (("每季度", "每半年"), "DDL010"):
        superior = head.format("云溪省") + task.format("设立老年大学分校", limits[0])
        plan = head.format("示例市") + task.format("排查燃气隐患", limits[1]) + link
        (tmp_path / "省.yaml").write_text(superior, encoding="utf-8")
        (tmp_path / "要点.yaml").write_text(plan + "上级文件: {省: 省.yaml}\n", encoding="utf-8")
        found = check(str(tmp_path / "要点.yaml"), CheckOptions(select=(code,))).diagnostics
        assert bool(found) == told


@pytest.mark.parametrize(
    ("superior", "plan", "told"),
    [
        ("上半年完成摸底。6月底前完成食堂改造。", "上半年完成摸底，三季度完成食堂改造任务。", "三季度"),
        ("10月底前完成养老机构食堂整治。", "养老机构食堂整治长期坚持。", "长期坚持"),
        (
            "2027年8月底前，制定社区食堂运营补贴办法。",
            "扩大助餐，2027年9月底前，制定社区食堂运营补贴办法。",
            "2027年9月底前",
        ),
        (
            "2027年底前建成助餐平台，2027年6月底前制定助餐标准。",
            "2027年5月底前制定助餐标准，2027年底前建成助餐平台。",
            "",
        ),
        ("三季度完成社区食堂改造。", "9月20日前完成社区食堂改造。", ""),
        ("3月底前拆除河道养老违建。", "河道养老违建于上半年全部拆除。", "上半年"),
        ("自3月1日起，社区食堂接入省级平台。", "9月1日起，社区食堂全部接入省级平台。", "9月1日起"),
        ("自3月1日起，社区食堂接入省级平台。", "3月起，社区食堂全部接入省级平台。", ""),
        ("自5月1日起，社区食堂接入省级平台。", "三季度起，社区食堂全部接入省级平台。", "三季度起"),
        ("自9月1日起，社区食堂接入省级平台。", "三季度起，社区食堂全部接入省级平台。", ""),
        ("自8月1日起，社区食堂接入省级平台。", "下半年起，社区食堂全部接入省级平台。", ""),
        ("每月10日前发放高龄老人津贴。", "每月25日前发放高龄老人津贴，每月8日前发放高龄老人津贴。", ""),
        ("每月10日前发放高龄老人津贴。", "每月25日前发放高龄老人津贴。", "每月25日前"),
        ("每月10日前发放高龄老人津贴。", "每月8日前发放高龄老人津贴。", ""),
        ("食物中毒发生后2小时内报告。", "食物中毒发生后12小时内报告。", "12小时内"),
        ("食物中毒发生后2小时内报告。", "食物中毒发生后90分钟内报告。", ""),
        ("收到助餐申请5个工作日内办结。", "收到助餐申请7日内办结。", ""),
        ("收到助餐申请1个月内办结。", "收到助餐申请31日内办结。", ""),
        ("收到助餐申请1个月内办结。", "收到助餐申请32日内办结。", "32日内"),
        ("整改近3个月内停用的社区食堂。", "整改近6个月内停用的社区食堂。", ""),
        ("2028年春节前完成敬老院改造。", "2027年12月底前完成敬老院改造。", ""),
        ("明年春节前完成敬老院改造。", "12月底前完成敬老院改造。", ""),
        ("今年的春节前完成敬老院改造。", "6月底前完成敬老院改造。", "6月底前"),
        ("12月底前完成敬老院改造。", "2028年春节前完成敬老院改造。", "2028年春节前"),
        ("春节、清明节前完成敬老院检查。", "清明节、五一前完成敬老院检查。", ""),
        ("每年春节前完成敬老院检查。", "每年国庆节前完成敬老院检查。", "每年国庆节前"),
        ("每年国庆节前完成敬老院检查。", "每年9月10日前完成敬老院检查。", ""),
        ("春耕前完成敬老院粮油储备。", "6月底前完成敬老院粮油储备。", "6月底前"),
        ("汛期到来前完成敬老院搬迁。", "6月10日前完成敬老院搬迁。", ""),
        ("汛前完成敬老院加固。", "汛后完成敬老院加固。", "汛后"),
        ("汛前完成敬老院加固。", "做好汛前汛后检查，5月底前完成敬老院加固。", ""),
        ("10月底前完成敬老院加固。", "汛期结束后完成敬老院加固。", ""),
        ("汛后完成敬老院加固。", "12月底前完成敬老院加固。", ""),
        ("6月底前完成敬老院搬迁。", "国庆节前完成敬老院搬迁。", "国庆节前"),
        ("制定运营补贴办法，6月底前完成。推广助餐。", "修订食谱，推广助餐。制定运营补贴办法，9月底前完成。", "9月底前"),
    ],
)
def test_deadlines_are_compared_between_phrases_on_one_thing(
    tmp_path: Path, superior: str, plan: str, told: str
) -> None:
    found = findings(tmp_path, "DDL004", f"优化助餐服务。{superior}", f"优化助餐服务。{plan}")
    assert [told in each.message for each in found] == ([True] if told else [])


def test_a_limit_without_a_day_is_quoted_with_what_to_write(tmp_path: Path) -> None:
    superior, plan = "每月10日前发放高龄老人津贴。", "每月25日前发放高龄老人津贴。"
    (found,) = findings(tmp_path, "DDL004", f"优化助餐服务。{superior}", f"优化助餐服务。{plan}")
    assert found.message == "省#1.1要求“每月10日前”，这里写的是“每月25日前”"
    assert found.advice == "改为“每月10日前”或更早"


def test_a_year_that_no_calendar_has_is_no_reason_to_stop(tmp_path: Path) -> None:
    task = "部分:\n  - 标题: 优化供给\n    任务:\n      - {标题: 改造敬老院, 内容: 春节前完成敬老院改造。}\n"
    (tmp_path / "省.yaml").write_text(f"标题: 云溪省养老服务意见\n年度: 99999\n{task}", encoding="utf-8")
    plan = f"标题: 示例市养老服务要点\n年度: 99999\n上级文件: {{省: 省.yaml}}\n{task}"
    (tmp_path / "要点.yaml").write_text(plan, encoding="utf-8")
    found = check(str(tmp_path / "要点.yaml"), CheckOptions()).diagnostics
    assert "DDL004" not in {each.code for each in found}


@pytest.mark.parametrize(("given", "told"), [("9月底前", True), ("5月底前", False)])
def test_a_superior_that_names_no_year_is_read_by_the_plans(tmp_path: Path, given: str, told: bool) -> None:
    words = "（一）优化助餐。{}完成食堂改造。（责任单位：民政局；完成时限：{}）\n"
    for name, title, day in (("省", "云溪省养老服务实施意见", "6月底前"), ("要点", "示例市2027年养老服务要点", given)):
        text = f"{title}\n\n一、优化供给\n{words.format(day, day)}"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    checked = check(str(tmp_path / "要点.txt"), CheckOptions(against=(str(tmp_path / "省.txt"),)))
    found = [each for each in checked.diagnostics if each.code == "DDL004"]
    assert [each.severity for each in found] == (["warning"] if told else [])
    assert all("上级文件没有写年份，按本年度算：提前到2027年6月30日" in each.advice for each in found)


def test_how_often_is_told_once_though_its_times_are_a_figure(tmp_path: Path) -> None:
    words = "加强监管。{}开展一次机构食堂安全检查。"
    superior, plan = words.format("每半年"), words.format("每年")
    assert len(findings(tmp_path, "DDL010", superior, plan)) == 1
    assert findings(tmp_path, "TGT001", superior, plan) == []


@pytest.mark.parametrize(
    ("code", "superior", "plan"),
    [
        ("COV005", "社区食堂必须公示餐费。", "社区食堂可以公示餐费。"),
        ("COV005", "食堂不得收取老年人押金。", "食堂可以收取老年人押金。"),
        ("COV008", "所有社区食堂公示餐费标准。", "部分社区食堂公示餐费标准。"),
    ],
)
def test_what_both_say_many_times_is_told_once_a_place(tmp_path: Path, code: str, superior: str, plan: str) -> None:
    found = findings(tmp_path, code, f"做好助餐。{superior * 12}", f"做好助餐。{plan * 12}")
    assert len({each.span for each in found}) == len(found) == 12


@pytest.mark.parametrize(
    ("superior", "plan", "left"),
    [
        ("党政机关、事业单位、学校、医院全部建成食堂", "党政机关和学校建成食堂", "事业单位、医院"),
        ("清理用餐、助浴等领域收费限制性规定", "清理助浴领域收费限制性规定", "用餐"),
        ("推进街道、社区、村居等场所适老化改造", "推进街道、村居等场所适老化改造", "社区"),
    ],
)
def test_things_left_out_of_a_list_are_told(tmp_path: Path, superior: str, plan: str, left: str) -> None:
    found = findings(tmp_path, "COV008", f"做好助餐。{superior}。", f"做好助餐。{plan}。")
    assert [(each.severity, f"没有写“{left}”" in each.message) for each in found] == [("info", True)]


@pytest.mark.parametrize(
    ("superior", "plan"),
    [
        ("推进街道、社区、村居等场所适老化改造", "推进街道、社区和村居等场所适老化改造"),
        ("推进街道、社区等场所适老化改造", "推进街道等场所适老化改造，社区场所一并改造"),
        ("推进新城、全域养老设施整治", "推进新城、养老设施整治"),
        ("推进街道、社区等场所适老化改造", "推进各类公共场所适老化改造"),
        ("按照巩固、升级、调整要求", "按照巩固、升级、调整原则"),
    ],
)
def test_lists_that_name_the_same_otherwise_are_none_left_out_of(tmp_path: Path, superior: str, plan: str) -> None:
    assert findings(tmp_path, "COV008", f"做好助餐。{superior}。", f"做好助餐。{plan}。") == []


def test_a_task_linked_before_it_has_words_names_nothing_of_a_list(tmp_path: Path) -> None:
    superior, _ = texts("面向机关、学校、医院开展助餐宣传。", "")
    (tmp_path / "省.txt").write_text(superior, encoding="utf-8")
    tasks = "[{标题: 。, 牵头单位: 市民政局, 落实: [省要点#1.1]}]"
    plan = f"标题: 示例市2027年养老服务工作要点\n年度: 2027\n上级文件: {{省要点: 省.txt}}\n部分: [{{任务: {tasks}}}]\n"
    (tmp_path / "要点.yaml").write_text(plan, encoding="utf-8")
    assert [found for found in check(str(tmp_path / "要点.yaml")).diagnostics if found.code == "COV008"] == []


@pytest.mark.parametrize(
    ("superior", "plan", "told"),
    [
        ("在二级以上综合医院设立老年医学门诊", "在三级综合医院设立老年医学门诊", 1),
        ("在二级以上综合医院设立老年医学门诊", "在一级以上综合医院设立老年医学门诊", 0),
        ("在二级以上公立综合医院设立老年医学门诊", "在三级公立综合医院设立老年医学门诊", 1),
        ("对二级以上助餐机构开展检查", "对一级助餐机构开展检查", 1),
        ("对三级以上助餐信息系统开展测评", "对二级以上助餐信息系统开展测评", 0),
        ("二级以上妇幼保健院设立助餐点", "一级以上妇幼保健院设立助餐点", 0),
        ("面向城乡居民开展健康宣教", "面向城镇居民开展健康宣教", 1),
        ("面向城乡居民开展健康宣教", "面向城镇和农村居民开展健康宣教", 0),
        ("面向城乡居民开展健康宣教", "面向城镇居民开展健康宣教，面向农村居民开展健康宣教", 0),
        ("市、县、乡三级建立助餐帮办队伍", "市、县两级建立助餐帮办队伍", 1),
        ("市、县两级建立助餐帮办队伍", "市、县、乡三级建立助餐帮办队伍", 0),
        ("省、市、县、乡四级建立助餐帮办队伍", "市、县、乡（镇）三级建立助餐帮办队伍", 0),
        ("对规模以上养老企业开展安全诊断", "对重点连锁养老企业开展安全诊断", 1),
        ("对规模以上养老企业开展安全诊断", "对规上养老企业开展安全诊断", 0),
        ("对所有助餐服务许可事项实行告知承诺制", "对低风险助餐服务许可事项实行告知承诺制", 1),
        ("对所有助餐服务许可事项实行告知承诺制", "对现有助餐服务许可事项实行告知承诺制", 0),
        ("对所有助餐服务许可事项实行告知承诺制", "对上述助餐服务许可事项实行告知承诺制", 0),
        ("加强所有助餐服务场所日常巡查", "加强助餐服务场所日常巡查", 0),
        ("对全部助餐服务场所开展日常巡查", "开展助餐服务场所日常巡查", 0),
    ],
)
def test_some_for_all_is_told_by_grade_half_and_kind(tmp_path: Path, superior: str, plan: str, told: int) -> None:
    found = findings(tmp_path, "COV008", f"做好助餐。{superior}。", f"做好助餐。{plan}。")
    assert [each.severity for each in found] == ["warning"] * told


@pytest.mark.parametrize(
    ("superior", "plan", "told"),
    [
        ("助餐每月调度一次", "助餐定期调度", 1),
        ("每季度召开一次助餐企业座谈会", "适时召开助餐企业座谈会", 1),
        ("对同一食堂的检查每年不超过4次", "对同一食堂的检查每年不超过2次", 0),
    ],
)
def test_what_is_left_open_is_rarer_and_a_limit_is_no_rhythm(
    tmp_path: Path, superior: str, plan: str, told: int
) -> None:
    assert len(findings(tmp_path, "DDL010", f"做好助餐。{superior}。", f"做好助餐。{plan}。")) == told


def test_a_list_of_bans_and_the_nearly_done_are_told(tmp_path: Path) -> None:
    ban = ("各部门不得制定新增助餐的禁止和限制目录", "各部门可结合实际制定新增助餐的禁止和限制目录")
    done = ("全面完成助餐问题整改", "基本完成助餐问题整改")
    for superior, plan in (ban, done):
        assert len(findings(tmp_path, "COV005", f"做好助餐。{superior}。", f"做好助餐。{plan}。")) == 1
