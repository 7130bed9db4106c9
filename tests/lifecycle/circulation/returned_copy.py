"""Word files as other offices return them: a rendered plan with changes and comments in its XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from planforge.ooxml.parts.package import repack
from planforge.ooxml.xml import escape

#: The plan that is sent round.
PLAN = """\
# 征求意见稿
标题: 2027年示例市知识产权工作要点
文号: 示知〔2027〕1号
发文机关: 示例市知识产权局
成文日期: 2027年1月15日
主送机关: 市有关单位
通知:
  标题: 关于印发2027年示例市知识产权工作要点的通知
  内容: 现将《2027年示例市知识产权工作要点》印发给你们，请认真落实。
导语: |
  2027年是强市建设的关键之年。要突出重点，务求实效。

部分:
- 标题: 强化保护
  任务:
  - 标题: 建立技术调查官库   # 甲
    内容: |
      建立技术调查官库，首批入库10人。推行简易案件快审快结。

      每季度通报一次。
    牵头单位: 市中级人民法院
    配合单位: [市司法局, 市财政局]   # 乙
    完成时限: 6月底前
    目标: 简易案件平均审理期限缩短到30天
  - 标题: "规范案件台账"
    内容: 规范案件台账，统一格式。
    责任单位: 市公安局
    完成时限: 9月底前
- 标题: 保障措施
  内容: 加强组织领导，强化督促检查。
"""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WORD15 = "http://schemas.microsoft.com/office/word"
_RUN = '<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'
_LOOK = r"<w:r>(?P<look><w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)<w:t[^>]*>"
_MOMENT = 'w:date="2027-01-20T09:00:00Z"'


@dataclass(slots=True)
class ReturnedCopy:
    """A copy of a Word file in the hands of an office; every method writes as Word does."""

    data: bytes
    xml: str = ""
    _comments: list[str] = field(default_factory=list)
    _extended: list[str] = field(default_factory=list)
    _number: int = 900

    def __post_init__(self) -> None:
        self.xml = self._part("word/document.xml")

    def track(self, old: str, new: str, author: str = "王敏", before: str = "") -> ReturnedCopy:
        """Words behind `before` struck out and others inserted."""
        deleted = f"<w:r>{{look}}<w:delText>{escape(old)}</w:delText></w:r>"
        gone = f"<w:del {self._stamp(author)}>{deleted}</w:del>" if old else ""
        come = f"<w:ins {self._stamp(author)}>{_run(new)}</w:ins>" if new else ""
        return self._split(old, gone + come, before)

    def retype(self, old: str, new: str) -> ReturnedCopy:
        """Words changed without tracking."""
        assert old in self.xml
        self.xml = self.xml.replace(escape(old), escape(new), 1)
        return self

    def remark(
        self, words: str, text: str, author: str = "王敏", answers: int | None = None, done: bool = False
    ) -> ReturnedCopy:
        """A comment on words, or a reply to the comment with the number `answers`."""
        number = len(self._comments)
        start, end = (f'<w:commentRange{side} w:id="{number}"/>' for side in ("Start", "End"))
        called = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        said = f'<w:p w14:paraId="0000000{number}"><w:r><w:annotationRef/></w:r>{_run(text)}</w:p>'.replace(
            "{look}", ""
        )
        self._comments.append(f'<w:comment w:id="{number}" w:author="{escape(author)}" {_MOMENT}>{said}</w:comment>')
        parent = f' w15:paraIdParent="0000000{answers}"' if answers is not None else ""
        self._extended.append(f'<w15:commentEx w15:paraId="0000000{number}"{parent} w15:done="{int(done)}"/>')
        if answers is not None:
            self.xml = self.xml.replace(
                f'<w:commentRangeEnd w:id="{answers}"/>', f'{start}<w:commentRangeEnd w:id="{answers}"/>{end}'
            )
            return self
        return self._split(words, f"{start}{_run(words)}{end}{called}", "")

    def scribble(self, turn: int, share: float, words: str, tracked: bool) -> ReturnedCopy:
        """Words typed somewhere: at a share (0 to 1) of the run with this turn, counted around."""
        runs = list(re.finditer(_LOOK + r"(?P<words>[^<]+)</w:t></w:r>", self.xml.partition("<mc:AlternateContent")[0]))
        found = runs[turn % len(runs)]
        place = round(share * len(found["words"]))
        head, tail = found["words"][:place], found["words"][place:]
        new = f"<w:ins {self._stamp('王敏')}>{_run(words)}</w:ins>" if tracked else _run(words)
        run = "".join([_run(head, True), new, _run(tail, True)]).replace("{look}", found["look"])
        self.xml = self.xml[: found.start()] + run + self.xml[found.end() :]
        return self

    def save(self, path: Path, extended: bool = True) -> Path:
        """The file; without its extended part it is as an older WPS saves it."""
        parts = {"word/document.xml": self.xml.encode()}
        if self._comments:
            parts |= self._comment_parts(extended)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(repack(self.data, parts))
        return path

    def _comment_parts(self, extended: bool) -> dict[str, bytes]:
        spaces = f'xmlns:w="{W}" xmlns:w14="{_WORD15}/2010/wordml" xmlns:w15="{_WORD15}/2012/wordml"'
        names = ["comments", "commentsExtended"][: 1 + extended]
        parts = {
            "word/comments.xml": f"<w:comments {spaces}>{''.join(self._comments)}</w:comments>",
            "word/commentsExtended.xml": f"<w15:commentsEx {spaces}>{''.join(self._extended)}</w15:commentsEx>",
        }
        types = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{_OFFICE}.{n}+xml"/>' for n in names)
        kinds = {"comments": f"{W.rpartition('/wordprocessingml')[0]}/officeDocument/2006/relationships/comments"}
        kinds["commentsExtended"] = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
        relations = "".join(f'<Relationship Id="rC{n}" Type="{kinds[n]}" Target="{n}.xml"/>' for n in names)
        made = {f"word/{name}.xml": parts[f"word/{name}.xml"] for name in names}
        made["[Content_Types].xml"] = self._part("[Content_Types].xml").replace("</Types>", types + "</Types>")
        links = "word/_rels/document.xml.rels"
        made[links] = self._part(links).replace("</Relationships>", relations + "</Relationships>")
        return {name: text.encode() for name, text in made.items()}

    def _split(self, words: str, instead: str, before: str) -> ReturnedCopy:
        """Put something in place of words in the middle of a run; `{look}` in it stands for the run's properties."""
        look, text = _LOOK, "[^<]*"
        pattern = (
            f"{look}(?P<head>{text}?{re.escape(escape(before))}){re.escape(escape(words))}(?P<tail>{text})</w:t></w:r>"
        )
        found = re.search(pattern, self.xml)
        assert found, words
        head, tail = (_run(found[name], escaped=True) if found[name] else "" for name in ("head", "tail"))
        run = (head + instead + tail).replace("{look}", found["look"])
        self.xml = self.xml[: found.start()] + run + self.xml[found.end() :]
        return self

    def _stamp(self, author: str) -> str:
        self._number += 1
        return f'w:id="{self._number}" w:author="{escape(author)}" {_MOMENT}'

    def _part(self, name: str) -> str:
        with zipfile.ZipFile(io.BytesIO(self.data)) as package:
            return package.read(name).decode()


def _run(words: str, escaped: bool = False) -> str:
    return _RUN.replace("{words}", words if escaped else escape(words))


#: Makes fresh copies of what was sent round.
Copies = Callable[[], ReturnedCopy]
