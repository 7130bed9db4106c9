"""Files of any bytes end in a document or in a clear refusal, soon."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.model import InputError
from planforge.yaml_io import load

PLAN = "标题: 2027年示例市工作要点\n文号: 示知〔2027〕1号\n"


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_read_with_a_note(encoding: str) -> None:
    reading = load(PLAN.encode(encoding), "plan.yaml")
    assert reading.document.title.value == "2027年示例市工作要点"
    assert [(each.code, each.severity) for each in reading.diagnostics] == [("Y013", "info")]


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    reading = load(PLAN.encode("utf-8-sig"), "plan.yaml")
    assert reading.diagnostics == ()
    assert reading.document.title.at(0).column == 5


def test_a_damaged_character_is_named_at_its_place() -> None:
    (found,) = load((PLAN + "导语: 甲乙丙\n").encode().replace("乙".encode(), b"\xe4\xb9"), "plan.yaml").diagnostics
    assert (found.code, found.span.start.line, found.span.start.column) == ("Y014", 3, 6)


def test_a_zero_byte_among_writing_is_named_like_any_control_character() -> None:
    reading = load((PLAN + "导语: 甲\0乙\n").encode(), "plan.yaml")
    (found,) = reading.diagnostics
    assert (found.code, found.span.start.line, found.span.start.column) == ("Y012", 3, 6)
    assert reading.document.preamble.value == "甲 乙"


@pytest.mark.parametrize(
    "source", [b"PK\x03\x04....", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1", bytes(range(256)) * 20]
)
def test_files_that_are_no_text_are_refused(source: bytes) -> None:
    with pytest.raises(InputError):
        load(source, "plan.yaml")


def test_an_alias_bomb_is_refused() -> None:
    bomb = ["标题: 要点", "a0: &a0 [甲, 乙]"]
    bomb += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    with pytest.raises(InputError, match="别名"):
        load("\n".join(bomb).encode(), "plan.yaml")


def test_an_alias_to_itself_is_refused() -> None:
    with pytest.raises(InputError, match="嵌套"):
        load("标题: 要点\n部分: &a [*a]\n".encode(), "plan.yaml")


@pytest.mark.parametrize(
    "deep",
    [
        "部分: " + "[" * 50_000,
        "部分: " + "{a: " * 5000 + "}" * 5000,
        "- " * 5000 + "甲",
        "\n".join(" " * n + "部分:" for n in range(500)),
    ],
    ids=["brackets", "braces", "dashes", "indentation"],
)
def test_excessive_nesting_is_refused_or_named(deep: str) -> None:
    try:
        assert load(deep.encode(), "plan.yaml").diagnostics
    except InputError as error:
        assert "嵌套" in error.message


def test_a_million_lines_are_refused_at_once() -> None:
    with pytest.raises(InputError, match="行"):
        load(b"a: b\n" * 1_000_000, "plan.yaml")


@pytest.mark.parametrize(
    "text",
    ["标题: " + "字" * 100_001, "标题: 要点\n部分:\n" + "- 标题: 甲\n" * 10_000, "a" * 10_000_001],
    ids=["long line", "siblings", "large file"],
)
def test_what_is_too_large_to_be_a_plan_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="超过"):
        load(text.encode(), "plan.yaml")


def test_a_file_of_nothing_but_faults_ends_soon() -> None:
    assert load("标题: 要点\n".encode() + b"]} : [\n" * 3000, "plan.yaml").diagnostics


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="标题部分任务内容：: -\n\t　[]{}'\"|>#&*!%@,，甲1.\\", max_size=80))
def test_any_text_is_read_or_refused_in_chinese(text: str) -> None:
    try:
        load(text.encode(), "plan.yaml")
    except InputError as error:
        assert error.message


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(source: bytes) -> None:
    try:
        load(source, "plan.yaml")
    except InputError as error:
        assert error.message
