"""`planforge ledger`: the 台账 of a plan as a workbook, and what was filled in there back into the plan."""

from planforge.lifecycle.ledger.exporting import Exported, export
from planforge.lifecycle.ledger.importing import Taken, take_back, write

__all__ = ["Exported", "Taken", "export", "take_back", "write"]
