"""What heads and feet say of a document, its own and those of the notice around it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planforge.importers.reader import kinds
from planforge.importers.reader.parts.head import Foot, Head, names_in_title, read, read_foot
from planforge.importers.reader.parts.part import Parts
from planforge.model import Text
from planforge.text.titles import year_of


@dataclass(frozen=True, slots=True)
class Frame:
    """`outer` and `notice_foot` are the notice's, `own` and `foot` the document's; `facts` are what a page says of it.

    Without a notice, `outer` and `notice_foot` are empty, and `title` is the page's where the document has none.
    """

    title: Text
    outer: Head
    own: Head
    notice_foot: Foot
    foot: Foot
    facts: Mapping[str, Text]

    @classmethod
    def of(cls, divided: Parts, facts: Mapping[str, Text]) -> Frame:
        """Read the heads and feet of a file's parts."""
        outer, own = read(divided.front), read(divided.body)
        if divided.title.value:
            own = _under_announced_title(divided, own)
        title = facts.get("title", Text()) if not own.title.value and not divided.front else own.title
        notice_foot = read_foot(divided.front[outer.length :])
        return cls(title, outer, own, notice_foot, read_foot(divided.foot), facts)

    @property
    def doc_number(self) -> Text:
        """The 文号, the notice's first."""
        return _first(self.outer.doc_number, self.own.doc_number, self.facts.get("doc_number", Text()))

    @property
    def issued(self) -> datetime.date | None:
        """The day of issue; None where nothing tells one that can be read."""
        said = kinds.read_date(self.facts["issued"].value) if "issued" in self.facts else None
        return self.notice_foot.issued or self.foot.issued or said or self.own.issued or self.outer.issued

    @property
    def dated(self) -> Text:
        """The words that a date of issue is printed in, readable or not."""
        return _first(*(part.dated for part in (self.notice_foot, self.foot, self.own, self.outer)))

    @property
    def year(self) -> int | None:
        """The year that the titles name, else that of issue."""
        issued = self.issued
        return year_of(self.title.value) or year_of(self.outer.title.value) or (issued.year if issued else None)

    @property
    def recipients(self) -> Text:
        """The 主送机关 without its colon: the notice's, the document's, or those in the imprint."""
        return _without_colon(_first(self.outer.recipients, self.own.recipients, self.foot.recipients))

    @property
    def notice_recipients(self) -> Text:
        """The 主送机关 of the notice, or those in the imprint."""
        return _without_colon(_first(self.outer.recipients, self.foot.recipients))

    @property
    def issuers(self) -> tuple[Text, ...]:
        """Who signs; else the letterhead, the title, or what the page says."""
        said, mark, told, author = (self._names(fact) for fact in ("issuers", "mark", "own author", "author"))
        named = (names_in_title(self.outer.title), names_in_title(self.own.title))
        marked = next((names for names in (self.outer.letterhead, self.own.letterhead, mark) if names), ())
        fuller = next((names for names in (told, *named, author) if _all_in(marked, names)), marked)
        signed = (self.notice_foot.issuers, self.foot.issuers)
        found = _in_full(next((names for names in (*signed, fuller, *named) if names), ()), named)
        return said if not found or _is_without_place(found, said) else found

    def _names(self, fact: str) -> tuple[Text, ...]:
        """The offices that a page or file names so; a site that names itself tells none."""
        names = kinds.split_names(self.facts[fact]) if fact in self.facts else ()
        return tuple(name for name in names if not name.value.endswith("网站"))


def _under_announced_title(divided: Parts, own: Head) -> Head:
    """The head of a document whose title the notice told: 文号, dates, recipients and （brackets） belong to it."""
    short = [i for i in range(own.length) if not _belongs_to_head(divided.body[i].text)]
    return replace(own, title=divided.title, length=short[0] if short else own.length)


def _belongs_to_head(line: Text) -> bool:
    value = line.value
    return bool(kinds.doc_number(line)) or kinds.is_date(value) or kinds.is_recipients(value) or value[:1] in "（("


def _first(*texts: Text) -> Text:
    """The first of them that says anything."""
    return next((text for text in texts if text.value), Text())


def _without_colon(recipients: Text) -> Text:
    return recipients.slice(0, len(recipients.value.rstrip("：: ")))


def _in_full(names: tuple[Text, ...], named: Sequence[tuple[Text, ...]]) -> tuple[Text, ...]:
    """Who signs in short (省政府办公厅), by the full name that the title begins with."""
    if len(names) != 1:
        return names
    short = _shortened(names[0].value)
    return next((t for t in named if len(t) == 1 and _shortened(t[0].value).endswith(short)), names)


def _shortened(name: str) -> str:
    return name.replace("人民政府", "政府")


def _is_without_place(names: tuple[Text, ...], said: tuple[Text, ...]) -> bool:
    """Whether a title leaves out the place that the page states: 县人民政府关于…, of 示例县人民政府."""
    return len(names) == len(said) == 1 and names[0].value != said[0].value and said[0].value.endswith(names[0].value)


def _all_in(some: tuple[Text, ...], names: tuple[Text, ...]) -> bool:
    """Whether the title names all of the letterhead, which may show the first of a joint document alone."""
    return bool(some) and {name.value for name in some} <= {name.value for name in names}
