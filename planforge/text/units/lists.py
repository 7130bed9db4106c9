"""What a unit list says, its brackets off: labels (责任单位：A、B), predicates (A牵头，B配合), time limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planforge.model import Text, UnitRole, Units
from planforge.text.late import late
from planforge.text.units.names import CLOSE, OPEN, STOPS, looks_like_unit, split_list
from planforge.text.units.roles import FIRST_LEADS, in_role, merge

_LABEL_LEAD = r"(?:牵头|主办|主管|主责|主要责任|第一责任|总牵头)"
_LABEL_SUPPORT = r"(?:配合|参与|参加|协办|协管|协同|协助|支持)"
_LABEL_RESPONSIBLE = r"(?:责任|落实|承办|实施|负责|执行)"
_THING = r"(?:单位|部门|科室|处室|股室|机关|地区|主体|处|局)"
#: 省级责任单位：…
_WHOSE = r"(?:[国省市县区镇]级|[市县区省镇]直|具体)?"
#: The colon behind a label, the bracket that closes one (【责任单位】), and a semicolon typed for it before an office.
_COLON = (
    r"\s*(?:[】\]]?\s*[：:∶﹕]|[】\]](?=\s*[\u4e00-\u9fff])"
    r"|[；;](?=\s*[\u4e00-\u9fff]{1,20}?(?:局|委|办|部|厅|院|政府|委员会)(?:[、，,；;。）)]|\s*$)))"
)
_OPEN, _END = r"[【\[]?\s*", r"\s*(?:[】\]]?\s*[：:∶﹕]|[】\]])"
#: The colon stands in it once, as its classes of characters take longest to compile.
LABEL = late(
    rf"{_OPEN}{_WHOSE}(?:(?P<lead>{_LABEL_LEAD}{_THING}?(?:及|和|[(（/／、]?责任{_THING}[)）]?)?)"
    rf"|(?P<support>{_LABEL_SUPPORT}[/／、及和]?(?:{_LABEL_RESPONSIBLE}|{_LABEL_SUPPORT})?{_THING}?)"
    rf"|(?P<responsible>(?:主体|监管|属地)责任|{_LABEL_RESPONSIBLE}[/／、及和]?(?:配合)?{_THING}(?:[及和]{_THING})?)){_COLON}"
    rf"|{_OPEN}(?P<time>完成(?:时限|时间|期限|日期)|时间(?:节点|要求|安排|进度)|时限(?:要求)?|办结时限|进度(?:要求|安排)|完成节点){_END}"
    rf"|{_OPEN}(?P<person>责任人|(?:责任|牵头|分管|包联|联系)(?:负责)?[省市县区州镇乡]?级?领导|联系人|联系电话){_END}"
)
_PREDICATE = late(
    r"(?P<lead>(?:联合|共同|分别|各自)?牵头(?:负责)?(?:落实|组织(?:实施)?|实施|推进|推动|督导|指导|协调|督促|抓总|抓好落实)?)"
    r"|(?P<support>(?:等)?(?:分别|共同|予以|积极|按(?:照)?职责(?:分工)?)?(?:配合|参与|参加|协助|协同|支持)(?:落实|实施)?)"
    r"|(?P<responsible>(?:分别|具体|共同|联合)?(?:按|按照|依|依照|依据|根据)?(?:各自)?(?:职责|职能|权限)?(?:分工)?(?:分别|各自)?"
    r"(?:负责(?:落实|实施|推进)?|抓好落实|组织实施|落实|(?:负责)?指导))"
)
_BARE_LABEL = late(
    r"(?:(?P<lead>牵头|主办)|(?P<support>配合|协办)|(?P<responsible>责任))(?:单位|部门)(?=[市省县区州旗镇各])"
)
_JOINED_BY = late(r"会同|(?<=[局委办部厅院])商(?!务)")
_HEREAFTER = late(r"[，,；;]?\s*(?:以)?下同[。]?\s*$|[。，,；;]\s*以下[^。]{2,60}不再[^。]{2,6}。?$|。以下[^。]{2,40}$")
#: What sets the lead off in print, and no words of which copy it: 以黑体字标注的为牵头部门、单位.
_IN_PRINT = late(
    r"[，,；;。]\s*(?:以)?[^，,；;。、]{0,8}(?:黑体|加粗|粗体|标注|下划线|标[★*])[^，,；;。、]{0,8}[为是](?:牵头|主办)[^，,；;。]{0,10}$"
)
#: （技工院校内由人力资源社会保障部门负责） is a sentence that names one.
_IN_SENTENCE = late("(?<!自)由")
_REMARK = late(r"[，,；;。]\s*[\u4e00-\u9fff]{2,8}[：:]|。(?=[^）)】〕]{8,})")
#: What may stand around a person's part of a list.
_AROUND = f"{STOPS}{OPEN}{CLOSE}"
#: Characters; what is longer is text, whatever it begins with.
LONGEST_LIST = 3000
#: Time limits behind the names of one list.
_MOST_LIMITS = 4


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing list: its units, and the words behind 完成时限： if it has some.

    `words` is what stands there, brackets and labels included, where the list was taken off a text.
    """

    units: Units
    deadlines: tuple[Text, ...] = ()
    words: tuple[Text, ...] = ()


