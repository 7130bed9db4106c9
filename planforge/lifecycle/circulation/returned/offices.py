"""Which office a returned file is from: told by its name, its folder, or those who wrote in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from planforge.lifecycle.unit_names import UnitNames, plain
from planforge.model import Document, Roster

#: What people add to the name of a file that they return.
_ADDED = re.compile(r"[（(【\[].*?[)）】\]]|反馈意见|修改意见|征求意见稿?|意见建议|反馈|回复|意见|修改稿?|[-_—\s·]+")
#: What programs call a file by themselves: it names nobody.
_UNNAMED = re.compile(
    r"(?:新建)?(?:MicrosoftWord|MicrosoftOfficeWord|Word|DOCX|WPS文字)?文[档稿]\d*|doc\d+|document\d*", re.I
)


class Offices:
    """Knows the units of a plan and of its office's roster by all their names."""

    def __init__(self, plan: Document, roster: Roster | None) -> None:
        self._names = UnitNames(roster, (unit.value for node in plan.walk() for unit in node.units))
        self._title = plain(plan.title.value)

    def of(self, path: Path, folder: str, authors: Iterable[str]) -> str:
        """The office of a file. A name that nobody knows is taken as it is written: the folder's, else the file's.

        Where that is a name that a program gave, who wrote in it tells, or nobody does.
        """
        wrote = list(dict.fromkeys(author for author in authors if author))
        for words in (path.stem, folder, *wrote):
            if known := self._names.within(plain(words).replace(self._title, "")):
                return known
        bare = _ADDED.sub("", plain(path.stem).replace(self._title, ""))
        named = "" if _UNNAMED.fullmatch(bare) else bare
        return folder or named or "、".join(wrote) or f"未注明单位（{path.stem}）"
