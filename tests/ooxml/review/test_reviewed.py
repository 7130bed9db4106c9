"""Tracked changes and comments as Word, WPS and LibreOffice write them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from planforge.ooxml.namespaces import part
from planforge.ooxml.review import threads
from planforge.ooxml.review.reviewed import Range, Reviewed, read
from planforge.ooxml.review.threads import Remark, Thread

BY = 'w:id="1" w:author="王敏" w:date="2027-01-20T09:00:00Z"'
WORD14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
WORD15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def root(name: str, content: str) -> Any:
    return etree.fromstring(part(name, content).encode())


def body(*paragraphs: str) -> Reviewed:
    return read(root("w:body", "".join(f"<w:p>{each}</w:p>" for each in paragraphs)))


def run(words: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{words}</w:{tag}></w:r>"


def ins(content: str) -> str:
    return f"<w:ins {BY}>{content}</w:ins>"


def gone(words: str) -> str:
    return f"<w:del {BY}>{run(words, 'delText')}</w:del>"


def both(reviewed: Reviewed) -> list[tuple[str, str]]:
    return [(line.before, line.after) for line in reviewed.lines]


def test_words_struck_out_and_inserted_have_an_author_and_a_date() -> None:
    (line,) = body(run("首批") + gone("10") + ins(run("20")) + run("人")).lines
    assert (line.before, line.after) == ("首批10人", "首批20人")
    assert [(piece.state, piece.text) for piece in line.pieces if piece.author == "王敏"] == [
        ("gone", "10"),
        ("new", "20"),
    ]
    assert line.pieces[1].date == "2027-01-20T09:00:00Z"


def test_words_that_were_inserted_and_struck_out_again_are_nothing() -> None:
    assert both(body(run("甲") + ins(gone("乙") + run("丙")))) == [("甲", "甲丙")]


def test_words_that_moved_are_gone_here_and_new_there() -> None:
    move = f"<w:moveFrom {BY}>{run('乙')}</w:moveFrom>", f"<w:moveTo {BY}>{run('乙')}</w:moveTo>"
    assert both(body(run("甲") + move[0] + run("丙") + move[1])) == [("甲乙丙", "甲丙乙")]


def test_a_new_paragraph_belongs_to_the_line_it_was_typed_in() -> None:
    mark = f"<w:pPr><w:rPr><w:ins {BY}/></w:rPr></w:pPr>"
    assert both(body(mark + run("甲"), ins(run("乙")), run("丙"))) == [("甲", "甲\n乙"), ("丙", "丙")]


def test_a_paragraph_whose_end_was_struck_out_is_told() -> None:
    lines = body(f"<w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>" + run("甲"), run("乙")).lines
    assert lines[0].joined is not None and lines[0].joined.author == "王敏"
    assert lines[1].joined is None


def test_a_change_of_looks_alone_is_none() -> None:
    looks = f"<w:r><w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>"
    (line,) = body(f"<w:pPr><w:pPrChange {BY}><w:pPr/></w:pPrChange></w:pPr>{looks}").lines
    assert [piece.state for piece in line.pieces] == ["same"]


def test_hidden_words_page_breaks_and_contents_are_no_words() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" </w:instrText></w:r>'
    contents = sign.format("begin") + code + sign.format("separate") + run("一、目录")
    lines = body(
        run("甲") + hidden + '<w:r><w:br w:type="page"/></w:r>',
        contents,
        run("二、目录") + sign.format("end"),
        run("乙"),
    )
    assert [line.before for line in lines.lines] == ["甲", "", "", "乙"]


def test_a_comment_may_span_paragraphs_and_change() -> None:
    found = body(
        run("甲") + '<w:commentRangeStart w:id="7"/>' + gone("乙") + run("丙"),
        run("丁") + '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>' + run("戊"),
    )
    assert found.comments == {"7": Range(0, 1, 1, 1)}
    assert found.quoted(found.comments["7"]) == "丙\n丁"


def test_a_comment_that_nothing_marks_stands_where_it_is_called() -> None:
    assert body(run("甲") + '<w:r><w:commentReference w:id="7"/></w:r>').comments == {"7": Range(0, 1, 0, 1)}


def comments(*each: tuple[str, str]) -> Any:
    said = "".join(
        f'<w:comment w:id="{turn}" w:author="{author}"><w:p w14:paraId="A{turn}" {WORD14}>{run(text)}</w:p></w:comment>'
        for turn, (author, text) in enumerate(each)
    )
    return root("w:comments", said)


def extended(*entries: str) -> Any:
    return etree.fromstring(f"<w15:commentsEx {WORD15}>{''.join(entries)}</w15:commentsEx>")


def test_replies_to_replies_belong_to_the_first_comment() -> None:
    entries = (
        '<w15:commentEx w15:paraId="A0" w15:done="1"/>',
        '<w15:commentEx w15:paraId="A1" w15:paraIdParent="A0" w15:done="0"/>',
        '<w15:commentEx w15:paraId="A2" w15:paraIdParent="A1" w15:done="0"/>',
    )
    found = threads.read(comments(("甲", "问"), ("乙", "答"), ("丙", "再答"), ("丁", "另问")), extended(*entries))
    assert [(each.comment.text, [reply.author for reply in each.replies], each.settled) for each in found] == [
        ("问", ["乙", "丙"], True),
        ("另问", [], False),
    ]


def test_replies_that_answer_each_other_in_a_circle_end() -> None:
    entries = (f'<w15:commentEx w15:paraId="A{n}" w15:paraIdParent="A{1 - n}"/>' for n in (0, 1))
    assert len(threads.read(comments(("甲", "问"), ("乙", "答")), extended(*entries))) <= 2


def test_without_extended_comments_everything_is_a_comment_of_its_own() -> None:
    assert threads.read(comments(("甲", "问")), None) == (Thread(Remark("0", "甲", "", "问")),)
    assert threads.read(None, None) == ()


@pytest.mark.parametrize("target", ["comments.xml", "/word/comments.xml"])
def test_the_part_of_comments_is_found_by_its_relation(target: str) -> None:
    uri = "http://schemas.openxmlformats.org"
    kind = f"{uri}/officeDocument/2006/relationships/comments"
    relation = f'<Relationship Id="1" Type="{kind}" Target="{target}"/>'
    relations = f'<Relationships xmlns="{uri}/package/2006/relationships">{relation}</Relationships>'
    assert threads.part_names(etree.fromstring(relations)) == ("word/comments.xml", "")


pieces = st.lists(
    st.tuples(st.sampled_from(["same", "gone", "new"]), st.text("甲乙丙", min_size=1, max_size=3)), max_size=6
)


@given(st.lists(pieces, max_size=4))
def test_any_changes_read_as_the_words_before_and_after(paragraphs: list[list[tuple[str, str]]]) -> None:
    write = {"same": run, "gone": gone, "new": lambda words: ins(run(words))}
    found = body(*("".join(write[state](words) for state, words in each) for each in paragraphs))
    assert both(found) == [
        ("".join(w for s, w in each if s != "new"), "".join(w for s, w in each if s != "gone")) for each in paragraphs
    ]
