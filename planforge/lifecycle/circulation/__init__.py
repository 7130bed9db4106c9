"""`planforge comments`: opinions of other offices laid side by side, and what was adopted of them put into the plan."""

from planforge.lifecycle.circulation.adopting import Adoption, adopt, diff, write
from planforge.lifecycle.circulation.collecting import collect, report
from planforge.reporters._opinions import file_words, summary

__all__ = ["Adoption", "adopt", "collect", "diff", "file_words", "report", "summary", "write"]
