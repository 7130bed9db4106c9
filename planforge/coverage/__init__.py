"""Coverage: what became in a plan of the demands of its superior documents."""

from planforge.coverage.declared.fingerprint import fingerprint
from planforge.coverage.figures.planned import Figures
from planforge.coverage.trace import trace

__all__ = ["Figures", "fingerprint", "trace"]
