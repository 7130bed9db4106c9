"""The language of a Word file's Chinese text: by it Word spells, hyphenates, and chooses fonts that are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.ooxml.namespaces import MAIN
from planforge.ooxml.restyling.merging import child

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{MAIN}}}"
_EAST_ASIA, _CHINESE = f"{_W}eastAsia", "zh-CN"
_MODE, _MODE_OF_TODAY, _URI = "compatibilityMode", "15", "http://schemas.microsoft.com/office/word"


def speak_chinese(properties: _Element) -> None:
    """Make the Chinese text of a `w:rPr` Chinese, where it says a language; one that says none has the file's."""
    language = properties.find(f"{_W}lang")
    if language is not None and language.get(_EAST_ASIA) is not None:
        language.set(_EAST_ASIA, _CHINESE)


def set_styles(styles: _Element) -> None:
    """Make the text of a file Chinese: its defaults, and the styles that say another language."""
    for properties in styles.iter(f"{_W}rPr"):
        speak_chinese(properties)
    usual = child(child(child(styles, "docDefaults"), "rPrDefault"), "rPr")
    child(usual, "lang").set(_EAST_ASIA, _CHINESE)


def set_settings(settings: _Element) -> None:
    """The language of theme fonts, and lines set as Word sets them today, not as an older version did."""
    child(settings, "themeFontLang").set(_EAST_ASIA, _CHINESE)
    compatible = child(settings, "compat")
    modes = [each for each in compatible.iter(f"{_W}compatSetting") if each.get(f"{_W}name") == _MODE]
    for mode in modes or [_added(compatible)]:
        mode.set(f"{_W}val", _MODE_OF_TODAY)


def _added(compatible: _Element) -> _Element:
    mode = compatible.makeelement(f"{_W}compatSetting", {f"{_W}name": _MODE, f"{_W}uri": _URI})
    compatible.append(mode)
    return mode
