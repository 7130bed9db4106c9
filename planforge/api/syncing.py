"""What a colleague changed in a plan's Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planforge.lifecycle.sync import Synced


def sync(path: str, edited: str, style: str = "", *, reject: bool = False) -> Synced:
    """What the edited Word file of the plan at `path` changes in it; tracked changes are accepted unless `reject`.

    `style` is the profile that the file was set by, where it doesn't tell itself. Raises InputError where the plan is
    no YAML file, the other no Word file, or either can't be read.
    """
    from planforge.lifecycle import sync as syncing

    return syncing.sync(path, edited, style, reject=reject)


def changes(synced: Synced, *, colour: bool = False) -> str:
    """The changes of the plan for a terminal; the changed lines of the file where no part or task shows them."""
    from planforge.reporters.diff import text as diff_text

    told = any(node.kinds for node in synced.changes.nodes) or synced.changes.parts
    return "\n".join(diff_text.changes(synced.changes, colour=colour)) if told else lines(synced)


def lines(synced: Synced) -> str:
    """The change of the plan's file as `diff -u` shows it."""
    from planforge.fix import file_diff

    return file_diff(synced.source, synced.after, synced.path)


def write(synced: Synced) -> None:
    """Write the plan as the edited file changes it, whole or not at all.

    Raises InputError where the plan's file has changed since.
    """
    from planforge.lifecycle import sync as syncing

    syncing.write(synced)
