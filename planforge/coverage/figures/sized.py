"""How large the things must be that are to be made: 建立不少于50人的救援队伍, 建成300平方米以上的活动中心."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.coverage.figures.unread import BREAKS, VALUE
from planforge.coverage.texts.phrases import begins
from planforge.model import Target, Task
from planforge.text.late import late
from planforge.text.numerals import parse_amount
from planforge.text.quantities.lexicon import pattern
from planforge.text.times import half_width

#: What a name says of how large each of several things is.
EACH_SIZE = "单个规模"

_MADE = late(
    rf"(?:{pattern('making')}|建立|建设|建好|建强|配备|设置|配置|成立|形成|组织|建有|配齐|储备)[^，；。\d]{{0,20}}$"
)
_UNIT = (
    r"(?:万|千|百)?(?:人|名|平方米|㎡|亩|公顷|公里|米|吨|张床位|张|床|立方米|千瓦|兆瓦"
    r"|个班|个(?=床位|座位|车位|泊位|学位))"
)
_SIZE = late(
    rf"{VALUE}(?P<unit>{_UNIT})(?P<least>及?以上)?(?:、[^，；。、\d的]{{1,15}})*(?P<of>的)?"
    r"(?P<thing>[\u4e00-\u9fff（）“”]{2,20})"
)
#: What is counted by heads: 培训500人以上的村干部 is no size.
_PEOPLE = late(r"(?:[者员工师生兵户人]|干部|人才|骨干|专家|群众|学员|队员|劳动力|[男女])(?:队伍)?$")


def sized_targets(task: Task) -> Iterator[Target]:
    """The sizes of what a node makes, each by the name of the thing and `EACH_SIZE`; the number binds from below."""
    value = half_width(task.text.value)
    for match in _SIZE.finditer(value) if "的" in value or "以上" in value else ():
        if not (match["of"] or match["least"]):
            continue
        number, thing, unit = parse_amount(match["value"]), match["thing"], match["unit"]
        if number is None or (unit.endswith(("人", "名")) and _PEOPLE.search(thing)):
            continue
        start = begins(value, match.start(), BREAKS)
        if _MADE.search(value[start : match.start()]):
            yield Target(task.text.slice(start, match.end()), f"{thing}{EACH_SIZE}", ">=", number, unit)
