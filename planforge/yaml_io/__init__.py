"""YAML with positions → Document and back.

`load` reads a plan by `parsing` it and `reading` what is parsed; `plain` does so with other files (settings, the
`roster`), which are no documents. `dump` says a document in mappings, which `emit` writes. `editing` changes a file in
place.
"""

from planforge.yaml_io.dump import dump
from planforge.yaml_io.faults import FAULTS
from planforge.yaml_io.load import load

__all__ = ["FAULTS", "dump", "load"]
