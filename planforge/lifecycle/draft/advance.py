"""Last year's words for another year: years and ordinals move on where they can only mean one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from planforge.text.numerals import chinese, parse
from planforge.text.times import last_year_of_plan

_TITLES = re.compile(r"(《[^《》]*》)")
#: A year that isn't one end of a period, and doesn't tell since when or until when something has been so.
_YEAR = re.compile(r"(?<![\d—–\-~至自从比较])(?<!截至)(20\d\d)(?=\s?年(?!以来|起|以前|之前))")
_BASE_YEAR = re.compile(r"(?<=[比较])(20\d\d)(?=\s?年)")
_ORDINAL = re.compile(r"第([一二三四五六七八九十]{1,3}|\d{1,2})年(?!级)")
_PLACE_IN_PERIOD = re.compile(
    r"(?:“?十(?P<plan>[一二三四五六七])五”?[^，。；]{0,16}?)?(?P<words>[\u4e00-\u9fff]{2}之年)"
)
_SESSION = re.compile(r"第[一二三四五六七八九十\d]{1,3}届(?!中央|全国|全会|人大|代表|[二三四五六七]中)")
_FIRST_AND_LAST = {0: "开局之年", 4: "收官之年"}


@dataclass(slots=True)
class Advance:
    """Moves words from the year `last` to the year `this`; what it can't decide it puts into `open`.

    `title` is the plan's own title: the only 《》 whose year moves.
    """

    last: int
    this: int
    title: str = ""
    open: list[str] = field(default_factory=list)

    def words(self, words: str) -> str:
        """`words` as they are said a year later; titles in 《》 keep their years, but for the plan's own."""
        parts = _TITLES.split(words)
        return "".join(self._title(part) if index % 2 else self._text(part) for index, part in enumerate(parts))

    def year_in(self, words: str) -> str:
        """`words` with last year's number replaced, wherever it stands."""
        return re.sub(rf"(?<!\d){self.last}(?!\d)", str(self.this), words)

    def take_open(self) -> tuple[str, ...]:
        """What was left open since the last call."""
        found, self.open = tuple(dict.fromkeys(self.open)), []
        return found

    def _title(self, title: str) -> str:
        if self.title and title.strip("《》") == self.title:
            return self.year_in(title)
        if str(self.last) in title:
            self.open.append(f"{title}是{self.last}年的文件，要不要换成新的")
        return title

    def _text(self, words: str) -> str:
        words = _BASE_YEAR.sub(self._base_year, words)
        words = _YEAR.sub(lambda found: str(self.this) if int(found[1]) == self.last else found[0], words)
        words = _ORDINAL.sub(self._ordinal, words)
        self.open += (f"“{found[0]}”是否改为下一届" for found in _SESSION.finditer(words))
        return _PLACE_IN_PERIOD.sub(self._place_in_period, words)

    def _base_year(self, found: re.Match[str]) -> str:
        """比2022年增长 in the plan of 2023 compares with the year before, and so it does the year after."""
        return str(self.this - 1) if int(found[1]) == self.last - 1 else found[0]

    def _ordinal(self, found: re.Match[str]) -> str:
        number = parse(found[1])
        if number is None:
            return found[0]
        moved = number + self.this - self.last
        return f"第{chinese(moved) if not found[1].isdigit() else moved}年"

    def _place_in_period(self, found: re.Match[str]) -> str:
        """“十四五”的开局之年 can be counted; of any other period only its own document tells."""
        before, words = found[0][: -len(found["words"])], found["words"]
        if found["plan"] and any(words.endswith(name) for name in _FIRST_AND_LAST.values()):
            place = self.this - last_year_of_plan(found["plan"]) + 4
            if 0 <= place <= 4:
                return before + _FIRST_AND_LAST.get(place, f"第{chinese(place + 1)}年")
        self.open.append(f"“{words}”是{self.last}年的说法，{self.this}年怎么说")
        return found[0]


#: What is done once: a plan that repeats it the year after should say what comes next.
_ONCE = re.compile(
    r"(?:正式上线(?:运行)?|投入使用|揭牌|挂牌成立|设立|组建|建成|首批|首次|启动|研究制定|制定出台|出台|制定|编制|印发)"
    r"[^，。；！？\n]{0,24}"
)


def done_once(words: str) -> Iterator[str]:
    """The measures in a text that are done once, as far as their verbs tell; what names a year comes every year."""
    for found in _ONCE.finditer(words):
        if not re.search(r"20\d\d|年度|每年", found[0]) and found[0].count("《") == found[0].count("》"):
            yield found[0]
