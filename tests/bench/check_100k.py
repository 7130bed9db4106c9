"""Time of running all rules over a text of 100,000 characters, through the command, and over ten times as much."""

from __future__ import annotations

import tempfile
from pathlib import Path

from documents import prose
from measure import PLANFORGE, median, run

CHARACTERS = 100_000

with tempfile.TemporaryDirectory() as folder:
    text = Path(folder) / "plan.txt"
    for size, measure in ((CHARACTERS, median), (10 * CHARACTERS, run)):
        text.write_text(prose(size), encoding="utf-8")
        print(f"check of {size:,} characters: {measure([PLANFORGE, 'check', str(text)])}")
