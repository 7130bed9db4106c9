"""What people do wrong: each mistake gets one message in Chinese, and no file of theirs is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import docx
import pytest

Run = Callable[..., tuple[int, str]]
PLAN = """\
标题: 2027年示例市养老服务工作要点
年度: 2027
部分:
  - 标题: 完善居家养老服务
    任务:
      - {标题: 建设社区食堂, 内容: 建设社区食堂。, 牵头单位: 市民政局, 完成时限: 6月底前}
      - {标题: 改造老年人家庭, 内容: 按装扶手。, 牵头单位: 市住建局, 完成时限: 9月底前}
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with a plan that has one wrong word."""
    (tmp_path / "要点.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(planforge: Callable[..., CompletedProcess[bytes]], office: Path) -> Run:
    """The exit code, and what standard error says."""

    def done(*arguments: str) -> tuple[int, str]:
        ended = planforge(*arguments, folder=office)
        return ended.returncode, ended.stderr.decode()

    return done


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("draft", "要点.yaml", "--year", "明年"), "“明年”不是数。"),
        (("link", "要点.yaml", "--accept-above", "很高"), "“很高”不是 0 到 1 的数"),
        (("coverage", "要点.yaml", "--fail-under", "90"), "“90”不是 0 到 1 的数，应当写成 0.9 或 90%。"),
    ],
)
def test_a_value_that_is_no_number_or_out_of_range_is_told_in_chinese(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    code, words = run(*arguments)
    assert code == 2
    assert said in words


def test_a_misspelt_command_is_told_with_those_that_look_like_it(run: Run) -> None:
    assert "没有命令 chek。是不是 check、schema？" in run("chek", "要点.yaml")[1]
    assert run("排印")[1].endswith("没有命令 排印。\n")


def test_what_is_missing_or_in_the_wrong_order_is_told_with_what_to_write(run: Run) -> None:
    assert run("check")[1].endswith("缺少参数 '要点…'。\n")
    assert "planforge ledger import 台账.xlsx 要点.yaml" in run("ledger", "import", "要点.yaml", "台账.xlsx")[1]
    assert "其中有空格的，要用引号括起来" in run("check", "今年", "要点.yaml")[1]
    assert "先用 planforge render 排成 Word" in run("check", "要点.yaml", "--annotate", "批注.docx")[1]


def test_standard_input_is_no_file_to_mend(planforge: Callable[..., CompletedProcess[bytes]], office: Path) -> None:
    ended = planforge("check", "-", "--fix", folder=office, input=PLAN.encode())
    assert (ended.returncode, "标准输入：没有文件可改。" in ended.stderr.decode()) == (2, True)


def test_a_share_may_be_written_as_per_cent(run: Run, office: Path) -> None:
    (office / "省要点.yaml").write_text(PLAN, encoding="utf-8")
    for share in ("0.9", "90%", "90％"):
        said = run("coverage", "要点.yaml", "--against", "省要点.yaml", "--fail-under", share)[1]
        assert "达到 90.0%" in said


def test_a_misspelt_workspace_is_not_replaced_by_the_one_around_it(run: Run, office: Path) -> None:
    run("init", ".")
    code, words = run("build", "没有这个工作区")
    assert (code, words) == (2, "错误：没有这个工作区：找不到这个文件夹。\n")
    assert not list((office / "build").glob("*.docx"))


def test_output_is_in_the_format_that_the_name_of_its_file_says(run: Run, office: Path) -> None:
    starts = {"问题.xlsx": b"PK", "问题.html": b"<!DOCTYPE html>", "问题.json": b"{"}
    for name, start in starts.items():
        run("check", "要点.yaml", "-o", name)
        assert (office / name).read_bytes().startswith(start)
    run("render", "要点.yaml", "-o", "要点.md")
    assert (office / "要点.md").read_bytes().startswith("# 关于".encode())


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "要点.yaml", "--format", "html", "-o", "问题.xlsx"),
        ("render", "要点.yaml", "--pdf", "-o", "问题.docx"),
        ("render", "要点.yaml", "-o", "问题.doc"),
        ("import", "要点.yaml", "-o", "问题.docx"),
        ("fmt", "要点.yaml", "-o", "问题.docx"),
        ("draft", "要点.yaml", "--year", "2028", "-o", "问题.docx"),
        ("diff", "要点.yaml", "要点.yaml", "-o", "问题.pdf"),
    ],
)
def test_a_file_that_no_program_would_open_is_not_written(run: Run, office: Path, arguments: tuple[str, ...]) -> None:
    assert run(*arguments)[0] == 2
    assert [path.name for path in office.iterdir()] == ["要点.yaml"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "要点.yaml", "--write-baseline", "./要点.yaml"),
        ("check", "要点.yaml", "-o", "要点.yaml"),
        ("coverage", "要点.yaml", "-o", "要点.yaml"),
        ("status", "要点.yaml", "-o", "要点.yaml"),
        ("render", "要点.yaml", "-o", "要点.yaml"),
        ("import", "要点.yaml", "-o", "要点.yaml"),
        ("diff", "要点.yaml", "要点.yaml", "-o", "要点.yaml"),
    ],
)
def test_no_output_takes_the_place_of_the_plan_it_is_about(run: Run, office: Path, arguments: tuple[str, ...]) -> None:
    code, words = run(*arguments)
    assert code == 2
    assert "输出会盖掉原文件" in words
    assert (office / "要点.yaml").read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "要点.yaml", "--write-baseline", "省意见.txt"),
        ("check", "要点.yaml", "-o", "省意见.txt"),
        ("coverage", "要点.yaml", "-o", "./省意见.txt"),
        ("coverage", "要点.yaml", "--no-cache", "-o", "省意见.txt"),
        ("status", "要点.yaml", "-o", "省意见.txt"),
    ],
)
def test_no_output_takes_the_place_of_a_superior_document_that_the_plan_names(
    run: Run, office: Path, arguments: tuple[str, ...]
) -> None:
    superior = "云溪省强化保护意见\n\n一、强化保护\n\n（一）建立名录。建立裁决员名录。\n"
    (office / "省意见.txt").write_text(superior, encoding="utf-8")
    (office / "要点.yaml").write_text(f"上级文件: {{省意见: 省意见.txt}}\n{PLAN}", encoding="utf-8")
    for _ in range(2):  # the second time from the cache
        code, words = run(*arguments)
        assert (code, "输出会盖掉原文件" in words) == (2, True)
    assert (office / "省意见.txt").read_text(encoding="utf-8") == superior


def test_a_reviewed_copy_is_a_word_file(run: Run, office: Path) -> None:
    run("render", "要点.yaml")
    code, words = run("check", "要点.docx", "--annotate", "核稿.pdf")
    assert (code, "不能存成 .pdf 文件" in words) == (2, True)
    assert not (office / "核稿.pdf").exists()


def test_a_ledger_is_a_workbook_and_never_takes_the_plans_place(run: Run, office: Path) -> None:
    assert run("ledger", "export", "要点.yaml", "-o", "台账.docx")[0] == 2
    assert run("ledger", "export", "要点.yaml", "-o", "要点.yaml", "--force")[0] == 2
    assert [path.name for path in office.iterdir()] == ["要点.yaml"]
    assert (office / "要点.yaml").read_text(encoding="utf-8") == PLAN


def test_a_plan_that_was_read_from_a_word_file_is_not_set_in_the_place_of_it(run: Run, office: Path) -> None:
    docx.Document().save(str(office / "要点.docx"))
    received = (office / "要点.docx").read_bytes()
    code, words = run("render", "要点.yaml")
    assert (code, "不是本程序排出来的，不覆盖" in words) == (2, True)
    assert (office / "要点.docx").read_bytes() == received
    for _ in range(2):
        assert run("render", "要点.yaml", "-o", "要点.docx")[0] == 0
        assert run("render", "要点.yaml")[0] == 0


def test_fixing_tells_what_it_did_and_that_there_was_nothing_to_do(run: Run) -> None:
    assert "要点.yaml：已改正，问题由 1 个减到 0 个。" in run("check", "要点.yaml", "--fix")[1]
    assert "没有能安全改正的问题，没有动" in run("check", "要点.yaml", "--fix")[1]
    assert "没有能安全改正的问题" in run("check", "要点.yaml", "--diff")[1]


@pytest.mark.parametrize("command", [("check",), ("coverage", "--against", "省要点.yaml"), ("status",), ("import",)])
def test_what_was_written_is_told(run: Run, office: Path, command: tuple[str, ...]) -> None:
    (office / "省要点.yaml").write_text(PLAN, encoding="utf-8")
    assert "已写出 成果.json" in run(*command, "要点.yaml", "-o", "成果.json")[1]


def test_the_first_letters_of_a_rule_lead_to_all_that_begin_so(run: Run) -> None:
    assert "相近的有DDL001、DDL002、DDL003" in run("explain", "ddl")[1]


def test_a_text_without_keys_is_not_taken_for_a_plan_whose_keys_change(run: Run, office: Path) -> None:
    (office / "规划.txt").write_text("示例市养老服务规划\n\n一、总体要求\n", encoding="utf-8")
    code, words = run("fmt", "规划.txt")
    assert (code, "没有键可以换" in words) == (2, True)


def test_a_plan_that_is_named_twice_is_reported_once(
    planforge: Callable[..., CompletedProcess[bytes]], office: Path
) -> None:
    assert "共 1 个问题" in planforge("check", "要点.yaml", "要点.yaml", folder=office).stdout.decode()


@pytest.mark.parametrize("codes", ["wrd001", "UNI、WRD", "UNI，WRD", "UNI WRD"])
def test_codes_are_taken_as_people_write_them(run: Run, codes: str) -> None:
    assert run("check", "要点.yaml", "--select", codes) == (1, "")


def test_importing_again_keeps_what_was_edited_since(run: Run, office: Path) -> None:
    (office / "要点.txt").write_text(
        "2027年示例市养老服务工作要点\n\n一、完善服务\n\n（一）建设食堂。建设社区食堂。\n", encoding="utf-8"
    )
    run("import", "要点.txt", "-o", "新稿.yaml")
    first = (office / "新稿.yaml").read_text(encoding="utf-8")
    assert run("import", "要点.txt", "-o", "新稿.yaml")[1].count("旧") == 0
    for edited, kept in (("# 改过\n" + first, "新稿.旧.yaml"), ("# 又改过\n" + first, "新稿.旧1.yaml")):
        (office / "新稿.yaml").write_text(edited, encoding="utf-8")
        code, said = run("import", "要点.txt", "-o", "新稿.yaml")
        assert code == 0
        assert f"原来的存为 {kept}" in said
        assert (office / kept).read_text(encoding="utf-8") == edited
        assert (office / "新稿.yaml").read_text(encoding="utf-8") == first


def test_an_unknown_format_of_a_comparison_names_all_that_there_are(run: Run) -> None:
    code, said = run("diff", "要点.yaml", "要点.yaml", "--format", "pdf")
    assert code == 2
    assert "docx、html、json、text" in said


def test_a_misspelt_option_is_told_with_those_that_look_like_it(run: Run) -> None:
    assert "没有选项 --hlep。是不是 --help、--style？\n" in run("check", "要点.yaml", "--hlep")[1]
    assert run("check", "要点.yaml", "--zzz")[1].endswith("没有选项 --zzz。\n")


@pytest.mark.parametrize("name", ["没有这个文件夹/../要点.yaml", "绕圈.yaml"])
@pytest.mark.parametrize(
    "arguments", [("check", "要点.yaml"), ("render", "要点.yaml"), ("draft", "要点.yaml", "--year", "2028")]
)
def test_no_name_leads_output_to_a_file_by_a_way_that_is_not_there(
    run: Run, office: Path, arguments: tuple[str, ...], name: str
) -> None:
    (office / "绕圈.yaml").symlink_to("绕圈.yaml")
    before = sorted(path.name for path in office.iterdir())
    assert run(*arguments, "-o", name)[0] == 2
    assert (office / "要点.yaml").read_text(encoding="utf-8") == PLAN
    assert sorted(path.name for path in office.iterdir()) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("fmt", "要点.yaml", "--lang", "en", "-o", ""),
        ("render", "要点.yaml", "-o", ""),
        ("split", "要点.yaml", "-o", ""),
        ("ledger", "export", "要点.yaml", "-o", ""),
        ("init", ""),
        ("render", ""),
        ("", "要点.yaml"),
    ],
)
def test_an_empty_argument_is_no_place_to_write_to(run: Run, office: Path, arguments: tuple[str, ...]) -> None:
    code, words = run(*arguments)
    assert (code, "空的参数" in words) == (2, True)
    assert [path.name for path in office.iterdir()] == ["要点.yaml"]
    assert (office / "要点.yaml").read_text(encoding="utf-8") == PLAN


def test_what_is_no_plan_is_not_set_as_an_empty_one(run: Run, office: Path) -> None:
    (office / "名录.yaml").write_text("单位: [市民政局]\n", encoding="utf-8")
    code, words = run("render", "名录.yaml")
    assert (code, "没有可以排印的内容" in words) == (2, True)
    assert sorted(path.name for path in office.iterdir()) == ["名录.yaml", "要点.yaml"]


@pytest.mark.parametrize("words", ["- 一\n- 二\n", "单位: [市民政局]\n"], ids=["list", "register"])
def test_what_is_no_plan_lacks_more_than_a_superior_document(run: Run, office: Path, words: str) -> None:
    (office / "别的.yaml").write_text(words, encoding="utf-8")
    for command in ("coverage", "link"):
        code, said = run(command, "别的.yaml")
        assert (code, "上级文件" in said, "拿错了文件" in said) == (2, False, True), said


def test_the_shares_of_the_units_are_files_not_words_for_the_screen(run: Run, office: Path) -> None:
    code, words = run("split", "要点.yaml", "-o", "-")
    assert (code, "写到文件夹里，不能写到屏幕" in words) == (2, True)
    assert [path.name for path in office.iterdir()] == ["要点.yaml"]


def test_standard_input_has_no_name_to_render_to(
    planforge: Callable[..., CompletedProcess[bytes]], office: Path
) -> None:
    ended = planforge("render", "-", folder=office, input=PLAN.encode())
    assert (ended.returncode, "请用 -o 写明写到哪里" in ended.stderr.decode()) == (2, True)
    piped = planforge("render", "-", "-o", "-", folder=office, input=PLAN.encode())
    assert piped.stdout.startswith(b"PK")


def test_a_link_that_leads_in_a_circle_is_told_in_chinese(run: Run, office: Path) -> None:
    (office / "甲.yaml").symlink_to("乙.yaml")
    (office / "乙.yaml").symlink_to("甲.yaml")
    assert "甲.yaml：链接绕成了圈" in run("check", "甲.yaml")[1]


def test_what_another_program_pipes_in_is_read_from_standard_input(run: Run) -> None:
    assert "文件名请写“-”" in run("check", "/dev/null")[1]


def test_nothing_is_fixed_where_the_options_clash(office: Path, run: Run) -> None:
    before = (office / "要点.yaml").read_bytes()
    code, said = run("check", "要点.yaml", "--fix", "--pages")
    assert (code, "--pages 只用于 --format html" in said) == (2, True)
    assert (office / "要点.yaml").read_bytes() == before
