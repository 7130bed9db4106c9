"""What a page hides: parts that nobody is to read, or its very text until a script shows that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
#: A text that a script shows has so many stops at least, and so great a share of the page's: one that is hidden beside
#: the same words for another screen has half of them.
_FEWEST, _SHARE = 4, 0.75


@dataclass(slots=True)
class Hidden:
    """Tells what of a page stays hidden. `stops` is how many sentences the page has, hidden ones as well; with 0 all
    that is hidden stays so. One part is shown at most, so that nested ones are not measured again and again."""

    stops: int = 0
    _is_shown: bool = False

    @classmethod
    def of(cls, page: Any) -> Hidden:
        """For the body of a page."""
        return cls(_stops(page))

    def leaves_out(self, node: Any) -> bool:
        """Whether an element is hidden, and holds not most of the page's sentences."""
        attributes = node.attributes
        if not (_STYLE.search(attributes.get("style") or "") or "hidden" in attributes):
            return False
        if self._is_shown or self.stops < _FEWEST or _stops(node) < max(_FEWEST, _SHARE * self.stops):
            return True
        self._is_shown = True
        return False


def _stops(node: Any) -> int:
    return (node.text() or "").count("。")
