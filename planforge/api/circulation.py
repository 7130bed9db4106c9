"""What other offices wrote into copies of a plan, and what of it is adopted."""

from __future__ import annotations

from planforge.lifecycle.circulation import Adoption, adopt, collect, diff, file_words, report, summary, write

__all__ = ["Adoption", "adopt", "collect", "diff", "file_words", "report", "summary", "write"]
