"""Every unit's share of a plan."""

from __future__ import annotations

from planforge.lifecycle.splitting import Split, default_folder, split, write

__all__ = ["Split", "default_folder", "split", "write"]
