"""What stands around the tasks: title, number, issuers, dates, the notice, 版记."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from planforge.model import Document, Header, Imprint, Notice, Text

#: What people call each part; the keys are the names that `Document` and its records give them.
PART_NAMES: Mapping[str, str] = {
    "title": "标题",
    "doc_number": "文号",
    "issuers": "发文机关",
    "issued": "成文日期",
    "recipients": "主送机关",
    "preamble": "导语",
    "copy_number": "份号",
    "secrecy": "密级",
    "urgency": "紧急程度",
    "signers": "签发人",
    "note": "附注",
    "posts": "签名章",
    "notice.title": "印发通知的标题",
    "notice.recipients": "印发通知的主送机关",
    "notice.text": "印发通知的正文",
    "imprint.copies": "抄送",
    "imprint.printer": "印发机关",
    "imprint.printed": "印发日期",
}


def parts(document: Document) -> Mapping[str, str]:
    """The words of each part, empty where it isn't there: several names are joined by 、, a day is in ISO 8601."""
    return {
        "title": document.title.value,
        "doc_number": document.doc_number.value,
        "issuers": _names(document.issuers),
        "issued": _day(document.issued),
        "recipients": document.recipients.value,
        "preamble": document.preamble.value,
        **_header(document.header),
        **_notice(document.notice or Notice()),
        **_imprint(document.imprint),
    }


def _header(header: Header) -> Mapping[str, str]:
    return {
        "copy_number": header.copy_number,
        "secrecy": header.secrecy,
        "urgency": header.urgency,
        "signers": "、".join(header.signers),
        "note": header.note,
        "posts": "、".join(header.posts),
    }


def _notice(notice: Notice) -> Mapping[str, str]:
    return {
        "notice.title": notice.title.value,
        "notice.recipients": notice.recipients.value,
        "notice.text": notice.text.value,
    }


def _imprint(imprint: Imprint) -> Mapping[str, str]:
    return {
        "imprint.copies": _names(imprint.copies),
        "imprint.printer": imprint.printer.value,
        "imprint.printed": _day(imprint.printed),
    }


def _names(names: Sequence[Text]) -> str:
    return "、".join(name.value for name in names)


def _day(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""
