"""Copies the Fandol faces and tells fontconfig which 公文 font names they stand in for.

gongwen_fonts.py FANDOL_FOLDER FONT_FOLDER ALIAS_FILE
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont

PLAIN_FACES = ("FandolFang", "FandolKai", "FandolHei", "FandolSong")
TITLE_FAMILY = "Fandol XiaoBiaoSong"

#: Family that stands in → names that offices write in their documents.
ALIASES = {
    "FandolFang": "仿宋_GB2312 仿宋 FangSong FangSong_GB2312 STFangsong 华文仿宋 方正仿宋_GBK 方正仿宋简体",
    "FandolKai": "楷体_GB2312 楷体 KaiTi KaiTi_GB2312 STKaiti 华文楷体 方正楷体_GBK 方正楷体简体",
    "FandolHei": "黑体 SimHei STHeiti 华文黑体 方正黑体_GBK 方正黑体简体",
    "FandolSong": "宋体 SimSun NSimSun 新宋体 STSong 华文宋体 方正书宋_GBK",
    TITLE_FAMILY: "方正小标宋简体 方正小标宋_GBK 方正小标宋 FZXiaoBiaoSong-B05 FZXiaoBiaoSong-B05S "
    "小标宋 华文中宋 STZhongsong",
}
RULE = (
    '<match target="pattern"><test qual="any" name="family"><string>{name}</string></test>'
    '<edit name="family" mode="assign" binding="strong"><string>{face}</string></edit></match>'
)


def save_title_face(source: Path, target: Path) -> None:
    """A copy of the bold Song face under a family name of its own.

    The original gives itself the family and weight of the regular face, so that no document can ask for it.
    """
    font = TTFont(source)
    postscript = TITLE_FAMILY.replace(" ", "")
    names = {1: TITLE_FAMILY, 2: "Regular", 3: f"{TITLE_FAMILY} for tests", 4: TITLE_FAMILY, 6: postscript}
    for name_id in (16, 17, 21, 22):
        font["name"].removeNames(nameID=name_id)
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    compact = font["CFF "].cff
    compact.fontNames = [postscript]
    compact.topDictIndex[0].FamilyName = compact.topDictIndex[0].FullName = TITLE_FAMILY
    font.save(target)


def alias_file() -> str:
    """fontconfig rules that lead each official name to its stand-in."""
    pairs = [(name, face) for face, names in ALIASES.items() for name in names.split()]
    rules = [RULE.format(name=escape(name), face=escape(face)) for name, face in pairs]
    head = ['<?xml version="1.0"?>', '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">', "<fontconfig>"]
    return "\n".join([*head, *rules, "</fontconfig>", ""])


def main() -> None:
    fandol, fonts, aliases = map(Path, sys.argv[1:4])
    for face in PLAIN_FACES:
        shutil.copy(fandol / f"{face}-Regular.otf", fonts)
    save_title_face(fandol / "FandolSong-Bold.otf", fonts / "FandolXiaoBiaoSong.otf")
    aliases.write_text(alias_file(), encoding="utf-8")


if __name__ == "__main__":
    main()
