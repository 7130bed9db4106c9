"""Time of holding one document against another, whole process, read anew: `coverage_real.py PLAN DIRECTIVE`."""

from __future__ import annotations

import sys

from measure import PLANFORGE, median

plan, directive = sys.argv[1:]
print(f"coverage: {median([PLANFORGE, 'coverage', plan, '--against', directive, '--format', 'json'], runs=11)}")