def read_list(content: Text, *, strict: bool = False) -> Closing | None:
    """What a unit list says (its brackets already off); None when the words are no unit list.

    `strict` asks every name to look like one even behind a label, for lists that may be ordinary words in brackets.
    """
    if len(content) > LONGEST_LIST:
        return None
    content = _without_rule(content)
    labels = list(LABEL.finditer(content.value))
    if labels and not content.value[: labels[0].start()].strip(STOPS):
        return _read_labelled(content, labels)
    return _read_unlabelled(content, strict)


def names_person(line: Text) -> bool:
    """Whether a line says who answers in person, and nothing else: 牵头领导：张三."""
    label = LABEL.match(line.value)
    return label is not None and label["person"] is not None and not re.search("[。\n]", line.value)


def persons(lists: Iterable[Text]) -> str:
    """Who answers in person by these lists, with their labels: 责任人：王五；联系电话：…. Empty where nobody does."""
    named = [words.value[start:stop].strip(_AROUND) for words in lists for start, stop in _persons(words.value)]
    return "；".join(named)


def _persons(words: str) -> Iterator[tuple[int, int]]:
    """Where a list names persons, each label with what stands behind it."""
    labels = list(LABEL.finditer(words))
    for label, after in zip(labels, [*labels[1:], None], strict=False):
        if label["person"]:
            yield label.start(), after.start() if after else len(words)


def _read_labelled(content: Text, labels: list[re.Match[str]]) -> Closing:
    units, deadlines = Units(), []
    for label, after in zip(labels, [*labels[1:], None], strict=True):
        value = _without_remark(content.slice(label.end(), after.start() if after else None)).strip(STOPS)
        if label["time"]:
            deadlines += _limits(value)
        elif not label["person"]:
            value, time = _without_time(value)
            units = merge(units, _read_value(value, _role(label)))
            deadlines += time
    return Closing(units, tuple(d for d in deadlines if d.value))


_LIMIT = late(
    r"[^，,；;、]{0,20}?(?:前|底|末|内|[上下]半年|季度|至\d{1,2}月)|每[^，,；;、]{1,6}|(?:长期|持续|全年)(?:坚持|推进|实施|开展)?|常态化(?:推进|开展)?"
)


def _limits(value: Text) -> list[Text]:
    """Several time limits, each of which is one by itself (6月底前、长期坚持); 3月、6月底前 stay together."""
    pieces = [value.slice(*found.span()) for found in re.finditer("[^、]+", value.value)]
    return pieces if all(_LIMIT.fullmatch(piece.value) for piece in pieces) else [value]


