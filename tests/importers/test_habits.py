"""Ways to write and to set documents that the first readers of new papers met."""

from __future__ import annotations

import pytest
from readings import document, leaf, outline, units

NOTICE = "示例市教育局关于做好2027年招生工作的通知\n各幼儿园：\n现就有关事项通知如下：\n"
SIGNED = "示例市教育局\n2027年3月5日\n"


def test_items_that_are_full_sentences_have_no_heading_though_those_of_another_section_have() -> None:
    short = (
        "一、主要任务\n（一）加强宣传。各园要广泛宣传。\n"
        "（二）公布计划。各园要公布招生计划。\n（三）公平录取。各园要公平录取。\n"
    )
    first = "各园要加强组织协调，制定切实可行的招生计划，明确责任分工和时间安排，依次推进各项招生准备工作"
    long = f"二、工作要求\n（一）{first}。各片区要做好指导。\n（二）宣传材料在教育局网站发布。\n"
    read = document(NOTICE + short + long + SIGNED)
    assert outline(read)["1.1"] == "加强宣传"
    assert leaf(read, "2.1").heading.value == ""
    assert leaf(read, "2.1").text.value == f"{first}。各片区要做好指导。"


def test_items_that_all_begin_with_a_word_or_two_have_headings_though_those_of_other_sections_have_none() -> None:
    plain = "一、补贴标准\n" + "".join(
        f"（{n}）各区对符合条件并且连续就读满一个学期的家庭，按照在园儿童人数和所在区域的标准按月发放保教费补贴。逾期不补。\n"
        for n in "一二三四"
    )
    named = "二、缴费办法\n（一）免缴。经认定的困难家庭免缴保教费。\n（二）减缴。多子女家庭减半缴费。\n"
    read = document(NOTICE + plain + named + SIGNED)
    assert [leaf(read, number).heading.value for number in ("1.1", "2.1", "2.2")] == ["", "免缴", "减缴"]


def test_a_blank_within_a_cited_title_ends_no_heading() -> None:
    cited = "1.《示例市教育局 示例市财政局关于做好保教费补贴工作的通知》（示教〔2026〕3号）。\n2.其他有关规定。\n"
    assert leaf(document(NOTICE + "一、依据\n" + cited + SIGNED), "1.1").heading.value == ""


def test_the_formula_that_ends_a_notice_is_no_task_and_comes_last() -> None:
    items = (
        "一、各园要免试招生，不得考试。\n二、各园要公布计划，接受监督。\n"
        "三、各园要做好资助，不落一人。\n四、各园要报送总结。\n"
    )
    farewell = "工作中遇到的问题，请及时向市教育局反映。\n特此通知。\n"
    read = document(NOTICE + items + farewell + SIGNED)
    assert [section.text.value for section in read.sections][-1] == farewell.splitlines()[0]
    assert read.sections[-1].closing.value == "特此通知。"


def test_a_name_that_two_lines_of_the_signature_share_is_one_issuer() -> None:
    title = "云溪省推进教育高质量发展\n工作领导小组关于做好招生工作的通知\n"
    body = "各市人民政府：\n一、加强领导\n各地要加强领导。\n二、抓好落实\n各地要抓好落实。\n"
    read = document(title + body + "云溪省推进教育高质量发展\n工作领导小组\n2027年3月5日\n")
    assert [issuer.value for issuer in read.issuers] == ["云溪省推进教育高质量发展工作领导小组"]
    assert leaf(read, "2").text.value == "各地要抓好落实。"


def test_the_last_line_of_the_text_is_no_part_of_the_signature() -> None:
    body = "一、加强领导\n各地要加强领导。\n二、抓好落实\n全国文明城市创建工作要求全面落实\n"
    read = document(NOTICE + body + "示例市教育局\n2027年3月5日\n")
    assert [issuer.value for issuer in read.issuers] == ["示例市教育局"]


def test_an_article_that_begins_with_why_it_is_there_is_the_first() -> None:
    articles = "第一条为全面落实上级要求，制定本办法。\n第二条本办法适用于全市。\n第三条市教育局负责实施。\n"
    read = document("示例市招生管理办法\n" + articles)
    assert [section.marker for section in read.sections] == ["第一条", "第二条", "第三条"]


def test_short_names_of_documents_named_before_are_no_citations() -> None:
    text = "一、依据《云溪省招生工作实施办法》（以下简称《省实施办法》）和《目录》办理。\n二、执行《指引》要求。\n"
    assert [cited.title for cited in document(NOTICE + text + SIGNED).citations] == ["云溪省招生工作实施办法"]


