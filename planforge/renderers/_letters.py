"""Letters around a document, written from templates that an office may replace."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from planforge.model import Document, InputError
from planforge.renderers._wording import BLANK_NAME
from planforge.resources import template_dir

#: How jinja2 tells of a name that nobody gave it.
_UNDEFINED = re.compile("'([^']+)' is undefined")
#: What a template's own sums and names raise; a file that isn't UTF-8 is a ValueError, too.
_RAISED_WITHIN = (
    TypeError,
    ValueError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
)
_INNER_MARKS = str.maketrans("《》", "〈〉")

#: What a template may say; text and numbers only, so that no template reaches into the program.
Words = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Letter:
    """What a template gives: title, recipients without a colon, and the paragraphs of the text, a line each."""

    title: str
    recipients: str
    text: str


def words_of(document: Document) -> dict[str, str | int | None]:
    """What every letter may say of the document that it goes with."""
    return {
        "标题": document.title.value.translate(_INNER_MARKS),
        "年度": document.year,
        "发文机关": "、".join(issuer.value for issuer in document.issuers),
        "主送机关": document.recipients.value.rstrip("：: ") or BLANK_NAME,
        "文号": document.doc_number.value,
        "签发人": "、".join(document.header.signers),
    }


def written(template: str, words: Words, templates: Path | None = None) -> Letter:
    """A letter by the template of this name: title, recipients and text on lines of their own.

    `templates` is a folder whose `notice/` holds templates that replace the shipped ones. Raises InputError (Chinese)
    when a template can't be used.
    """
    lines = [line.strip() for line in _rendered(template, words, templates).splitlines() if line.strip()]
    if len(lines) < 3:
        raise InputError(f"通知模板“{template}”至少要有三行：标题、主送机关、正文。")
    return Letter(lines[0], lines[1].rstrip("：:"), "\n".join(lines[2:]))


def _rendered(template: str, words: Words, templates: Path | None) -> str:
    from jinja2 import TemplateError  # imported late: most plans bring their own notice

    from planforge.renderers._sandbox import Sandbox

    folders = [folder / "notice" for folder in (templates, template_dir()) if folder is not None]
    try:
        return Sandbox(folders).letter(template).render(words)
    except (TemplateError, *_RAISED_WITHIN) as error:
        raise InputError(f"通知模板“{template}”{_fault(error, words)}") from None


def _fault(error: Exception, words: Words) -> str:
    """What is wrong with a template, for people."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        hint = "括号没有配对，或写法不对。名称两边各写两个花括号，如 {{ 标题 }}。"
        return f"第{error.lineno}行有语法错误：{hint}"
    if isinstance(error, UnicodeDecodeError):
        return "不是 UTF-8 编码，请另存为 UTF-8。"
    missing = _UNDEFINED.match(str(error))
    why = f"没有“{missing[1]}”这个名称" if missing else "里面的算式、命令不能执行"
    return f"不能用：{why}。模板里可用的名称：{'、'.join(words)}。"
