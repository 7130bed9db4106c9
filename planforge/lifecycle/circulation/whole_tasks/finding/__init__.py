"""Whole sections and tasks that an office added, struck out, moved, merged or split in the file that it returned.

`finder` goes through what a `comparison` of the two outlines tells: what became one or several (`merged_and_split`),
what was written over (`rewritten`), what went and came (`come_and_gone`), and what stands elsewhere (`elsewhere`). A
change is told only where the outlines and what `remains` of the lines agree.
"""

from planforge.lifecycle.circulation.whole_tasks.finding.finder import restructured
from planforge.lifecycle.circulation.whole_tasks.finding.restructured import Restructured, Sent

__all__ = ["Restructured", "Sent", "restructured"]