ONE_LINE = (
    "示例市国资局关于印发《示例市国企改革行动方案》的通知 各市属国企："
    "《示例市国企改革行动方案》已经局党委研究同意，现予以印发，请遵照执行。 "
    "示例市国资局 2027年5月10日示例市国企改革行动实施方案 为落实上级要求，制定本方案。"
    "一、总体目标决战决胜国企改革行动，确保2027年6月底前完成主体任务。"
    "二、主要任务（一）提高改革效率1.法人治理结构得到改进（1）加快制度建设。厘清集团与子企业之间的权责边界、议事程序和议事规则，持续推进治理制度化、规范化和程序化，形成有效制衡的治理机制。（2）加强董事会建设。配齐配强外部董事，建设一支高素质、专业化、多元化的外部董事人才队伍。"
    "2.国有经济布局得到优化（1）推进业务整合。完成划转整合工作：（1）是资产，（2）是人员。（2）提升创新能力。加大研发投入，强化科技创新人才支撑，实行差异化考核。"
    "（二）提升监管效能1.优化监管方式（1）提升合规水平。按照（三）项要求完善制度，建立健全合规管理工作机制，定期排查合规风险，遇有重大风险及时预警。"
    "三、工作要求（一）加强领导。成立由主要领导任组长的工作专班，亲自抓部署、抓协调、抓督导，确保取得实效。（二）狠抓落实。建立任务台账（三）强化考核。纳入年度考核。"
)


def test_items_down_to_the_fourth_level_are_found_in_a_document_on_one_line() -> None:
    found = outline(document(ONE_LINE))
    assert {
        key: found[key] for key in ("1", "2.1", "2.1.1", "2.1.1.1", "2.1.1.2", "2.1.2.1", "2.1.2.2", "2.2.1.1")
    } == {
        "1": "总体目标",
        "2.1": "提高改革效率",
        "2.1.1": "法人治理结构得到改进",
        "2.1.1.1": "加快制度建设",
        "2.1.1.2": "加强董事会建设",
        "2.1.2.1": "推进业务整合",
        "2.1.2.2": "提升创新能力",
        "2.2.1.1": "提升合规水平",
    }


def test_an_item_behind_a_sentence_without_its_stop_is_found_on_one_line_and_a_cited_item_is_none() -> None:
    found = outline(document(ONE_LINE))
    assert [found[f"3.{n}"] for n in (1, 2, 3)] == ["加强领导", "狠抓落实", "强化考核"]
    assert "2.3" not in found


def test_the_date_of_a_notice_is_told_from_the_title_behind_it_on_one_line() -> None:
    read = document(ONE_LINE)
    assert read.title.value == "示例市国企改革行动实施方案"
    assert str(read.issued) == "2027-05-10"


def test_what_a_page_adds_behind_the_last_sentence_on_one_line_is_not_the_document_s() -> None:
    title = "示例市国资局关于印发《示例市国企改革行动方案》的通知"
    for added in (" 来源：示例市国资局 附件下载", title):
        assert leaf(document(ONE_LINE + added), "3.3").text.value == "纳入年度考核。"


def test_a_stroke_in_a_column_of_units_names_nobody() -> None:
    head = "| 序号 | 工作任务 | 牵头单位 | 配合单位 |\n| --- | --- | --- | --- |\n"
    table = head + "| 1 | 修水库 | 市水利局 | / |\n| 2 | 建水站 | 市水利局 | —— |\n"
    read = document(f"# 示例市2027年水利工作任务分解表\n\n{table}")
    assert [units(task.units) for task in read.walk()] == [{"lead": ["市水利局"]}, {"lead": ["市水利局"]}]


def test_certificates_and_forms_are_no_citations() -> None:
    text = "一、办理\n凭《残疾人证》填写《就业基地申请表》，依照《云溪省就业促进条例》办理。\n二、公布\n公布名单。\n"
    assert [cited.title for cited in document(NOTICE + text + SIGNED).citations] == ["云溪省就业促进条例"]


def test_what_stands_in_brackets_below_the_title_of_an_attachment_belongs_to_it() -> None:
    attached = "附件\n助餐点建设技术方案\n（试行）\n一、总则\n适用于全市。\n二、附则\n自印发之日起试行。\n"
    read = document(
        NOTICE + "一、建设\n建设助餐点。\n二、管理\n加强管理。\n附件：助餐点建设技术方案（试行）\n" + SIGNED + attached
    )
    assert [attachment.title.value for attachment in read.attachments] == ["助餐点建设技术方案（试行）"]


