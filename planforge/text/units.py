"""Responsible units as official documents list them: （责任单位：A、B）, A牵头，B、C按职责分工负责 and the like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from planforge.model import Text, Units

UnitRole = Literal["lead", "support", "responsible"]

#: The end of a unit's name; what ends otherwise is one only where a label says so.
_SUFFIX = re.compile(
    r"(?:局|委|办|部|厅|院|会|中心|公司|集团|银行|支行|分行|人行|处|科|股|站|所|政府|街道|镇|乡|单位|部门|署|学校|大学|学院|社|团|队|协会|联|海关|党组|室|工委|党委"
    r"|镇街|各县|各区|各市|县市区|县区|区县|各地|州|盟|旗|园区|开发区|新区|示范区|管理区|专班|机构|电网|组|台|馆|企业|高校|纪委|监委|国资|电力|烟草|邮政|机关|口岸|厂|区|县|市|党工委|村|社区|中央|[科作记消政]协)$"
)
_GROUPED = re.compile(r"[（(][^（）()]*[）)]")
_MANY = re.compile(r"等(?:[^，。；、]{0,8}(?:部门|单位))?$")

_LABEL_LEAD = r"(?:牵头|主办|主管|主责|主要责任|第一责任|总牵头)"
_LABEL_SUPPORT = r"(?:配合|参与|参加|协办|协管|协同|协助|支持)"
_LABEL_RESPONSIBLE = r"(?:责任|落实|承办|实施|负责|执行)"
_THING = r"(?:单位|部门|科室|处室|股室|机关|地区|主体|处|局)"
#: 省级责任单位：…
_WHOSE = r"(?:[国省市县区镇]级|[市县区省镇]直|具体)?"
_LABEL = re.compile(
    rf"{_WHOSE}(?P<lead>{_LABEL_LEAD}{_THING}?(?:及|和|[(（/／、]?责任{_THING}[)）]?)?)\s*[：:]"
    rf"|{_WHOSE}(?P<support>{_LABEL_SUPPORT}[/／、及和]?(?:{_LABEL_RESPONSIBLE}|{_LABEL_SUPPORT})?{_THING}?)\s*[：:]"
    rf"|{_WHOSE}(?P<responsible>(?:主体|监管|属地)责任|{_LABEL_RESPONSIBLE}[/／、及和]?(?:配合)?{_THING}(?:[及和]{_THING})?)\s*[：:]"
    rf"|(?P<time>完成(?:时限|时间|期限|日期)|时间(?:节点|要求|安排|进度)|时限(?:要求)?|办结时限|进度(?:要求|安排)|完成节点)\s*[：:]"
    rf"|(?P<person>责任(?:领导|人)|牵头领导|分管领导|责任县领导|责任市领导|联系人|联系电话)\s*[：:]"
)
_PREDICATE = re.compile(
    r"(?P<lead>(?:联合|共同)?牵头(?:负责|落实|组织|实施|推进|抓好落实)?)"
    r"|(?P<support>(?:等)?(?:分别|共同|予以|积极|按(?:照)?职责(?:分工)?)?(?:配合|参与|参加|协助|协同|支持)(?:落实|实施)?)"
    r"|(?P<responsible>(?:分别|具体|共同|联合)?(?:按|按照|依|依照|根据)?(?:各自)?(?:职责|职能|权限)?(?:分工)?(?:分别|各自)?"
    r"(?:负责(?:落实|实施|推进)?|抓好落实|组织实施|落实|(?:负责)?指导))"
)
_JOINED_BY = re.compile(r"会同|(?<=[局委办部厅院])商(?!务)")
#: A lone name in brackets is a unit behind a full stop, if it ends as none but an office does.
_OFFICE = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:局|委|委员会|办|办公室|厅|部|科|股|处|中心|公司|人民政府|管委会|[一-龥]站)"
    r"|各(?:有关|相关|成员|责任)?[\u4e00-\u9fff（）、，]{0,20}(?:单位|部门|政府|管委会|办事处)"
)
_FIRST_LEADS = re.compile(
    r"[，,；;。]?\s*(?:列|排|名列|排名)?(?:在)?(?:第一位?|首位|最前|第一个|排名第一)(?:者|的?(?:单位|部门)?)(?:为|是)(?:牵头|主办|主要责任)(?:单位|部门)?"
    r"[^，。；）)]*"
)
_HEREAFTER = re.compile(r"[，,；;]?\s*(?:以)?下同[。]?\s*$|。以下[^。]{2,40}$")
_BLANK = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])")
_SEPARATOR = re.compile(r"[、，,；;\n]|\s{1,}(?=[\u4e00-\u9fff])")
#: 各市、县（市、区）人民政府, 各镇、街道: one name, whose 各 holds for all levels that it lists.
_LEVEL = r"(?:设区市|市|州|盟|县|区|旗|乡|镇|乡镇|街道)(?:[（(〔][^（()）〔〕]*[）)〕])?"
_EACH_LEVEL = re.compile(rf"各{_LEVEL}(?:、{_LEVEL})*")
_NEXT_LEVEL = re.compile(rf"{_LEVEL}(?:人民政府|政府|党委|党工委|办事处)?")
_AND = re.compile(r"等?(?:以及|和|及|与)(?=[市县区省州旗各国]?[\u4e00-\u9fff（(]{2,})")
#: （技工院校内由人力资源社会保障部门负责） is a sentence that names one.
_IN_SENTENCE = re.compile("(?<!自)由")
_REMARK = re.compile(r"[，,；;。]\s*[\u4e00-\u9fff]{2,8}[：:]")
_STOPS = "。；;，,、 \t\u3000\n"
_OPEN, _CLOSE = "（(【[〔［", "）)】]〕］"
_BRACKET = re.compile(f"[{re.escape(_OPEN + _CLOSE)}]")
_LONGEST_NAME = 45
#: Characters; what is longer is text, whatever it begins with.
_LONGEST_LIST = 3000


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing list: its units, and the words behind 完成时限： if it has some."""

    units: Units
    deadlines: tuple[Text, ...] = ()


