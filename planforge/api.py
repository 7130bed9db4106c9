"""The library's face: everything that the command line does, as functions.

Bad input raises `planforge.model.InputError`, whose message is for the user. Nothing here prints or exits.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from planforge.lifecycle.annotating import Annotated
    from planforge.lifecycle.building import Built, Step, build
    from planforge.lifecycle.checking import Check, CheckOptions, check
    from planforge.lifecycle.circulation import Adoption
    from planforge.lifecycle.circulation import adopt as adopt_comments
    from planforge.lifecycle.circulation import collect as collect_comments
    from planforge.lifecycle.circulation import diff as adoption_diff
    from planforge.lifecycle.circulation import file_words as returned_words
    from planforge.lifecycle.circulation import report as report_opinions
    from planforge.lifecycle.circulation import summary as opinions_summary
    from planforge.lifecycle.circulation import write as write_adoption
    from planforge.lifecycle.covering import Covering, Question, cover
    from planforge.lifecycle.draft import Draft
    from planforge.lifecycle.fixing import Change, fixes, make
    from planforge.lifecycle.holding import hold as trace
    from planforge.lifecycle.known import New
    from planforge.lifecycle.ledger import Taken
    from planforge.lifecycle.ledger import export as export_ledger
    from planforge.lifecycle.ledger import take_back as read_back
    from planforge.lifecycle.ledger import write as write_back
    from planforge.lifecycle.linking import Answers, Review
    from planforge.lifecycle.loading import load, load_bytes
    from planforge.lifecycle.splitting import Split, default_folder, split
    from planforge.lifecycle.splitting import write as write_split
    from planforge.lifecycle.status import follow_up
    from planforge.lifecycle.sync import Synced
    from planforge.model import Diagnostic, FollowUp, Grouping, Reading, Trace
    from planforge.model.pictures import PagePictures

#: Names that are passed on as they are, and where in lifecycle each lives: a command loads only what it needs.
_ELSEWHERE = {
    "Adoption": "circulation",
    "Built": "building",
    "Change": "fixing",
    "Check": "checking",
    "CheckOptions": "checking",
    "Step": "building",
    "adopt_comments": "circulation.adopt",
    "adoption_diff": "circulation.diff",
    "Covering": "covering",
    "Question": "covering",
    "build": "building",
    "check": "checking",
    "cover": "covering",
    "collect_comments": "circulation.collect",
    "default_folder": "splitting",
    "export_ledger": "ledger.export",
    "fixes": "fixing",
    "follow_up": "status",
    "load": "loading",
    "load_bytes": "loading",
    "make": "fixing",
    "read_back": "ledger.take_back",
    "split": "splitting",
    "Split": "splitting",
    "trace": "holding.hold",
    "write_back": "ledger.write",
    "report_opinions": "circulation.report",
    "write_adoption": "circulation.write",
    "write_split": "splitting.write",
    "opinions_summary": "circulation.summary",
    "returned_words": "circulation.file_words",
}

__all__ = [
    "Adoption",
    "Built",
    "Change",
    "Check",
    "CheckOptions",
    "Covering",
    "Question",
    "Split",
    "Step",
    "accept_links",
    "adopt_comments",
    "adoption_diff",
    "annotate",
    "build",
    "built_summary",
    "can_paint",
    "check",
    "collect_comments",
    "compare",
    "convert",
    "cover",
    "default_folder",
    "default_target",
    "diff",
    "draft",
    "explain",
    "export_ledger",
    "fixes",
    "follow_up",
    "has_holes",
    "init",
    "known_findings",
    "ledger_diff",
    "load",
    "load_bytes",
    "make",
    "opinions_summary",
    "page_pictures",
    "read_back",
    "render",
    "report_checks",
    "report_diagnostics",
    "report_opinions",
    "report_status",
    "report_trace",
    "restyle",
    "returned_words",
    "review_links",
    "schema",
    "settled_share",
    "share_words",
    "split",
    "style_list",
    "style_source",
    "sure_links",
    "sync",
    "sync_changes",
    "sync_lines",
    "to_json",
    "to_yaml",
    "trace",
    "without_known",
    "write_adoption",
    "write_back",
    "write_split",
    "write_synced",
]


def __getattr__(name: str) -> object:
    if name not in _ELSEWHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, own_name = _ELSEWHERE[name].partition(".")
    found: object = getattr(importlib.import_module(f"planforge.lifecycle.{module}"), own_name or name)
    return found


def to_json(reading: Reading) -> bytes:
    """The document in the contract's JSON, with what the reader found."""
    from planforge.renderers import json as writer

    return writer.dumps(writer.to_dict(reading))


def to_yaml(reading: Reading, lang: str = "zh") -> str:
    """The document as a clerk would write it; `lang` (zh or en) is that of the keys."""
    from planforge import yaml_io

    return yaml_io.dump(reading.document, "en" if lang == "en" else "zh")


def convert(path: str, lang: str) -> str:
    """The YAML file at `path` with its keys in `lang` (zh or en), everything else as it was."""
    from planforge.files import read_bytes
    from planforge.yaml_io.convert import convert as convert_keys

    return convert_keys(read_bytes(path), path, "en" if lang == "en" else "zh")