def test_the_edition_below_a_title_belongs_to_it() -> None:
    assert document(
        "示例市助餐点建设指南\n（第二版）\n一、总则\n适用于全市。\n二、附则\n试行。\n"
    ).title.value.endswith("（第二版）")


def test_a_colon_behind_the_number_of_a_part_begins_no_heading() -> None:
    read = document("示例市2027年工作要点\n第一部分：发展产业\n引进项目。\n第二部分：改善民生\n建设学校。\n")
    assert outline(read) == {"1": "发展产业", "2": "改善民生"}


def test_a_blank_that_a_scan_left_within_a_sentence_ends_no_heading() -> None:
    items = (
        "1.竣工验收前，按分部、 分项工程的实际进度予以审核拨付，余额不低于一成。\n"
        "2.建设工期顺延后，如无法及时申请下 一阶段的许可，应当采取措施保证安全。\n"
        "3.分阶段申请的工程，由建设单位一并提交材料。\n4.未经验收的工程，不适用本办法。\n5.其他工程参照执行，由主管部门指导。\n"
    )
    read = document(NOTICE + "一、拨付办法\n" + items + SIGNED)
    assert [leaf(read, number).heading.value for number in ("1.1", "1.2")] == ["", ""]


def test_a_long_line_with_commas_that_lacks_its_stop_is_text() -> None:
    items = "1.产业要求：原则上须属机械制造类项目，其他有成长性的项目可以另行商定\n2.投资要求：每亩投资达到百万元。\n"
    read = document(NOTICE + "一、准入条件\n" + items + SIGNED)
    assert leaf(read, "1.1").text.value.endswith("可以另行商定")


def test_headings_of_one_family_may_be_of_unlike_length() -> None:
    plain = "".join(
        f"（{n}）各园对符合条件并且连续就读满一个学期的家庭，按照在园儿童人数和所在区域的标准按月发放补贴。逾期不补。\n"
        for n in "一二三四"
    )
    named = (
        "（五）完善激励机制\n1.鼓励教师参加比赛。奖励获奖教师。\n2.鼓励教师参加教学研究和成果展示活动。奖励主持人。\n"
    )
    longer = "（六）发挥平台作用\n" + "".join(
        f"{n}.对新批准建设的市级以上名师工作室给予建设资金支持并安排专人负责日常管理工作，按年度考核结果拨付。\n"
        for n in (1, 2, 3)
    )
    read = document(NOTICE + "一、主要任务\n" + plain + named + longer + SIGNED)
    assert leaf(read, "1.5.2").heading.value == "鼓励教师参加教学研究和成果展示活动"


def test_a_section_glued_to_the_unit_list_above_begins_a_line_of_its_own() -> None:
    glued = (
        "一、扩大供给\n（一）新建幼儿园。新建3所。（责任单位：市教育局）\n"
        "（二）扩建幼儿园。扩建2所。（责任单位：市教育局、市财政局）二、加强管理\n（三）定期检查。每学期检查一次。\n"
    )
    read = document(NOTICE + glued + SIGNED)
    assert outline(read)["2"] == "加强管理"
    assert units(leaf(read, "1.2").units) == {"responsible": ["市教育局", "市财政局"]}


def test_a_unit_list_whose_bracket_nobody_closed_is_read() -> None:
    listed = "〔牵头单位：市教育局，责任单位：各区人民政府（管委会）"
    open_list = f"一、扩大供给\n（一）新建幼儿园。新建3所。{listed}\n（二）扩建。扩建2所。\n"
    assert units(leaf(document(NOTICE + open_list + SIGNED), "1.1").units) == {
        "lead": ["市教育局"],
        "responsible": ["各区人民政府（管委会）"],
    }


def test_a_report_above_the_full_text_of_a_paper_is_no_part_of_it() -> None:
    news = "本网讯：9月9日，示例市教育局印发《示例市扩大学位供给若干措施》。\n一是新建学校。\n以下为文件全文：\n"
    paper = "为扩大学位供给，特制定本措施。\n一、新建学校\n新建3所。\n二、扩建学校\n扩建2所。\n"
    read = document(news + paper)
    assert (read.title.value, read.preamble.value) == ("示例市扩大学位供给若干措施", "为扩大学位供给，特制定本措施。")


