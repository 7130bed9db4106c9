"""Options that several commands take in the same words."""

from __future__ import annotations

import click

#: The superior documents to hold a plan against.
against_superiors = click.option(
    "--against", metavar="文件", multiple=True, help="上级文件，可写多次；不写则用要点里的“上级文件”。"
)