def _without_remark(value: Text) -> Text:
    """The value without what another label, or a sentence, says of it: 市商务局；适用范围：自贸试验区."""
    remark = _REMARK.search(value.value)
    return value.slice(0, remark.start()) if remark else value


def _role(match: re.Match[str]) -> UnitRole:
    return "lead" if match["lead"] else "support" if match["support"] else "responsible"


def _read_value(value: Text, role: UnitRole) -> Units:
    by_predicate = _by_predicate(value)
    if by_predicate is not None and (role == "responsible" or by_predicate.lead):
        return by_predicate
    names = [_without_predicate(name) for name in split_list(value)]
    return in_role(role, tuple(name for name in names if name.value))


def _without_predicate(name: Text) -> Text:
    match = re.search(rf"(?:{_PREDICATE.pattern})[。]?$", name.value)
    return name.slice(0, match.start()).strip(STOPS) if match and match.start() > 1 else name


_DAY = r"[^，,；;、]{1,20}?(?:前|底|末|内|年度?|期|季度|月)"
_TIME = late(
    rf"(?:^|[，,；;])\s*(?P<time>{_DAY}(?:、{_DAY})*|(?:长期|持续|全年)(?:坚持|推进|实施|开展|任务)?|常态化(?:推进|开展)?)"
    r"(?:(?:完成|办结|实现|见效|到位|建成|出台|印发|取得|持续|推进|启动)[^，,；;、]{0,8})?[。]?$"
)


def _read_unlabelled(content: Text, strict: bool) -> Closing | None:
    """Names and predicates, with a time limit behind them: A牵头，B配合，6月底前完成."""
    if bare := _BARE_LABEL.match(content.value):
        return _read_bare(content.slice(bare.end()), _role(bare))
    names, time = _without_time(content.slice(1) if content.value.startswith("由") else content)
    found = _read_names(names, strict)
    return Closing(found.units, tuple(time)) if found else None


def _read_bare(content: Text, role: UnitRole) -> Closing | None:
    """（责任单位市教育局、市财政局）, whose colon somebody forgot: names of offices and nothing else stand there."""
    names, time = _without_time(content)
    units = split_list(names)
    return (
        Closing(in_role(role, units), tuple(time)) if units and all(looks_like_unit(u.value) for u in units) else None
    )


def _without_time(content: Text) -> tuple[Text, list[Text]]:
    """The names, and the time limits that stand behind them, if any: ……，6月底前出台政策，年内持续推进."""
    times: list[Text] = []
    while len(times) < _MOST_LIMITS and (time := _TIME.search(content.value)) is not None and time.start():
        times.insert(0, content.slice(*time.span("time")))
        content = content.slice(0, time.start())
    return content, times


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
            units = merge(units, in_role("lead", split_list(names.slice(0, joined.start()))))
            names, led = names.slice(joined.end()), True
        actual: UnitRole = "support" if led and role == "responsible" else role
        units = merge(units, in_role(actual, split_list(names)))
        led = led or role == "lead"
        start = end
    rest = content.value[start:].strip(STOPS)
    return units if start and not rest else None


def _predicates(value: str) -> list[tuple[int, int, UnitRole]]:
    """Where predicates stand that end a group of names: start, end, role."""
    found: list[tuple[int, int, UnitRole]] = []
    for match in _PREDICATE.finditer(value):
        ends_group = not value[match.end() :].strip(STOPS) or value[match.end()] in "，,；;。、"
        if ends_group and _depth(value, match.start()) == 0:
            found.append((match.start(), match.end(), _role(match)))
    return found


def _depth(value: str, offset: int) -> int:
    return sum((c in OPEN) - (c in CLOSE) for c in value[:offset])


def _without_rule(content: Text) -> Text:
    hereafter = _HEREAFTER.search(content.value)
    content = content.slice(0, hereafter.start()) if hereafter else content
    rule = FIRST_LEADS.search(content.value) or _IN_PRINT.search(content.value)
    return content.slice(0, rule.start()) if rule and rule.start() else content
