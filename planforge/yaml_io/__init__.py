"""YAML with positions → Document and back."""

from planforge.yaml_io.dump import dump
from planforge.yaml_io.faults import FAULTS
from planforge.yaml_io.load import load

__all__ = ["FAULTS", "dump", "load"]
