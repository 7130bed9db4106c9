"""Time and peak memory of holding a plan against a directive of its size, through the command.

5,000 tasks with a declared link each, first and again with unchanged files; 10,000 clauses without any link, so that
all is left to the search.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from documents import linked_yaml, plan_yaml
from measure import PLANFORGE, median, run

TASKS, CLAUSES = 5000, 10_000
CLAUSES_A_TASK = 3

with tempfile.TemporaryDirectory() as folder:
    plan, directive, cache = (Path(folder) / name for name in ("plan.yaml", "directive.yaml", "cache"))
    command = [PLANFORGE, "coverage", str(plan), "--against", str(directive), "--format", "json"]

    directive.write_text(plan_yaml(TASKS, seed=2), encoding="utf-8")
    plan.write_text(linked_yaml(TASKS, seed=2), encoding="utf-8")
    print(f"coverage of {TASKS:,} by {TASKS:,} linked tasks: {median(command)}")
    print(f"the same again, nothing changed: {median(command, cache=str(cache))}")

    tasks = -(-CLAUSES // CLAUSES_A_TASK)
    directive.write_text(plan_yaml(tasks, seed=2), encoding="utf-8")
    plan.write_text(plan_yaml(tasks, seed=1), encoding="utf-8")
    print(f"coverage of {CLAUSES:,} by {CLAUSES:,} clauses, no link: {run(command)}")
