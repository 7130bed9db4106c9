"""Plans of places that don't exist, and what a Word file says when another library reads it."""

from __future__ import annotations

import datetime
import importlib.util
import inspect
import io
import itertools
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from planforge.model import Deadline, Document, Imprint, Section, Task, Text, Units
from planforge.renderers import renderer
from planforge.styles import Style, load
from planforge.text import outline

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
ORGANS = ("示例市市场监督管理局", "示例市知识产权局", "示例市公安局", "示例市司法局", "示例市文化广电和旅游局")
SENTENCE = "加强统筹协调，健全工作机制，每季度调度一次进展情况，及时解决遇到的困难，确保各项任务按期完成。"


@dataclass(frozen=True)
class Line:
    """A paragraph: its text, its style's name, and the Chinese font of each of its runs."""

    text: str
    style: str
    fonts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Word:
    """A Word file as python-docx and lxml see it."""

    data: bytes

    @cached_property
    def lines(self) -> list[Line]:
        """The body's paragraphs outside tables and boxes; blank ones are left out."""
        paragraphs = docx.Document(io.BytesIO(self.data)).paragraphs
        return [
            Line(p.text, p.style.name, tuple((r.text, _font(r)) for r in p.runs)) for p in paragraphs if p.text.strip()
        ]

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]

    @cached_property
    def all_text(self) -> str:
        """Every character in order, tables and boxes included, as a program of today shows them."""
        words = (
            t
            for t in self.xml("word/document.xml").iter(f"{W}t")
            if not any(a.tag == FALLBACK for a in t.iterancestors())
        )
        return "".join(t.text or "" for t in words)

    def line(self, beginning: str) -> Line:
        return next(line for line in self.lines if line.text.startswith(beginning))

    def xml(self, name: str) -> Any:
        with zipfile.ZipFile(io.BytesIO(self.data)) as package:
            return etree.fromstring(package.read(name))


def _font(run: Any) -> str:
    return str(run._r.rPr.find(f"{W}rFonts").get(f"{W}eastAsia"))


@pytest.fixture(scope="session")
def word() -> Callable[[bytes], Word]:
    return Word


@pytest.fixture(scope="session")
def make_task() -> Callable[..., Task]:
    """A task with a text of a few lines, a lead and two support units, and a deadline."""

    def make(heading: str, **fields: Any) -> Task:
        said: dict[str, Any] = {
            "text": Text(SENTENCE * 3),
            "units": Units(lead=(Text("市司法局"),), support=(Text("市公安局"), Text("市教育局"))),
            "deadlines": (Deadline(Text("9月底前")),),
        }
        return Task(heading=Text(heading), **(said | fields))

    return make


@pytest.fixture(scope="session")
def make_plan(make_task: Callable[..., Task]) -> Callable[..., Document]:
    """A finished plan with that many issuers (1 to 5) and sections of that many tasks, or with sections as given."""

    def make(issuers: int = 1, sections: int = 3, tasks: int = 4, **fields: Any) -> Document:
        said: dict[str, Any] = {
            "kind": "work_plan",
            "title": Text("2027年示例市知识产权工作要点"),
            "doc_number": Text("示知〔2027〕1号"),
            "issuers": tuple(Text(name) for name in ORGANS[:issuers]),
            "issued": datetime.date(2027, 1, 5),
            "year": 2027,
            "recipients": Text("各县（区）人民政府，市有关单位"),
            "preamble": Text("2027年全市知识产权工作的总体思路是：" + SENTENCE),
            "sections": tuple(
                Section(
                    heading=Text(f"完善保护体系，抓好第{place}批任务"),
                    tasks=tuple(make_task(f"推进第{turn}项改革") for turn in range(1, tasks + 1)),
                )
                for place in range(1, sections + 1)
            ),
            "imprint": Imprint(
                (Text("市委办公室"), Text("市人大常委会办公室")),
                Text("示例市知识产权局办公室"),
                datetime.date(2027, 1, 6),
            ),
        }
        body = fields.pop("body", said["sections"])
        return outline.complete(Document(**(said | fields | {"sections": body})))

    return make


#: What the measure can tell of a full page of text only.
FULL_PAGE = frozenset({"type area height (lines x pitch)", "22 lines a page", "top margin / ink"})


