"""Plans as files to be issued, and Word files set anew by a profile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planforge.lifecycle.building import Built, Step
    from planforge.lifecycle.typesetting.restyling import Copy

__all__ = [
    "build",
    "built_summary",
    "default_target",
    "font_notice",
    "form_notice",
    "keep_edited",
    "render",
    "restyle",
]


def render(path: str, form: str = "docx", style: str = "") -> bytes:
    """The plan at `path` as a file in a format (`docx`, `pdf`, `markdown`, `json`).

    `style` names a profile or its file, by default the workspace's. Raises InputError for a file that can't be read or
    says nothing, another format or style, and for `pdf` where LibreOffice isn't there.
    """
    from planforge.lifecycle.loading import load
    from planforge.lifecycle.office import office_of
    from planforge.lifecycle.typesetting import rendering
    from planforge.model import InputError

    document = load(path).document
    if not (document.title.value or document.preamble.value or any(document.walk())):
        raise InputError(f"{path}：标题和正文都没有读出来，没有可以排印的内容。请看是不是拿错了文件。")
    return rendering.render(document, office_of(path), form, style)


def font_notice(path: str, style: str = "") -> str:
    """What to tell who makes a PDF of the plan where fonts of its style are missing; empty where none is."""
    from planforge.lifecycle.office import office_of
    from planforge.lifecycle.typesetting import rendering

    return rendering.font_notice(office_of(path), style)


def form_notice(path: str, style: str = "") -> str:
    """What to tell of elements of the plan that the form of its style (信函) doesn't print; empty where none is."""
    from planforge.lifecycle.loading import load
    from planforge.lifecycle.office import office_of
    from planforge.lifecycle.typesetting import rendering

    return rendering.form_notice(lambda: load(path).document, office_of(path), style)


def build(folder: str, *, pages: bool = False) -> Iterator[Step]:
    """Make every output of every plan of the workspace at `folder`, a step at a time; with `pages` pictures as well.

    A plan that can't be read fails alone. Raises InputError where there is no workspace, or no plan.
    """
    from planforge.lifecycle import building

    return building.build(folder, pages=pages)


def default_target(path: str, form: str) -> str:
    """Where a plan is rendered to when nobody says: beside it, by its own name.

    Raises InputError for standard input, which has no name, and where that would be the plan itself.
    """
    from planforge.files import beside
    from planforge.model import InputError
    from planforge.renderers import renderer

    target = beside(path, renderer(form).SUFFIX)
    if Path(target) == Path(path):
        raise InputError(f"{path}：输出会盖掉原文件。请用 -o 另指定文件名。")
    return target


def keep_edited(target: str, content: str | bytes) -> str:
    """Keep the file that `content` is to replace, if somebody edited it; gives where it is now, or nothing."""
    from planforge.lifecycle.typesetting.keeping import keep_edited as keep

    return str(keep(Path(target), content) or "")


def restyle(path: str, style: str = "") -> Copy | None:
    """Write a copy of the Word file at `path`, set by a profile, beside it; None for other files.

    An older copy that somebody edited is kept. Raises InputError for a damaged file, and for a style that isn't there.
    """
    from planforge.lifecycle.typesetting import printing, restyling

    return restyling.copy_in_style(path, style) if printing.is_word(path) else None


def built_summary(built: Built) -> str:
    """What `build` did with a plan, in a few lines: findings, coverage, and the files that were written."""
    if built.check is None:
        return f"{built.plan.name}：没有做成。{built.failure}"
    from planforge.files import shown
    from planforge.reporters.summary import in_words, status_words

    lines = [built.plan.name, f"  核对：{in_words(built.check.diagnostics)}"]
    if built.check.trace:
        lines += [f"  {d.alias}：{status_words(d)}" for d in built.check.trace.directives]
    kept = [f"  上次排出来的 Word 稿有人改过，存为 {shown(path)}" for path in built.kept]
    return "\n".join([*lines, *(f"  → {shown(path)}" for path in built.outputs), *kept])
