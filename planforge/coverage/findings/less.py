"""How a phrase of the plan asks for less than one of its superior's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Less:
    """The superior's words and the plan's by which a phrase asks for less; no words of the superior's where it is
    plain (开展 against 鼓励开展), and the plan's word alone tells."""

    superior: str
    plan: str

    @property
    def is_plain(self) -> bool:
        """Whether the superior has no word for a duty or for all."""
        return not self.superior
