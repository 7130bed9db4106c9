"""Reads both files, works out the plan's new text, and writes it when somebody has agreed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from yaml.nodes import Node, ScalarNode

from planforge import styles
from planforge.lifecycle.diff import compare_documents
from planforge.lifecycle.in_place import read_plan, write_back
from planforge.lifecycle.kinship import stranger
from planforge.lifecycle.loading import load_bytes
from planforge.lifecycle.office import Office, office_of
from planforge.lifecycle.sync import parts, unheeded
from planforge.lifecycle.sync.attached import attachments
from planforge.lifecycle.sync.closing import without_closing_lists
from planforge.lifecycle.sync.edited import Edited, read
from planforge.lifecycle.sync.findings import Findings, called
from planforge.lifecycle.sync.history import History
from planforge.lifecycle.sync.mirror import reading_of_print
from planforge.lifecycle.sync.numbers import renumbered, written_otherwise
from planforge.lifecycle.sync.revised import revised
from planforge.lifecycle.sync.trees import Merger, Three
from planforge.lifecycle.sync.wording import sets_other_targets
from planforge.lifecycle.sync.writable import writable
from planforge.model import Document, Reading
from planforge.model.changes import Comparison
from planforge.yaml_io.editing import Editable, Revision
from planforge.yaml_io.editing.pairs import pair

#: What is known of the plan that the file was set from: this very one, an earlier one, or nothing.
Basis = Literal["same", "earlier", "unknown"]
#: As many leaves gone, and a larger share of all, are more than a colleague strikes out of a draft.
_MANY, _MUCH = 3, 0.25


@dataclass(frozen=True, slots=True)
class Synced:
    """What a sync would do to the plan at `path`: `source` and `after` are its bytes, `changes` what differs.

    `basis` tells what the file was set from; `conflicts`, `kept` and `left` are what doesn't go back, and why, in words
    for people; `unlinked` are removed nodes with the superior items that they answered. `comments` are what colleagues
    wrote into the file, `tracked` how many changes of it were tracked. `stranger` tells why the file seems to be no
    copy of the plan, for people; empty where it may be one.
    """

    path: str
    source: bytes
    after: bytes
    changes: Comparison
    basis: Basis
    conflicts: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    unlinked: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    tracked: int = 0
    stranger: str = ""

    @property
    def is_changed(self) -> bool:
        return self.after != self.source

    @property
    def removed(self) -> int:
        """How many of the plan's leaves go."""
        gone = (node for each in self.changes.nodes if "removed" in each.kinds for node in each.before)
        return sum(1 for node in gone if not node.tasks)

    @property
    def removes_many(self) -> bool:
        """Whether so much of the plan goes that the wrong file is likelier than an edit."""
        leaves = sum(1 for _ in self.changes.before.leaves())
        return self.removed >= _MANY and self.removed > leaves * _MUCH


def sync(path: str, edited: str, style: str = "", *, reject: bool = False) -> Synced:
    """What the Word file `edited` changes in the plan at `path`; writes nothing.

    `style` names the profile that the file was set by, where it doesn't know itself. Raises InputError for files that
    can't be read, and for a plan that can't be edited with certainty.
    """
    source = read_plan(path, "sync 只能改 YAML 文件")
    work = _Work(Editable.open(source, path), read(edited, reject=reject), office_of(path), style)
    return work.synced(source)


def write(synced: Synced) -> None:
    """Write the plan. Raises InputError where it has changed meanwhile."""
    write_back(synced.path, synced.source, synced.after)


