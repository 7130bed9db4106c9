"""The names in a list of units: where it is cut, and which words end as the name of an office does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from planforge.model import Text
from planforge.text.late import late

#: The end of a unit's name; what ends otherwise is one only where a label says so.
_SUFFIX = late(
    r"(?:局|委|办|部|厅|院|会|中心|公司|集团|银行|支行|分行|人行|处|科|股|站|所|政府|街道|镇|乡|单位|部门|署|学校|大学|学院|社|团|队|协会|联|海关|党组|室|工委|党委"
    r"|镇街|各县|各区|各市|县市区|县区|区县|各地|州|盟|旗|园区|开发区|新区|示范区|管理区|专班|机构|电网|组|台|馆|企业|高校|纪委|监委|国资|电力|烟草|邮政|机关|口岸|厂|区|县|市|党工委|村|社区|中央|[科作记消政]协|(?:协调|联席|工作|会商)机制)$"
)
_GROUPED = late(r"[（(][^（）()]*[）)]|〈[^〈〉]*〉|〔[^〔〕]*〕")
_BODIES = "(?:部门|单位|企业|机构|院校|高校|协会|社会组织)"
_KINDS = rf"(?:相关|有关)?{_BODIES}(?:[和及与或]+(?:相关|有关)?{_BODIES})*"
#: 高等院校 is a name.
_MANY = late(rf"(?<![高中初平均同])等(?:[^，。；、]{{0,8}}(?:部门|单位)|{_KINDS})?$")
_BLANK = late(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])")
_SEPARATOR = late(r"[、，,；;\n]|\s{1,}(?=[\u4e00-\u9fff])")
#: 各市、县（市、区）人民政府, 各镇、街道: one name, whose 各 holds for all levels that it lists.
_LEVEL = r"(?:设区市|市|州|盟|县|区|旗|乡|镇|乡镇|街道)(?:[（(〔][^（()）〔〕]*[）)〕])?"
_EACH_LEVEL = late(rf"各{_LEVEL}(?:、{_LEVEL})*")
_NEXT_LEVEL = late(rf"{_LEVEL}(?:人民政府|政府|党委|党工委|办事处)?")
_AND = late(r"等?(?:以及|和|及|与)(?=[市县区省州旗各国]?[\u4e00-\u9fff（(]{2,})")
STOPS = "。；;，,、 \t\u3000\n"
OPEN, CLOSE = "（(【[〔［〈", "）)】]〕］〉"
_BRACKET = late(f"[{re.escape(OPEN + CLOSE)}]")
_LONGEST_NAME = 45


def looks_like_unit(name: str) -> bool:
    """Whether words end as the name of an office does; brackets within don't count."""
    bare = _GROUPED.sub("", name).strip()
    return 1 < len(bare) <= _LONGEST_NAME and not re.search("[。！？：:]", bare) and bool(_SUFFIX.search(bare))


def split_list(text: Text) -> tuple[Text, ...]:
    """The names of a list; separators within brackets don't count, and 等, 等有关部门 at the end is no name."""
    names: list[Text] = []
    for piece in _with_levels(_cut(_without_stray_blanks(text), _SEPARATOR)):
        for name in _apart(piece):
            bare = _without_rest(name.strip(STOPS))
            if bare.value:
                names.append(bare)
    return tuple(names)


def _without_stray_blanks(text: Text) -> Text:
    """The list without blanks that a scan left within a name: 市人力资源 和社会保障局, 市 财政局."""
    kept, start = Text(), 0
    for blank in _BLANK.finditer(text.value):
        name = re.split("[、，,；;\\s]", (kept.value + text.value[start : blank.start()]))[-1]
        if text.value[blank.end()] in "和与及" or not looks_like_unit(name):
            kept, start = Text.join([kept, text.slice(start, blank.start())]), blank.end()
        else:
            kept, start = Text.join([kept, text.slice(start, blank.end())]), blank.end()
    return Text.join([kept, text.slice(start)]) if start else text


def _with_levels(pieces: list[Text]) -> list[Text]:
    """The pieces, with the levels of government that one 各 introduces in one piece."""
    joined: list[Text] = []
    for piece in pieces:
        if joined and _EACH_LEVEL.fullmatch(joined[-1].value) and _NEXT_LEVEL.fullmatch(piece.value.rstrip(STOPS)):
            joined[-1] = Text.join([joined[-1], piece], "、")
        else:
            joined.append(piece)
    return joined


@lru_cache(maxsize=256)
def bracketed(value: str) -> tuple[tuple[int, int], ...]:
    """Start and end of the outermost brackets that close."""
    found, start, depth = [], 0, 0
    for match in _BRACKET.finditer(value):
        if match[0] in OPEN:
            start = match.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append((start, match.end()))
    return tuple(found)


def _cut(text: Text, pattern: re.Pattern[str]) -> list[Text]:
    """The pieces between separators that stand in no brackets."""
    pieces, start = [], 0
    for match in _outside(text.value, pattern):
        pieces.append(text.slice(start, match.start()))
        start = match.end()
    return [*pieces, text.slice(start)]


def _outside(value: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    groups = bracketed(value)
    return (match for match in pattern.finditer(value) if not any(a < match.start() < b for a, b in groups))


def _apart(piece: Text) -> list[Text]:
    """市发展改革委和市财政局 are two units, 市工业和信息化局 is one: what stands before 和 tells.

    县农业农村和水利局 is one, too: 农村 is no village.
    """
    names, start = [], 0
    for match in _outside(piece.value, _AND):
        name = piece.slice(start, match.start())
        if _is_name(name) and not name.value.endswith("农村"):
            names.append(name)
            start = match.end()
    names.append(piece.slice(start))
    return names if all(map(_is_name, names)) else [piece]


def _is_name(words: Text) -> bool:
    return looks_like_unit(words.value) and len(words) > 2


def _without_rest(name: Text) -> Text:
    """A name without 等, 等有关部门; nothing where it is 等 alone."""
    many = _MANY.search(name.value)
    return name.slice(0, many.start()).strip(STOPS) if many else name
