"""Reviews the links of a plan and writes those that were accepted into its file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from planforge.files import read_bytes, write_whole
from planforge.lifecycle.holding import hold
from planforge.lifecycle.loading import is_yaml
from planforge.lifecycle.proposals import Proposal, Question, questions
from planforge.lifecycle.snapshots import name_of, read_snapshots, snapshot_file, text_of, write_snapshots
from planforge.model import InputError, Link
from planforge.yaml_io.edit import add_links


@dataclass(frozen=True, slots=True)
class Review:
    """The questions about a plan. `source` are the bytes that they were made from.

    `strangers` are superior documents that the plan doesn't name in 上级文件: links to them lead nowhere without
    --against.
    """

    path: str
    source: bytes
    questions: tuple[Question, ...]
    strangers: tuple[str, ...] = ()


def review(path: str, against: Sequence[str] = (), unreviewed: bool = False) -> Review:
    """All that may be accepted for the plan at `path`; writes nothing.

    Raises InputError for a plan that isn't a YAML file, and where a superior document is missing.
    """
    source = b"" if path == "-" else read_bytes(path)
    if path == "-" or not is_yaml(source, path):
        raise InputError(f"{path}：对应关系只能写进 YAML 文件。请先运行 planforge import 转换。")
    held = hold(path, against)
    known = {superior.alias for superior in held.plan.against} if held.plan else set()
    strangers = tuple(directive.alias for directive in held.directives if directive.alias not in known)
    found = questions(held, read_snapshots(snapshot_file(path)), unreviewed)
    return Review(path, source, tuple(found), strangers)


def sure(found: Iterable[Question], least: float) -> tuple[Proposal, ...]:
    """The likeliest links on which a verdict of at least this confidence (0 to 1) rests.

    An outdated link is never among them: its text has changed, so somebody must read it.
    """
    likeliest = ((*question.choices[:1], *question.parts) for question in found if question.kind == "suggested")
    return tuple(proposal for each in likeliest for proposal in each if proposal.confidence >= least)


def accept(review: Review, accepted: Sequence[Proposal], dry_run: bool = False) -> bytes:
    """Write the links into the plan, and their superior texts into planforge.lock; gives the plan's new bytes.

    Each file is written whole or not at all, the plan last: an interrupted run leaves it as it was. With `dry_run`
    nothing is written. Raises InputError where the plan has changed meanwhile, or can't be edited.
    """
    links: dict[str, list[Link]] = {}
    for proposal in accepted:
        links.setdefault(proposal.task.id, []).append(proposal.link)
    after = add_links(review.source, review.path, links)
    if accepted and not dry_run:
        if read_bytes(review.path) != review.source:
            raise InputError(f"{review.path}：核对期间文件被别的程序改动了，没有写入。请重新运行。")
        _remember(review.path, accepted)
        write_whole(Path(review.path), after)
    return after


def _remember(path: str, accepted: Sequence[Proposal]) -> None:
    file = snapshot_file(path)
    texts = {name_of(proposal.link): text_of(proposal.item) for proposal in accepted}
    write_snapshots(file, read_snapshots(file) | texts)
