"""Measures a plan in a template of about 400 pages with 690 tables: the time, and the most memory it takes.

Run it with `.venv/bin/python benchmarks/large_template.py`. The text of such a template is sample text, or stays
around the plan: both are measured, each in a process of its own.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
ANSWERS = ROOT / "examples" / "molenkwartier" / "antwoorden.yaml"
NEUTRAL = ROOT / "templates" / "huisstijl" / "neutraal" / "huisstijl.docx"
CHAPTERS, TABLES, PARAGRAPHS, ROWS, COLUMNS = 69, 10, 50, 12, 4
MAIN = "word/document.xml"
WORDS = "Dit is voorbeeldtekst van het sjabloon, die het plan niet overneemt. " * 4


def paragraph(text: str, style: str = "") -> str:
    """Return a paragraph as XML."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table() -> str:
    """Return a table as XML."""
    cell = f'<w:tc><w:tcPr><w:tcW w:w="2250" w:type="dxa"/></w:tcPr>{paragraph("cel met een paar woorden")}</w:tc>'
    grid = '<w:gridCol w:w="2250"/>' * COLUMNS
    rows = f"<w:tr>{cell * COLUMNS}</w:tr>" * ROWS
    return f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'


def write_template(target: Path, opening: str) -> None:
    """Write the neutral house style with a long text in it, which begins with an opening."""
    chapter = paragraph("Hoofdstuk", "Heading1") + paragraph(WORDS) * PARAGRAPHS + (table() + paragraph("")) * TABLES
    with zipfile.ZipFile(NEUTRAL) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            data = source.read(name)
            if name == MAIN:
                start = data.index(b"<w:body>") + len(b"<w:body>")
                data = data[:start] + (opening + chapter * CHAPTERS).encode() + data[start:]
            made.writestr(name, data)


def measured(template: Path, folder: Path) -> str:
    """Return the seconds that a plan in a template takes in a new process."""
    command = [sys.executable, "-m", "generator", "genereer", str(ANSWERS), "--huisstijl", str(template)]
    start = time.perf_counter()
    subprocess.run(
        [*command, "-o", str(folder / f"plan-{template.stem}.docx")], check=True, stdout=subprocess.DEVNULL, cwd=ROOT
    )
    return f"{time.perf_counter() - start:>8.1f} s"


def main() -> None:
    """Measure both templates, the one that takes most memory last, and print the table."""
    print(f"{CHAPTERS * TABLES} tables, {CHAPTERS * PARAGRAPHS} paragraphs, {CHAPTERS * TABLES * ROWS * COLUMNS} cells")
    with tempfile.TemporaryDirectory() as folder:
        for name, opening in (("voorbeeldtekst", ""), ("blijft", paragraph("{{ inhoud }}"))):
            template = Path(folder) / f"{name}.docx"
            write_template(template, opening)
            taken = measured(template, Path(folder))
            most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(f"{name:<16}{template.stat().st_size / 1e6:>8.1f} MB{taken}{most:>8.0f} MB at most so far")


if __name__ == "__main__":
    main()
