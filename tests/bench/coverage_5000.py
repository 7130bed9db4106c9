"""Time and peak memory of holding a plan of 5,000 tasks against a directive of 5,000, through the command.

Once with a declared link for every task, once without any, so that all is left to the search.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from documents import linked_yaml, plan_yaml
from measure import PLANFORGE, run

TASKS = 5000

with tempfile.TemporaryDirectory() as folder:
    plan, directive = Path(folder) / "plan.yaml", Path(folder) / "directive.yaml"
    directive.write_text(plan_yaml(TASKS, seed=2), encoding="utf-8")
    command = [PLANFORGE, "coverage", str(plan), "--against", str(directive), "--format", "json"]
    for name, text in (("linked", linked_yaml(TASKS, seed=2)), ("unlinked", plan_yaml(TASKS, seed=1))):
        plan.write_text(text, encoding="utf-8")
        print(f"coverage of {TASKS:,} by {TASKS:,} tasks, {name}: {run(command)}")
