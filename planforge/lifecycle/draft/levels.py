"""At which level of government a document stands, and what that level is called."""

from __future__ import annotations

import re

from planforge.model import Document, Level

LEVELS: tuple[Level, ...] = ("national", "province", "city", "county", "township")
_NATIONAL = re.compile(r"中共中央|国务院|国家|中华人民共和国|全国")
_WORDS = re.compile(r"自治区|园区|开发区|高新区|新区|省|市|州|盟|县|区|旗|镇|乡|街道")
_OF_LEVELS: tuple[tuple[Level, tuple[str, ...]], ...] = (
    ("province", ("省", "自治区")),
    ("city", ("市", "州", "盟")),
    ("township", ("镇", "乡", "街道")),
)
_LEVEL_OF_WORD: dict[str, Level] = {word: level for level, words in _OF_LEVELS for word in words}
_USUAL: dict[Level, str] = {"national": "国", "province": "省", "city": "市", "county": "区", "township": "镇"}
#: 知识产权强市, 城市, 市场: what only looks like a place.
_NO_PLACES = re.compile(r"强[省市县区]|城市|市场|城区|地区|社区|试点|区域|区块")


def level_of(document: Document) -> Level | None:
    """The level that a document states, or that its issuers and title show; None where nothing tells."""
    if document.level:
        return document.level
    word = _word(document)
    return "national" if word == "国" else _LEVEL_OF_WORD.get(word, "county") if word else None


def word_of(document: Document) -> str:
    """How a document's level calls itself in 全…, 我…: 国, 省, 市, 县, 区, 镇; empty where nothing tells."""
    word = _word(document)
    found = "区" if word.endswith("区") else word
    if document.level and _LEVEL_OF_WORD.get(found, "county") != document.level:
        return _USUAL[document.level]
    return found


def place_word_of(document: Document) -> str:
    """What people call the level in an alias: 国家, 省, 市, 园区; 上级 where nothing tells."""
    word = _word(document)
    return "国家" if word == "国" else word or "上级"


def _word(document: Document) -> str:
    for name in (*(issuer.value for issuer in document.issuers), document.title.value):
        if _NATIONAL.match(name):
            return "国"
        if found := _WORDS.search(_NO_PLACES.sub("", name)):
            return found[0]
    return ""
