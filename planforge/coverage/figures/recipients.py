"""Of how many, or what share, of people and places something is done to: 为70万妇女开展筛查, 对30%以上的县开展稽查,
对16个行业开展整治.

Readers take such a number for a target only where a unit tells what is counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from planforge.coverage.figures.unread import FLOOR, VALUE, is_read
from planforge.model import Target, Task, Text
from planforge.text.late import late
from planforge.text.numerals import parse_amount
from planforge.text.quantities.bounds import BEHIND_LEAST
from planforge.text.quantities.setting import pays
from planforge.text.times import half_width

_SHARE = late(
    rf"(?:对|抽取|选取|抽查|检查|覆盖|组织)[^，。；\d]{{0,12}}?{VALUE}[%％](?:{BEHIND_LEAST})?的?(?P<name>[^，。；\d]{{4,25}})"
)
#: 城市建成区45%以上的面积达到要求
_SHARE_OF = late(
    rf"(?:^|[，。；：])(?P<of>[^，。；：\d]{{2,14}}){VALUE}[%％](?:{BEHIND_LEAST})的(?P<name>[^，。；：\d]{{4,25}})(?=[，。；]|$)"
)
#: 对餐饮场所开展抽查，比例不低于15%
_OF_THE_BEFORE = late(
    rf"(?:^|[，。；：])对?(?P<name>[^，。；：\d]{{4,25}})，(?:抽查|检查|覆盖)?(?:比例|占比|比重){FLOOR}\s?{VALUE}[%％]"
)
#: 对 needs a unit: 对12345热线 counts nothing.
_SERVED = late(
    rf"(?:为|(?P<handled>对)){VALUE}(?P<scale>[百千]?[万亿]|[百千])?(?:余|多)?(?P<unit>名|位|人|户|家|个|类)?(?(handled)(?<!\s|\d))"
    rf"(?:{BEHIND_LEAST})?的?(?P<name>(?![年月%％])[^，。；、\d]{{4,30}})"
)


def recipient_targets(task: Task) -> Iterator[Target]:
    """The numbers and shares of those whom a node's measures reach; they bind from below."""
    text, value = task.text, half_width(task.text.value)
    if "%" in value or "％" in value:
        yield from _shares(text, value)
        yield from _shares_of(task, value)
    if "为" in value or "对" in value:
        yield from _served(task, value)


def _shares(text: Text, value: str) -> Iterator[Target]:
    for match in (*_SHARE.finditer(value), *_OF_THE_BEFORE.finditer(value)):
        amount = parse_amount(match["value"])
        if amount is not None:
            said = text.slice(*match.span()).strip("，。；：")
            yield Target(said, f"{match['name']}比例", ">=", amount, "%")


def _shares_of(task: Task, value: str) -> Iterator[Target]:
    for match in _SHARE_OF.finditer(value):
        amount = parse_amount(match["value"])
        if amount is not None and not is_read(match[0], task):
            said = task.text.slice(*match.span()).strip("，。；：")
            yield Target(said, f"{match['of']}{match['name']}比例", ">=", amount, "%")


def _served(task: Task, value: str) -> Iterator[Target]:
    for match in _SERVED.finditer(value):
        amount, words = parse_amount(match["value"]), match[0]
        if amount is not None and not is_read(words, task) and not pays(words):
            unit = f"{match['scale'] or ''}{match['unit'] or '名'}"
            yield Target(task.text.slice(*match.span()), match["name"], ">=", amount, unit)