def draft(path: str, year: int, against: Sequence[str] = (), output: str = "-") -> Draft:
    """The draft of `year`'s plan from last year's at `path` and the superior documents; it will stand at `output`."""
    from planforge.lifecycle import draft as drafting

    return drafting.draft(path, year, tuple(against), output)


def diff(
    before: str, after: str, against: Sequence[str] = (), form: str = "text", *, colour: bool = False
) -> str | bytes:
    """What differs between two documents (`text`, `json`, `html`), or the second with tracked changes (`docx`)."""
    from planforge.lifecycle import diff as comparing
    from planforge.lifecycle.diff.tracked import tracked
    from planforge.reporters import reporter

    if form == "docx":
        return tracked(before, after)
    report = reporter("diff", form).report
    content: str = report(comparing.compare(before, after, against), colour=colour)
    return content


def built_summary(built: Built) -> str:
    """What `build` did with a plan, in a few lines: findings, coverage, and the files that were written."""
    if built.check is None:
        return f"{built.plan.name}：没有做成。{built.failure}"
    from planforge.files import shown
    from planforge.reporters._summary import in_words, status_words

    lines = [built.plan.name, f"  核对：{in_words(built.check.diagnostics)}"]
    if built.check.trace:
        lines += [f"  {d.alias}：{status_words(d)}" for d in built.check.trace.directives]
    return "\n".join([*lines, *(f"  → {shown(path)}" for path in built.outputs)])


def report_status(follow_up: FollowUp, form: str, by: Grouping | None = None, *, colour: bool = False) -> str | bytes:
    """How the work stands (`text`, `json`; `xlsx` is bytes): all of it, or by section, unit or superior document."""
    from planforge.reporters import reporter

    content: str | bytes = reporter("status", form).report(follow_up, by, colour=colour)
    return content


def ledger_diff(taken: Taken) -> str:
    """What a ledger changes in the plan's file, as `diff -u` shows it."""
    from planforge.fix import unified_diff
    from planforge.yaml_io.encoding import decode

    before, after = (decode(data, taken.path)[0] for data in (taken.source, taken.after))
    return unified_diff(before, after, taken.path)


def has_holes(held: Trace) -> bool:
    """Whether anything is not covered, only partly, or for a person to look at."""
    from planforge.reporters import _summary

    return _summary.has_holes(held)


def annotate(
    checked: Check, options: CheckOptions | None = None, reviewer: str = "", date: datetime.date | None = None
) -> Annotated:
    """A copy of the checked Word file with comments and tracked changes in a reviewer's name (核稿 by default)."""
    from planforge.lifecycle import annotating

    default = annotating.Reviewer()
    signed = annotating.Reviewer(reviewer or default.name, date)
    return annotating.annotate(checked, options or CheckOptions(), signed)


def without_known(checks: Sequence[Check], baseline: str) -> New:
    """The checks without the findings that the file `baseline` holds, and how many those were."""
    from planforge.lifecycle import known

    return known.without_known(checks, baseline)


def known_findings(checks: Sequence[Check]) -> str:
    """The content of a file for `without_known` that holds all findings of the checks."""
    from planforge.lifecycle import known

    return known.write(checks)


def report_diagnostics(reading: Reading) -> str:
    """What a reader found, as text for a terminal."""
    return str(_report(reading.diagnostics, {reading.document.file: reading.source}, "text", colour=False))


def report_checks(
    checks: Sequence[Check], form: str, *, colour: bool = False, pictures: Mapping[str, PagePictures] | None = None
) -> str | bytes:
    """All checks in one report (`text`, `json`, `sarif`, `html`; `xlsx` is bytes); `html` may show `pictures`."""
    found = tuple(d for each in checks for d in each.diagnostics)
    sources = {file: text for each in checks for file, text in each.sources.items()}
    if pictures and form == "html":
        from planforge.reporters import html

        return html.report(found, sources, pictures=pictures)
    return _report(found, sources, form, colour=colour)


def can_paint() -> bool:
    """Whether LibreOffice is there, which sets pages for pictures."""
    from planforge.ooxml import libreoffice

    return libreoffice.program() is not None


def page_pictures(check: Check, style: str = "") -> PagePictures:
    """The pages of a checked file, painted. Raises InputError where LibreOffice is needed and isn't there."""
    from planforge.lifecycle import picturing

    return picturing.pictures(check.path, check.document, style)


def _report(found: Sequence[Diagnostic], sources: dict[str, str], form: str, *, colour: bool) -> str | bytes:
    from planforge.reporters import reporter

    content: str | bytes = reporter("check", form).report(found, sources, colour=colour)
    return content


def report_trace(held: Trace, form: str, *, colour: bool = False) -> str | bytes:
    """Coverage in a format (`text`, `json`, `html`, `markdown`; `xlsx` and `docx` are bytes)."""
    from planforge.reporters import reporter

    content: str | bytes = reporter("coverage", form).report(held, colour=colour)
    return content


def settled_share(held: Trace) -> float:
    """The share of all superior tasks that are covered or waived, from 0 to 1."""
    from planforge.reporters import _summary

    return _summary.settled_share(held)


