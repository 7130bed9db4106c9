"""`planforge link` as a clerk runs it: questions, answers, and what is written."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from planforge.cli.commands.link import command

PLAN = """\
标题: 2027年示例市工作要点   # 草稿
上级文件: {省意见: 省意见.txt}
部分:
- 标题: 强化保护
  任务:
  - 标题: 建立技术调查官库
    内容: 建立技术调查官库，首批入库十人。
    落实: [{条目: 省意见#1.1, 已阅: "000000"}]
  - 标题: 规范案件台帐
    内容: 规范案件台帐，统一格式和编号。   # 甲
  - 标题: 举办龙舟赛
    内容: 端午节举办龙舟赛。
"""
DIRECTIVE = """\
云溪省强化保护实施意见

一、强化保护

（一）建立技术调查官库。各市建立技术调查官库，首批入库不少于十人。

（二）规范案件台帐。各市规范案件台帐，统一格式和编号。
"""
LINKED = "    落实: [{条目: 省意见#1.2, 已阅: "


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plan of one outdated link and one task that answers without saying so."""
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "省意见.txt").write_text(DIRECTIVE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def link(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(command, ["要点.yaml", *arguments], input=answers)


def plan(office: Path) -> str:
    return (office / "要点.yaml").read_text(encoding="utf-8")


def test_what_is_accepted_is_written_and_nothing_else_changes(office: Path) -> None:
    result = link(answers="n\ny\n")
    assert result.exit_code == 0
    assert "已写入 1 条对应关系" in result.output
    new = [line for line in plan(office).splitlines() if line not in PLAN.splitlines()]
    assert len(new) == 1 and new[0].startswith(LINKED)
    assert [line for line in plan(office).splitlines() if line not in new] == PLAN.splitlines()


def test_a_question_shows_both_texts_and_the_evidence(office: Path) -> None:
    shown = link(answers="n\nn\n").output
    assert "上级 省意见#1.2：规范案件台帐" in shown
    assert "本级 1.2：规范案件台帐　规范案件台帐，统一格式和编号。" in shown
    assert "依据  上级：" in shown


def test_a_question_shows_what_the_plan_leaves_open(office: Path) -> None:
    more = DIRECTIVE.replace("统一格式和编号。\n", "统一格式和编号。建立海外维权律师推荐名单。\n")
    (office / "省意见.txt").write_text(more, encoding="utf-8")
    assert "没有对应  上级：建立海外维权律师推荐名单" in link(answers="n\ns\n").output


def test_headings_alone_are_shown_as_the_evidence_that_they_are(office: Path) -> None:
    bare = DIRECTIVE.replace("规范案件台帐。各市规范案件台帐，统一格式和编号。", "规范案件台帐")
    (office / "省意见.txt").write_text(bare, encoding="utf-8")
    (office / "要点.yaml").write_text(
        PLAN.replace("    内容: 规范案件台帐，统一格式和编号。   # 甲\n", ""), encoding="utf-8"
    )
    assert "依据  上级：规范案件台帐\n          本级：规范案件台帐\n" in link(answers="n\ns\n").output


def test_a_target_beside_the_text_is_shown_with_what_it_answers(office: Path) -> None:
    rate = DIRECTIVE.replace("统一格式和编号。\n", "统一格式和编号，入库率达到九成。\n")
    (office / "省意见.txt").write_text(rate, encoding="utf-8")
    aimed = PLAN.replace("编号。   # 甲\n", "编号。\n    目标: [台帐入库率达到95%]\n")
    (office / "要点.yaml").write_text(aimed, encoding="utf-8")
    assert "本级：规范案件台帐，统一格式和编号。（目标：台帐入库率达到95%）" in link(answers="n\ns\n").output


def test_an_outdated_link_shows_what_changed_in_the_superior_text(office: Path) -> None:
    link(answers="y\nn\n")
    assert plan(office) != PLAN
    changed = DIRECTIVE.replace("不少于十人", "不少于二十人")
    (office / "省意见.txt").write_text(changed, encoding="utf-8")
    result = link(answers="y\nn\n")
    assert "上级原文已变" in result.output
    assert "{+二+}" in result.output
    assert "上级原文已变" not in link(answers="n\n").output


def test_without_the_earlier_text_it_says_so(office: Path) -> None:
    assert "没有存下上次确认时的原文" in link(answers="n\nn\n").output


def test_quitting_writes_what_was_accepted_before(office: Path) -> None:
    assert "已写入 1 条" in link(answers="y\nq\n").output
    assert LINKED not in plan(office)


def test_answers_may_be_full_width_or_in_words_and_others_are_asked_again(office: Path) -> None:
    result = link(answers="也许\nＹ\n结束\n")
    assert "“也许”不是可选的答复，请输入 y、n、s 或 q。" in result.output
    assert "已写入 1 条" in result.output


@pytest.mark.parametrize("answers", ["", "y\n", "y\n\x03"])
def test_an_interrupted_run_writes_nothing(office: Path, answers: str) -> None:
    assert link(answers=answers).exit_code != 0
    assert plan(office) == PLAN
    assert not (office / "planforge.lock").exists()


def test_sure_suggestions_are_accepted_in_bulk_but_outdated_links_are_not(office: Path) -> None:
    result = link("--accept-above", "0.6")
    assert result.exit_code == 0
    assert LINKED in plan(office)
    assert '省意见#1.1, 已阅: "000000"' in plan(office)
    assert "另有 1 条上级原文已变" in result.output


def test_hand_written_links_are_not_accepted_in_bulk_and_the_user_is_told(waiving: Path) -> None:
    result = link("--unreviewed", "--accept-above", "0.5")
    assert "要点没有改动" in result.output
    assert "另有 2 条是手写的，不能批量确认，请运行 planforge link 要点.yaml --unreviewed 逐条看。" in result.output


def test_a_dry_run_shows_the_change_and_writes_nothing(office: Path) -> None:
    result = link("--accept-above", "0.6", "--dry-run")
    assert f"+{LINKED}" in result.output
    assert plan(office) == PLAN
    assert not (office / "planforge.lock").exists()


def test_hand_written_links_without_a_fingerprint_are_asked_about_when_wished(office: Path) -> None:
    (office / "要点.yaml").write_text(
        PLAN.replace('{条目: 省意见#1.1, 已阅: "000000"}', "省意见#1.1"), encoding="utf-8"
    )
    assert "已声明，未核对" not in link(answers="n\n").output
    assert "已声明，未核对" in link("--unreviewed", answers="y\nn\n").output
    assert "落实: [{条目: 省意见#1.1, 已阅: " in plan(office)


def test_the_accepted_superior_texts_are_kept_for_the_next_time(office: Path) -> None:
    link("--accept-above", "0.6")
    texts = json.loads((office / "planforge.lock").read_text(encoding="utf-8"))["已确认的上级原文"]
    (name,) = texts
    assert name.startswith("省意见#1.2@")
    assert texts[name].startswith("规范案件台帐\n各市规范案件台帐")


def test_a_suggestion_that_was_declined_is_not_made_again(office: Path) -> None:
    assert "记下 1 条“不是”" in link(answers="n\nn\n").output
    assert plan(office) == PLAN
    assert "规范案件台帐" not in link(answers="n\n").output
    assert LINKED not in (link("--accept-above", "0.6"), plan(office))[1]


def test_it_is_made_again_when_either_text_changes_or_somebody_asks(office: Path) -> None:
    link(answers="n\nn\n")
    assert "规范案件台帐" in link("--again", answers="n\nn\n").output
    (office / "要点.yaml").write_text(PLAN.replace("统一格式和编号", "统一格式、编号和存放"), encoding="utf-8")
    assert "规范案件台帐" in link(answers="n\nn\n").output
    (office / "省意见.txt").write_text(DIRECTIVE.replace("统一格式和编号", "统一格式和编号规则"), encoding="utf-8")
    assert "规范案件台帐" in link(answers="n\nn\n").output


def test_a_declined_suggestion_that_is_accepted_after_all_is_forgotten_as_declined(office: Path) -> None:
    link(answers="n\nn\n")
    assert "已写入 1 条" in link("--again", answers="n\ny\n").output
    assert "已否定的对应" not in (office / "planforge.lock").read_text(encoding="utf-8")


def test_skipping_or_quitting_declines_nothing(office: Path) -> None:
    link(answers="n\ns\n")
    link(answers="n\nq\n")
    assert not (office / "planforge.lock").exists()


def test_a_superior_document_that_the_plan_does_not_name_is_pointed_out(office: Path) -> None:
    (office / "要点.yaml").write_text(PLAN.replace("上级文件: {省意见: 省意见.txt}\n", ""), encoding="utf-8")
    assert "没有登记在要点的“上级文件”里" in link("--against", "省意见.txt", "--accept-above", "0.6").output


def test_a_damaged_lock_file_is_refused_before_anything_is_asked(office: Path) -> None:
    (office / "planforge.lock").write_text("[", encoding="utf-8")
    result = link(answers="y\ny\n")
    assert "planforge.lock：文件已损坏" in str(result.exception)
    assert plan(office) == PLAN


def test_only_yaml_plans_can_be_linked(office: Path) -> None:
    result = CliRunner().invoke(command, ["省意见.txt", "--against", "省意见.txt"])
    assert "只能写进 YAML" in str(result.exception)


WAIVER = "不涉及:\n- {条目: 省意见#1.2, 理由: 由省局直接办理}   # 甲\n"


@pytest.fixture
def waiving(office: Path) -> Path:
    """The same folder, the second superior task waived, and nothing else open."""
    plan_text = PLAN.replace('    落实: [{条目: 省意见#1.1, 已阅: "000000"}]\n', "    落实: 省意见#1.1\n") + WAIVER
    (office / "要点.yaml").write_text(plan_text, encoding="utf-8")
    return office


def test_a_waiver_gets_a_fingerprint_when_it_is_looked_at(waiving: Path) -> None:
    before = plan(waiving)
    assert "没有需要确认的对应关系" in link().output
    result = link("--unreviewed", answers="y\nq\n")
    assert "不涉及，已声明，未核对" in result.output and "写明的理由：由省局直接办理" in result.output
    assert "已写入 1 条不涉及：要点.yaml" in result.output
    (new,) = [line for line in plan(waiving).splitlines() if line not in before.splitlines()]
    assert re.fullmatch("- {条目: 省意见#1.2, 理由: 由省局直接办理, 已阅: [\"']?[0-9a-f]{6}[\"']?}   # 甲", new)


def test_a_waiver_whose_superior_was_renumbered_is_asked_about_with_what_changed(waiving: Path) -> None:
    link("--unreviewed", answers="y\nq\n")
    moved = DIRECTIVE.replace("（二）", "（二）开展以案释法。各市开展以案释法。\n\n（三）")
    (waiving / "省意见.txt").write_text(moved, encoding="utf-8")
    result = link(answers="n\ns\n")
    assert "不涉及，上级原文已变" in result.output and "[-规范案件台帐" in result.output
    assert "另有 1 条上级原文已变" in link("--accept-above", "0.99").output
    link(answers="y\nq\n")
    assert "不涉及，上级原文已变" not in link(answers="q\n").output


def test_an_outdated_waiver_is_asked_about_though_the_same_item_is_waived_again_by_hand(waiving: Path) -> None:
    twice = '- {条目: 省意见#1.2, 理由: 原来的, 已阅: "000000"}\n- {条目: 省意见#1.2, 理由: 又写一遍}\n'
    (waiving / "要点.yaml").write_text(plan(waiving).partition("- {条目: 省意见#1.2")[0] + twice, encoding="utf-8")
    result = link(answers="y\n")
    assert "不涉及，上级原文已变" in result.output and "写明的理由：原来的" in result.output
    assert plan(waiving).count("000000") == 0 and plan(waiving).count("已阅") == 2
    assert "没有需要确认的对应关系" in link().output


def test_an_english_record_of_a_waiver_gets_an_english_key(waiving: Path) -> None:
    text = plan(waiving).replace(WAIVER, "waivers:\n- item: 省意见#1.2\n  reason: 由省局直接办理\n")
    (waiving / "要点.yaml").write_text(text, encoding="utf-8")
    link("--unreviewed", answers="y\nq\n")
    assert plan(waiving).startswith(text)
    assert re.fullmatch("  seen: [\"']?[0-9a-f]{6}[\"']?\n", plan(waiving).removeprefix(text))


def test_no_is_said_to_be_for_good_only_where_it_is(office: Path) -> None:
    text = plan(office) + '不涉及: [{条目: 省意见#1.1, 理由: 本市没有, 已阅: "000000"}]\n'
    (office / "要点.yaml").write_text(text, encoding="utf-8")
    shown = link(answers="n\n" * 9).output
    suggested = shown.partition("  建议")[2]
    asked = re.findall(r"n 不是（([^）]+)）", shown)
    assert asked.count("以后不再问") == 1 and "以后不再问" in suggested
    assert asked.count("要点里的请自己改") == len(asked) - 1 >= 2
