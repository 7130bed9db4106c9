"""What becomes of the records of a plan's file: values that change, and lists of records in a new order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from planforge.model import Attachment, Task
from planforge.yaml_io.editing.value_edits import Value


@dataclass(frozen=True, slots=True)
class Revision:
    """Changes of one record, by the English names of its keys; what is not named stays as it is.

    An empty value takes its key away. `records` are the records within it (印发通知, 版记), `lists` its lists of
    records (部分, 任务, 附件): each with all the items that it is to have, in their order.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    records: Mapping[str, Revision] = field(default_factory=dict)
    lists: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.values or self.records or self.lists)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list of records: `old` as it was read, from wherever in the file it stands.

    None for a new one, which is written as the record `new`; what `revision.lists` names stands in it.
    """

    old: Task | Attachment | None
    revision: Revision = field(default_factory=Revision)
    new: Mapping[str, Any] = field(default_factory=dict)
