"""The head and foot of a document: title, 文号, issuers, date, recipients (GB/T 9704-2012, 7.2 and 7.3)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from planforge.importers.reader import kinds
from planforge.importers.reader.parts.feet import is_signature_and_date
from planforge.importers.reader.parts.openings import TITLE_LINES, joined_title
from planforge.model import Imprint, Paragraph, Text
from planforge.text.numbering import leading_marker
from planforge.text.units import looks_like_unit, split_list

_NOTHING, _NO_IMPRINT = Text(), Imprint()
_ISSUER_IN_TITLE = re.compile(
    r"^(?P<names>[^《》，。]{4,60}?)(?:关于|印发|转发|批转|发布)"
    r"|^(?P<office>[\u4e00-\u9fff]{2,30}(?:局|委|委员会|办|办公室|厅|政府|办事处|管委会|党委|党工委|总队|支队))(?=20\d\d\s?年|工作(?:规则|报告|要点|计划))"
)
#: 关于…主要任务⏎上半年落实情况的通报: what a paper speaks of is no title by itself, whatever words it ends with.
_SPEAKS_OF = re.compile(rf"关于(?!.*的(?:{kinds.TITLE_NOUNS})\s*$)")
_NAMES_PAPER = re.compile(r"^(?!.*关于).*的\s*(?:通\s?[知报告]|意见|决定|公告|函|报告|批复)$")
#: 文档类型：政策类, a line about the file.
_NAMED = re.compile(r"[-*•·\s]*[\u4e00-\u9fff]{2,8}[：:]\s*\S")
#: The number of a 公告 or 令, the month on the cover of a programme, and the day of publication that a page prints.
_ISSUE = re.compile(r"[（(]?[^，。；]{0,60}?第\s?\d{1,4}\s?号[）)]?")
_MONTH = re.compile(r"[（(]?20\d\d\s?年\s?\d{1,2}\s?月[）)]?")
_DAY = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s[\d:]{4,8})?")
#: 任务一：修好水库, and no line about the file.
_TASK_NAME = re.compile(r"[\u4e00-\u9fff]{2,6}[一二三四五六七八九十]{1,3}[：:]")
#: A 文号 that is still to be written in: 〔　〕　号, ××发〔20××〕××号.
_OPEN_NUMBER = re.compile(
    r"\s*[\u4e00-\u9fff×XxＸ]{0,8}\s*〔[\s\d×XxＸ]*〕[\s\d×XxＸ]*号(?:\s*签\s?发\s?人\s*[：:].*)?"
)
#: What stands around the red mark (7.2): 密级, 紧急程度, 签发人.
_AROUND_MARK = re.compile(
    r"(?:绝密|机密|秘密)\s?(?:★\S*)?|特急|加急|特提|平急|\s*签\s?发\s?人\s*[：:].*"
    r"|第\s?[\d一二三四五六七八九十]{1,4}\s?期.*|内部(?:资料|文件|刊物).*|.{2,30}编印?\s.{4,12}日"
)
_SECTIONS = ("一、", "（一）", "1.", "1、", "第一章", "第一条", "第一部分", "壹、", "甲、", "Ⅰ.", "任务一：")
#: A page lists its downloads above the text.
_LIST_HEAD = re.compile(r"附\s?件\s*[：:]")
_COPIES = re.compile(r"抄\s?送\s*[：:]\s*")
_RECIPIENTS = re.compile(r"主\s?送\s*[：:]\s*")
#: A PDF may lose the blanks before the date.
_PRINTER = re.compile(r"(?P<name>\S{4,40}?)(?:\s+|(?=(?:20\d\d|二[〇○零])\S{2}))(?P<date>.{4,12}日)\s*印发$")
#: Room is left for the printer's name.
_PRINTED = re.compile(r"\s*(?P<date>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)\s*印发")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the text of a document, and how many paragraphs of it that takes."""

    title: Text = _NOTHING
    doc_number: Text = _NOTHING
    letterhead: tuple[Text, ...] = ()
    recipients: Text = _NOTHING
    dated: Text = _NOTHING
    length: int = 0

    @property
    def issued(self) -> datetime.date | None:
        """The date that `dated` says; None where it says none, or one that can't be read."""
        return kinds.read_date(self.dated.value)


@dataclass(frozen=True, slots=True)
class Foot:
    """Who signs and when, the imprint, and the recipients where those stand in it (7.3.2)."""

    issuers: tuple[Text, ...] = ()
    dated: Text = _NOTHING
    imprint: Imprint = _NO_IMPRINT
    recipients: Text = _NOTHING

    @property
    def issued(self) -> datetime.date | None:
        """The date that `dated` says; None where it says none, or one that can't be read."""
        return kinds.read_date(self.dated.value)


