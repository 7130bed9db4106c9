"""The 意见汇总表 as a Word file to hand round: opinions side by side, with room for verdicts and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planforge.model.opinions import Opinion, Opinions
from planforge.reporters.opinions._columns import KIND_NAMES, file_words, headline, numbered, place_words, summary
from planforge.reporters.word_tables import file, line, lying_style, part, ruled
from planforge.styles import Style

_HEADS = ("序号", "任务", "原文", "意见单位", "意见类型", "意见内容", "采纳情况", "理由")
_SHARES = (6, 14, 26, 13, 8, 30, 9, 14)
_FILE_HEADS, _FILE_SHARES = ("文件", "意见单位", "情况"), (40, 25, 55)
_CENTRED = ("序号", "意见类型", "采纳情况")


def report(opinions: Opinions) -> bytes:
    """The DOCX; the same opinions give the same bytes."""
    style = lying_style()
    return file(headline(opinions), _parts(opinions, style), style)


def _parts(opinions: Opinions, style: Style) -> Iterator[str]:
    yield line(summary(opinions), style)
    if opinions.opinions:
        cells = [_cells(number, opinion) for number, opinion in numbered(opinions.opinions)]
        yield ruled(_HEADS, _SHARES, cells, style, _CENTRED)
    files = [(each.file, each.unit, file_words(each)) for each in opinions.files]
    yield part("回复情况", f"共 {len(files)} 份。", style)
    yield ruled(_FILE_HEADS, _FILE_SHARES, files, style)


def _cells(number: int, opinion: Opinion) -> Sequence[str]:
    unit = f"{opinion.unit}（{opinion.author}）" if opinion.author not in ("", opinion.unit) else opinion.unit
    words = "\n".join(filter(None, (opinion.content, opinion.note and f"［{opinion.note}］")))
    told = (place_words(opinion), opinion.passage, unit, KIND_NAMES[opinion.kind], words)
    return (str(number), *told, "", "")
