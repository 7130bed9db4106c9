"""Changes tracked beside those of another reviewer: each stands under its own name, and neither lies in the other."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from lxml import etree

from planforge.ooxml.characters.cutting import cut
from planforge.ooxml.namespaces import MAIN, part
from planforge.ooxml.review.revisions import Replacement, Reviser, Stamp

W = f"{{{MAIN}}}"
OTHER = 'w:id="1" w:author="王敏" w:date="2027-01-20T09:00:00Z"'


def revised(inner: str, *changes: Replacement) -> Any:
    """A paragraph after changes of ours, in the order of its text."""
    body = etree.fromstring(part("w:body", f"<w:p>{inner}</w:p>").encode())
    touched = [(max(0, c.start - 1), max(1, c.start)) if c.start == c.stop else (c.start, c.stop) for c in changes]
    pieces = cut(body[0], touched)
    reviser = Reviser(Stamp("核稿", "2027-02-01T00:00:00Z"), itertools.count(7))
    for change in changes:
        reviser.replace(pieces, change)
    return body[0]


def shown(element: Any) -> list[str]:
    """The parts of a paragraph in order: who changed what, and how; changes that lie in others show their brackets."""
    said = []
    for child in element:
        words = "".join(shown(child)) if child.tag != f"{W}r" else "".join(child.itertext())
        author = child.get(f"{W}author", "")
        said.append(f"{etree.QName(child).localname}·{author}[{words}]" if author else words)
    return said


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


@pytest.mark.parametrize("kind", ["ins", "moveTo"])
@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (Replacement(2, 2, "新"), ["前", "{0}·王敏[甲]", "ins·核稿[新]", "{0}·王敏[乙丙]", "后"]),
        (Replacement(4, 4, "新"), ["前", "{0}·王敏[甲乙丙]", "ins·核稿[新]", "后"]),
        (Replacement(2, 3, "新"), ["前", "{0}·王敏[甲del·核稿[乙]]", "ins·核稿[新]", "{0}·王敏[丙]", "后"]),
        (Replacement(3, 4, ""), ["前", "{0}·王敏[甲乙del·核稿[丙]]", "后"]),
        (Replacement(1, 1, "新"), ["前", "ins·核稿[新]", "{0}·王敏[甲乙丙]", "后"]),
    ],
)
def test_what_is_added_within_another_s_insertion_stands_beside_it(
    kind: str, change: Replacement, wanted: list[str]
) -> None:
    other = f"<w:{kind} {OTHER}>{run('甲乙丙')}</w:{kind}>"
    assert shown(revised(run("前") + other + run("后"), change)) == [each.format(kind) for each in wanted]


def test_words_added_before_another_s_insertion_that_begins_the_paragraph_stand_before_it() -> None:
    other = f"<w:ins {OTHER}>{run('甲乙')}</w:ins>"
    assert shown(revised(other + run("后"), Replacement(0, 0, "新"))) == ["ins·核稿[新]", "ins·王敏[甲乙]", "后"]


def test_words_added_behind_a_mark_that_begins_another_s_insertion_part_it_there() -> None:
    other = f'<w:ins {OTHER}><w:bookmarkStart w:id="3" w:name="甲"/>{run("甲乙")}</w:ins>'
    assert shown(revised(other, Replacement(0, 0, "新"))) == ["ins·王敏[]", "ins·核稿[新]", "ins·王敏[甲乙]"]


def test_each_half_of_a_parted_insertion_has_a_number_of_its_own() -> None:
    other = f"<w:ins {OTHER}>{run('甲乙')}</w:ins>"
    paragraph = revised(other, Replacement(1, 1, "新"))
    numbers = [each.get(f"{W}id") for each in paragraph]
    assert len(set(numbers)) == len(numbers) == 3


def test_words_in_a_link_change_within_it() -> None:
    link = f"<w:hyperlink>{run('甲乙')}</w:hyperlink>"
    assert shown(revised(run("前") + link, Replacement(2, 2, "新"))) == ["前", "甲ins·核稿[新]乙"]


def test_several_additions_at_one_place_keep_their_order() -> None:
    changes = (Replacement(1, 1, "一"), Replacement(1, 1, "二"))
    assert shown(revised(run("甲乙"), *changes)) == ["甲", "ins·核稿[一]", "ins·核稿[二]", "乙"]
