"""Slips of the keyboard that YAML reads as something else: found and mended in memory, line by line, before parsing.

The parser stops at its first error; this scan goes on, in time linear in the file. What it doesn't know is left to the
parser and to `recover`.

Within: `lines` looks at one line after another, `straight` knows those in which nothing is wrong; the others go through
`blocks`, `indents`, `comments`, `documents`, and by what they hold `items`, `pairs`, `words` and `values`. Where the
scan stands is a `scan.Scan`. `levels` and `written` know columns and values by themselves.
"""

from planforge.yaml_io.parsing.slips.lines import mend

__all__ = ["mend"]
