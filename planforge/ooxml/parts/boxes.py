"""Text boxes: DrawingML, and VML for what reads only that. Lengths in twips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planforge.ooxml.xml import escape

_EMU = 635
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a box stands: `across` and `down` from the paper's corner; without them at the left of the 版心's foot."""

    across: int | None = None
    down: int | None = None


FOOT = Place()


@dataclass(frozen=True, slots=True)
class Box:
    """A box without frame or fill. `content` is block elements, the last one a paragraph; `turned` reads downwards.

    `number` is the box's own among all of the file.
    """

    content: str
    width: int
    height: int
    name: str
    description: str
    place: Place = FOOT
    turned: bool = False
    number: int = 1


def box(item: Box) -> str:
    """A run that anchors the box in its paragraph; programs without DrawingML take the VML."""
    inner = f"<w:txbxContent>{item.content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"<w:drawing>{_drawing(item, inner)}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{_vml(item, inner)}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _drawing(item: Box, inner: str) -> str:
    size = f'cx="{item.width * _EMU}" cy="{item.height * _EMU}"'
    turn = ' vert="vert"' if item.turned else ""
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        f'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>{_position(item.place)}'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{item.number}" name="{escape(item.name)}" descr="{escape(item.description)}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx>{inner}</wps:txbx>"
        f'<wps:bodyPr{turn} lIns="0" tIns="0" rIns="0" bIns="0" anchor="{_anchor(item)}"><a:noAutofit/></wps:bodyPr>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    )


def _anchor(item: Box) -> Literal["t", "b"]:
    return "b" if item.place == FOOT else "t"


def _position(place: Place) -> str:
    if place.across is None or place.down is None:
        return (
            '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
            '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
        )
    return (
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{place.across * _EMU}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{place.down * _EMU}</wp:posOffset></wp:positionV>'
    )


def _vml(item: Box, inner: str) -> str:
    size = f"position:absolute;width:{item.width / 20:g}pt;height:{item.height / 20:g}pt;"
    flow = ' style="layout-flow:vertical"' if item.turned else ""
    return (
        f'<v:rect alt="{escape(item.description)}" style="{size}{_vml_position(item.place)}" filled="f" stroked="f">'
        f'<v:textbox{flow} inset="0,0,0,0">{inner}</v:textbox></v:rect>'
    )


def _vml_position(place: Place) -> str:
    if place.across is None or place.down is None:
        return (
            "mso-position-horizontal:left;mso-position-horizontal-relative:margin;"
            "mso-position-vertical:bottom;mso-position-vertical-relative:margin"
        )
    return (
        f"margin-left:{place.across / 20:g}pt;margin-top:{place.down / 20:g}pt;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )
