"""argv → api → exit code and output. Nothing heavy is imported until a command runs."""

from __future__ import annotations

from planforge.cli.main import main

__all__ = ["main"]
