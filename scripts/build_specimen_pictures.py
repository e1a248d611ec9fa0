"""Draws the pictures in `docs/huisstijl.md`: a template, the plan in it, and pages of a specimen.

Run it with `.venv/bin/python -m scripts.build_specimen_pictures`; it needs LibreOffice and poppler.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator.documents import Draft, make_document
from generator.housestyle import find_house_style
from generator.pipeline import check_file, make_page
from generator.specimen import make_specimen, sample_answers
from scripts.build_picture import COLOURS, ROOT, draw, page_with, run, side_by_side
from tests.support.templates import STYLES, build

IMAGES = ROOT / "docs" / "images"
ANSWERS = ROOT / "examples" / "molenkwartier" / "antwoorden.yaml"
_LOOK = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:b/><w:color w:val="7A1F4B"/><w:sz w:val="{size}"/>'


def paragraph(text: str, style: str = "", more: str = "") -> str:
    """Return a paragraph of the template."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{named}{more}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def style(key: str, name: str, size: int, more: str = "") -> str:
    """Return a style of the template."""
    look = _LOOK.format(size=size)
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Standaard"/>'
        f'<w:pPr><w:spacing w:before="240" w:after="120"/>{more}</w:pPr><w:rPr>{look}</w:rPr></w:style>'
    )


def template() -> bytes:
    """Return the Word file of an invented municipality: a cover to fill in, and pages of sample text."""
    levels = "".join(
        style(f"Kop{level}", f"heading {level}", 40 - 6 * level, f'<w:outlineLvl w:val="{level - 1}"/>')
        for level in (1, 2, 3)
    )
    cover = [
        paragraph("", more='<w:spacing w:before="3600"/>'),
        paragraph("{{ document.titel }}", "Titel"),
        paragraph("{{ gemeentenaam }}, {{ wijk.naam }}"),
        paragraph("Versie {{ document.versie }}"),
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
    ]
    sample = [
        paragraph("Hoofdstuk", "Kop1"),
        *[paragraph("Hier staat de tekst van uw rapport. Vervang deze tekst door uw eigen tekst.")] * 4,
        paragraph("Paragraaf", "Kop2"),
        *[paragraph("Hier staat de tekst van uw paragraaf. Kies voor tussenkoppen de stijl Kop 3.")] * 3,
    ]
    line = '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="7A1F4B"/></w:pBdr>'
    return build(
        styles=STYLES,
        more_styles=levels + style("Titel", "Title", 60),
        body="".join([*cover, *sample]),
        headers={"default": paragraph("Gemeente Elzenbeek", more=line)},
        footers={"default": paragraph("Postbus 1, Elzenbeek")},
    )


def to_pdf(document: bytes, name: str, folder: Path) -> tuple[Path, list[str]]:
    """Return the PDF of a document and the text of each page."""
    path = folder / f"{name}.docx"
    path.write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path)
    pdf = path.with_suffix(".pdf")
    return pdf, run("pdftotext", "-layout", pdf, "-").split("\f")


def numbers(texts: tuple[str, ...], pages: list[str]) -> list[int]:
    """Return the pages that have these texts, each once."""
    return sorted({page_with(text, pages) for text in texts})


def save(pdf: Path, shown: list[int], name: str, folder: Path) -> None:
    """Write a picture of pages side by side."""
    target = IMAGES / name
    side_by_side([draw(pdf, number, folder) for number in shown]).quantize(COLOURS).save(target, optimize=True)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} kB")


def main() -> None:
    """Make the pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        word = folder / "sjabloon.docx"
        word.write_bytes(template())
        files, answers = find_house_style(word), check_file(ANSWERS)
        pdf, _ = to_pdf(template(), "sjabloon", folder)
        save(pdf, [1, 2], "huisstijl-sjabloon.png", folder)
        plan = make_document(Draft(make_page(answers, files, opmerkingen=False), files, answers), "docx")
        pdf, pages = to_pdf(plan, "plan", folder)
        save(pdf, [1, *numbers(("De twaalf randvoorwaarden in één oogopslag",), pages)], "huisstijl-plan.png", folder)
        neutral = find_house_style(None)
        pdf, pages = to_pdf(make_specimen(neutral, sample_answers()), "proef", folder)
        save(
            pdf,
            numbers(("Dit document laat zien", "Kenmerken van een document"), pages),
            "huisstijl-proef.png",
            folder,
        )


if __name__ == "__main__":
    main()
