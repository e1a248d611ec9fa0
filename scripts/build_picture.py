"""Draws `docs/images/pages.png`, the picture in README.md: pages of the full example side by side.

Run it with `.venv/bin/python -m scripts.build_picture`; it needs LibreOffice (soffice) and poppler (pdftoppm).
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

ROOT = Path(__file__).parent.parent
PLAN = ROOT / "examples" / "molenkwartier" / "plan.docx"
PICTURE = ROOT / "docs" / "images" / "pages.png"
SHOWN = ("Versie: ", "De aanpak in vier cijfers", "Interventies in de tijd")
"""A text on each page to show."""
WIDTH, GAP, FRAME = 560, 28, "#c9d3d8"
COLOURS = 256


def run(*command: str | Path) -> str:
    """Run a program and return what it says."""
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, encoding="utf-8").stdout


def page_with(text: str, pages: list[str]) -> int:
    """Return the number of the first page with this text."""
    return next(number for number, page in enumerate(pages, start=1) if text in page)


def draw(pdf: Path, number: int, folder: Path) -> Image.Image:
    """Return a page in a thin frame."""
    target = folder / f"page-{number}"
    run(
        "pdftoppm",
        "-f",
        str(number),
        "-singlefile",
        "-scale-to-x",
        str(WIDTH),
        "-scale-to-y",
        "-1",
        "-png",
        pdf,
        target,
    )
    with Image.open(target.with_suffix(".png")) as page:
        return ImageOps.expand(page.convert("RGB"), border=1, fill=FRAME)


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Return the pages on one white sheet, with room around each."""
    width = sum(page.width + GAP for page in pages) + GAP
    sheet = Image.new("RGB", (width, max(page.height for page in pages) + 2 * GAP), "white")
    left = GAP
    for page in pages:
        sheet.paste(page, (left, GAP))
        left += page.width + GAP
    return sheet


def main() -> None:
    """Make the picture from the committed plan."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, PLAN)
        pdf = folder / "plan.pdf"
        pages = run("pdftotext", "-layout", pdf, "-").split("\f")
        sheet = side_by_side([draw(pdf, page_with(text, pages), folder) for text in SHOWN])
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    sheet.quantize(COLOURS).save(PICTURE, optimize=True)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