def test_a_report_in_one_paragraph_names_the_paper_whose_words_follow() -> None:
    news = "近日，示例市教育局印发了《示例市扩大学位供给若干措施》，主要内容如下。\n"
    read = document(news + "一、新建学校\n新建3所。\n二、扩建学校\n扩建2所。\n")
    assert (read.title.value, read.preamble.value) == ("示例市扩大学位供给若干措施", "")


def test_a_first_sentence_that_tells_a_rule_with_a_day_or_at_length_is_no_heading() -> None:
    rule = "2027年4月1日以后取得许可的学校，可申请暂缓缴费。补缴期限延长一年。"
    long = "鼓励金融机构对列入年度计划的改造项目，加大贷款投放力度，落实无还本续贷、中长期贷款等各项政策。另行贴息。"
    items = f"1.扩大供给。新建3所。\n2.加强管理。每月检查。\n3.{rule}\n4.{long}\n5.加强宣传。编印手册。\n"
    read = document(NOTICE + "一、主要措施\n" + items + SIGNED)
    assert [leaf(read, f"1.{n}").heading.value for n in range(1, 6)] == ["扩大供给", "加强管理", "", "", "加强宣传"]


def test_a_long_sentence_with_items_below_it_is_text() -> None:
    lead = "教师来本市工作，并连续缴纳社会保险以后，在本市购买首套住房时可以申领购房补贴。"
    items = "1.高级教师补贴三成。\n2.其他教师补贴一成。\n"
    read = document(NOTICE + f"一、补贴\n（一）补贴每年集中申报一次。\n（二）{lead}\n{items}" + SIGNED)
    assert (leaf(read, "1.2").heading.value, leaf(read, "1.2").text.value) == ("", lead)


def test_one_item_of_many_that_begins_with_a_short_sentence_has_no_heading() -> None:
    many = "".join(f"{n}.支持各园按规定开展第{n}类活动，扩大优质资源覆盖面。\n" for n in range(2, 30))
    read = document(NOTICE + "一、主要措施\n1.适时调整保教费标准。对提供延时服务的，按规定核增。\n" + many + SIGNED)
    assert leaf(read, "1.1").heading.value == ""


@pytest.mark.parametrize(
    "line",
    [
        "为贯彻省政府办公厅印发《云溪省2027年知识产权工作要点》精神，现将具体工作内容如下：",
        "附：示例市2027年知识产权工作要点（全文）",
    ],
)
def test_a_notice_that_speaks_of_a_full_text_is_no_report(line: str) -> None:
    head = "示例市人民政府办公室关于做好知识产权工作的通知\n示政办〔2027〕3号\n各县（市、区）人民政府：\n"
    items = "一、加强保护\n推进审理。开展执法。\n二、加强运用\n建设平台。推进转化。\n"
    read = document(f"{head}请认真做好工作。\n{line}\n{items}")
    assert (read.doc_number.value, read.recipients.value) == ("示政办〔2027〕3号", "各县（市、区）人民政府")
    assert read.title.value.endswith("的通知")


@pytest.mark.parametrize(
    "words", ["为贯彻市政府印发《示例市学位供给计划》精神", "市政府印发《示例市学位供给计划》要求"]
)
def test_a_paper_that_gives_its_reason_is_no_report(words: str) -> None:
    read = document(f"示例市学位供给措施\n{words}，具体工作内容如下：\n一、新建\n新建3所。\n二、扩建\n扩建2所。\n")
    assert (read.title.value, read.preamble.value) == ("示例市学位供给措施", f"{words}，具体工作内容如下：")


def test_a_short_first_sentence_heads_the_one_item_of_some_that_has_one() -> None:
    others = "".join(f"{n}.支持各园按规定开展第{n}类活动，扩大优质资源覆盖面。\n" for n in range(2, 16))
    read = document(NOTICE + "一、主要措施\n1.建设学校。新建三所。\n" + others + SIGNED)
    assert leaf(read, "1.1").heading.value == "建设学校"


def test_items_below_one_part_have_longer_headings_than_are_usual_where_all_of_them_have() -> None:
    plain = "".join(f"{n}.支持各园按规定开展第{n}类活动，扩大优质资源覆盖面。\n" for n in range(1, 12))
    named = "1.鼓励教师参加比赛。奖励获奖教师。\n2.鼓励教师参加教学研究和成果展示活动。奖励主持人。\n"
    read = document(NOTICE + f"一、主要措施\n（一）开展活动\n{plain}（二）完善激励\n{named}" + SIGNED)
    assert leaf(read, "1.2.2").heading.value == "鼓励教师参加教学研究和成果展示活动"