@pytest.fixture(scope="session")
def printed(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[bytes]]:
    """The PDF of each Word file; several at one go, for LibreOffice takes longer to start than to print a plan."""
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def made(*files: bytes) -> list[bytes]:
        folder = tmp_path_factory.mktemp("printed")
        paths = [folder / f"{number}.docx" for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", folder, *paths], capture_output=True, timeout=600, check=True)
        return [path.with_suffix(".pdf").read_bytes() for path in paths]

    return made


@pytest.fixture(scope="session")
def measure(shared: Path) -> Any:
    """The program that measures GB/T 9704-2012 and lies beside the checkout."""
    path = shared / "tools" / "measure_docx.py"
    specification = importlib.util.spec_from_file_location(path.stem, path)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def judge(measure: Any, printed: Callable[..., list[bytes]], tmp_path: Path) -> Callable[..., list[dict[str, Any]]]:
    """What the measure says of the pages of each file; `but` are the checks that must fail, and no others may.

    What only a full page shows isn't asked of a file that has none.
    """

    def measured(*files: bytes, but: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
        return [judged(data, pdf, but) for data, pdf in zip(files, printed(*files), strict=True)]

    def judged(data: bytes, pdf: bytes, but: frozenset[str]) -> dict[str, Any]:
        file, pages = tmp_path / "page.docx", tmp_path / "page.pdf"
        file.write_bytes(data)
        pages.write_bytes(pdf)
        said, (found, _) = measure.measure_pdf(pages), measure.measure_docx(file)
        failing = [check for check in measure.checks(said, found) if not check["ok"]]
        unseen = frozenset() if said["grid"]["full_pages"] else FULL_PAGE
        assert {check["check"] for check in failing} - unseen == but, failing
        return dict(said)

    return measured


_MM = 25.4 / 72
_NUMBER = re.compile(r"— ?(\d+) ?—")


@dataclass(frozen=True)
class Baseline:
    """Words on one baseline, and where they stand, in mm from the paper's left and top."""

    text: str
    left: float
    right: float
    base: float


@dataclass(frozen=True)
class Sheet:
    """A page as it is printed; `rules` are horizontal ones as (top, left, right, colour)."""

    wide: float
    high: float
    lines: list[Baseline]
    rules: list[tuple[float, float, float, Any]]

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)

    @property
    def number(self) -> int | None:
        found = [_NUMBER.fullmatch(line.text) for line in self.lines]
        return next((int(match[1]) for match in found if match), None)

    def line(self, words: str) -> Baseline:
        return next(line for line in self.lines if words in line.text)


def _sheet(page: Any) -> Sheet:
    chars = sorted((c for c in page.chars if c["text"].strip()), key=lambda c: (round(c["matrix"][5]), c["x0"]))
    lines = []
    for _, group in itertools.groupby(chars, key=lambda c: round(c["matrix"][5])):
        found = sorted(group, key=lambda c: c["x0"])
        base = (float(page.height) - found[0]["matrix"][5]) * _MM
        lines.append(Baseline("".join(c["text"] for c in found), found[0]["x0"] * _MM, found[-1]["x1"] * _MM, base))
    drawn = [*page.lines, *page.rects, *page.curves]
    rules = [
        (
            o["top"] * _MM,
            o["x0"] * _MM,
            o["x1"] * _MM,
            o["non_stroking_color"] if o.get("fill") else o["stroking_color"],
        )
        for o in drawn
        if (o["x1"] - o["x0"]) * _MM > 60 and (o["bottom"] - o["top"]) * _MM < 3
    ]
    return Sheet(float(page.width) * _MM, float(page.height) * _MM, sorted(lines, key=lambda x: x.base), sorted(rules))


@cache
def _set(document: Document, style: Style) -> bytes:
    return bytes(renderer("docx").render(document, style))


class _AskedError(Exception):
    """A test has said what it wants printed."""


def _asked(request: pytest.FixtureRequest) -> Iterator[bytes]:
    """The Word files that the tests to be run of a module ask for first: each is run until it does."""

    def sheets(*documents: Document, style: str | Style = "gbt9704") -> None:
        profile = load(style) if isinstance(style, str) else style
        files.extend(_set(each, profile) for each in documents)
        raise _AskedError

    known = {"make_plan": request.getfixturevalue("make_plan"), "sheets": sheets}
    files: list[bytes] = []
    for item in request.session.items:
        if isinstance(item, pytest.Function) and item.path == request.path:
            wanted = inspect.signature(item.function).parameters.keys()
            if "sheets" in wanted and wanted <= known.keys():
                with suppress(_AskedError):
                    item.function(**{name: known[name] for name in wanted})
    yield from files


@pytest.fixture(scope="module")
def sheets(request: pytest.FixtureRequest, printed: Callable[..., list[bytes]]) -> Callable[..., list[list[Sheet]]]:
    """The pages of each document in a style, as LibreOffice prints them: those of all the module's tests at one go."""
    ahead = list(dict.fromkeys(_asked(request)))
    known = dict(zip(ahead, printed(*ahead) if ahead else [], strict=True))

    def pages(*documents: Document, style: str | Style = "gbt9704") -> list[list[Sheet]]:
        profile = load(style) if isinstance(style, str) else style
        files = [_set(each, profile) for each in documents]
        missing = [file for file in dict.fromkeys(files) if file not in known]
        known.update(zip(missing, printed(*missing) if missing else [], strict=True))
        return [_opened(known[file]) for file in files]

    return pages


def _opened(pdf: bytes) -> list[Sheet]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(pdf)) as file:
        return [_sheet(page) for page in file.pages]
