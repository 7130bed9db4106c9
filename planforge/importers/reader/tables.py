"""Tables: those that list tasks become sections and tasks, those that list indicators become indicators."""

from __future__ import annotations

from planforge.importers.reader.build import Customs
from planforge.importers.reader.tree import Node
from planforge.model import Indicator


def read(root: Node, customs: Customs) -> tuple[Indicator, ...]:
    return ()
