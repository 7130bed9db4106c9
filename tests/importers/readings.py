"""Reads documents that tests write, and shows what was read."""

from __future__ import annotations

from planforge.importers import read
from planforge.model import Document, Reading, Task, Units

NOTICE = """示例市人民政府办公室文件

示政办发〔2027〕5号

示例市人民政府办公室关于印发示例市2027年教育工作要点的通知

各县（市、区）人民政府，市政府各部门：
《示例市2027年教育工作要点》已经市政府同意，现印发给你们，请认真贯彻执行。

                        示例市人民政府办公室
                          2027年3月5日
（此件公开发布）

示例市2027年教育工作要点

根据《云溪省教育强省纲要》（云发〔2027〕3号）要求，制定本要点。
一、总体要求
坚持立德树人。
二、主要目标
新增学位3000个。
三、重点任务
（一）扩大学位供给。新建学校3所。（责任单位：市教育局、市发展改革委）
（二）推进集团化办学
组建教育集团2个。
牵头单位：市教育局
配合单位：市财政局、市人力资源社会保障局
四、保障措施
（三）加强领导。健全机制。
"""


def reading(text: str, file: str = "文件.txt") -> Reading:
    return read(text.encode(), file)


def document(text: str) -> Document:
    return reading(text).document


def outline(document: Document) -> dict[str, str]:
    """Each node's id and its heading, or the words of its text where it has none."""
    return {task.id: task.heading.value or task.text.value for task in document.walk()}


def leaf(document: Document, number: str) -> Task:
    return next(task for task in document.walk() if task.id == number)


def units(found: Units) -> dict[str, list[str]]:
    roles = {"lead": found.lead, "support": found.support, "responsible": found.responsible}
    return {role: [str(name) for name in names] for role, names in roles.items() if names}
