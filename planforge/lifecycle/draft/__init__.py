"""`planforge draft`: next year's plan from last year's and from what came down since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from planforge import fix, yaml_io
from planforge.coverage import trace
from planforge.lifecycle.checking import CheckOptions, check_against
from planforge.lifecycle.draft.assemble import Assembled, Material, assemble
from planforge.lifecycle.draft.demands import Lacking, lacking
from planforge.lifecycle.draft.head import Findings, cropped, head, pushed_down
from planforge.lifecycle.draft.naming import aliases
from planforge.lifecycle.loading import load
from planforge.lifecycle.office import office_of
from planforge.lifecycle.superiors import Superiors, find_superiors
from planforge.model import Diagnostic, Document, InputError, Reading, Trace

__all__ = ["Draft", "draft"]

#: How often a draft is held against its superiors to find what it still lacks.
_ROUNDS = 3
#: Further than this no plan is drafted from another.
_FURTHEST = 10
#: Characters of an item that is named.
_NAME = 24
#: A draft is YAML: how last year's Word file was set says nothing about it.
_TEXT_ALONE = CheckOptions(ignore=("F",))


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as YAML with comments, the document that it holds, and what a check of it finds (warnings and worse)."""

    text: str
    document: Document
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Version:
    """A draft put together, its YAML, what that reads as, and how it answers its superiors."""

    made: Assembled
    text: str
    reading: Reading
    held: Trace


def draft(path: str, year: int, against: tuple[str, ...] = (), output: str = "-") -> Draft:
    """The draft of `year`'s plan from last year's at `path`; `output` is where it will stand. Writes nothing.

    Superior documents are those of `against`, else those of last year's plan. Raises InputError where a file can't be
    read, or where last year's plan has no year or no tasks.
    """
    last = _last_year(path, year)
    superiors, office = find_superiors(last, against), office_of(path)
    names = aliases(superiors.documents(), last.against)
    held = _renamed(trace(last, superiors.documents()), names)
    folder = Path() if output == "-" else Path(output).parent
    documents = [(names[alias], document) for alias, document in superiors.documents()]
    material = Material(last, year, held, names, office.roster, folder)
    renamed = replace(superiors, found=tuple((names[alias], each) for alias, each in superiors.found), missing=())
    version = _complete(material, renamed, path)
    found = check_against(path, version.reading, renamed, _TEXT_ALONE, version.held).diagnostics
    told = tuple(each for each in found if each.severity != "info")
    questions = (*version.made.questions, *_not_found(superiors))
    findings = Findings(questions, version.made.finished, tuple(_review(version.held)), told)
    above = len(head(version.made.document, last, documents, findings))
    findings = replace(findings, check=tuple(pushed_down(each, above) for each in told))
    comments = (f"# {line}".rstrip() for line in head(version.made.document, last, documents, findings))
    return Draft("\n".join((*comments, version.text)), version.made.document, findings.check)


def _complete(material: Material, superiors: Superiors, path: str) -> _Version:
    """The draft, with what its first version turned out to lack: stubs shift what answers a demand best."""
    also: Lacking = frozenset()
    for _ in range(_ROUNDS):
        version = _version(assemble(material, also), superiors, path)
        more = lacking(version.held) - also
        if not more:
            break
        also |= more
    return version


def _version(made: Assembled, superiors: Superiors, path: str) -> _Version:
    """A draft as YAML with its safe fixes made, read again.

    The fixes go by the office that last year's plan at `path` belongs to; they mend slips within the draft, so that
    the superiors needn't be asked.
    """
    file = made.document.title.value
    text = yaml_io.dump(made.document)
    reading = yaml_io.load(text.encode(), file)
    fixed = fix.apply(text, check_against(path, reading, Superiors(), _TEXT_ALONE).diagnostics, file)
    if fixed != text:
        reading = yaml_io.load(fixed.encode(), file)
    return _Version(made, fixed, reading, trace(reading.document, superiors.documents()))


def _last_year(path: str, year: int) -> Document:
    last = load(path).document
    if not any(last.leaves()):
        raise InputError(f"{path}：读不出任务，没有办法据以起草。")
    if last.year is None:
        raise InputError(f"{path}：看不出是哪一年的要点。请在标题里写明，或者加上“年度: ……”。")
    if not 0 < year - last.year <= _FURTHEST:
        raise InputError(f"{path}：这是{last.year}年的要点，不能据以起草{year}年的。--year 应当是以后的年份。")
    return last


def _renamed(held: Trace, names: dict[str, str]) -> Trace:
    return replace(held, directives=tuple(replace(each, alias=names[each.alias]) for each in held.directives))


def _not_found(superiors: Superiors) -> Iterator[str]:
    yield from (each.message for each in superiors.diagnostics())
    if not superiors.found:
        yield "没有上级文件，新任务要您自己加；用 --against 可以指定"


def _review(held: Trace) -> Iterator[str]:
    """The superior tasks of which the texts don't tell whether the plan answers them."""
    for directive in held.directives:
        for each in directive.tasks:
            if each.status == "review":
                name = cropped((each.task.heading.value or each.task.text.value).rstrip("。；"), _NAME)
                nearest = next((counterpart.heading or counterpart.task for counterpart in each.counterparts), "")
                yield f"{directive.alias}#{each.task.id} {name}" + (f"，最接近的是“{nearest}”" if nearest else "")
