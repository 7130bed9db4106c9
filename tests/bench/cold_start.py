"""How long `planforge --help` takes, against `python -c "import click"`, the least that any click program needs.

Prints the medians and their ratio; the aim is at most 1.6.
"""

from __future__ import annotations

from measure import PLANFORGE, PYTHON, median_pair

PAIRS = 21

ours, click = median_pair([PLANFORGE, "--help"], [PYTHON, "-c", "import click"], PAIRS)
print(f"planforge --help {ours * 1000:.0f} ms, import click {click * 1000:.0f} ms, ratio {ours / click:.2f} (aim: 1.6)")