def test_words_before_a_blank_may_have_a_comma_where_those_of_the_siblings_have() -> None:
    items = "".join(
        f"（{n}）建设{what}，完善设施　全年建设{what}三所，完成主体工程并投入使用。\n"
        for n, what in (("一", "学校"), ("二", "医院"))
    )
    read = document(NOTICE + "一、主要任务\n" + items + SIGNED)
    assert outline(read)["1.2"] == "建设医院，完善设施"


def test_a_day_in_brackets_leaves_a_heading_one() -> None:
    items = "1.落实办法（2027年4月1日起）。完善制度。\n2.加强管理。每月检查。\n3.加强宣传。编印手册。\n"
    assert outline(document(NOTICE + "一、主要措施\n" + items + SIGNED))["1.1"] == "落实办法（2027年4月1日起）"


def test_a_long_line_with_a_colon_that_lacks_its_stop_is_text() -> None:
    long = "对获得市级以上各类教学成果奖励的教师给予如下奖励：省级一等奖奖励一万元二等奖奖励五千元"
    items = f"1.{long}\n2.对其他教师按照年度考核结果给予适当奖励。\n3.对长期从教的教师每年安排健康体检。\n"
    read = document(NOTICE + "一、奖励\n" + items + SIGNED)
    assert (leaf(read, "1.1").heading.value, leaf(read, "1.1").text.value) == ("", long)


def test_brackets_in_brackets_behind_other_brackets_begin_no_item() -> None:
    text = "按《示例市学位供给计划》（以下简称《计划》）（二）项的要求，新建幼儿园3所。"
    read = document(NOTICE + f"一、扩大供给\n（一）新建。{text}\n（二）扩建。扩建2所。\n" + SIGNED)
    assert leaf(read, "1.1").text.value == text


def test_items_above_words_of_a_full_text_are_the_paper_s() -> None:
    paper = (
        "示例市学位供给要点\n今年要扩大学位供给。\n一、新建学校\n新建3所。\n以下为规划全文：\n二、扩建学校\n扩建2所。\n"
    )
    assert outline(document(paper)) == {"1": "新建学校", "2": "扩建学校"}


def test_a_lone_line_whose_stop_was_forgotten_is_text_where_the_others_are_sentences() -> None:
    text = "示例市工作要点\n一、重点工作\n1.建成水厂三座。\n2.改造管网二十公里\n3.新增公交线路五条。\n4.建设公园。\n"
    assert all(not item.heading.value for item in leaf(document(text), "1").tasks)


def test_lines_without_a_stop_are_headings_where_the_others_are() -> None:
    text = "示例市工作要点\n一、重点工作\n1.建成水厂\n2.改造管网\n3.新增线路。\n"
    assert [item.heading.value for item in leaf(document(text), "1").tasks][:2] == ["建成水厂", "改造管网"]


def test_a_long_sentence_with_its_own_units_is_a_demand_though_items_stand_below_it() -> None:
    demand = "围绕市场主体关切，科学精准实施宏观政策，落实好财政资金直达机制和货币政策直达工具，并强化全链条监控。"
    items = "具体措施：\n1.优化资金分配流程。（市财政局牵头）\n2.落实延期还本付息政策。（人民银行示例市分行负责）\n"
    read = document(
        f"示例市优化营商环境重点任务分工方案\n一、实施政策\n（一）{demand}（市财政局负责）\n{items}"
        "（二）推进减税降费政策落实。（市税务局负责）\n具体措施：\n1.开展检查。（市市场监管局牵头）\n2.公开清单。（市税务局负责）\n"
    )
    first = leaf(read, "1.1")
    assert (first.heading.value, first.text.value) == ("", f"{demand}（市财政局负责）\n具体措施：")


def test_items_in_one_paragraph_that_each_end_with_their_units_are_items() -> None:
    first = "（1）推行“多证合一”。整合涉企证照。（市市场监管局牵头）（2）完善登记平台。推行网上申请。（市大数据局负责）"
    read = document(
        f"示例市优化营商环境意见\n一、减少审批\n1.深化商事改革。{first}\n2.精简事项。取消10项。（市编办负责）\n"
    )
    assert list(outline(read)) == ["1", "1.1", "1.1.1", "1.1.2", "1.2"]
    assert units(leaf(read, "1.1.1").units) == {"lead": ["市市场监管局"]}
    assert units(leaf(read, "1.1.2").units) == {"responsible": ["市大数据局"]}