def share_words(held: Trace) -> str:
    """The share of settled tasks in one line, for a log."""
    from planforge.reporters import _summary

    return _summary.share_words(held)


def compare(held: Trace, baseline: str) -> Trace:
    """`held` with what changed since the report at `baseline`, an earlier output in JSON."""
    from dataclasses import replace

    from planforge.lifecycle.baseline import changes_since

    return replace(held, changes=changes_since(held, baseline))


def review_links(path: str, against: Sequence[str] = (), unreviewed: bool = False, again: bool = False) -> Review:
    """What may be accepted as links of the plan at `path`: outdated and suggested ones, or all that are unreviewed.

    What was declined before comes up only when asked for `again`.
    """
    from planforge.lifecycle import linking

    return linking.review(path, against, unreviewed, again)


def sure_links(review: Review, least: float) -> Answers:
    """The suggestions whose verdict has at least this confidence, from 0 to 1, as accepted."""
    from planforge.lifecycle import linking

    return linking.Answers(linking.sure(review.questions, least))


def accept_links(review: Review, answers: Answers, dry_run: bool = False) -> str:
    """Write what was accepted into the plan's file, and remember what was declined (with `dry_run`, neither).

    Gives the plan's change as `diff -u` shows it.
    """
    from planforge.fix import unified_diff
    from planforge.lifecycle import linking
    from planforge.yaml_io.encoding import decode

    after = linking.accept(review, answers, dry_run)
    before, now = (decode(data, review.path)[0] for data in (review.source, after))
    return unified_diff(before, now, review.path)


def sync(path: str, edited: str, style: str = "", *, reject: bool = False) -> Synced:
    """What the edited Word file of the plan at `path` changes in it; tracked changes are accepted unless `reject`."""
    from planforge.lifecycle import sync as syncing

    return syncing.sync(path, edited, style, reject=reject)


def sync_changes(synced: Synced, *, colour: bool = False) -> str:
    """The changes of the plan for a terminal; the changed lines of the file where no part or task shows them."""
    from planforge.reporters.diff_text import changes

    told = any(node.kinds for node in synced.changes.nodes) or synced.changes.parts
    return "\n".join(changes(synced.changes, colour=colour)) if told else sync_lines(synced)


def sync_lines(synced: Synced) -> str:
    """The change of the plan's file as `diff -u` shows it."""
    from planforge.fix import unified_diff
    from planforge.yaml_io.encoding import decode

    before, now = (decode(data, synced.path)[0] for data in (synced.source, synced.after))
    return unified_diff(before, now, synced.path)


def write_synced(synced: Synced) -> None:
    """Write the plan as the edited file changes it, whole or not at all."""
    from planforge.lifecycle import sync as syncing

    syncing.write(synced)


def render(path: str, form: str = "docx", style: str | None = None) -> bytes:
    """The plan at `path` as a file; `style` names a profile or its file, by default the workspace's."""
    from planforge.lifecycle import rendering
    from planforge.lifecycle.loading import load
    from planforge.lifecycle.office import office_of

    return rendering.render(load(path).document, office_of(path), form, style or "")


def font_notice(path: str, style: str | None = None) -> str:
    """What to tell who makes a PDF of the plan where fonts of its style are missing; empty where none is."""
    from planforge.lifecycle import rendering
    from planforge.lifecycle.office import office_of

    return rendering.font_notice(office_of(path), style or "")


def restyle(path: str, style: str = "") -> str | None:
    """Write a copy of the Word file at `path`, set by a profile, beside it; gives its path, None for other files."""
    from planforge.lifecycle import printing, restyling

    return restyling.copy_in_style(path, style) if printing.is_word(path) else None


def default_target(path: str, form: str) -> str:
    """Where a plan is rendered to when nobody says: beside it, by its own name; standard input has no name."""
    from planforge.model import InputError
    from planforge.renderers import renderer

    suffix: str = renderer(form).SUFFIX
    target = str(PurePath(path).with_suffix(suffix)) if path != "-" else "-"
    if target == path:
        raise InputError(f"{path}：输出会盖掉原文件。请用 -o 另指定文件名。")
    return target


def explain(code: str | None = None) -> str:
    """The manual page of a code, or the index of all of them."""
    from planforge import manual

    return manual.explain(code) if code else manual.index()


def schema(name: str) -> str:
    """The JSON Schema (draft-07) for editors (`editor`) or of the normalised form (`contract`)."""
    import json

    from planforge import schemas

    content = schemas.contract() if name == "contract" else schemas.editor()
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def init(folder: str) -> Iterator[tuple[Path, bool]]:
    """Makes `folder` a workspace; gives each file and whether it is new."""
    from planforge.lifecycle import workspace

    return workspace.init(Path(folder))


def style_list() -> Iterator[tuple[str, str]]:
    """The shipped style profiles: name and title."""
    from planforge import styles

    return ((name, styles.load(name).summary) for name in styles.available())


def style_source(name: str) -> str:
    """The YAML of a style profile."""
    from planforge import styles

    styles.load(name)
    return styles.path_of(name).read_text(encoding="utf-8")
