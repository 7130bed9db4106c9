"""`planforge build`: every output of every plan of a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planforge import reporters
from planforge.files import is_folder, shown, write_whole
from planforge.lifecycle.checking import Check, check
from planforge.lifecycle.office import Office, office_of
from planforge.lifecycle.typesetting.keeping import keep_edited
from planforge.lifecycle.typesetting.rendering import render
from planforge.lifecycle.workspace import PLANS, plans
from planforge.model import InputError


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a plan: its check, and the files that were written; `failure` tells why nothing could be.

    `kept` are Word files that somebody had edited where new ones were written.
    """

    plan: Path
    outputs: tuple[Path, ...] = ()
    check: Check | None = None
    failure: str = ""
    kept: tuple[Path, ...] = ()

    @property
    def exit_code(self) -> int:
        return self.check.exit_code if self.check else 2


@dataclass(frozen=True, slots=True)
class Step:
    """Progress: what is being done, and how far it is; a plan that is done brings its result."""

    done: int
    total: int
    doing: str
    result: Built | None = None


def build(folder: str, *, pages: bool = False) -> Iterator[Step]:
    """Check, hold, render and report every plan of the workspace at `folder`, a step at a time.

    With `pages` the findings come as a page, too, with pictures of the plan's pages where they can be painted. A plan
    that can't be read fails alone. Raises InputError where there is no workspace or no plan.
    """
    if not is_folder(folder):  # office_of() looks upwards, and would build the workspace around it
        raise InputError(f"{folder}：找不到这个文件夹。")
    office = office_of(folder)
    found = plans(office.root) if office.root else ()
    if office.root is None or not found:
        raise InputError(f"{folder}：没有要点。要点写在工作区的 {PLANS} 里；planforge init 可以新建工作区。")
    for number, plan in enumerate(found):
        yield Step(number, len(found), plan.name)
        yield Step(number + 1, len(found), plan.name, _build(plan, office, pages))


def _build(plan: Path, office: Office, pages: bool) -> Built:
    output = (office.root or Path()) / office.settings.output
    try:
        checked = check(shown(plan))
        outputs = [*_outputs(plan.stem, checked, office), *(_paged(plan.stem, checked) if pages else ())]
        kept = [old for name, content in outputs if (old := keep_edited(output / name, content))]
        written = [_write(output / name, content) for name, content in outputs]
    except InputError as fault:
        return Built(plan, failure=fault.message)
    return Built(plan, tuple(written), checked, kept=tuple(kept))


def _outputs(stem: str, checked: Check, office: Office) -> Iterator[tuple[str, str | bytes]]:
    yield f"{stem}.docx", render(checked.document, office, "docx")
    for form, name in (("html", "落实情况.html"), ("xlsx", "落实对照表.xlsx")) if checked.trace else ():
        yield f"{stem}.{name}", reporters.reporter("coverage", form).report(checked.trace)
    for form, suffix in (("text", "txt"), ("json", "json")):
        content = reporters.reporter("check", form).report(checked.diagnostics, checked.sources)
        yield f"{stem}.问题清单.{suffix}", content


def _paged(stem: str, checked: Check) -> Iterator[tuple[str, str | bytes]]:
    """The findings as a page with pictures; without them where LibreOffice makes none."""
    from planforge.lifecycle.typesetting.picturing import pictures
    from planforge.reporters.check import html

    try:
        painted = {checked.document.file: pictures(checked.path, checked.document)}
    except InputError:
        painted = {}
    yield f"{stem}.问题清单.html", html.report(checked.diagnostics, checked.sources, pictures=painted)


def _write(path: Path, content: str | bytes) -> Path:
    write_whole(path, content)
    return path
