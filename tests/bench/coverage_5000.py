"""Time and peak memory of holding a plan of 5,000 tasks against a directive of 5,000, through the command."""

from __future__ import annotations

import tempfile
from pathlib import Path

from documents import plan_yaml
from measure import PLANFORGE, run

with tempfile.TemporaryDirectory() as folder:
    plan, directive = Path(folder) / "plan.yaml", Path(folder) / "directive.yaml"
    plan.write_text(plan_yaml(5000, seed=1), encoding="utf-8")
    directive.write_text(plan_yaml(5000, seed=2), encoding="utf-8")
    command = [PLANFORGE, "coverage", str(plan), "--against", str(directive), "--format", "json"]
    print(f"coverage of 5,000 by 5,000 tasks: {run(command)}")
