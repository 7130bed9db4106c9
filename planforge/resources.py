"""Where the files that ship with PlanForge lie: within the package in a wheel, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path


def template_dir() -> Path:
    """The folder of shipped templates and style profiles."""
    package = Path(__file__).parent
    wheel = package / "_templates"
    return wheel if wheel.is_dir() else package.parent / "templates"
