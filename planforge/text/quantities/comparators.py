"""How an amount is to be met: 达到 → >=, 突破 → >, 控制在…以内 → <=, 下降 → decrease, 左右 → ~."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from planforge.model import Operator
from planforge.text.late import late
from planforge.text.quantities.amounts import Form
from planforge.text.quantities.bounds import AT_LEAST, BEHIND, LESS, MORE, NOT_MORE, REACHED

_UP = "提高|提升|增加|增长|上升|上调|调增|扩大|发展|扩展|拓展|增|升"
_DOWN = "降低|下降|减少|压减|压缩|缩短|缩小|缩减|收窄|下调|调减|减|降"
#: 提高到2027年的80亿元, 提高到每人每月800元, 不低于每千人5批次
_ASIDE = late(r"(?<=[到至于])\s?(?:20\d\d\s?年的?|每人每[月年]|每[十百千万]{0,2}[人户亩吨]|平均)\s?$")
#: 不少于执法人员总数的5%, 达到财政支出的3%, 不低于在职人员75%
_OF = late(
    r"(?:(?<=[低少高大小多]于)|(?<=[达占高升增加低降减]到)|(?<=超过))[^，。；\d]{2,20}的\s?$|(?<=不低于|不少于|不高于|不超过)[^，。；、\d的]{2,12}$"
)
_HEAD = r"(?:(?:分别|(?<![人户年月日地平])均|都|总体|基本|提前一年|提前|累计|力争|确保|要|应)\s?)*"

#: The words right before an amount, by what they mean; the first that fits counts.
_WORDS: tuple[tuple[Operator, str], ...] = (
    (">=", rf"(?:控制|稳定|保持|维持)?在?(?:{AT_LEAST})|≥|⩾|>="),
    ("<=", rf"(?:控制在)?(?:{NOT_MORE})|控制在|控制到|≤|⩽|<="),
    (">", rf"{MORE}|>|＞|超"),
    ("<", rf"{LESS}|<|＜"),
    (">=", rf"(?:{_UP})(?:到|至)"),
    ("<=", rf"(?:{_DOWN})(?:到|至|为)"),
    ("=", r"(?:稳定|保持|维持|巩固)(?:在|为)?"),
    (">=", REACHED),
    ("=", r"实现|完成|为|占(?!比)|是|仅有|(?<!现)有"),
)
_ABOUT = r"\s?(?:约|近|了)?\s?$"
_BEFORE = tuple((operator, late(rf"{_HEAD}(?:{words}){_ABOUT}")) for operator, words in _WORDS)
#: Whether any of them fits; mostly none does.
_SOME_BEFORE = late(rf"(?:{'|'.join(words for _, words in _WORDS)}){_ABOUT}")
#: Characters; none of them is longer.
_LONGEST = 12
_RISES = (*_UP.split("|"), "递增", "增幅", "增速", "净增")
_FALLS = (*_DOWN.split("|"), "削减", "减排", "递减")


@dataclass(frozen=True, slots=True)
class Comparison:
    """An operator, and where in the words before the amount those end that name the indicator."""

    operator: Operator
    stop: int


def compare(before: str, form: Form) -> Comparison | None:
    """How the words right before the amount compare it; None where they don't.

    增长 and 下降 stay with the indicator: an office that must raise GDP by 6 % need not raise it to 6 %.
    """
    words = _ASIDE.sub("", before).rstrip() if "每" in before or "到" in before or "至" in before else before.rstrip()
    if form.unit == "%":
        words = _OF.sub("", words)
    operator, stop = _stated(words)
    head = words[:stop].rstrip()
    if head.endswith(_FALLS):
        return Comparison("decrease", len(head))
    if head.endswith(_RISES):
        return Comparison(decide(operator or ">=", form), len(head))
    return Comparison(decide(operator, form), stop) if operator else None


@lru_cache(maxsize=256)
def _stated(before: str) -> tuple[Operator | None, int]:
    for operator, pattern in _BEFORE if _SOME_BEFORE.search(before, max(0, len(before) - _LONGEST)) else ():
        if match := pattern.search(before):
            return operator, match.start()
    return None, len(before)


def decide(operator: Operator, form: Form) -> Operator:
    """The operator with what stands behind the amount: a range of two values, 以上, 左右."""
    if isinstance(form.kind, tuple):
        return "range"
    return operator if operator in (">", "<") else BEHIND.get(form.suffix, operator)
