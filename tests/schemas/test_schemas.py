"""The schemas are draft-07, agree with the table of names, and speak Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator

from planforge.schemas import contract, editor
from planforge.schemas.messages import faults
from planforge.schemas.names import RECORDS, Record
from planforge.schemas.words import WORDS, reading

PLAN: dict[str, Any] = {
    "title": "要点",
    "year": 2027,
    "issued": "2027-03-01",
    "sections": [{"heading": "甲", "tasks": [{"heading": "乙", "implements": [{"to": "省意见#3.2"}]}]}],
}


def objects(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    yield from schema["definitions"].values()


@pytest.mark.parametrize("schema", [contract(), editor()], ids=["contract", "editor"])
def test_both_schemas_are_valid_draft_07_and_describe_every_key_in_chinese(schema: dict[str, Any]) -> None:
    Draft7Validator.check_schema(schema)
    for each in objects(schema):
        for key, value in each["properties"].items():
            assert any("\u4e00" <= character <= "\u9fff" for character in value["description"]), key


@pytest.mark.parametrize("record", RECORDS, ids=[record.name for record in RECORDS])
def test_no_key_of_a_record_means_two_things(record: Record) -> None:
    keys = [key for name in record.names for key in (name.english, *name.chinese)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("of", sorted(WORDS))
def test_no_word_of_a_list_means_two_things(of: str) -> None:
    words = [word for value, words in WORDS[of].items() for word in (value, *words)]
    assert len(words) == len(set(words)) == len(reading(of))


def test_the_editor_completes_both_languages() -> None:
    validator = Draft7Validator(editor())
    assert validator.is_valid({"标题": "要点", "sections": [{"标题": "甲", "tasks": ["乙"]}], "年度": 2027})
    assert not validator.is_valid({"标题": "要点", "章程": []})


def test_the_contract_takes_the_normalised_form_alone() -> None:
    assert list(faults(PLAN)) == []
    assert [fault.code for fault in faults({"标题": "要点"})] == ["S002", "S005"]


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        ({"title": ["要点"]}, "S003", "应当是一段文字，这里写成了列表"),
        ({"issuers": [{"名称": "市局"}]}, "S003", "“发文机关”应当是一段文字"),
        ({"sections": [{"tasks": ["乙"]}]}, "S004", "“任务”应当是几个“项目: 内容”"),
        ({"sections": "文字"}, "S004", "应当是列表"),
        ({"kind": "要点"}, "S006", "不能写“要点”"),
        ({"issued": "明天"}, "S007", "不是日期"),
        ({"year": 27}, "S007", "不像年份"),
        ({"year": "明年"}, "S007", "应当是数字"),
        ({"waivers": [{"item": "a#1"}]}, "S005", "缺少“理由”"),
        ({"waivers": [{"item": "a#1", "reason": ""}]}, "S005", "理由是空的"),
        ({"titel": "要点"}, "S002", "没有“titel”这个项目。是不是“title”"),
        ({"title": "要点", "sections": [{"tasks": [{"目镖": "甲"}]}]}, "S002", "没有“目镖”这个项目。是不是“目标”"),
    ],
)
def test_breaches_are_told_in_chinese_with_what_to_write(change: dict[str, Any], code: str, words: str) -> None:
    (fault,) = faults({**PLAN, **change})
    assert fault.code == code
    assert words in fault.message
    assert fault.advice


def test_the_advice_on_an_unknown_key_is_the_key_that_is_meant_or_else_all_that_may_be_written() -> None:
    (near,) = faults({**PLAN, "titel": "要点"})
    (far,) = faults({**PLAN, "㐂㐂㐂": "要点"})
    assert near.advice == "改成“title”"
    assert far.advice.startswith("可以写的有：") and "标题" in far.advice


def test_units_by_their_roles_in_one_key_are_told_the_keys_of_each_role() -> None:
    units = {"responsible": [{"牵头": "市公安局"}]}
    (fault,) = faults({**PLAN, "sections": [{"heading": "甲", "tasks": [{"heading": "乙", **units}]}]})
    assert fault.advice == "写成名称，几个的写成 [甲, 乙]；分牵头、配合的，另写“牵头单位”“配合单位”"
    (fault,) = faults({**PLAN, "issuers": [{"名称": "市局"}]})
    assert fault.advice == "写成名称，几个的写成 [甲, 乙]"
