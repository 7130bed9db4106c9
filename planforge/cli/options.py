"""Options that several commands take in the same words."""

from __future__ import annotations

import datetime

import click

from planforge.cli.dates import day

#: The superior documents to hold a plan against.
against_superiors = click.option(
    "--against", metavar="文件", multiple=True, help="上级文件，可写多次；不写则用要点里的“上级文件”。"
)

#: Where a result goes; whoever names no file sees it.
output_or_screen = click.option("-o", "--output", metavar="文件", default="-", help="写到这个文件；默认写到屏幕。")

#: The day on which a task is late, near its end, or in time.
as_of = click.option(
    "--date",
    "today",
    metavar="日期",
    type=day,
    default=lambda: str(datetime.date.today()),
    help="按哪一天算逾期和临期；不写则为今天。",
)

#: When the end of a task is near.
soon_within = click.option(
    "--soon", metavar="天数", type=click.IntRange(0, 366), default=30, show_default=True, help="离时限几天算临期。"
)

#: The profile that a Word file is set by.
set_in_style = click.option(
    "--style", metavar="样式", default="", help="样式名或样式文件；默认用 planforge.yaml 里的。"
)
