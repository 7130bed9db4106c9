"""What is wrong in a source and was mended while reading, so that nothing is changed in silence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planforge.importers.reader import kinds
from planforge.importers.reader.paragraphs import flat_table
from planforge.importers.reader.parts import Part, listed
from planforge.importers.reader.tables.attached import is_unread
from planforge.model import Diagnostic, Document, Paragraph, Table, Task, Text
from planforge.text import places
from planforge.text.numbering import lone_marker

_MOST = 100
#: Characters; a shorter line behind the signature is a telephone number, a reader's name and the like.
_A_LINE = 40
_STOPS = ("。", "；", "！", "？", "：")
#: How a table lost its columns: its head is in one line, or has a line for each title.
_FLAT = {False: "压成一行", True: "逐格换行"}


def find(document: Document) -> tuple[Diagnostic, ...]:
    """I101 for every printed number that is not the one its place asks for; a document full of them is told once."""
    wrong = [task for task in document.walk() if _is_wrong(task)]
    told = [_numbering(document, task) for task in wrong[:_MOST]]
    if len(wrong) > _MOST:
        message = f"编号错误太多，共 {len(wrong)} 处，只列出前 {_MOST} 处。"
        told.append(Diagnostic("I101", "warning", message, wrong[_MOST].place.span(), "全文", "请先核对原文的编号。"))
    return tuple(told)


def others(parts: Iterable[Part]) -> tuple[Diagnostic, ...]:
    """I103 for every further document in the file."""
    return tuple(
        Diagnostic(
            "I103",
            "warning",
            f"文件里还有另一份公文《{part.title.value}》，只把第一份当作正文，这一份放在附件里。",
            part.title.span(),
            "正文之后",
            "如果要单独使用，请把它另存为一个文件再导入。",
        )
        for part in parts
    )


def tables(left: Iterable[Table]) -> tuple[Diagnostic, ...]:
    """I105 for every table that lists neither tasks nor indicators: the model has no place for it in the text."""
    return tuple(_table(table) for table in left)


def unread(foot: Iterable[Paragraph]) -> tuple[Diagnostic, ...]:
    """I106 where running text stands behind the signature, and no title says what it belongs to."""
    lost = [p.text for p in foot if kinds.is_text(p.text.value) and len(p.text.value) > _A_LINE]
    if not lost:
        return ()
    return (
        Diagnostic(
            "I106",
            "warning",
            f"落款之后还有 {len(lost)} 段文字（从“{lost[0].value[:20]}”起）没有标题，不知道属于哪份文件，没有读入。",
            lost[0].span(),
            "落款之后",
            "如果是附件或另一份公文，请在它前面加上“附件”和标题再导入；如果是网页上的其他内容，可以不管。",
        ),
    )


def around(left: Iterable[Paragraph]) -> tuple[Diagnostic, ...]:
    """I112 where running text was taken for news above the document or for what a page prints below it."""
    lost = [p.text for p in left if p.text.value.rstrip().endswith(_STOPS) and kinds.is_sentence(p.text.value)]
    if not lost:
        return ()
    return (
        Diagnostic(
            "I112",
            "info",
            f"从“{lost[0].value[:20]}”起的 {len(lost)} 段像是网页上的新闻、解读，不是公文的话，没有读入。",
            lost[0].span(),
            "公文前后",
            "请对照原件；是公文的，删去它上面“以下为全文”“相关阅读”一类的字样，再读一次。",
        ),
    )


def misread(words: Sequence[Text]) -> tuple[Diagnostic, ...]:
    """I114 where scanning made letters of figures."""
    if not words:
        return ()
    return (
        Diagnostic(
            "I114",
            "info",
            f"有 {len(words)} 处数字里混有字母 O、l（第一处是“{words[0].value}”），像是识别认错的，按数字 0、1 读。",
            words[0].span(),
            "全文",
            "请对照原件核对这些数字；不是数字的，在要点里改回来。",
        ),
    )


def within(cut: Sequence[Paragraph]) -> tuple[Diagnostic, ...]:
    """I113 where lines between the paragraphs of the text were taken for buttons and links of a page."""
    if not cut:
        return ()
    first = cut[0].text
    return (
        Diagnostic(
            "I113",
            "info",
            f"正文中间有 {len(cut)} 行（第一行是“{first.value.strip()[:20]}”）像是网页上的按钮、链接，没有读入。",
            first.span(),
            "正文",
            "请对照原件；是公文的话，把它并到上一段或下一段里，再读一次。",
        ),
    )


def unnumbered(document: Document) -> tuple[Diagnostic, ...]:
    """I107 where no item bears a number, so that each paragraph was taken for one."""
    items = document.sections
    return (
        Diagnostic(
            "I107",
            "warning",
            f"正文没有编号的条目，从“{items[0].text.value[:20]}”起的 {len(items)} 段各读作一项任务。",
            items[0].place.span(),
            "正文",
            "请对照原件核对；有不是任务的段落或者一段里有几项任务的，在原件里给各项任务编号（一、（一）1.），再读一次。",
        ),
    )


def attached(document: Document) -> tuple[Diagnostic, ...]:
    """I108 for every attachment with a table about tasks that can't be read as such; the cells are kept."""
    return tuple(
        Diagnostic(
            "I108",
            "info",
            f"附件《{attachment.title.value}》的表格没有责任单位、完成时限等栏，读不出任务；"
            "对照上级文件时，表里的要求不算。",
            attachment.title.span(),
            "附件",
            "表里有正文以外的任务的，请写进正文的条目，或者给表格加上“责任单位”栏。",
        )
        for attachment in document.attachments
        if is_unread(attachment)
    )