class _Work:
    def __init__(self, plan: Editable, edited: Edited, office: Office, style: str) -> None:
        self._plan, self._edited, self._office = plan, edited, office
        self._style = style or _style_of(edited, office)
        self._history = History(edited.origin, plan.document)
        self._findings = Findings()

    def synced(self, source: bytes) -> Synced:
        before = self._plan.document
        first = self._print(before)
        revision = self._revision(first.document)
        after = self._after(revision) if revision else source
        now = load_bytes(after, self._plan.file).document
        self._tell_left(first, self._print(now) if revision else first)
        found = self._findings
        return Synced(
            self._plan.file,
            source,
            after,
            compare_documents(before, now),
            self._basis(),
            _once(found.conflicts),
            _once(found.kept),
            _once(found.left),
            _once(found.unlinked),
            self._edited.comments,
            self._edited.changes,
            stranger(before, self._edited.document.title.value, self._edited.origin),
        )

    def _after(self, revision: Revision) -> bytes:
        revision = writable(self._plan, revision, self._findings.left)
        after = revised(self._plan, revision, self._findings.inherited)
        sections = revision.lists.get("sections")
        return renumbered(self._plan, after, sections) if sections else after

    def _basis(self) -> Basis:
        if not self._history.is_known:
            return "unknown"
        return "same" if self._history.is_at_plan else "earlier"

    def _revision(self, printed: Document) -> Revision:
        plan = self._plan.document
        edited = without_closing_lists(self._edited.document, printed)
        three = Three(plan, printed, edited, self._plan.lang)
        merger = Merger.of(three, self._history, self._findings)
        root = self._plan.root
        dates = {
            "issued": _words(root, "issued"),
            "imprint.printed": _words(_below(root, "imprint"), "printed", "imprint"),
        }
        revision = parts.revision_of(three, self._history, self._findings, dates, self._edited.reading.source)
        found = {
            "sections": merger.items(plan.sections, three.printed.sections, edited.sections),
            "attachments": attachments(three, merger, self._findings),
        }
        lists = {name: items for name, items in found.items() if items is not None}
        return replace(revision, lists=lists)

    def _print(self, plan: Document) -> Reading:
        reading = reading_of_print(plan, self._office, self._style, told=self._edited.told)
        return replace(reading, document=replace(reading.document, file=plan.file))

    def _tell_left(self, first: Reading, last: Reading) -> None:
        """What of the edited file can't go back; `first` and `last` are the plan's prints before and after."""
        if last is not first:
            self._tell_nodes(last.document)
        left = self._findings.left
        numbers = written_otherwise(last.document, self._edited.document)
        if numbers:
            several = "等" if len(numbers) > 1 else ""
            left.append(f"序号改写成“{numbers[0]}”{several}：没有取回；要这样编号的，请在要点里给各项写“序号”。")
        known = [lines for printed in (first, last) for lines in unheeded.unheeded(printed)]
        left += unheeded.told(unheeded.unheeded(self._edited.reading), known)
        left += self._edited.beside

    def _tell_nodes(self, printed: Document) -> None:
        """What the plan still says otherwise than the file, once all was taken over that can be."""
        if self._findings.conflicts or self._findings.kept:
            return
        rest = compare_documents(printed, without_closing_lists(self._edited.document, printed))
        for change in rest.nodes:
            pairs = zip(change.before, change.after, strict=False)
            if change.kinds or any(sets_other_targets(one, other) for one, other in pairs):
                node = (change.after or change.before)[0]
                name = called(node, "、".join(change.new_places or change.places))
                if not any(line.startswith(name) for line in self._findings.left):
                    self._findings.left.append(f"{name}：有改动没有取回，请对照 Word 稿手工改。")


def _once(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _style_of(edited: Edited, office: Office) -> str:
    """The profile that the file was set by, where it is the office's or comes with the program; else the office's."""
    named = edited.origin.style if edited.origin else ""
    return named if named in styles.available() else office.style()


def _below(root: Node, key: str) -> Node | None:
    found = pair(root, key, "document")
    return found[1] if found else None


def _words(node: Node | None, name: str, of: str = "document") -> str:
    """What a key's value says as it is written."""
    found = pair(node, name, of) if node is not None else None
    return found[1].value if found and isinstance(found[1], ScalarNode) else ""
