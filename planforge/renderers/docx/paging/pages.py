"""On which page the parts of a file lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Pages:
    """How many pages a file has, and the page, from 1, that each bookmark lies on."""

    count: int = 0
    marks: Mapping[str, int] = field(default_factory=dict)
