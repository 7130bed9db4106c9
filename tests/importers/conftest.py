"""Lets the tests of importers share their scorer and how they read: scoring.py, readings.py."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
