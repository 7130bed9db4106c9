"""The one table of names: what a clerk may write in YAML, in both languages, and what it means.

The contract, the editor's schema, the normalisation, the writer and `fmt` are all made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

FieldType = Literal[
    "text",  # words that keep their place
    "names",  # of units or people; several in one scalar are split
    "flag",  # 是 or 否
    "string",  # words that need no place
    "item",  # 省意见#3.2: a superior document and an item of it
    "date",  # YYYY-MM-DD
    "year",
    "number",
    "amount",  # a number, a pair of them, or words
    "word",  # one of a closed list: see words.py
    "record",
    "records",
    "aliases",  # 上级文件: name → path or 文号
    "tables",  # tables of rows of cells
]


@dataclass(frozen=True, slots=True)
class Name:
    """One key: English, Chinese (the first is the one written), the type of its value, what it is for, and an example.

    `of` names the record type of `record`/`records`, or the closed list of `word`.
    """

    english: str
    chinese: tuple[str, ...]
    type: FieldType
    description: str
    example: str
    of: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping of YAML: its name, what Chinese calls it, its keys, `short` the key that bare text is for."""

    name: str
    chinese: str
    names: tuple[Name, ...]
    short: str = ""

    def find(self, key: str) -> Name | None:
        """The entry of a key in either language."""
        return _by_key(self.name).get(key)

    def english(self, name: str) -> Name:
        """The entry of an English key; KeyError when there is none."""
        return _by_key(self.name)[name]


def _units(english: str, chinese: tuple[str, ...], description: str) -> Name:
    return Name(english, chinese, "names", description, "[市公安局, 市市场监管局]")


_LEAD = _units("lead", ("牵头单位", "牵头", "主办单位", "牵头部门"), "牵头单位，一个或几个。")
_SUPPORT = _units("support", ("配合单位", "配合", "参与单位", "协办单位", "配合部门"), "配合、参与的单位。")
_RESPONSIBLE = _units("responsible", ("责任单位", "负责单位", "责任部门"), "不分牵头、配合时的责任单位。")

_TASK = (
    Name("id", ("编号", "条目编号"), "string", "自定的条目编号；不写则按序号推出，如 3.1。", "强基-1"),
    Name("marker", ("序号",), "string", "印出来的序号；不写则按位置推出；写“无”表示不编号。", "（一）"),
    Name("heading", ("标题", "题目", "小标题"), "text", "标题，不带序号。", "强化司法保护"),
    Name(
        "text", ("内容", "正文", "措施"), "text", "正文；有下级任务时，是下级任务之前的文字。", "健全技术调查官制度。"
    ),
    Name("closing", ("结尾", "结语"), "text", "下级任务之后的文字。", "以上各项于年底前完成。"),
    _LEAD,
    _SUPPORT,
    _RESPONSIBLE,
    Name(
        "deadlines",
        ("完成时限", "时限", "完成时间", "期限"),
        "records",
        "完成时限，照公文的说法写。",
        "6月底前",
        "deadline",
    ),
    Name(
        "targets",
        ("目标", "工作目标", "任务目标"),
        "records",
        "要达到的数量，写成一句话或分开写。",
        "[万人高价值发明专利拥有量达到3.2件]",
        "target",
    ),
    Name("implements", ("落实", "对应", "落实条目"), "records", "落实上级文件的哪些条目。", "[省意见#3.2]", "link"),
    Name("status", ("状态", "完成情况"), "word", "做得怎样了；起草下年要点时，已完成的不再列入。", "已完成", "status"),
    Name("progress", ("进展", "工作进展"), "string", "做到哪一步。", "已建成2家，占目标的40%"),
    Name("evidence", ("佐证", "佐证材料"), "string", "证明材料。", "示知〔2027〕18号"),
    Name("note", ("备注",), "string", "备注，不印出来。", "等省里的实施细则"),
    Name("tasks", ("任务", "工作任务", "子任务"), "records", "下级任务。", "[{标题: 强化司法保护}]", "task"),
)

