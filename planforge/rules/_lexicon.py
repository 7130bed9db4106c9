"""Word lists of the rules: YAML files in rules/data."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "data"


@cache
def lexicon(name: str) -> Any:
    """What `data/<name>.yaml` holds."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((_FOLDER / f"{name}.yaml").read_text("utf-8"), Loader=loader)
