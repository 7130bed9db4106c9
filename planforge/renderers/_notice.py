"""The 印发通知 around a plan: the author's own, or written from a template that an office may replace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from planforge.model import Document, InputError, Notice, Text
from planforge.renderers._wording import BLANK_NAME
from planforge.resources import template_dir

#: Kinds that are issued by a notice rather than by themselves.
_ISSUED_BY_NOTICE = frozenset({"work_plan", "programme", "scheme", "strategy"})
_TEMPLATE = "印发通知.j2"
_INNER_MARKS = str.maketrans("《》", "〈〉")


def notice_of(document: Document, templates: Path | None = None) -> Notice | None:
    """The notice that issues the document; None when the document is issued by itself.

    `templates` is a folder whose `notice/印发通知.j2` replaces the shipped one. A notice without recipients has the
    document's. Raises InputError (Chinese) when a template can't be used.
    """
    if document.notice is not None:
        own = document.notice
        return replace(own, recipients=own.recipients if own.recipients.value else document.recipients)
    return _written(document, templates) if document.kind in _ISSUED_BY_NOTICE else None


def _written(document: Document, templates: Path | None) -> Notice:
    lines = [line.strip() for line in _rendered(document, templates).splitlines() if line.strip()]
    if len(lines) < 3:
        raise InputError(f"通知模板“{_TEMPLATE}”至少要有三行：标题、主送机关、正文。")
    return Notice(Text(lines[0]), document.recipients, Text("\n".join(lines[2:])))


def _rendered(document: Document, templates: Path | None) -> str:
    import jinja2  # imported late: most plans bring their own notice
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    folders = [folder / "notice" for folder in (templates, template_dir()) if folder is not None]
    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader(folders), undefined=jinja2.StrictUndefined, autoescape=False
    )
    try:
        return environment.get_template(_TEMPLATE).render(_words(document))
    except jinja2.TemplateSyntaxError as error:
        raise InputError(f"通知模板“{_TEMPLATE}”第{error.lineno}行有语法错误：{error.message}。") from None
    except UnicodeDecodeError:
        raise InputError(f"通知模板“{_TEMPLATE}”不是 UTF-8 编码，请另存为 UTF-8。") from None
    except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, LookupError) as error:
        known = "、".join(_words(document))
        raise InputError(f"通知模板“{_TEMPLATE}”不能用：{error}。模板里可用的名称：{known}。") from None


def _words(document: Document) -> dict[str, str | int | None]:
    """What a template may say; text only, so that no template reaches into the program."""
    title = document.title.value
    return {
        "标题": title.translate(_INNER_MARKS),
        "年度": document.year,
        "发文机关": "、".join(issuer.value for issuer in document.issuers),
        "主送机关": document.recipients.value.rstrip("：: ") or BLANK_NAME,
        "文号": document.doc_number.value,
    }
