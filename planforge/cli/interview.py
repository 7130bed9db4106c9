"""Asks on a terminal about links and waivers, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from planforge.cli.asking import ask

if TYPE_CHECKING:
    from planforge.lifecycle.linking import Answers
    from planforge.lifecycle.linking.proposals import LinkQuestion, ProposedLink, ProposedWaiver

#: Only what the program suggested can be answered for good: the rest stands in the plan until somebody changes it.
_PROMPT = "y 是  n 不是{}  s 跳过这一条  q 结束并写入已答的"
_FOR_GOOD, _IN_PLAN = "（以后不再问）", "（要点里的请自己改）"
_KINDS = {"suggested": "建议", "outdated": "上级原文已变", "unreviewed": "已声明，未核对"}
_MARKS = {"same": ("", "", None), "gone": ("[-", "-]", "red"), "new": ("{+", "+}", "green")}


class Stop(Exception):
    """The user has had enough; what was answered stands."""


class _Said:
    """The user's answers as they come."""

    def __init__(self) -> None:
        self.accepted: list[ProposedLink] = []
        self.declined: list[ProposedLink] = []
        self.waived: list[ProposedWaiver] = []

    def ask_about(self, waiver: ProposedWaiver) -> None:
        """Whether a waiver still holds; else it stays a question until somebody changes it in the plan."""
        if _ask(_shown_waiver(waiver), _IN_PLAN) == "y":
            self.waived.append(waiver)

    def ask(self, proposal: ProposedLink) -> str:
        """The answer to one proposal, kept. A link that was declared stays a question until its text is accepted."""
        answer = _ask(_shown(proposal), _FOR_GOOD if proposal.kind == "suggested" else _IN_PLAN)
        if answer == "y":
            self.accepted.append(proposal)
        elif answer == "n" and proposal.kind == "suggested":
            self.declined.append(proposal)
        return answer


def interview(questions: Sequence[LinkQuestion], waivers: Sequence[ProposedWaiver] = ()) -> Answers:
    """What the user says to the questions. Ctrl-C and the end of input raise click.Abort: then nothing is said."""
    from planforge.lifecycle.linking import Answers

    said = _Said()
    asked: list[Callable[[], None]] = [partial(said.ask_about, waiver) for waiver in waivers]
    asked += [partial(_go_through, question, said) for question in questions]
    for number, pose in enumerate(asked, 1):
        click.echo(f"\n[{number}/{len(asked)}]")
        try:
            pose()
        except Stop:
            break
    return Answers(tuple(said.accepted), tuple(said.declined), tuple(said.waived))


def _go_through(question: LinkQuestion, said: _Said) -> None:
    """What holds of one superior item: the first choice that is right, and parts that other tasks answer."""
    chosen = ""
    for choice in question.choices:
        answer = said.ask(choice)
        if answer == "s":
            return
        if answer == "y":
            chosen = choice.task.id
            break
    for part in question.parts:
        if part.task.id != chosen and said.ask(part) == "s":
            return


def _ask(shown: Iterator[str], when_not: str) -> str:
    for line in shown:
        click.echo(line)
    answer = ask(f"  确认吗？{_PROMPT.format(when_not)}", "ynsq")
    if answer == "q":
        raise Stop
    return answer


def _shown(proposal: ProposedLink) -> Iterator[str]:
    from planforge.reporters.summary import shown_confidence

    link, task = proposal.link, proposal.task
    sure = f" · 把握 {shown_confidence(proposal.confidence):.0%}" if proposal.confidence else ""
    yield f"  {_KINDS[proposal.kind]}{sure}"
    yield f"  上级 {link.to}：{_difference(proposal)}"
    yield f"  本级 {task.id}：{'　'.join(filter(None, (task.heading.value, task.text.value)))}"
    for superior, plan in proposal.evidence:
        yield f"    依据  上级：{superior}"
        yield f"          本级：{plan}"
    yield from (f"    {told}  上级：{words}" for told, words in proposal.gaps)


def _shown_waiver(proposal: ProposedWaiver) -> Iterator[str]:
    yield f"  不涉及，{_KINDS[proposal.kind]}"
    yield f"  上级 {proposal.waiver.to}：{_difference(proposal)}"
    yield f"  写明的理由：{proposal.waiver.reason}"


def _difference(proposal: ProposedLink | ProposedWaiver) -> str:
    """The superior text; where an earlier one is known, what changed in it."""
    from planforge.lifecycle.linking.lock import text_of
    from planforge.text.word_diff import word_diff

    now = text_of(proposal.item).replace("\n", "　")
    if proposal.kind != "outdated":
        return now
    if proposal.old is None:
        return f"{now}\n    （没有存下上次确认时的原文，只能显示现在的文字）"
    pieces = word_diff(proposal.old.replace("\n", "　"), now)
    return "".join(_marked(*piece) for piece in pieces)


def _marked(change: str, words: str) -> str:
    """Marks stay readable without colours, which click leaves out where they can't be shown."""
    left, right, colour = _MARKS[change]
    return click.style(f"{left}{words}{right}", fg=colour) if colour else words
