"""The report on how a plan covers its superior documents; made once as long as nothing that it says changes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planforge import cache
from planforge.files import read_bytes
from planforge.lifecycle import inputs, left_out
from planforge.lifecycle.inputs import Inputs
from planforge.model import InputError

if TYPE_CHECKING:
    from planforge.model import Trace


@dataclass(frozen=True, slots=True)
class CoverageRequest:
    """A plan, what it is held against (see `holding.hold`), an earlier report to compare with, and a format."""

    path: str
    against: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    form: str = "text"
    baseline: str = ""
    colour: bool = False

    def files(self) -> tuple[str, ...]:
        """The files that it names; an empty name where there is no earlier report."""
        return (self.path, *self.against, *self.through, self.baseline)


@dataclass(frozen=True, slots=True)
class Covering:
    """A report; whether anything is left open; the share of settled tasks from 0 to 1, and how many they are; what else
    to say.

    `notices` name superior documents further up that could not be found, and those that stand above a higher office;
    `files` are all that was read for it.
    """

    content: str | bytes
    holes: bool
    share: float
    settled_words: str
    notices: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def cover(request: CoverageRequest, *, anew: bool = False) -> Covering:
    """The report, or that of an earlier run with the same request where no file has changed since (unless `anew`).

    Raises InputError as `hold` does.
    """
    if anew or "-" in request.files() or cache.folder() is None:
        return _made(request)[0]
    name = cache.name_of("coverage", str(Path.cwd()), json.dumps(asdict(request)))
    return _recalled(name) or _kept(name, request)


def _recalled(name: str) -> Covering | None:
    entry = cache.recall(name)
    if entry is None:
        return None
    line, _, content = entry.partition(b"\n")
    head = json.loads(line)
    if not _unchanged(head):
        return None
    said = content if head["binary"] else content.decode(errors="surrogatepass")
    return Covering(
        said, head["holes"], head["share"], head["settled_words"], tuple(head["notices"]), _names(head["files"])
    )


def _unchanged(head: Mapping[str, Any]) -> bool:
    """Whether every file is what it was, and every name still means the same file."""
    from planforge.lifecycle.workspace import find_root, resolve

    try:
        return all(inputs.digest(read_bytes(path)) == before for path, before in head["files"]) and all(
            inputs.real(resolve(reference, Path(folder), find_root(Path(folder)))) == file
            for reference, folder, file in head["found"]
        )
    except (InputError, OSError):
        return False


def _kept(name: str, request: CoverageRequest) -> Covering:
    made, noted = _made(request)
    binary = isinstance(made.content, bytes)
    content = made.content if isinstance(made.content, bytes) else made.content.encode(errors="surrogatepass")
    if not left_out.any_heard():  # they are to be told each time
        cache.keep(name, b"\n".join((_head(made, noted, binary), content)))
    return made


def _made(request: CoverageRequest) -> tuple[Covering, Inputs]:
    with inputs.noting() as noted:
        made = _report(request)
    return replace(made, files=tuple(noted.files)), noted


def _names(noted: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(path for path, _ in noted)


def _head(made: Covering, noted: Inputs, binary: bool) -> bytes:
    head = {
        "binary": binary,
        "holes": made.holes,
        "share": made.share,
        "settled_words": made.settled_words,
        "notices": made.notices,
        "files": list(noted.files.items()),
        "found": [(*called, file) for called, file in noted.found.items()],
    }
    return json.dumps(head).encode()


def _report(request: CoverageRequest) -> Covering:
    from planforge.lifecycle.holding import hold
    from planforge.reporters import reporter, summary

    held = _compared(hold(request.path, request.against, request.through), request.baseline)
    content: str | bytes = reporter("coverage", request.form).report(held, colour=request.colour)
    notices = (
        *(f"{one.span.file}：{one.message}；{one.advice}。" for one in held.absent),
        *(
            f"《{upper}》的层级比《{lower}》低，却当作它的上级文件：请核对是不是写反了。"
            for upper, lower in held.misplaced
        ),
    )
    share = summary.settled_share(held)
    return Covering(content, summary.has_holes(held), share, summary.settled_words(held), notices)


def _compared(held: Trace, baseline: str) -> Trace:
    """With what changed since the earlier report, if there is one."""
    if not baseline:
        return held
    from planforge.lifecycle.baseline import changes_since

    inputs.note_file(baseline, read_bytes(baseline))
    return replace(held, changes=changes_since(held, baseline))