def first_leads(value: str) -> bool:
    """Whether the words set the rule that the first of a list leads (排在第一位的为牵头单位，下同)."""
    return bool(_FIRST_LEADS.search(value))


def with_first_leading(units: Units) -> Units:
    """The first of units without a mark, as lead: what the rule of `first_leads` says of them."""
    if units.lead or not units.responsible:
        return units
    return Units(units.responsible[:1], units.support, units.responsible[1:])


def each_first_leading(lists: Iterable[Units]) -> Units:
    """Several lists as one, the first of each leading; who leads by one list is in no other role by another."""
    units = merge(*map(with_first_leading, lists))
    support, responsible = (
        tuple(u for u in role if u not in units.lead) for role in (units.support, units.responsible)
    )
    return Units(units.lead, support, responsible)


def looks_like_unit(name: str) -> bool:
    """Whether words end as the name of an office does; brackets within don't count."""
    bare = _GROUPED.sub("", name).strip()
    return 1 < len(bare) <= _LONGEST_NAME and not re.search("[。！？：:]", bare) and bool(_SUFFIX.search(bare))


def split_list(text: Text) -> tuple[Text, ...]:
    """The names of a list; separators within brackets don't count, and 等, 等有关部门 at the end is no name."""
    names: list[Text] = []
    for piece in _with_levels(_cut(_without_stray_blanks(text), _SEPARATOR)):
        for name in _cut(piece, _AND) if _is_pair(piece) else [piece]:
            bare = _without_rest(name.strip(_STOPS))
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
        if joined and _EACH_LEVEL.fullmatch(joined[-1].value) and _NEXT_LEVEL.fullmatch(piece.value.rstrip(_STOPS)):
            joined[-1] = Text.join([joined[-1], piece], "、")
        else:
            joined.append(piece)
    return joined


def take_closing(text: Text) -> tuple[Text, Closing]:
    """The text without the unit lists that close it, and what they say; several in a row count as one.

    A list may hold time limits as well (责任单位：…；完成时限：…).
    """
    units, rest = Units(), text
    deadlines: tuple[Text, ...] = ()
    while (taken := _take_one(rest)) is not None:
        rest, closing = taken
        units = merge(closing.units, units)
        deadlines = (*closing.deadlines, *deadlines)
    return rest, Closing(units, deadlines)


def find_inline(text: Text) -> Units:
    """The units of all bracketed lists within a text, wherever they stand."""
    return merge(*find_lists(text))


def find_lists(text: Text) -> Iterator[Units]:
    """The units of each bracketed list within a text, in order."""
    for start, stop in _groups(text.value):
        closing = read_list(text.slice(start + 1, stop - 1), strict=True)
        if closing:
            yield closing.units


def merge(*parts: Units) -> Units:
    """All units of several lists, each role without what a list before has; what one list has twice is its fault."""

    def joined(role: UnitRole) -> tuple[Text, ...]:
        names: list[Text] = []
        for part in parts:
            known = {name.value for name in names}
            names += [name for name in getattr(part, role) if name.value not in known]
        return tuple(names)

    return Units(joined("lead"), joined("support"), joined("responsible"))


