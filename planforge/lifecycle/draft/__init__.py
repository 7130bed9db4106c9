"""`planforge draft`: next year's plan from last year's and from what came down since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from planforge import fix, yaml_io
from planforge.coverage import trace
from planforge.lifecycle.checking import CheckOptions, check_against
from planforge.lifecycle.draft.assemble import Assembled, Material, assemble
from planforge.lifecycle.draft.demands import Lacking, lacking
from planforge.lifecycle.draft.head import Findings, head
from planforge.lifecycle.draft.naming import aliases
from planforge.lifecycle.loading import load
from planforge.lifecycle.office import office_of
from planforge.lifecycle.superiors import Superiors, find_superiors
from planforge.model import Diagnostic, Document, InputError, Trace

__all__ = ["Draft", "draft"]

#: How often a draft is held against its superiors to find what it still lacks.
_ROUNDS = 3
#: Further than this no plan is drafted from another.
_FURTHEST = 10


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as YAML with comments, the document that it holds, and what a check of it finds (warnings and worse)."""

    text: str
    document: Document
    findings: tuple[Diagnostic, ...]


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
    made, holding = _assembled(material, documents)
    renamed = replace(superiors, found=tuple((names[alias], each) for alias, each in superiors.found), missing=())
    text, found = _mended(made.document, renamed, path)
    told = Findings((*made.questions, *_not_found(superiors)), made.finished, tuple(_review(holding)), found)
    comments = (f"# {line}".rstrip() for line in head(made.document, last, documents, told))
    return Draft("\n".join((*comments, text)), made.document, found)


def _assembled(material: Material, documents: Sequence[tuple[str, Document]]) -> tuple[Assembled, Trace]:
    """The draft, with what its first version turned out to lack: stubs shift what answers a demand best. And how the
    draft answers its superiors.
    """
    also: Lacking = frozenset()
    for _ in range(_ROUNDS):
        made = assemble(material, also)
        held = trace(made.document, documents)
        more = lacking(held) - also
        if not more:
            break
        also |= more
    return made, held


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


def _mended(document: Document, superiors: Superiors, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The draft as YAML with its safe fixes made, and what a check still says (warnings and worse).

    The check goes by the office that last year's plan at `path` belongs to. What is fixed are slips within the draft,
    so that the superiors needn't be asked before.
    """
    file = document.title.value

    def checked(text: str, superiors: Superiors) -> tuple[Diagnostic, ...]:
        return check_against(path, yaml_io.load(text.encode(), file), superiors, CheckOptions()).diagnostics

    text = yaml_io.dump(document)
    text = fix.apply(text, checked(text, Superiors()), file)
    return text, tuple(each for each in checked(text, superiors) if each.severity != "info")


def _not_found(superiors: Superiors) -> Iterator[str]:
    yield from (each.message for each in superiors.diagnostics())
    if not superiors.found:
        yield "没有上级文件，新任务要您自己加；用 --against 可以指定"


def _review(held: Trace) -> Iterator[str]:
    """The superior tasks of which the texts don't tell whether the plan answers them."""
    for directive in held.directives:
        for each in directive.tasks:
            if each.status == "review":
                near = f"，最接近的是“{each.counterparts[0].heading}”" if each.counterparts else ""
                yield f"{directive.alias}#{each.task.id} {each.task.heading.value}{near}"