_SECTIONS = Name(
    "sections", ("部分", "章节"), "records", "正文的各部分（一、二、……）。", "[{标题: 总体要求}]", "section"
)

_SEEN = Name("seen", ("已阅", "指纹"), "string", "上次核对时上级条文的指纹，由 planforge link 填写。", "3fa1c2")

RECORDS: tuple[Record, ...] = (
    Record(
        "document",
        "文件",
        (
            Name("kind", ("类型", "文种"), "word", "文件的种类。", "工作要点", "kind"),
            Name("title", ("标题", "名称"), "text", "文件标题。", "2027年示例市知识产权工作要点", required=True),
            Name("doc_number", ("文号", "发文字号"), "text", "发文字号，年份用六角括号〔〕。", "示知〔2027〕1号"),
            Name(
                "issuers",
                ("发文机关", "发文单位"),
                "names",
                "发文机关；联合行文时，主办机关在前。",
                "[示例市知识产权局]",
            ),
            Name("copy_number", ("份号",), "string", "份号，6位数字。", "000001"),
            Name("secrecy", ("密级", "密级和保密期限"), "string", "密级和保密期限，照印。", "机密★1年"),
            Name("urgency", ("紧急程度",), "string", "紧急程度：特急或加急。", "加急"),
            Name("signers", ("签发人",), "names", "签发人；写了就是上行文。", "[张明, 李华]"),
            Name("sealed", ("盖章", "加盖印章"), "flag", "落款处是否盖章；不写为“是”。", "是"),
            Name("posts", ("签名章", "签发人职务"), "names", "落款用签发人签名章时，写签发人的职务。", "[局长]"),
            Name("note", ("附注",), "string", "附注，不带括号。", "此件公开发布"),
            Name("issued", ("成文日期", "发文日期", "日期"), "date", "成文日期。", "2027年3月1日"),
            Name("year", ("年度", "年份"), "year", "计划所属的年份。", "2027"),
            Name("level", ("层级", "级别"), "word", "发文机关的层级。", "市", "level"),
            Name("recipients", ("主送机关", "主送"), "text", "主送机关，不带冒号。", "各县（市、区）人民政府"),
            Name(
                "against",
                ("上级文件", "依据文件"),
                "aliases",
                "要对照的上级文件：简称和路径（或文号）。",
                "{省意见: directives/省意见.docx}",
            ),
            Name("preamble", ("导语", "引言", "前言"), "text", "第一部分之前的文字。", "2027年是实施新规划的第二年。"),
            _SECTIONS,
            Name(
                "indicators",
                ("指标", "主要指标", "指标表"),
                "records",
                "指标表的各行。",
                "[{名称: 专利授权量}]",
                "indicator",
            ),
            Name(
                "citations",
                ("引用文件", "引用"),
                "records",
                "引用的文件；正文里写明的不必再写。",
                "[{标题: 示例意见}]",
                "citation",
            ),
            Name("notice", ("印发通知", "通知"), "record", "印发本文件的通知。", "{标题: 关于印发……的通知}", "notice"),
            Name("attachments", ("附件",), "records", "附件。", "[{标题: 任务分工表}]", "attachment"),
            Name("imprint", ("版记",), "record", "文末的版记。", "{印发机关: 示例市知识产权局}", "imprint"),
            Name(
                "waivers",
                ("不涉及", "不适用"),
                "records",
                "本文件不必落实的上级条目和理由。",
                "[{条目: 省意见#4.15, 理由: 本市无海关}]",
                "waiver",
            ),
        ),
    ),
    Record(
        "section",
        "部分",
        (Name("role", ("角色", "性质"), "word", "这一部分起什么作用；不写则按标题判断。", "重点任务", "role"), *_TASK),
        "heading",
    ),
    Record("task", "任务", _TASK, "heading"),
    Record(
        "deadline",
        "时限",
        (
            Name("text", ("原文", "时限"), "text", "公文里的说法。", "6月底前", required=True),
            Name("date", ("日期", "截止日期"), "date", "最后一天；不写则从原文读出。", "2027-06-30"),
            Name("recurs", ("周期",), "string", "怎样重复。", "每季度"),
        ),
        "text",
    ),
    Record(
        "target",
        "目标",
        (
            Name("text", ("原文", "内容"), "text", "写成一句话的目标。", "专利授权量达到3000件"),
            Name("indicator", ("指标", "名称"), "string", "指标名称。", "专利授权量"),
            Name("op", ("要求", "比较"), "word", "不低于、超过、等于、不超过、低于、区间、下降、约。", "不低于", "op"),
            Name("value", ("数值", "目标值"), "amount", "数值，与单位合起来照原文；区间写成两个数。", "3.2"),
            Name("unit", ("单位", "计量单位"), "string", "计量单位。", "件"),
            Name("year", ("年份", "年度"), "year", "达到的年份。", "2027"),
        ),
        "text",
    ),
    Record(
        "link",
        "落实条目",
        (
            Name(
                "to",
                ("条目", "对应"),
                "item",
                "上级文件的简称、#、条目编号（措施再加 /序号）。",
                "省意见#3.2/1",
                required=True,
            ),
            _SEEN,
        ),
        "to",
    ),
    Record(
        "waiver",
        "不涉及条目",
        (
            Name("item", ("条目",), "item", "上级文件的简称、#、条目编号。", "省意见#4.15", required=True),
            Name("reason", ("理由", "原因"), "string", "为什么不涉及。", "本市无海关机构", required=True),
            _SEEN,
        ),
    ),
    Record(
        "notice",
        "印发通知",
        (
            Name("title", ("标题", "名称"), "text", "通知的标题。", "关于印发2027年工作要点的通知"),
            Name("recipients", ("主送机关", "主送"), "text", "通知的主送机关，不带冒号。", "各县区人民政府"),
            Name("text", ("内容", "正文"), "text", "通知的正文。", "现印发给你们，请认真贯彻执行。"),
        ),
    ),
    Record(
        "attachment",
        "附件",
        (
            Name("title", ("标题", "名称"), "text", "附件的标题。", "任务分工表"),
            _SECTIONS,
            Name("tables", ("表格",), "tables", "表格：每张是若干行，每行是若干格。", "[[[序号, 任务], [1, 建园区]]]"),
        ),
        "title",
    ),
    Record(
        "imprint",
        "版记",
        (
            Name("copies", ("抄送", "抄送机关"), "names", "抄送机关。", "[市委办公室, 市人大常委会办公室]"),
            Name("printer", ("印发机关",), "text", "印发机关。", "示例市知识产权局办公室"),
            Name("printed", ("印发日期",), "date", "印发日期。", "2027年3月2日"),
        ),
    ),
    Record(
        "indicator",
        "指标",
        (
            Name("name", ("名称", "指标", "指标名称"), "text", "指标名称。", "专利授权量", required=True),
            Name("unit", ("单位", "计量单位"), "string", "计量单位。", "件"),
            Name("baseline", ("基期值", "现状值", "基数"), "number", "基期的数值。", "2500"),
            Name("target", ("目标值", "目标"), "number", "要达到的数值。", "3000"),
            Name("text", ("原文", "说明"), "string", "表里的写法。", "年均增长5%"),
            _LEAD,
            _SUPPORT,
            _RESPONSIBLE,
        ),
    ),
    Record(
        "citation",
        "引用文件",
        (
            Name("title", ("标题", "名称"), "string", "文件标题，不带书名号。", "示例省知识产权保护意见"),
            Name("doc_number", ("文号", "发文字号"), "string", "文号。", "示政发〔2026〕8号"),
        ),
        "title",
    ),
)


@cache
def record(name: str) -> Record:
    """The record type of a name, which must be one of the table's."""
    return next(entry for entry in RECORDS if entry.name == name)


@cache
def _by_key(name: str) -> dict[str, Name]:
    entries = record(name).names
    return {key: entry for entry in entries for key in (entry.english, *entry.chinese)}


@cache
def all_keys() -> frozenset[str]:
    """Every key of every record, in both languages."""
    return frozenset(key for entry in RECORDS for key in _by_key(entry.name))
