"""Pages of one self-contained file, made by Jinja2 from templates/report."""

from __future__ import annotations

import re

from planforge.resources import template_dir

#: What HTML has no place for: control characters (a YAML escape can write them), half pairs and noncharacters.
_FORBIDDEN = re.compile(r"[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def render_page(template: str, **values: object) -> str:
    """The page `template` with `values`; all text is escaped, and what HTML forbids is a � in its place."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(template_dir() / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return _FORBIDDEN.sub("\ufffd", environment.get_template(template).render(**values))
