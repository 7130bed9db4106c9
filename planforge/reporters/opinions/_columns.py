"""The columns of a 意见汇总表 and the words in them, whatever the format; `comments apply` finds columns by name."""

from __future__ import annotations

from collections.abc import Sequence

from planforge.model.opinions import Opinion, OpinionKind, Opinions, ReturnedFile

KIND_NAMES: dict[OpinionKind, str] = {"comment": "批注", "revision": "修订", "edit": "改动"}
#: What a clerk chooses from.
ADOPTED, PARTLY, REJECTED = "采纳", "部分采纳", "不采纳"
VERDICTS = (ADOPTED, PARTLY, REJECTED)

NUMBER, TASK, UNIT, CONTENT = "序号", "任务", "意见单位", "意见内容"
VERDICT, WORDING, DATA = "采纳情况", "采纳后表述", "数据"
#: The hidden sheet that has the plan, line by line, as it was when opinions were collected.
PLAN = "要点"
HELP = (
    "“修订”是在 Word 里开着修订改的，“改动”是没有开修订直接改的。“采纳情况”从下拉列表选；选“采纳”即照意见修改；"
    "部分采纳的，或者要采纳没有写明怎样改的意见，在“采纳后表述”写上改好的话，用来代替“原文”一栏的全部文字；增加、合并、拆分整项的，写上整段，一项一段。"
)

#: What has to be known of a file that is older than the plan.
OUTDATED = "这份稿子送出以后要点又改过，改过的地方会列成“改动”，请把送出时的要点（或送出的 Word 稿）写在 --against 后面"


def headline(opinions: Opinions) -> str:
    """What the table is called."""
    return f"《{opinions.title}》征求意见汇总表"


def place_words(opinion: Opinion) -> str:
    """Where in the plan an opinion belongs: 第二部分第4项 强化司法保护."""
    return " ".join(filter(None, (opinion.place, opinion.task)))


def summary(opinions: Opinions) -> str:
    """How many files came back, from how many units, with how many opinions."""
    read = [each for each in opinions.files if not each.failure]
    silent = list(dict.fromkeys(each.unit for each in read if not each.opinions))
    words = f"共收到 {len(opinions.files)} 份回复，汇总意见 {len(opinions.opinions)} 条。"
    return words + (f"没有意见的：{'、'.join(silent)}。" if silent else "")


def file_words(returned: ReturnedFile) -> str:
    """What became of a file that came back."""
    if returned.failure:
        return f"没有读出来：{returned.failure}"
    words = f"{returned.opinions} 条意见" if returned.opinions else "没有意见"
    return f"{words}；{OUTDATED}" if returned.outdated else words


def numbered(opinions: Sequence[Opinion]) -> list[tuple[int, Opinion]]:
    """Opinions with the numbers that they are called by."""
    return list(enumerate(opinions, 1))
