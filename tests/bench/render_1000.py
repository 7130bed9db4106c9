"""Time and peak memory of setting a plan of 1,000 tasks as a Word file."""

from __future__ import annotations

import tempfile
from pathlib import Path

from documents import plan_yaml
from measure import PLANFORGE, median

with tempfile.TemporaryDirectory() as folder:
    plan, page = Path(folder) / "plan.yaml", Path(folder) / "plan.docx"
    plan.write_text(plan_yaml(1000), encoding="utf-8")
    measured = median([PLANFORGE, "render", str(plan), "-o", str(page)])
    print(f"render 1,000 tasks: {measured}; {page.stat().st_size // 1024} kB")