def read(paragraphs: Sequence[Paragraph]) -> Head:
    """The head of a document or notice: everything up to its first sentence or numbered heading."""
    words = _lines(paragraphs)
    declared = [place for place, _ in enumerate(words) if paragraphs[place].titled]
    lines = [line for place, line in enumerate(words) if place not in declared]
    number = next((n for line in lines if (n := kinds.doc_number(line))), Text())
    mark = _mark(lines)
    issuers = next((names for line in lines if (names := kinds.letterhead(line))), ()) or tuple(
        name for place in mark for name in kinds.split_names(lines[place])
    )
    recipients = next((line for line in lines if kinds.is_recipients(line.value)), Text())
    signed = next((line for line in lines if is_signature_and_date(line.value)), Text())
    dated = next((line for line in lines if kinds.is_date(line.value) or kinds.is_held(line.value)), signed)
    if declared:
        title, behind = joined_title([paragraphs[place] for place in declared]), _NOTHING
    else:
        title, behind = kinds.split_number(_title(paragraphs, lines, mark))
    issuers = issuers or _on_cover(lines) or kinds.split_names(kinds.split_signature(signed)[0])
    length = _length(words, declared or _ends(words, title))
    return Head(title, number if number.value else behind, issuers, recipients, kinds.date_words(dated), length)


def _on_cover(lines: Sequence[Text]) -> tuple[Text, ...]:
    """Who stands on the cover of a programme, above the month."""
    covers = (line for line, below in pairwise(lines) if _MONTH.fullmatch(below.value))
    return next((kinds.split_names(line) for line in covers if kinds.is_signature(line.value)), ())


def read_foot(paragraphs: Sequence[Paragraph]) -> Foot:
    """Signature, date and imprint, wherever they stand among the paragraphs."""
    issuers: tuple[Text, ...] = ()
    dated = Text()
    for above, paragraph in pairwise([Paragraph(), *paragraphs]):
        name, date = kinds.split_signature(paragraph.text)
        if kinds.is_split_name(above.text.value, name.value):
            name = Text.join([above.text, name])
        if paragraph.text.value.rstrip().endswith("印发") or kinds.is_sentence(paragraph.text.value):
            continue
        if kinds.is_signature(name.value) and name.value and not kinds.doc_number(paragraph.text) and not dated.value:
            issuers = (*issuers, *kinds.split_names(name))
        if date.value and not dated.value and (issuers or kinds.is_date(paragraph.text.value)):
            dated = kinds.date_words(date)
    return Foot(issuers, dated, _imprint(paragraphs), _recipients(paragraphs))


def names_in_title(title: Text) -> tuple[Text, ...]:
    """The issuers that a title begins with: 示例市人民政府关于…, 示例镇人民政府2027年…"""
    match = _ISSUER_IN_TITLE.match(title.value)
    names = kinds.split_names(title.slice(0, len(match["names"] or match["office"]))) if match else ()
    return names if names and all(looks_like_unit(name.value) for name in names) else ()


def _recipients(paragraphs: Sequence[Paragraph]) -> Text:
    named = ((paragraph.text, _RECIPIENTS.match(paragraph.text.value)) for paragraph in paragraphs)
    return next((text.slice(match.end()).strip("。 ") for text, match in named if match), Text())


def _imprint(paragraphs: Sequence[Paragraph]) -> Imprint:
    copies: tuple[Text, ...] = ()
    printer, printed = Text(), None
    for paragraph in paragraphs:
        copied, printing = _COPIES.match(paragraph.text.value), _PRINTER.search(paragraph.text.value)
        if copied:
            copies = split_list(paragraph.text.slice(copied.end()))
        if printing:
            printer = paragraph.text.slice(*printing.span("name"))
            printed = kinds.read_date(printing["date"])
        elif dated := _PRINTED.fullmatch(paragraph.text.value):
            printed = kinds.read_date(dated["date"])
    return Imprint(copies, printer, printed)


def _lines(paragraphs: Sequence[Paragraph]) -> list[Text]:
    lines: list[Text] = []
    for paragraph in paragraphs:
        value = paragraph.text.value
        starts_text = kinds.is_sentence(value) and not kinds.is_recipients(value) and not _LIST_HEAD.fullmatch(value)
        if not paragraph.titled and (paragraph.table or paragraph.told or starts_text or _is_section(value)):
            break
        lines.append(paragraph.text)
    return lines


def _ends(lines: Sequence[Text], title: Text) -> list[int]:
    """Where lines stand that the title ends with."""
    return [i for i, line in enumerate(lines) if title.value and title.value.endswith(kinds.compact(line).value)]


def _length(lines: Sequence[Text], title: Sequence[int]) -> int:
    """How many of the lines are the head's: below the title none but those that a head has (7.3.1)."""
    below = range(title[-1] + 1, len(lines)) if title else range(0)
    return next((i for i in below if not _belongs_below_title(lines[i])), len(lines))


def _belongs_below_title(line: Text) -> bool:
    value = line.value
    said = kinds.doc_number(line) or kinds.letterhead(line) or kinds.is_recipients(value) or kinds.is_date(value)
    named = kinds.is_signature(value) or (_NAMED.match(value) and not _TASK_NAME.match(value))
    dated = kinds.is_held(value) or is_signature_and_date(value) or _DAY.fullmatch(value) or _MONTH.fullmatch(value)
    return bool(said or named or dated or _ISSUE.fullmatch(value)) or kinds.is_release(value) or kinds.ends_title(value)


