"""docProps: what a file says about itself, from the document and never from the clock or the machine."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from planforge.ooxml.xml import DECLARATION, escape

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)

#: The part that names the program which saved a file, the same in Word files and workbooks.
APPLICATION = "docProps/app.xml"
_OURS = "<Application>PlanForge</Application>"
_PROGRAM = re.compile(rb"<Application>[^<]*</Application>")


@dataclass(frozen=True, slots=True)
class Properties:
    """Title, author and subject of a file; `date` is the document's own, None leaves it out."""

    title: str
    author: str
    subject: str = ""
    date: datetime.date | None = None


def core(properties: Properties) -> str:
    """docProps/core.xml."""
    words = (
        f"<dc:title>{escape(properties.title)}</dc:title>"
        f"<dc:subject>{escape(properties.subject)}</dc:subject>"
        f"<dc:creator>{escape(properties.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(properties.author)}</cp:lastModifiedBy>"
    )
    content = f"{words}{_dates(properties.date)}<dc:language>zh-CN</dc:language>"
    return f"{DECLARATION}<cp:coreProperties {_CORE}>{content}</cp:coreProperties>"


def _dates(date: datetime.date | None) -> str:
    if date is None:
        return ""
    moment = f"{date.isoformat()}T00:00:00Z"
    names = ("created", "modified")
    return "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in names)


def application() -> str:
    """docProps/app.xml of every file that this program writes."""
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{DECLARATION}<Properties xmlns="{uri}">{_OURS}</Properties>'


def is_ours(part: bytes) -> bool:
    """Whether docProps/app.xml names this program as the one that saved the file last (ECMA-376, 22.2.2.3)."""
    return _OURS.encode() in part


def taken_over(part: bytes) -> bytes:
    """docProps/app.xml of a file that this program saves after another one; what else it says stays."""
    return _PROGRAM.sub(_OURS.encode(), part)
