"""Page pictures within a page of HTML, and the page that a finding stands on."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planforge.model import Diagnostic
from planforge.model.pictures import PagePicture, PagePictures

Pictures = Mapping[str, PagePictures]

#: A line is looked for by so many characters; a shorter one stands in too many places.
_LONGEST, _SHORTEST = 16, 6
_BLANK = re.compile(r"\s+")
#: What stands before the words of a line of YAML.
_KEY = re.compile(r"^\s*(?:- )?(?:[\w]+:\s)?[|'\"]?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as a data URI, and the numbers of the findings on its page."""

    page: PagePicture
    source: str
    findings: tuple[int, ...]


def page_numbers(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], pictures: Pictures) -> dict[int, int]:
    """The page of each finding, by the finding's number from 1, where its line's words stand on one."""
    words = {file: [(page.number, _plain(page.words)) for page in found.pages] for file, found in pictures.items()}
    lines = {file: sources.get(file, "").splitlines() for file in pictures}
    found: dict[int, int] = {}
    for number, diagnostic in enumerate(diagnostics, 1):
        file, line = diagnostic.span.file, diagnostic.span.start.line
        if file in words and line <= len(lines[file]):
            wanted = _plain(_KEY.sub("", lines[file][line - 1]))[:_LONGEST]
            page = next((page for page, said in words[file] if wanted in said), None)
            if page is not None and len(wanted) >= _SHORTEST:
                found[number] = page
    return found


def figures(file: str, pictures: Pictures, diagnostics: Sequence[Diagnostic], pages: Mapping[int, int]) -> list[Figure]:
    """The pictures of a file with the findings on each."""
    own = [number for number, diagnostic in enumerate(diagnostics, 1) if diagnostic.span.file == file]
    return [
        Figure(
            page,
            "data:image/png;base64," + b64encode(page.png).decode(),
            tuple(number for number in own if pages.get(number) == page.number),
        )
        for page in (pictures[file].pages if file in pictures else ())
    ]


def _plain(words: str) -> str:
    return _BLANK.sub("", words)