def _is_section(value: str) -> bool:
    marker = leading_marker(value)
    return marker is not None and marker.style in _SECTIONS


def _mark(lines: Sequence[Text]) -> range:
    """Where names of offices stand right above the 文号, as 发文机关标志 without the word 文件 does (7.2.4)."""
    numbers = (
        place for place, line in enumerate(lines) if kinds.doc_number(line) or _OPEN_NUMBER.fullmatch(line.value)
    )
    number = next(numbers, 0)
    stop = number - sum(1 for _ in takewhile(_stands_beside_mark, reversed(lines[:number])))
    names = takewhile(lambda line: kinds.is_signature(line.value), reversed(lines[:stop]))
    return range(stop - sum(1 for _ in names), stop)


def _stands_beside_mark(line: Text) -> bool:
    return _AROUND_MARK.fullmatch(line.value) is not None or re.fullmatch(r"\d{6}", line.value) is not None


def _title(paragraphs: Sequence[Paragraph], lines: Sequence[Text], mark: range) -> Text:
    """The last run of lines that ends as titles do; else a line that the file itself sets as heading."""
    completing = {i for i in range(1, len(lines)) if _completes_title(lines[i], lines[i - 1])}
    candidates = [i for i, line in enumerate(lines) if i not in mark and (_may_be_title(line) or i in completing)]
    ends = [i for i in candidates if kinds.is_title_end(lines[i].value) or i in completing]
    if ends:
        return _fullest([_run(lines, candidates, end) for end in ends if lines[end].value == lines[ends[-1]].value])
    declared = [i for i in candidates if paragraphs[i].level == 1 or paragraphs[i].centred]
    return _run(lines, candidates, declared[-1]) if declared else _only(lines, candidates)


def _completes_title(line: Text, above: Text) -> bool:
    """Whether a line is the rest of the last word of a title: …工作要⏎点."""
    if len(line.value.strip()) != 1 or not _may_be_title(above) or kinds.is_title_end(above.value):
        return False
    return kinds.is_title_end(above.value.rstrip() + line.value.strip())


def _fullest(titles: Sequence[Text]) -> Text:
    """Of a title printed several times the one with most above it, and of those the first."""
    return max(titles, key=lambda title: len(title.value))


def _only(lines: Sequence[Text], candidates: Sequence[int]) -> Text:
    return (
        kinds.compact(lines[candidates[0]]) if len(candidates) == 1 and len(lines[candidates[0]].value) > 7 else Text()
    )


def _run(lines: Sequence[Text], candidates: Sequence[int], end: int) -> Text:
    start = end
    while start - 1 in candidates and end - start < TITLE_LINES - 1 and _continues(lines[start - 1], lines[start]):
        if _is_cut_off(lines[start - 1].value, lines[start : end + 1]):
            break
        start -= 1
    while start - 1 in candidates and _is_office(lines[start]) and _is_office(lines[start - 1]):
        start -= 1  # each office of a joint paper may have its line
    return kinds.compact(Text.join([*lines[start : end + 1], *_behind(lines, lines[end])]))


def _is_cut_off(line: str, below: Sequence[Text]) -> bool:
    """Whether a page cut its own title short above the paper's: a 《 opens in it that nothing closes."""
    return line.rfind("《") > line.rfind("》") and not any("》" in each.value for each in below)


def _is_office(line: Text) -> bool:
    """Whether a line is the name of an office, spaced out or not."""
    return kinds.is_signature(kinds.compact(line).value)


def _behind(lines: Sequence[Text], title: Text) -> list[Text]:
    """The line in brackets below the title, or below the place where a page prints it once more."""
    pairs = pairwise(lines)
    return next(([below] for line, below in pairs if line.value == title.value and kinds.ends_title(below.value)), [])


def _continues(line: Text, below: Text) -> bool:
    """Whether the title goes on below a line: that ends no other title, is no office that the title names again, and
    no words of a page above the office that the title begins with."""
    if below.value.startswith("的") or (_SPEAKS_OF.search(line.value) and _NAMES_PAPER.search(below.value)):
        return True
    if (names_in_title(below) or below.value.startswith("关于")) and not kinds.begins_title(line.value):
        return False
    again = below.value.startswith(line.value) or kinds.is_of_place(below.value, line.value)
    return not kinds.is_title_end(line.value.strip("《》 ")) and not (looks_like_unit(line.value) and again)


def _may_be_title(line: Text) -> bool:
    value = line.value
    named = _NAMED.match(value) is not None or kinds.is_held(value) or _LIST_HEAD.fullmatch(value) is not None
    plain = not named and not (
        kinds.doc_number(line) or kinds.letterhead(line) or kinds.is_recipients(value) or kinds.is_date(value)
    )
    return (
        plain
        and not (_AROUND_MARK.fullmatch(value) or _OPEN_NUMBER.fullmatch(value) or is_signature_and_date(value))
        and (2 < len(value) <= 90 or kinds.is_title_word(value))
        and not kinds.is_release(value)
        and not re.fullmatch(r"[（(].*[）)]", value)
    )
