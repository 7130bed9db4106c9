"""What an importer hands to the reader: paragraphs in reading order, whatever file they came from."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.model.diagnostic import Diagnostic
from planforge.model.document import Suppression
from planforge.model.source import Text

Table = tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a table in its place.

    `level`: a heading level that the file declares (markdown `##`, Word outline, HTML h1–h6), 0 for none. `broken`: the
    line may go on in the next paragraph (plain text and PDF, where a page or line break can cut a sentence).
    `indented`: its first line begins two characters in, as only a paragraph's does (GB/T 9704-2012, 7.3.3). `boxed`: it
    stands in a frame of its own, a text box or a table of one cell. `linked`: all its words are a link to another page.

    Files that were set from a plan tell more: `depth` is that of the item which the paragraph belongs to (1 for a
    section), 0 where nothing tells; `heading` is None but where an item begins, and then the words of its heading with
    the number, empty for an item that has none; then `number` is what it bears instead, if anything. Where first words
    mislead, `sign` are those that are a number and don't look so, `plain` those that look so and are none. `closes`: it
    closes the item, below nested ones if there are any. `targets` is the sentence in it that prints the item's targets.
    `titled`: the line is one of a title's.
    """

    text: Text = Text()
    level: int = 0
    centred: bool = False
    bold: bool = False
    broken: bool = False
    indented: bool = False
    table: Table | None = None
    boxed: bool = False
    linked: bool = False
    depth: int = 0
    heading: str | None = None
    number: str = ""
    sign: str = ""
    plain: str = ""
    closes: bool = False
    targets: str = ""
    titled: bool = False

    @property
    def told(self) -> bool:
        """Whether the file itself tells to which item the paragraph belongs."""
        return self.depth > 0


@dataclass(frozen=True, slots=True)
class Layout:
    """A file as paragraphs; `diagnostics` tell what could not be read, `title` what the file itself calls its title.

    `suppressions`: what the author's own comments in the file set aside. `mark` is the 发文机关标志 that stands in the
    header of page 1, `author` who made the file, as it says itself; both empty where it doesn't. `sealed` is False
    where the file tells that its signature goes without a seal. `own`: this program set the file, and its paragraphs
    tell what is an item.
    """

    file: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    mark: Text = Text()
    author: Text = Text()
    sealed: bool = True
    own: bool = False
