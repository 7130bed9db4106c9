"""Time and peak memory of a command, measured from outside. Needs a POSIX system."""

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
    """One run of a command: wall-clock seconds, peak resident memory in MB, exit code."""

    seconds: float
    peak_mb: float
    code: int

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s, peak {self.peak_mb:.0f} MB, exit {self.code}"


def run(command: Sequence[str], cwd: Path | None = None) -> Measure:
    """Run `command` with its output thrown away."""
    start = time.perf_counter()
    child = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    return Measure(seconds, usage.ru_maxrss / RSS_PER_MB, child.returncode)


def median_pair(first: Sequence[str], second: Sequence[str], pairs: int) -> tuple[float, float]:
    """Median seconds of two commands run in turns, so that a busy machine slows both alike; one pair warms up."""
    run(first), run(second)
    times = [(run(first).seconds, run(second).seconds) for _ in range(pairs)]
    return statistics.median(a for a, _ in times), statistics.median(b for _, b in times)
