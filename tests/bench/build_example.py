"""Time and peak memory of `planforge build` on the shipped examples, in a copy of the workspace."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from measure import PLANFORGE, run

ROOT = Path(__file__).resolve().parents[2]

with tempfile.TemporaryDirectory() as folder:
    workspace = Path(folder)
    shutil.copy(ROOT / "planforge.yaml", workspace)
    shutil.copytree(ROOT / "plan_specs", workspace / "plan_specs")
    for attempt in ("first", "second"):
        print(f"planforge build, {attempt} run: {run([PLANFORGE, 'build'], cwd=workspace)}")
