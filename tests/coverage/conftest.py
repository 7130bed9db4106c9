"""Lets the tests of coverage import what they share with the calibration: labelled.py and calibrate.py."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
