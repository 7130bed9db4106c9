"""Reviews the links of a plan and writes those that were accepted into its file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planforge.lifecycle.holding import hold
from planforge.lifecycle.in_place import hold_unchanged, read_plan, write_back
from planforge.lifecycle.linking.lock import Lock, lock_file, name_of, name_of_declined, read_lock, text_of, write_lock
from planforge.lifecycle.linking.proposals import (
    LinkQuestion,
    ProposedLink,
    ProposedWaiver,
    questions,
    waiver_questions,
)
from planforge.model import Link
from planforge.yaml_io.editing import add_links


@dataclass(frozen=True, slots=True)
class Review:
    """The questions about a plan, its links and its `waivers`. `source` are the bytes that they were made from.

    `strangers` are superior documents that the plan doesn't name in 上级文件: links to them lead nowhere without
    --against.
    """

    path: str
    source: bytes
    questions: tuple[LinkQuestion, ...]
    strangers: tuple[str, ...] = ()
    waivers: tuple[ProposedWaiver, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody said to the questions: the links and waivers that hold, and the suggested links that don't."""

    accepted: tuple[ProposedLink, ...] = ()
    declined: tuple[ProposedLink, ...] = ()
    waived: tuple[ProposedWaiver, ...] = ()


def review(path: str, against: Sequence[str] = (), unreviewed: bool = False, again: bool = False) -> Review:
    """All that may be accepted for the plan at `path`; writes nothing.

    What was declined before is left out unless asked for `again`. Raises InputError for a plan that isn't a YAML file,
    and where a superior document is missing.
    """
    source = read_plan(path, "对应关系只能写进 YAML 文件")
    held = hold(path, against)
    known = {superior.alias for superior in held.plan.against} if held.plan else set()
    strangers = tuple(directive.alias for directive in held.directives if directive.alias not in known)
    lock = read_lock(lock_file(path))
    found = questions(held, Lock(lock.texts) if again else lock, unreviewed)
    return Review(path, source, tuple(found), strangers, tuple(waiver_questions(held, lock, unreviewed)))


def sure(found: Iterable[LinkQuestion], least: float) -> tuple[ProposedLink, ...]:
    """The likeliest links on which a verdict of at least this confidence (0 to 1) rests.

    An outdated link is never among them: its text has changed, so somebody must read it.
    """
    likeliest = ((*question.choices[:1], *question.parts) for question in found if question.kind == "suggested")
    return tuple(proposal for each in likeliest for proposal in each if proposal.confidence >= least)


def accept(review: Review, answers: Answers, dry_run: bool = False) -> bytes:
    """Write accepted links and waivers into the plan, their superior texts and what was declined into planforge.lock.

    Gives the plan's new bytes. Each file is written whole or not at all, the plan last: an interrupted run leaves it as
    it was. With `dry_run` nothing is written. Raises InputError where the plan has changed meanwhile, or can't be
    edited.
    """
    links: dict[str, list[Link]] = {}
    for proposal in answers.accepted:
        links.setdefault(proposal.task.id, []).append(proposal.link)
    after = add_links(review.source, review.path, links, [proposal.waiver for proposal in answers.waived])
    if answers != Answers() and not dry_run:
        hold_unchanged(review.path, review.source)
        _remember(review.path, answers)
    if (links or answers.waived) and not dry_run:
        write_back(review.path, review.source, after)
    return after


def _remember(path: str, answers: Answers) -> None:
    file = lock_file(path)
    lock = read_lock(file)
    texts = {name_of(proposal.link): text_of(proposal.item) for proposal in answers.accepted}
    texts |= {name_of(proposal.waiver): text_of(proposal.item) for proposal in answers.waived}
    accepted = {_declined(proposal) for proposal in answers.accepted}
    declined = {**lock.declined, **{_declined(each): each.task.heading.value for each in answers.declined}}
    kept = {name: heading for name, heading in declined.items() if name not in accepted}
    write_lock(file, Lock({**lock.texts, **texts}, kept))


def _declined(proposal: ProposedLink) -> str:
    return name_of_declined(proposal.link, proposal.task)
