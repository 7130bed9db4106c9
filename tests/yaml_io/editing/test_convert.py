"""`fmt --lang`: keys change their language, nothing else changes."""

from __future__ import annotations

import pytest

from planforge.model import InputError
from planforge.yaml_io import load
from planforge.yaml_io.editing import convert

CHINESE = """\
# 标题: 注释不动
标题:   '2027年要点'   # 标题
"文号": 示知〔2027〕1号
上级文件: {标题: a.docx}
部分:
- 标题: 甲
  内容: |
    标题: 文字不动
  任务: [{标题: 乙, 落实: [{条目: a#1}]}]
"""
ENGLISH = """\
# 标题: 注释不动
title:   '2027年要点'   # 标题
"doc_number": 示知〔2027〕1号
against: {标题: a.docx}
sections:
- heading: 甲
  text: |
    标题: 文字不动
  tasks: [{heading: 乙, implements: [{to: a#1}]}]
"""


def test_keys_change_and_all_else_stays() -> None:
    assert convert(CHINESE.encode(), "plan.yaml", "en") == ENGLISH
    assert convert(ENGLISH.encode(), "plan.yaml", "zh") == CHINESE


def test_line_breaks_and_keys_in_the_language_stay() -> None:
    assert convert("题目: 甲\r\n标题: 乙\r\n".encode(), "plan.yaml", "zh") == "题目: 甲\r\n标题: 乙\r\n"
    assert convert("年份: 2027\r\nlevel: 市\r\n".encode(), "plan.yaml", "en") == "year: 2027\r\nlevel: 市\r\n"


def test_the_document_is_the_same_in_both_languages() -> None:
    assert load(CHINESE.encode(), "plan.yaml").document == load(ENGLISH.encode(), "plan.yaml").document


def test_a_key_that_an_alias_repeats_is_changed_once() -> None:
    text = "标题: 甲\n部分:\n- &a {标题: 乙}\n- *a\n"
    assert convert(text.encode(), "plan.yaml", "en") == "title: 甲\nsections:\n- &a {heading: 乙}\n- *a\n"


def test_a_file_with_syntax_errors_is_not_touched() -> None:
    with pytest.raises(InputError, match="第 1 行"):
        convert("标题：甲\n".encode(), "plan.yaml", "en")
