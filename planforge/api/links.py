"""The links between a plan and its superior documents that people confirm."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planforge.lifecycle.linking import Answers, Review


def review(path: str, against: Sequence[str] = (), unreviewed: bool = False, again: bool = False) -> Review:
    """What may be accepted as links of the plan at `path`: outdated and suggested ones, or all that are unreviewed.

    What was declined before comes up only when asked for `again`. Raises InputError where the plan is no YAML file, or
    a file can't be read.
    """
    from planforge.lifecycle import linking

    return linking.review(path, against, unreviewed, again)


def sure(review: Review, least: float) -> Answers:
    """The suggestions whose verdict has at least this confidence, from 0 to 1, as accepted."""
    from planforge.lifecycle import linking

    return linking.Answers(linking.sure(review.questions, least))


def accept(review: Review, answers: Answers, dry_run: bool = False) -> str:
    """Write what was accepted into the plan's file, and remember what was declined (with `dry_run`, neither).

    Gives the plan's change as `diff -u` shows it. Raises InputError where the file has changed since the review.
    """
    from planforge.fix import file_diff
    from planforge.lifecycle import linking

    after = linking.accept(review, answers, dry_run)
    return file_diff(review.source, after, review.path)
