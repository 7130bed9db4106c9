"""Numbers that run on across sections stay running, whatever is taken out of the plan."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import docx

Run = Callable[..., CompletedProcess[bytes]]


def plan(*sections: tuple[str, ...]) -> str:
    """A plan with these markers in its sections."""
    lines = ["标题: 2027年示例市养老服务工作要点", "年度: 2027", "部分:"]
    for number, markers in enumerate(sections, 1):
        lines += [f"  - 标题: 第{number}方面工作", "    任务:"]
        for marker in markers:
            lines.append(f"      - {{序号: {marker}, 标题: 办好{marker}件事, 内容: 办好这件事。, 责任单位: 市民政局}}")
    return "\n".join(lines) + "\n"


def markers(path: Path) -> list[str]:
    return re.findall("序号: (（.+?）|[0-9.]+)", path.read_text(encoding="utf-8"))


def test_fixing_one_gap_renumbers_all_sections_behind_it(planforge: Run, tmp_path: Path) -> None:
    path = tmp_path / "要点.yaml"
    path.write_text(plan(("（一）", "（二）"), ("（三）", "（五）"), ("（六）", "（七）")), encoding="utf-8")
    planforge("check", "要点.yaml", "--fix", "--select", "STR001", folder=tmp_path)
    assert markers(path) == ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）"]


def test_what_a_colleague_struck_out_in_word_leaves_no_gap_in_the_plan(planforge: Run, tmp_path: Path) -> None:
    path = tmp_path / "要点.yaml"
    path.write_text(plan(("（一）", "（二）", "（三）"), ("（四）", "（五）"), ("（六）", "（七）")), encoding="utf-8")
    planforge("render", "要点.yaml", folder=tmp_path)
    word = docx.Document(str(tmp_path / "要点.docx"))
    for paragraph in word.paragraphs:
        if "（四）" in paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)
    word.save(str(tmp_path / "要点.docx"))
    assert planforge("sync", "要点.yaml", "要点.docx", "--yes", folder=tmp_path).returncode == 0
    assert markers(path) == ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）"]
    again = planforge("sync", "要点.yaml", "要点.docx", "--yes", folder=tmp_path)
    assert "没有改动" in (again.stdout + again.stderr).decode()


def test_a_gap_in_pointed_numbers_is_closed_below_the_number_of_the_section(planforge: Run, tmp_path: Path) -> None:
    path = tmp_path / "要点.yaml"
    path.write_text(plan(("1.1", "1.2", "1.4"), ("2.1", "2.2")), encoding="utf-8")
    said = planforge("check", "要点.yaml", "--fix", "--select", "STR001", folder=tmp_path)
    assert "由 1 个减到 0 个" in said.stderr.decode()
    assert markers(path) == ["1.1", "1.2", "1.3", "2.1", "2.2"]


def test_pointed_numbers_below_headings_without_numbers_begin_again(planforge: Run, tmp_path: Path) -> None:
    text = "2027年示例市养老服务工作要点\n" + "".join(
        f"{number} 办好这件事\n由市民政局办好。\n" for number in ("1.1", "1.2", "2.1", "2.2", "2.3", "3.1.1", "3.1.2")
    )
    (tmp_path / "要点.txt").write_text(text, encoding="utf-8")
    said = planforge("check", "要点.txt", "--select", "STR001", folder=tmp_path)
    assert "没有发现问题" in (said.stdout + said.stderr).decode()


def test_pointed_numbers_of_a_section_close_up_behind_what_was_struck_out(planforge: Run, tmp_path: Path) -> None:
    path = tmp_path / "要点.yaml"
    path.write_text(plan(("1.1", "1.2"), ("2.1", "2.2", "2.3")), encoding="utf-8")
    planforge("render", "要点.yaml", folder=tmp_path)
    word = docx.Document(str(tmp_path / "要点.docx"))
    for paragraph in word.paragraphs:
        if "2.1" in paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)
    word.save(str(tmp_path / "要点.docx"))
    assert planforge("sync", "要点.yaml", "要点.docx", "--yes", folder=tmp_path).returncode == 0
    assert markers(path) == ["1.1", "1.2", "2.1", "2.2"]


def test_a_draft_keeps_the_groups_that_pointed_numbers_make(planforge: Run, tmp_path: Path) -> None:
    last = plan(("1.1", "1.2", "2.1", "2.2")).replace(
        "办好1.1件事, 内容: 办好这件事。", "办好1.1件事, 内容: 办好这件事。, 状态: 已完成"
    )
    (tmp_path / "要点.yaml").write_text(last, encoding="utf-8")
    planforge("draft", "要点.yaml", "--year", "2028", "-o", "初稿.yaml", folder=tmp_path)
    assert markers(tmp_path / "初稿.yaml") == ["1.1", "2.1", "2.2"]


def test_a_draft_goes_on_with_pointed_numbers(planforge: Run, tmp_path: Path) -> None:
    last = plan(("1.1", "1.2"), ("2.1", "2.2", "2.3")).replace(
        "办好2.2件事, 内容: 办好这件事。", "办好2.2件事, 内容: 办好这件事。, 状态: 已完成"
    )
    (tmp_path / "要点.yaml").write_text(last, encoding="utf-8")
    planforge("draft", "要点.yaml", "--year", "2028", "-o", "初稿.yaml", folder=tmp_path)
    assert markers(tmp_path / "初稿.yaml") == ["1.1", "1.2", "2.1", "2.2"]
