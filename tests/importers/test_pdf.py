"""PDF files written here, object by object: pages on their side, pages that are pictures, fonts without names."""

from __future__ import annotations

import pytest
from readings import outline

from planforge.importers import read
from planforge.model import InputError

ITEMS = ("1. Build schools.", "2. Build roads.", "3. Plant trees.")
PICTURE = "q 400 0 0 600 100 100 cm /I Do Q"
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
NAMELESS = (
    "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
    "/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000>>]>>"
)
IMAGE = (
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\n"
    "stream\n0\nendstream"
)


def words(lines: tuple[str, ...]) -> str:
    return "".join(f"BT /F 16 Tf 1 0 0 1 90 {700 - 40 * n} Tm ({line}) Tj ET " for n, line in enumerate(lines))


def nameless(count: int) -> str:
    return f"BT /N 16 Tf 1 0 0 1 90 500 Tm <{'0007' * count}> Tj ET"


def pdf(*contents: str, rotate: int = 0) -> bytes:
    """A file of these pages, each turned by so many degrees to the right when it is shown."""
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(contents)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(contents)}/Kids[{kids}]>>",
        FONT,
        NAMELESS,
        IMAGE,
    ]
    for n, content in enumerate(contents):
        resources = "/Resources<</Font<</F 3 0 R/N 4 0 R>>/XObject<</I 5 0 R>>>>"
        size = f"/MediaBox[0 0 595 842]/Rotate {rotate}"
        objects += [
            f"<</Type/Page/Parent 2 0 R{size}{resources}/Contents {7 + 2 * n} 0 R>>",
            f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
        ]
    file, places = "%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{item}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    total = len(objects) + 1
    trailer = f"trailer<</Size {total}/Root 1 0 R>>\nstartxref\n{len(file)}\n%%EOF"
    return f"{file}xref\n0 {total}\n0000000000 65535 f \n{table}{trailer}".encode()


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_is_read_whichever_way_it_lies(rotate: int) -> None:
    document = read(pdf(words(ITEMS), rotate=rotate), "a.pdf").document
    assert list(outline(document)) == ["1", "2", "3"]


def test_pages_that_are_pictures_are_told_and_blank_ones_are_not() -> None:
    (told,) = read(pdf(words(ITEMS), PICTURE, " ", PICTURE), "a.pdf").diagnostics
    assert (told.code, told.severity) == ("I303", "warning")
    assert "第2、4页" in told.message


def test_of_many_pages_that_are_pictures_ten_are_named() -> None:
    items = tuple(f"{n}. Build schools and roads." for n in range(1, 13))
    (told,) = read(pdf(words(items), *[PICTURE] * 12), "a.pdf").diagnostics
    assert "、11页等没有文字层" in told.message


def test_a_few_characters_without_a_name_are_told() -> None:
    found = read(pdf(words(ITEMS) + nameless(2)), "a.pdf")
    assert [(told.code, "2 个字" in told.message) for told in found.diagnostics] == [("I304", True)]


def test_a_file_whose_characters_have_no_names_is_refused() -> None:
    with pytest.raises(InputError, match="复制出来也是乱码"):
        read(pdf(words(ITEMS[:1]) + nameless(40)), "a.pdf")


def test_a_file_of_pictures_is_refused() -> None:
    with pytest.raises(InputError, match="扫描件"):
        read(pdf(PICTURE, PICTURE), "a.pdf")
