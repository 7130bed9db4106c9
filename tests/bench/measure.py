"""Time and peak memory of a command, measured from outside. Needs a POSIX system.

Commands run as an installed program does: with compiled bytecode (the first run makes it) and, unless a folder is
given, without results of earlier runs.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PYTHON = sys.executable
PLANFORGE = str(Path(sys.executable).parent / "planforge")

#: ru_maxrss counts kilobytes on Linux and bytes on macOS.
RSS_PER_MB = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Measure:
    """One run of a command: seconds by the clock and of all its processes' work (a busy machine shows in the first
    more than in the second), peak resident memory of its largest process in MB, exit code.
    """

    seconds: float
    work: float
    peak_mb: float
    code: int

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s ({self.work:.2f} s of work), peak {self.peak_mb:.0f} MB, exit {self.code}"


def run(command: Sequence[str], cwd: Path | None = None, cache: str = "off") -> Measure:
    """Run `command` with its output thrown away; `cache` is the folder of results that it may use again."""
    environment = {**os.environ, "PLANFORGE_CACHE": cache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    quiet = subprocess.DEVNULL
    child = subprocess.Popen(command, cwd=cwd, env=environment, stdout=quiet, stderr=quiet)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    return Measure(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / RSS_PER_MB, child.returncode)


def median(command: Sequence[str], runs: int = 3, cache: str = "off") -> Measure:
    """The run of several that takes the median of work, after one to warm up."""
    run(command, cache=cache)
    return sorted((run(command, cache=cache) for _ in range(runs)), key=lambda each: each.work)[runs // 2]


def median_pair(first: Sequence[str], second: Sequence[str], pairs: int) -> tuple[float, float]:
    """Median seconds of two commands run in turns, so that a busy machine slows both alike; one pair warms up."""
    run(first), run(second)
    times = [(run(first).seconds, run(second).seconds) for _ in range(pairs)]
    return statistics.median(a for a, _ in times), statistics.median(b for _, b in times)
