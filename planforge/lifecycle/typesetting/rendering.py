"""Renders a document in its office's style, with the office's own templates where it has some."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from planforge import renderers, styles
from planforge.lifecycle.fingerprints import origin
from planforge.lifecycle.office import Office
from planforge.model import Document
from planforge.ooxml.parts.origin import with_origin

#: The folder of a workspace whose files replace the shipped ones of the same name.
TEMPLATES = "templates"


def render(document: Document, office: Office, form: str, style: str = "") -> bytes:
    """The document as a file; `style` names a profile or its file, by default the office's.

    A Word file remembers what it was set from by fingerprints, for `planforge sync`. Raises InputError for an unknown
    format or style, and where a template can't be used.
    """
    module = renderers.renderer(form)
    profile = styles.load(style or office.style())
    content: bytes = module.render(document, profile, templates=templates_of(office))
    return with_origin(content, origin(document, profile.name)) if form == "docx" else content


def font_notice(office: Office, style: str = "") -> str:
    """What to tell who makes a PDF on a machine without the fonts of the style; empty where none is missing."""
    from planforge.ooxml.machine.installed import substitutes

    missing = substitutes(styles.load(style or office.style()))
    if not missing:
        return ""
    named = "、".join(f"{name}（以 {other} 代替）" for name, other in missing.items())
    return (
        f"本机没有字体 {named}，PDF 里的字形与印发件不同。"
        "请安装这些字体后重新生成，或在装有这些字体的电脑上用 Word、WPS 打开 Word 文件另存为 PDF。"
    )


def form_notice(read: Callable[[], Document], office: Office, style: str = "") -> str:
    """What to tell whose document has elements that the form of its style has no place for; empty for none.

    A letter (信函) goes to offices that are no superiors, and its 版记 has neither printer nor date (GB/T 9704-2012,
    7.2.6 and 10.1). Only for a letter the document is `read`.
    """
    if styles.load(style or office.style()).form != "信函":
        return ""
    document = read()
    said = {
        "签发人": document.header.signers,
        "印发机关": document.imprint.printer.value,
        "印发日期": document.imprint.printed,
    }
    named = "、".join(name for name, value in said.items() if value)
    upward = "上行文请用“文件”格式的样式。" if document.header.signers else ""
    return f"信函格式没有{named}这些要素，没有印出来。{upward}" if named else ""


def templates_of(office: Office) -> Path | None:
    """The office's folder of templates, None where it has none."""
    folder = office.root / TEMPLATES if office.root else None
    return folder if folder and folder.is_dir() else None
