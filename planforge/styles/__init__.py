"""Style profiles: how an office sets its pages, as YAML with Chinese keys, read through cerberus.

Lengths are held in twips (1/20 pt, Word's unit), font sizes in half-points, rule weights in eighths of a point.
"""

from planforge.styles.load import DEFAULT, available, load, path_of
from planforge.styles.profile import Face, Form, Page, Style

__all__ = ["DEFAULT", "Face", "Form", "Page", "Style", "available", "load", "path_of"]
