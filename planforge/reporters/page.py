"""Pages of one self-contained file, made by Jinja2 from templates/report."""

from __future__ import annotations

from planforge.resources import template_dir


def render_page(template: str, **values: object) -> str:
    """The page `template` with `values`; all text is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(template_dir() / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(**values)
