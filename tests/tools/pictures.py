"""Takes the README's pictures anew from what `planforge build` made of the example.

Needs LibreOffice, poppler-utils, Chromium and the fonts of setup_fonts.sh. Run it after ./run build.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "images"
PLAN = ROOT / "build" / "2027年示例市知识产权工作要点.docx"
REPORT = ROOT / "build" / "2027年示例市知识产权工作要点.落实情况.html"

PAGES = (1, 4)
GAP = 24
REPORT_SIZE = (1000, 1180)
#: Where no screen font with Chinese characters is installed, the browser would take the first face that has any.
SCREEN_FONT = '<style>* {font-family: "Microsoft YaHei", "Noto Sans CJK SC", FandolHei !important}</style></head>'


def run(*command: str | Path) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def save(picture: Image.Image, name: str, colours: int) -> None:
    picture.convert("RGB").quantize(colours).save(PICTURES / name, optimize=True)


def picture_of_pages(folder: Path) -> Image.Image:
    """Pages of the Word file side by side, each in a thin frame."""
    run("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--convert-to", "pdf", "--outdir", folder, PLAN)  # fmt: skip
    run("pdftoppm", "-r", "72", "-png", folder / f"{PLAN.stem}.pdf", folder / "page")
    shots = [ImageOps.expand(Image.open(next(folder.glob(f"page-*{page}.png"))), 1, "#999999") for page in PAGES]
    width, height = shots[0].size
    sheet = Image.new("RGB", (len(shots) * (width + GAP) - GAP, height), "white")
    for index, shot in enumerate(shots):
        sheet.paste(shot, (index * (width + GAP), 0))
    return sheet


def picture_of_report(folder: Path) -> Image.Image:
    page, shot = folder / "report.html", folder / "report.png"
    page.write_text(REPORT.read_text(encoding="utf-8").replace("</head>", SCREEN_FONT), encoding="utf-8")
    width, height = REPORT_SIZE
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        f"--window-size={width},{height}", f"--screenshot={shot}", page.as_uri())  # fmt: skip
    return Image.open(shot)


with tempfile.TemporaryDirectory() as name:
    save(picture_of_pages(Path(name)), "page.png", 32)
    save(picture_of_report(Path(name)), "report.png", 64)
