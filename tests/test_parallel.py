"""Work that is shared among processes gives what one process gives."""

from __future__ import annotations

import os
import select
import signal
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import InitVar, dataclass, field
from typing import Any

import pytest

from planforge import parallel
from planforge.model import Document, Section, Task, Text
from planforge.parallel import Portion, Stages, in_one_stage, in_parallel, meanwhile
from planforge.text.outline import complete

ITEMS = list(range(parallel.LEAST + 3))


@dataclass(frozen=True)
class Thing:
    """Something that is known by being itself."""

    name: str


@dataclass(frozen=True)
class Empty:
    """Something without anything to tell."""


@dataclass
class Own:
    """Something that isn't made of the values that it has."""

    size: InitVar[int]
    name: str = field(init=False)

    def __post_init__(self, size: int) -> None:
        self.name = "戊" * size


THINGS = [Thing("甲"), Thing("乙")]


@pytest.fixture(autouse=True)
def cores(monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(os, "fork"):
        pytest.skip("这个系统不能分出进程")
    monkeypatch.setattr(parallel, "cores", lambda: 3)


def known() -> Sequence[object]:
    return THINGS


def each(do: Callable[[int], Any]) -> Callable[[Portion], Stages[list[Any]]]:
    """Work that does one thing to each item of its portion."""
    return lambda portion: in_one_stage(lambda: [do(item) for item in portion.of(ITEMS)])


def test_results_come_in_order():
    assert in_parallel(each(lambda item: item * 2), len(ITEMS), known) == [item * 2 for item in ITEMS]


def test_other_processes_really_work():
    assert len(set(in_parallel(each(lambda _: os.getpid()), len(ITEMS), known))) == 3


def test_other_processes_work_through_all_stages():
    def staged(portion: Portion) -> Stages[list[int]]:
        yield portion.number
        yield portion.number
        return [os.getpid()]

    assert len(set(in_parallel(staged, len(ITEMS), known))) == 3


def test_few_items_stay_in_this_process():
    assert set(in_parallel(each(lambda _: os.getpid()), 10, known)) == {os.getpid()}


def test_known_things_come_back_as_themselves():
    results = in_parallel(each(lambda item: [THINGS[item % 2]]), len(ITEMS), known)
    assert all(result[0] is THINGS[item % 2] for item, result in zip(ITEMS, results, strict=True))


def test_what_comes_from_other_processes_is_as_it_was_made():
    made = [
        Thing("丙"),
        Text.at_place("丁", "要点.yaml", 3),
        document("推进", range(2)),
        Portion(1, 2),
        Empty(),
        Own(3),
    ]
    assert [repr(one) for one in in_parallel(each(lambda _: made), len(ITEMS), known)[-1]] == list(map(repr, made))


def test_all_hear_what_each_says_in_the_order_of_portions():
    results = in_parallel(conversation, len(ITEMS), known)
    assert results == [[[0, 1, 2], ["甲", "乙", "甲"]]] * 3


def conversation(portion: Portion, begin: Callable[[int], None] = lambda stage: None) -> Stages[list[list[Any]]]:
    """Work of three stages; `begin` is told when each begins."""
    begin(0)
    numbers = yield portion.number
    begin(1)
    things = yield THINGS[numbers[portion.number] % 2]
    begin(2)
    assert all(any(thing is known for known in THINGS) for thing in things)
    return [[numbers, [thing.name for thing in things]]]


def test_a_process_that_dies_is_stood_in_for():
    here = os.getpid()

    def work(item: int) -> int:
        if os.getpid() != here:
            os._exit(9)
        return item

    assert in_parallel(each(work), len(ITEMS), known) == ITEMS


@pytest.mark.parametrize("last", [0, 1, 2])
def test_a_process_that_dies_at_any_stage_is_stood_in_for(last: int):
    here = os.getpid()

    def die(stage: int) -> None:
        if stage == last and os.getpid() != here:
            os._exit(9)

    whole = in_parallel(conversation, len(ITEMS), known)
    assert in_parallel(lambda portion: conversation(portion, die), len(ITEMS), known) == whole


def test_where_no_process_can_be_made_all_is_done_here(monkeypatch: pytest.MonkeyPatch):
    def refused() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refused)
    assert set(in_parallel(each(lambda _: os.getpid()), len(ITEMS), known)) == {os.getpid()}


@pytest.mark.parametrize("size", [1, 1_000_000], ids=["waiting to hear", "waiting to be heard"])
def test_no_process_is_left_behind_by_one_that_is_killed(size: int):
    def killed(portion: Portion) -> Stages[list[Any]]:
        if portion.number == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        yield "甲" * size
        return []

    last, held = os.pipe()  # all that are copied from here hold its other end
    try:
        program = os.fork()
        if not program:
            in_parallel(killed, len(ITEMS), known)
        os.close(held)
        os.waitpid(program, 0)
        assert select.select([last], [], [], 20)[0], "还有进程没有结束"
    finally:
        os.close(last)


def test_a_fault_is_raised_here():
    def work(item: int) -> int:
        raise ValueError(item)

    with pytest.raises(ValueError, match="0"):
        in_parallel(each(work), len(ITEMS), known)


def test_a_program_with_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.undo()
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert set(in_parallel(each(lambda _: os.getpid()), len(ITEMS), known)) == {os.getpid()}
    finally:
        stop.set()
        thread.join()


def test_another_process_works_meanwhile():
    with meanwhile(lambda: (os.getpid(), THINGS[1]), len(ITEMS), known) as found:
        there, thing = found()
    assert there != os.getpid()
    assert thing is THINGS[1]


def test_what_is_little_is_done_here_when_it_is_asked_for():
    with meanwhile(os.getpid, 10, known) as found:
        assert found() == os.getpid()


def test_work_of_a_process_that_dies_meanwhile_is_done_here():
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os._exit(9)
        return "甲"

    with meanwhile(work, len(ITEMS), known) as found:
        assert found() == "甲"


def test_nobody_works_on_for_one_who_does_not_ask():
    last, held = os.pipe()
    try:
        with meanwhile(lambda: time.sleep(60), len(ITEMS), known):
            os.close(held)
        assert select.select([last], [], [], 20)[0], "还有进程没有结束"
    finally:
        os.close(last)


def test_a_trace_is_the_same_by_one_process_and_by_several(monkeypatch: pytest.MonkeyPatch):
    from planforge.coverage import trace

    monkeypatch.setattr(parallel, "LEAST", 4)
    directive, plan = document("推进", range(12)), document("完善", range(4, 16), rate=90)
    several = trace(plan, [("省意见", directive)])
    monkeypatch.setattr(parallel, "cores", lambda: 1)
    one = trace(plan, [("省意见", directive)])
    assert several == one
    assert several.directives[0].targets
    leaves = {id(leaf) for leaf in directive.leaves()}
    assert {id(task.task) for task in several.directives[0].tasks} == leaves


def document(verb: str, numbers: range, rate: int = 95) -> Document:
    told = f"群众满意度达到{rate}%。"
    texts = [(f"{verb}第{n}类事项", f"{verb}{n}号平台建设。开展{n + 1}次培训。{told}") for n in numbers]
    tasks = tuple(Task(heading=Text(heading), text=Text(text)) for heading, text in texts)
    section = Section(heading=Text("任务"), tasks=tasks)
    return complete(Document(kind="opinion", title=Text("意见"), sections=(section,)))
