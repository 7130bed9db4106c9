"""Time on texts made to be slow, at two sizes: twice the text may take twice the time, not four times."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

from planforge.engine import run
from planforge.model import Document, InputError, Section, Task, Text
from planforge.rules import RuleContext
from planforge.text import clauses, deadlines
from planforge.text.quantities import find_targets
from planforge.yaml_io import load

PIECES = ("1个", "5个，", "百分之", "十", "6月底前", "每季度", "《", "“", "（5个", "1.", "。")
SIZE = 50_000


def rules(text: Text) -> None:
    task = Task(heading=Text("加强保护"), text=text)
    run(RuleContext(Document(kind="work_plan", sections=(Section(heading=Text("主要任务"), tasks=(task,)),))))


def plan(text: Text) -> None:
    with contextlib.suppress(InputError):  # a refusal is an answer, too
        load(f"标题: 要点\n{text.value}".encode(), "要点.yaml")


READERS: dict[str, Callable[[Text], object]] = {
    "clauses": clauses.split,
    "deadlines": lambda text: deadlines.find(text, 2027),
    "targets": lambda text: find_targets(text, 2027),
    "rules": rules,
    "yaml": plan,
}


def seconds(work: Callable[[Text], object], piece: str, size: int) -> float:
    start = time.process_time()
    work(Text(piece * (size // len(piece))))
    return time.process_time() - start


for name, work in READERS.items():
    work(Text("一"))
    worst = max(PIECES, key=lambda piece: seconds(work, piece, SIZE))
    once, twice = (seconds(work, worst, size) for size in (SIZE, 2 * SIZE))
    print(f"{name}: worst on “{worst}”: {once:.2f} s for {SIZE:,} characters, {twice:.2f} s for twice as many")