def read_list(content: Text, *, strict: bool = False) -> Closing | None:
    """What a unit list says (its brackets already off); None when the words are no unit list.

    `strict` asks every name to look like one even behind a label, for lists that may be ordinary words in brackets.
    """
    if len(content) > _LONGEST_LIST:
        return None
    content = _without_rule(content)
    labels = list(_LABEL.finditer(content.value))
    if labels and not content.value[: labels[0].start()].strip(_STOPS):
        return _read_labelled(content, labels)
    return _read_unlabelled(content, strict)


def _read_labelled(content: Text, labels: list[re.Match[str]]) -> Closing:
    units, deadlines = Units(), []
    for label, after in zip(labels, [*labels[1:], None], strict=True):
        value = _without_remark(content.slice(label.end(), after.start() if after else None)).strip(_STOPS)
        if label["time"]:
            deadlines.append(value)
        elif not label["person"]:
            value, time = _without_time(value)
            units = merge(units, _read_value(value, _role(label)))
            deadlines += time
    return Closing(units, tuple(d for d in deadlines if d.value))


def _without_remark(value: Text) -> Text:
    """The value without what another label says of it: 市商务局；适用范围：自贸试验区."""
    remark = _REMARK.search(value.value)
    return value.slice(0, remark.start()) if remark else value


def _role(match: re.Match[str]) -> UnitRole:
    return "lead" if match["lead"] else "support" if match["support"] else "responsible"


def _read_value(value: Text, role: UnitRole) -> Units:
    by_predicate = _by_predicate(value)
    if by_predicate is not None and (role == "responsible" or by_predicate.lead):
        return by_predicate
    names = [_without_predicate(name) for name in split_list(value)]
    return _units(role, tuple(name for name in names if name.value))


def _units(role: UnitRole, names: tuple[Text, ...]) -> Units:
    if role == "lead":
        return Units(lead=names)
    return Units(support=names) if role == "support" else Units(responsible=names)


def _without_predicate(name: Text) -> Text:
    match = re.search(rf"(?:{_PREDICATE.pattern})[。]?$", name.value)
    return name.slice(0, match.start()).strip(_STOPS) if match and match.start() > 1 else name


_DAY = r"[^，,；;、]{1,20}?(?:前|底|末|内|年度?|期|季度|月)"
_TIME = re.compile(
    rf"(?:^|[，,；;])\s*(?P<time>{_DAY}(?:、{_DAY})*|(?:长期|持续|全年)(?:坚持|推进|实施|开展)?|常态化(?:推进|开展)?)"
    r"(?:(?:完成|办结|实现|见效|到位|建成|出台)[^，,；;、]{0,8})?[。]?$"
)


def _read_unlabelled(content: Text, strict: bool) -> Closing | None:
    """Names and predicates, with a time limit behind them: A牵头，B配合，6月底前完成."""
    names, time = _without_time(content.slice(1) if content.value.startswith("由") else content)
    found = _read_names(names, strict)
    return Closing(found.units, tuple(time)) if found else None


def _without_time(content: Text) -> tuple[Text, list[Text]]:
    """The names, and the time limit that stands behind them, if any."""
    time = _TIME.search(content.value)
    if time is None or not time.start():
        return content, []
    return content.slice(0, time.start()), [content.slice(*time.span("time"))]


def _read_names(content: Text, strict: bool) -> Closing | None:
    units = _by_predicate(content)
    if units is None and not strict:
        units = _bare_names(content)
    if not units or not all(looks_like_unit(name.value) and not _IN_SENTENCE.search(name.value) for name in units):
        return None
    return Closing(units)


def _bare_names(content: Text) -> Units | None:
    """（市委组织部、市财政局）: names with nothing else; short or single words such as （乡镇、街道） are ordinary."""
    if joined := _JOINED_BY.search(content.value):
        return Units(split_list(content.slice(0, joined.start())), split_list(content.slice(joined.end())))
    names = split_list(content)
    telling = len(names) > 1 or bool(re.match("[市省区县州]|国家", content.value.strip()))
    return Units(responsible=names) if names and telling and all(len(n) > 2 for n in names) else None


