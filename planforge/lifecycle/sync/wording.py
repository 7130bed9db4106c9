"""What a node of the YAML has to say so that printing it gives what the edited file says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from planforge.model import Document, Task, Text, Units
from planforge.renderers._wording import outside, paragraphs, targets_text
from planforge.text.outline import explicit
from planforge.yaml_io.editing import Value

_TEXTS = ("heading", "text", "closing")
_ROLES = ("lead", "support", "responsible")
_BLANK = re.compile(r"[^\S\n]+")
_SENTENCE = re.compile(r"(?<=[。；])")


@dataclass(frozen=True, slots=True)
class Versions:
    """A node in the YAML, as that prints it, and as it stands in the edited file."""

    plan: Task
    printed: Task
    edited: Task

    @classmethod
    def of(cls, plan: Task, printed: Task, edited: Task) -> Versions:
        """Where the edited file no longer tells its targets from the words before them, as for a paragraph that was
        moved without its bookmarks, the print is taken as not telling them, either.
        """
        said, closes = targets_text(printed), bool(printed.closing.value)
        home = edited.closing if closes else edited.text
        if not said or _targets_of(edited) or not _holds(home.value, _targets_of(printed)):
            return cls(plan, printed, edited)
        text, closing = (Text(words.value + said) for words in (printed.text, printed.closing))
        behind = replace(printed, closing=closing) if closes else replace(printed, text=text)
        return cls(plan, replace(behind, targets=()), edited)


def _holds(words: str, targets: Sequence[str]) -> bool:
    return any(_plain(target) in _plain(words) for target in targets)


def same(one: str, other: str) -> bool:
    """Whether two texts have the same words in the same paragraphs; blanks between characters are layout."""
    return _plain(one) == _plain(other)


def is_changed(versions: Versions) -> bool:
    """Whether the edited file says something else than the print of the plan."""
    return bool(_changed_texts(versions)) or any(
        words(versions.printed) != words(versions.edited) for words in (_units_of, _limits_of, _targets_of)
    )


def sets_other_targets(printed: Task, edited: Task) -> bool:
    """Whether both tell targets, in other words: comparing goes by amounts and doesn't see another year."""
    words = [{_plain(target) for target in _targets_of(node)} for node in (printed, edited)]
    return all(words) and words[0] != words[1]


def values_of(versions: Versions, document: Document) -> dict[str, Value]:
    """The new values of the YAML's keys, by their English names; keys that are to go have empty ones."""
    plan, edited = versions.plan, versions.edited
    texts, targets = _texts(versions)
    values: dict[str, Value] = dict(texts)
    if targets is not None:
        values["targets"] = targets
    elif _targets_of(versions.printed) != _targets_of(edited):
        values["targets"] = _targets_of(edited)
    heading, text, closing = (Text(texts.get(name, getattr(plan, name).value)) for name in _TEXTS)
    said = replace(
        plan,
        heading=heading,
        text=text,
        closing=closing,
        units=edited.units,
        deadlines=edited.deadlines,
        targets=(),
    )
    needed = explicit(said, document)
    values |= _units(versions, needed.units)
    if _limits_of(versions.printed) != _limits_of(edited):
        kept = _listed(plan) & _listed(edited)  # both say it apart from the text, though the text says it, too
        values["deadlines"] = _staying(_limits_of(edited), {each.text.value for each in needed.deadlines} | kept)
    return values


def _changed_texts(versions: Versions) -> list[str]:
    return [
        name for name in _TEXTS if not same(getattr(versions.printed, name).value, getattr(versions.edited, name).value)
    ]


def _texts(versions: Versions) -> tuple[dict[str, str], tuple[str, ...] | None]:
    """New texts, and new targets where the sentence changed that prints them behind the text."""
    texts: dict[str, str] = {}
    targets: tuple[str, ...] | None = None
    for name in _changed_texts(versions):
        plan, printed, edited = (getattr(node, name) for node in (versions.plan, versions.printed, versions.edited))
        if name == "heading":
            texts[name] = edited.value
            continue
        ours = "\n".join(paragraphs(plan))
        own, behind = _apart(ours, printed.value, edited.value)
        if not same(own, ours):
            texts[name] = spaced_like(plan.value, own)
        if behind is not None:
            targets = _targets(behind)
    return texts, targets


def _apart(ours: str, printed: str, edited: str) -> tuple[str, str | None]:
    """The edited words without what printing adds behind ours, and that addition where it changed."""
    before, after = _plain(printed), _plain(edited)
    added = before[len(_plain(ours)) :] if before.startswith(_plain(ours)) else ""
    if not added:
        return edited, None
    if after.endswith(added):
        return edited[: len(edited) - _tail(edited, added)].rstrip(), None
    place = _place_of(len(before) - len(added), before, after)
    cut = len(edited) - _tail(edited, after[place:])
    return edited[:cut].rstrip(), edited[cut:]


def _tail(words: str, end: str) -> int:
    """How many characters at the end of `words` are those of `end`, blanks counted in."""
    length = 0
    while length < len(words) and len(_plain(words[len(words) - length :])) < len(end):
        length += 1
    return length


def _place_of(offset: int, before: str, after: str) -> int:
    """Where an offset lies in the edited words: the end of a sentence near it, or where what follows it begins."""
    place = len(after)
    for kind, i, j, k, _ in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if i <= offset <= j:
            place = k + offset - i if kind == "equal" else k
            break
    starts = [match.start() for match in _SENTENCE.finditer(after)]
    return min(starts, key=lambda start: (abs(start - place), start)) if starts else place


def _targets(sentence: str) -> tuple[str, ...]:
    return tuple(words for part in re.split("[；。]", sentence) if (words := part.strip()))


def spaced_like(old: str, new: str) -> str:
    """Paragraphs with as many blank lines between them as the old text has."""
    gaps = [len(found) for found in re.findall(r"\n+", _BLANK.sub("", old.strip()))]
    return re.sub(r"\n+", "\n" * (min(gaps) if gaps else 1), new)


def _units(versions: Versions, needed: Units) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for role in _ROLES:
        printed, edited = (_names(getattr(node.units, role)) for node in (versions.printed, versions.edited))
        if printed != edited:
            plan, word = (set(outside(getattr(n.units, role), n)) for n in (versions.plan, versions.edited))
            values[role] = _staying(edited, set(_names(getattr(needed, role))) | (plan & word))
    return values


def _staying(words: Sequence[str], needed: set[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word in needed)


def _units_of(node: Task) -> tuple[tuple[str, ...], ...]:
    return tuple(_names(getattr(node.units, role)) for role in _ROLES)


def _limits_of(node: Task) -> tuple[str, ...]:
    return _names([deadline.text for deadline in node.deadlines])


def _targets_of(node: Task) -> tuple[str, ...]:
    """The targets that the file tells to be printed behind the node's own words."""
    return tuple(outside((target.text for target in node.targets), node))


def _listed(node: Task) -> set[str]:
    return set(outside((deadline.text for deadline in node.deadlines), node))


def _names(texts: Sequence[Text]) -> tuple[str, ...]:
    return tuple(text.value for text in texts)


def _plain(words: str) -> str:
    """Without blanks within lines and without empty lines."""
    return "\n".join(line for part in words.splitlines() if (line := _BLANK.sub("", part)))
