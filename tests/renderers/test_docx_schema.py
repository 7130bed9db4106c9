"""The parts of the Word file against ECMA-376: an element out of order is what makes Word offer a repair.

The order of children is held here for the elements that have one. With the environment variable PLANFORGE_OOXML_XSD,
the folder of the standard's transitional schemas (wml.xsd and those that it imports), every part is validated as well.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from planforge.model import Attachment, Document, Header, Indicator, Text
from planforge.renderers import docx
from planforge.renderers.docx import ending
from planforge.styles import available, load

Make = Callable[..., Document]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

#: Children of an element in the order that the schema gives them (those that PlanForge writes).
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl pBdr tabs kinsoku overflowPunct autoSpaceDE "
    "autoSpaceDN snapToGrid spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs color spacing w sz szCs lang",
    "sectPr": "headerReference footerReference type pgSz pgMar titlePg docGrid",
    "tblPr": "tblW jc tblInd tblBorders tblLayout tblCellMar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "tcW gridSpan vMerge tcBorders vAlign",
    "tcBorders": "top left bottom right",
    "trPr": "cantSplit trHeight tblHeader",
    "tbl": "tblPr tblGrid tr",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "font": "altName charset family pitch",
    "styles": "docDefaults style",
}

FORMS: dict[str, tuple[str, dict[str, Any]]] = {
    **{name: (name, {}) for name in available()},
    "head": (
        "gbt9704",
        {"issuers": 5, "header": Header("000001", "机密★1年", "特急", ("张明", "李华", "王五"), False, "公开")},
    ),
    "attachments": (
        "toc",
        {
            "attachments": (Attachment(Text("分工表"), tables=((tuple("一二三四五六七八"), tuple("12345678")),)),),
            "indicators": (Indicator(Text("专利拥有量"), "件", 2.5, 3.0),),
        },
    ),
    "letter with all": ("letter", {"kind": "notice", "header": Header("000001", "机密★1年", "特急")}),
    "empty": ("gbt9704", {"issuers": 0, "sections": 0, "doc_number": Text(), "title": Text(), "issued": None}),
}


@pytest.fixture(autouse=True)
def counted_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are counted, not laid out: the form of the parts is the same and the tests are quick."""
    from planforge.ooxml.machine import libreoffice

    monkeypatch.setattr(libreoffice, "program", lambda: None)


def parts(data: bytes) -> Iterator[tuple[str, Any]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            yield name, etree.fromstring(package.read(name))


@pytest.fixture(params=FORMS)
def file(request: pytest.FixtureRequest, make_plan: Make) -> bytes:
    style, fields = FORMS[request.param]
    return docx.render(make_plan(**fields), load(style))


def test_children_stand_in_the_order_of_the_schema(file: bytes) -> None:
    for name, root in parts(file):
        for element in root.iter(etree.Element):
            known = ORDER.get(etree.QName(element).localname, "").split() if element.tag.startswith(W) else []
            found = [etree.QName(child).localname for child in element]
            if known:
                assert set(found) <= set(known), (name, element.tag, found)
                assert found == sorted(found, key=known.index), (name, element.tag)


def test_ids_are_one_of_a_kind_and_every_link_leads_somewhere(file: bytes) -> None:
    for name, root in parts(file):
        starts = [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkStart")]
        names = {mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")}
        assert len(starts) == len(set(starts)) == len(names), name
        assert {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")} <= names
        begun, ended = (
            sum(c.get(f"{W}fldCharType") == kind for c in root.iter(f"{W}fldChar")) for kind in ("begin", "end")
        )
        assert begun == ended


def test_every_part_is_declared_and_every_relation_has_its_part(file: bytes) -> None:
    found = dict(parts(file))
    declared = {e.get("PartName").lstrip("/") for e in found["[Content_Types].xml"].iter("{*}Override")}
    assert declared == {name for name in found if not name.endswith(".rels") and name != "[Content_Types].xml"}
    related = {f"word/{e.get('Target')}" for e in found["word/_rels/document.xml.rels"]}
    assert related | {"word/document.xml"} == {name for name in declared if name.startswith("word/")}


def test_no_field_is_updated_on_opening(file: bytes) -> None:
    """updateFields and dirty fields make Word ask a question before it shows the file."""
    for _, root in parts(file):
        assert root.find(f"{W}updateFields") is None
        assert not any(field.get(f"{W}dirty") for field in root.iter(f"{W}fldChar"))


SCHEMAS = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="{xml}"/>
<xs:import namespace="{main}" schemaLocation="{folder}/wml.xsd"/>
<xs:import namespace="urn:schemas-microsoft-com:vml" schemaLocation="{folder}/vml-main.xsd"/>
</xs:schema>"""
#: xml:space, which the standard's schemas use and don't bring.
XML = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="space" type="xs:NCName"/><xs:attribute name="lang" type="xs:language"/></xs:schema>"""


@pytest.fixture(scope="session")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = os.environ.get("PLANFORGE_OOXML_XSD")
    if not folder:
        pytest.skip("没有设 PLANFORGE_OOXML_XSD：ECMA-376 的架构文件不随仓库分发")
    xml = tmp_path_factory.mktemp("xsd") / "xml.xsd"
    xml.write_text(XML, encoding="utf-8")
    whole = SCHEMAS.format(xml=xml.as_uri(), main=W.strip("{}"), folder=Path(folder).as_uri())
    return etree.XMLSchema(etree.fromstring(whole.encode()))


def old(root: Any) -> Any:
    """A part as a program sees it that knows the schema alone: what is new since has a fallback."""
    for choice in list(root.iter(f"{COMPATIBILITY}AlternateContent")):
        for place, element in enumerate(
            list(choice.find(f"{COMPATIBILITY}Fallback")), choice.getparent().index(choice)
        ):
            choice.getparent().insert(place, element)
        choice.getparent().remove(choice)
    return etree.fromstring(etree.tostring(root))


def test_every_part_of_a_word_file_is_valid_by_the_schema(file: bytes, schema: Any) -> None:
    for name, root in parts(file):
        if name.startswith("word/") and name.endswith(".xml"):
            assert schema.validate(old(root)), (name, schema.error_log.last_error)


def test_the_schema_finds_a_part_that_is_not_valid(make_plan: Make, schema: Any) -> None:
    root = dict(parts(docx.render(make_plan())))["word/document.xml"]
    said = root.find(f".//{W}pPr")
    said.append(said[0])
    assert not schema.validate(old(root))


@pytest.mark.parametrize("place", ["in place", "next page", "after a blank"])
def test_the_imprint_is_valid_wherever_it_lies(
    make_plan: Make, schema: Any, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(ending, "place", lambda count, section_open: place)
    for name, root in parts(docx.render(make_plan(), load("duplex"))):
        assert not name.startswith("word/document") or schema.validate(old(root)), schema.error_log.last_error