def _by_predicate(content: Text) -> Units | None:
    """Units of A牵头，B、C按职责分工负责; None when the words don't end in such a predicate."""
    units, start, led = Units(), 0, False
    for stop, end, role in _predicates(content.value):
        names = content.slice(start, stop)
        joined = _JOINED_BY.search(names.value)
        if joined and role != "support":
            units = merge(units, _units("lead", split_list(names.slice(0, joined.start()))))
            names, led = names.slice(joined.end()), True
        actual: UnitRole = "support" if led and role == "responsible" else role
        units = merge(units, _units(actual, split_list(names)))
        led = led or role == "lead"
        start = end
    rest = content.value[start:].strip(_STOPS)
    return units if start and not rest else None


def _predicates(value: str) -> list[tuple[int, int, UnitRole]]:
    """Where predicates stand that end a group of names: start, end, role."""
    found: list[tuple[int, int, UnitRole]] = []
    for match in _PREDICATE.finditer(value):
        ends_group = not value[match.end() :].strip(_STOPS) or value[match.end()] in "，,；;。、"
        if ends_group and _depth(value, match.start()) == 0:
            found.append((match.start(), match.end(), _role(match)))
    return found


def _depth(value: str, offset: int) -> int:
    return sum((c in _OPEN) - (c in _CLOSE) for c in value[:offset])


def _without_rule(content: Text) -> Text:
    hereafter = _HEREAFTER.search(content.value)
    content = content.slice(0, hereafter.start()) if hereafter else content
    rule = _FIRST_LEADS.search(content.value)
    return content.slice(0, rule.start()) if rule and rule.start() else content


def _take_one(text: Text) -> tuple[Text, Closing] | None:
    value = text.value.rstrip(_STOPS)
    stop = len(value)
    groups = [g for g in _groups(value) if g[1] == stop]
    if groups:
        start = groups[-1][0]
        content = text.slice(start + 1, stop - 1)
        closing = read_list(content) or _read_lone(content, value[:start])
        if closing and (closing.units or closing.deadlines):
            return _with_full_stop(text.slice(0, start), text.slice(stop)), closing
    return _take_bare(text)


def _read_lone(content: Text, before: str) -> Closing | None:
    """……开展检查。（儿童福利股）: one name behind a stop."""
    name = content.strip()
    if before.rstrip()[-1:] not in tuple("。；;.") or not _OFFICE.fullmatch(name.value):
        return None
    return Closing(Units(responsible=(name,)))


def _with_full_stop(rest: Text, behind: Text) -> Text:
    """`rest` with the stop that stood behind the list: 建成示范市（责任单位：A）。 is the sentence 建成示范市。"""
    body = rest.slice(0, len(rest.value.rstrip()))
    stop = behind.value.find("。")
    if stop < 0 or not body.value or body.value[-1] in "。！？；”’":
        return body
    return Text.join([body, behind.slice(stop, stop + 1)])


_BARE = re.compile(rf"(?:^|(?<=[。；;！？\n]))\s*(?=(?:{_LABEL.pattern}))", re.M)


def _take_bare(text: Text) -> tuple[Text, Closing] | None:
    """A closing list without brackets: 责任单位：A、B at the end or on its own line."""
    for match in _BARE.finditer(text.value, max(0, len(text) - _LONGEST_LIST)):
        tail = text.slice(match.end())
        if re.search("[。！？]", tail.value.rstrip(_STOPS)) or _LABEL.match(tail.value) is None:
            continue
        closing = read_list(tail)
        if closing and (closing.units or closing.deadlines):
            return text.slice(0, len(text.value[: match.start()].rstrip())), closing
    return None


@lru_cache(maxsize=256)
def _groups(value: str) -> tuple[tuple[int, int], ...]:
    """Start and end of the outermost brackets that close."""
    found, start, depth = [], 0, 0
    for match in _BRACKET.finditer(value):
        if match[0] in _OPEN:
            start = match.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append((start, match.end()))
    return tuple(found)


def _cut(text: Text, pattern: re.Pattern[str]) -> list[Text]:
    """The pieces between separators that stand in no brackets."""
    groups, pieces, start = _groups(text.value), [], 0
    for match in pattern.finditer(text.value):
        if not any(a < match.start() < b for a, b in groups):
            pieces.append(text.slice(start, match.start()))
            start = match.end()
    return [*pieces, text.slice(start)]


def _is_pair(piece: Text) -> bool:
    """市发展改革委和市财政局 are two units, 市工业和信息化局 is one: the part before 和 tells."""
    parts = _cut(piece, _AND)
    return len(parts) > 1 and all(looks_like_unit(part.value) and len(part.value) > 2 for part in parts)


def _without_rest(name: Text) -> Text:
    """A name without 等, 等有关部门; nothing where it is 等 alone."""
    many = _MANY.search(name.value)
    return name.slice(0, many.start()).strip(_STOPS) if many else name
