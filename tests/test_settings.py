"""planforge.yaml: what a workspace wants."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.model import InputError
from planforge.settings import Settings, load, read

WHOLE = """\
规则:
  选用: [uni, DDL001]
  不查: COV004，COV005
  级别: {UNI001: 提示}
  选项:
    UNI002: {allowed: [市重点办], limit: 3, ratio: 0.5, strict: 是}
样式: 我的样式.yaml
单位名录: 名录.yaml
输出: 成果
"""


def settings(text: str) -> Settings:
    return read(text.encode(), "planforge.yaml")


def test_all_settings_are_read() -> None:
    found = settings(WHOLE)
    assert found.select == ("UNI", "DDL001")
    assert found.ignore == ("COV004", "COV005")
    assert found.severities == {"UNI001": "info"}
    assert found.options == {"UNI002": {"allowed": ("市重点办",), "limit": 3, "ratio": 0.5, "strict": True}}
    assert isinstance(found.options["UNI002"]["limit"], int)
    assert (found.style, found.roster, found.output) == ("我的样式.yaml", "名录.yaml", "成果")


def test_english_keys_are_the_same() -> None:
    assert settings("rules: {select: [UNI]}\nstyle: gbk\n") == settings("规则: {选用: [UNI]}\n样式: gbk\n")


def test_what_is_absent_has_its_default(tmp_path: Path) -> None:
    assert load(None) == load(tmp_path / "planforge.yaml") == Settings()
    assert settings("# 都按默认\n") == settings("规则:\n") == settings("") == Settings()


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "planforge.yaml"
    path.write_bytes("样式: gbk\n".encode("gb18030"))
    assert load(path).style == "gbk"


FAULTS = [
    ("规则:\n  选用: [uni-x]\n", 2, "规则编号"),
    ("规则:\n  级别: {UNI001: 严重}\n", 2, "错误、警告、提示"),
    ("规则:\n  级别: {单位: 提示}\n", 2, "规则编号"),
    ("规则:\n  选项: {UNI001: 3}\n", 2, "选项名"),
    ("样式: gbk\n输出: ../外面\n", 2, "工作区里"),
    ("样式: [gbk]\n", 1, "一个词"),
    ("颜色: 红\n", 1, "没有“颜色”"),
    ("级别: {UNI001: 提示}\n", 1, "“级别”应当写在“规则”下面"),
    ("规则:\n  不察: [UNI]\n", 2, "“规则”下面没有“不察”这个项目。可以写的有：选用、不查、级别、选项。"),
    ("规则: 全部\n", 1, "“项目: 内容”"),
    ("规则：\n  选用: UNI\n", 1, "全角冒号"),
    ("- 样式\n", 1, "“项目: 内容”"),
]


@pytest.mark.parametrize(("text", "line", "words"), FAULTS)
def test_a_fault_is_named_in_chinese_at_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        settings(text)
    assert f"第 {line} 行" in caught.value.message


def test_all_faults_come_at_once() -> None:
    with pytest.raises(InputError) as caught:
        settings("规则:\n  级别: {UNI001: 严重}\n样式: [a]\n颜色: 红\n")
    assert len(caught.value.message.splitlines()) == 3
