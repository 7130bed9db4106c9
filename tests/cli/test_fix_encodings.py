"""`check --fix` changes what is wrong and leaves the file in the encoding that it has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[bytes]]

YAML = """标题: 2027年示例市知识产权工作要点(试行)
年度: 2027
部分:
  - 标题: 强化创造
    任务:
      - 标题: 优化专利资助
        内容: 修订资助办法,提高质量。
        责任单位: 市知识产权局
        完成时限: 9月底前
"""
TEXT = """2027年示例市知识产权工作要点(试行)

一、强化创造
（一）优化专利资助。修订资助办法,提高质量。（责任单位：市知识产权局；完成时限：9月底前）
"""
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16"]


def corrected(text: str) -> str:
    return text.replace("(试行)", "（试行）").replace("办法,", "办法，")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(("name", "text"), [("要点.yaml", YAML.replace("\n", "\r\n")), ("要点.txt", TEXT)])
def test_a_file_is_fixed_in_its_own_encoding(
    planforge: Run, tmp_path: Path, name: str, text: str, encoding: str
) -> None:
    plan = tmp_path / name
    plan.write_bytes(text.encode(encoding))
    ended = planforge("check", name, "--fix", "--select", "PUN", folder=tmp_path)
    assert "已改正" in ended.stderr.decode()
    assert plan.read_bytes() == corrected(text).encode(encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_would_change_is_shown_of_any_encoding(planforge: Run, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "要点.yaml").write_bytes(YAML.encode(encoding))
    shown = planforge("check", "要点.yaml", "--diff", "--select", "PUN", folder=tmp_path).stdout.decode()
    assert "+标题: 2027年示例市知识产权工作要点（试行）" in shown


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("要点.yaml", YAML.encode() + b"# \xff\n"),
        ("要点.txt", (TEXT + "继续做好各项工作。" * 20).encode("gb18030").replace("、".encode("gb18030"), b"\xff", 1)),
    ],
)
def test_a_file_that_can_not_be_written_back_as_it_is_is_not_fixed(
    planforge: Run, tmp_path: Path, name: str, data: bytes
) -> None:
    plan = tmp_path / name
    plan.write_bytes(data)
    ended = planforge("check", name, "--fix", folder=tmp_path)
    assert (ended.returncode, "不能原样写回" in ended.stderr.decode()) == (2, True)
    assert plan.read_bytes() == data
