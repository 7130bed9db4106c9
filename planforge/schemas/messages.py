"""What jsonschema finds, in Chinese: what is wrong, and what to write instead."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from planforge.schemas.contract import ITEM, contract
from planforge.schemas.fits import fits
from planforge.schemas.words import WORDS

if TYPE_CHECKING:
    from jsonschema import Draft7Validator
    from jsonschema.exceptions import ValidationError

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class SchemaFault:
    """Where the normalised form breaks the contract. `path` leads to the value; `at_key`: the fault is in its key."""

    code: str
    path: Path
    message: str
    advice: str
    at_key: bool = False


@cache
def _validator() -> Draft7Validator:
    from jsonschema import Draft7Validator

    return Draft7Validator(contract())


def faults(document: Mapping[str, Any]) -> Iterator[SchemaFault]:
    """Every breach of the contract in a normalised document."""
    if fits(document):
        return
    for error in _validator().iter_errors(document):
        yield from _translate(error)


def _translate(error: ValidationError) -> Iterator[SchemaFault]:
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        instance: Any = error.instance
        yield from (_unknown_key(path, key, error.schema) for key in instance if key not in _known(error.schema))
        return
    explain = _EXPLAIN.get(str(error.validator), _other)
    code, message, advice = explain(error, _called(error))
    yield SchemaFault(code, path, message, advice)


def _known(schema: Any) -> Mapping[str, Any]:
    properties: Mapping[str, Any] = schema.get("properties", {})
    return properties


def _called(error: ValidationError) -> str:
    """What Chinese calls the value at fault."""
    schema: Any = error.schema
    name = schema.get("description") if "properties" in schema else schema.get("title")
    return str(name or "这里")


def _unknown_key(path: Path, key: str, schema: Any) -> SchemaFault:
    nearest = _nearest(key, schema)
    names = "、".join(value["title"] for value in _known(schema).values())
    guess = f"是不是“{nearest}”？" if nearest else ""
    message = f"{schema['description']}里没有“{key}”这个项目。{guess}"
    advice = f"改成“{nearest}”" if nearest else f"可以写的有：{names}；如果这是一句话，给整句加上引号"
    return SchemaFault("S002", (*path, key), message, advice, at_key=True)


def _nearest(key: str, schema: Any) -> str:
    """The known key most like `key`, of several the one with most characters in their places; empty when none is."""
    from rapidfuzz import fuzz, process

    from planforge.schemas.names import RECORDS

    record = next(entry for entry in RECORDS if entry.chinese == schema["description"])
    keys = [known for name in record.names for known in (name.english, *name.chinese)]
    keys.sort(key=lambda known: -sum(map(operator.eq, known, key)))
    best = process.extractOne(key, keys, scorer=fuzz.ratio, score_cutoff=50)
    return str(best[0]) if best else ""


def _type(error: ValidationError, called: str) -> tuple[str, str, str]:
    found, wanted = _kind(error.instance), str(error.validator_value)
    if wanted == "string":
        return "S003", f"“{called}”应当是一段文字，这里写成了{found}。", _as_words(error, called)
    if wanted in ("array", "object"):
        shape = "列表" if wanted == "array" else "几个“项目: 内容”"
        return "S004", f"“{called}”应当是{shape}，这里写成了{found}。", f"把“{called}”改写成{shape}"
    if wanted == "boolean":
        return "S006", f"“{called}”不能写{found}。", "写“是”或“否”"
    return "S007", f"“{called}”应当是数字，这里写的是“{error.instance}”。", "只写数字，如 2027 或 3.2；单位写在“单位”里"


def _as_words(error: ValidationError, called: str) -> str:
    """How to write what has to be words: in a list of names each is one, and their roles have keys of their own."""
    *_, key, turn = (None, *error.absolute_path)
    if not isinstance(turn, int):
        return f"把“{called}”写成一段文字；几行文字用“|”另起行写"
    roles = "；分牵头、配合的，另写“牵头单位”“配合单位”" if key == "responsible" else ""
    return f"写成名称，几个的写成 [甲, 乙]{roles}"


def _kind(value: Any) -> str:
    if isinstance(value, str):
        return f"文字“{value[:20]}”"
    return "列表" if isinstance(value, list) else "带项目的一组内容"


def _enum(error: ValidationError, called: str) -> tuple[str, str, str]:
    of = next(of for of, words in WORDS.items() if list(words) == error.validator_value)
    words = "、".join(words[0] for words in WORDS[of].values())
    return "S006", f"“{called}”不能写“{error.instance}”。", f"从这些里选一个：{words}"


def _pattern(error: ValidationError, called: str) -> tuple[str, str, str]:
    if error.validator_value == ITEM:
        message = f"“{error.instance}”没有写明是上级文件的哪一条。"
        return "S008", message, "写成 省意见#3.2：简称、#、条目编号，#的前后都不空格"
    return "S007", f"“{called}”写的“{error.instance}”不是日期。", "写成 2027-03-01 或 2027年3月1日"


def _range(error: ValidationError, called: str) -> tuple[str, str, str]:
    return "S007", f"“{called}”写的 {error.instance} 不像年份。", "写四位数的年份，如 2027"


def _required(error: ValidationError, called: str) -> tuple[str, str, str]:
    required: Any = error.validator_value
    missing = next(key for key in required if error.message.startswith(repr(key)))
    name = _known(error.schema)[missing]["title"]
    return "S005", f"{called}缺少“{name}”。", f"补上“{name}: ……”"


def _empty(error: ValidationError, called: str) -> tuple[str, str, str]:
    return "S005", f"{called}是空的。", "补上内容，或删去这一行"


def _amount(error: ValidationError, called: str) -> tuple[str, str, str]:
    return "S007", f"“{called}”应当是一个数、两个数（区间）或文字。", "写成 3.2，区间写成 [3, 5]"


def _other(error: ValidationError, called: str) -> tuple[str, str, str]:
    return "S009", f"“{called}”不合规定的写法。", "运行 planforge schema 查看写法"


_EXPLAIN: dict[str, Callable[[ValidationError, str], tuple[str, str, str]]] = {
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "minimum": _range,
    "maximum": _range,
    "required": _required,
    "minLength": _empty,
    "anyOf": _amount,
}