def unattached(document: Document, foot: Iterable[Paragraph]) -> tuple[Diagnostic, ...]:
    """I110 for attachments that the text names below it (附件：1.…) and that the file doesn't hold, or whose title is
    all that it holds."""
    names = listed.names(foot)
    held = [attachment.title.value for attachment in document.attachments]
    listed_only = names if len(names) > len(held) else ()
    absent = [name for name in listed_only if not any(name.value in title or title in name.value for title in held)]
    bare = [part.title for part in document.attachments if not part.sections and not part.tables]
    return (
        *(_unattached(f"附件说明里有“{name.value}”，文件里没有这个附件的内容", name, "附件说明") for name in absent),
        *(_unattached(f"附件“{title.value}”只有标题，文件里没有它的内容", title, "附件") for title in bare),
    )


def _unattached(words: str, place: Text, where: str) -> Diagnostic:
    advice = "要随本文件印发的，在“附件”里写上标题和内容；另外成文的，可以不管。"
    return Diagnostic("I110", "info", f"{words}，没有读入。", place.span(), where, advice)


def undated(document: Document) -> tuple[Diagnostic, ...]:
    """I109 where the date of issue is no day of the calendar: it is kept as it is printed."""
    words = document.issued_text
    if document.issued or not words.value:
        return ()
    return (
        Diagnostic(
            "I109",
            "warning",
            f"成文日期“{words.value}”日历上没有，照原样写出，没有读作日期。",
            words.span(),
            "成文日期",
            "请核对后改正。",
        ),
    )


def flattened(document: Document) -> tuple[Diagnostic, ...]:
    """I111 for every text that holds a table of tasks in one line, or a cell to a line, whose columns nothing keeps
    apart."""
    texts = (document.preamble, *(task.text for task in document.walk()))
    return tuple(_flattened(head) for text in texts if (head := flat_table.lost(text)).value)


def _flattened(head: Text) -> Diagnostic:
    way = _FLAT["\n" in head.value]
    return Diagnostic(
        "I111",
        "warning",
        f"正文里有一张{way}的任务表（“{'、'.join(head.value.split())[:20]}……”），各栏分不开，"
        "没有读出任务，原样留在文字里。",
        head.span(),
        "正文",
        "请导入原来的 Word 或 Excel 表；没有的，把表恢复成一行一项，各栏用制表符隔开，再读一次。",
    )


def _table(table: Table) -> Diagnostic:
    cells = [cell for row in table for cell in row if cell.value.strip()]
    head = "、".join(cell.value.strip()[:12] for cell in cells[:3])
    return Diagnostic(
        "I105",
        "warning",
        f"正文里的表格（{len(table)}行，以“{head}”开头）既不是任务表也不是指标表，没有读进结构。",
        (cells[0] if cells else Text()).span(),
        "正文",
        "如果表里有任务或指标，请照原件写进条目或“指标”；否则放进附件。",
    )


def _is_wrong(task: Task) -> bool:
    marker = lone_marker(task.marker)
    return marker is not None and task.number is not None and marker.number != task.number


def _numbering(document: Document, task: Task) -> Diagnostic:
    marker = lone_marker(task.marker)
    right = marker.numbered(task.number) if marker and task.number is not None else ""
    return Diagnostic(
        "I101",
        "warning",
        f"编号有误：原文印作“{task.marker}”，按顺序应为“{right}”。序号照原文保留，条目编号按顺序算作{task.id}。",
        task.place.span(),
        places.where(document, task),
        f"请把“{task.marker}”改为“{right}”；如果前后另有缺漏的条目，请先补齐。",
        "GB/T 9704-2012，7.3.3",
    )
