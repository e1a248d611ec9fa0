"""Ways to make a document of the full example: ours, and those that others would write with known libraries.

The others get the text of our page ready to use, as a list of headings, paragraphs, items and tables, and start from
the plain template of python-docx. They write no controls, comments, references, contents or charts, and check nothing.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

    from generator.browser.preview import Preview
    from generator.workshop import Workshop

ANSWERS, LARGER, TEXT = "antwoorden.yaml", "tien-keer.yaml", "tekst.json"
TEMPLATE, LOOP = "sjabloon.docx", "lus.docx"
_VERSIONS = count()
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@cache
def _workshop() -> Workshop:
    from generator.workshop import Workshop

    return Workshop()


def whole(folder: Path) -> None:
    """Make a plan as `genereer` does: answers checked, written, looked at for who cannot see it, and saved."""
    _generate(folder, ANSWERS)


def ten_times(folder: Path) -> None:
    """Make a plan of ten times as many interventions and actions."""
    _generate(folder, LARGER)


def _generate(folder: Path, answers: str) -> None:
    from generator.pipeline import generate

    generate(folder / answers, folder / f"{Path(answers).stem}.docx", forceer=True, workshop=_workshop())


def document_only(folder: Path) -> None:
    """Make the document from the answers, without looking at what was written and without saving."""
    from generator.documents import Draft, make_document
    from generator.pipeline import check_file, find_house_style, make_page

    checked, house_style = check_file(folder / ANSWERS), find_house_style(None)
    page = make_page(checked, house_style, workshop=_workshop())
    make_document(Draft(page, house_style, checked, _workshop()), "docx")


def preview(folder: Path) -> None:
    """Make the sheet beside a question of the form, after an answer that is another one each time."""
    from generator.checks import check
    from generator.framework import load_framework
    from generator.pipeline import find_house_style, known_keys_of
    from generator.source import parse

    framework, text = load_framework(), (folder / ANSWERS).read_text(encoding="utf-8")
    changed = text.replace("aanleiding: |-\n", f"aanleiding: |-\n    Versie {next(_VERSIONS)}.", 1)
    checked = check(parse(changed, str(folder / ANSWERS), known_keys_of(framework)), framework)
    _preview().sheet(checked, "wijk.aanleiding", find_house_style(None))


@cache
def _preview() -> Preview:
    from generator.browser.preview import Preview

    return Preview(_workshop())


def docxtpl(folder: Path) -> None:
    """Fill a template that has the text in it, with a variable in each paragraph and loops over items and rows."""
    _fill(folder, TEMPLATE)


def docxtpl_loop(folder: Path) -> None:
    """Fill a template that is one loop over text that is ready, which is the least that docxtpl can do."""
    _fill(folder, LOOP)


def _fill(folder: Path, name: str) -> None:
    from docxtpl import DocxTemplate

    template = DocxTemplate(folder / name)
    template.render({"blokken": _blocks(folder)}, autoescape=True)
    template.save(folder / f"docxtpl-{name}")


def careful(folder: Path) -> None:
    """Build the document with python-docx, with each style and the cells of each row looked up once."""
    from docx import Document

    document = Document()
    styles = {style.name: style for style in document.styles}
    for block in _blocks(folder):
        if block["soort"] != "table":
            document.add_paragraph(block["tekst"], style=styles[block["stijl"]])
            continue
        rows = block["rijen"]
        table = document.add_table(len(rows), len(rows[0]), style=styles["Table Grid"])
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    document.save(folder / "careful.docx")


def naive(folder: Path) -> None:
    """Build the document with python-docx as its manual does: each style by name, each cell by row and column."""
    from docx import Document

    document = Document()
    for block in _blocks(folder):
        if block["soort"] != "table":
            document.add_paragraph(block["tekst"], style=block["stijl"])
            continue
        rows = block["rijen"]
        table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for number, texts in enumerate(rows):
            for column, text in enumerate(texts):
                table.cell(number, column).text = text
    document.save(folder / "naive.docx")


def _blocks(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / TEXT).read_text(encoding="utf-8"))
    return found


def prepare(folder: Path, answers: Path) -> None:
    """Write what the makers need: the answers, ten times as many, the text of our page, and templates for docxtpl."""
    from generator.resources import with_pictures

    for place, file in with_pictures(answers).items():
        (folder / place).parent.mkdir(exist_ok=True)
        (folder / place).write_bytes(file.read_bytes())
    _write_larger(folder)
    _write_text(folder)
    _write_template(folder)
    _write_loop(folder)


def _write_larger(folder: Path) -> None:
    """Write the answers with ten times the interventions, as ones of the municipality, and ten times the actions."""
    from ruamel.yaml import YAML

    yaml = YAML()
    answers = yaml.load(folder / ANSWERS)
    chosen = answers["interventies"]
    copies = [json.loads(json.dumps(item)) for _ in range(9) for item in chosen]
    for number, copy in enumerate(copies):
        copy["titel"] = f"{copy['lokale_naam']} {number}"
        copy["id"] = f"{copy['id']}_{number}"
        for principe in copy["principes"]:
            principe["keuze"] = "eigen"
    chosen.extend(copies)
    for randvoorwaarde in answers["randvoorwaarden"].values():
        if "acties" in randvoorwaarde:
            randvoorwaarde["acties"] = json.loads(json.dumps([*randvoorwaarde["acties"]])) * 10
    yaml.representer.ignore_aliases = lambda _data: True
    yaml.dump(answers, folder / LARGER)


def _write_text(folder: Path) -> None:
    """Write the text of our page as a list of blocks."""
    from lxml import html

    from generator.pipeline import check_file, make_page

    blocks: list[dict[str, Any]] = []
    for element in html.document_fromstring(make_page(check_file(folder / ANSWERS))).iter(
        *_HEADINGS, "p", "li", "table"
    ):
        if next(element.iterancestors("table"), None) is not None:
            continue
        if element.tag == "table":
            rows = [
                [" ".join(cell.text_content().split()) for cell in row.iter("td", "th")] for row in element.iter("tr")
            ]
            widest = max(map(len, rows))
            blocks.append({"soort": "table", "rijen": [[*row, *[""] * (widest - len(row))] for row in rows]})
        elif element.tag in _HEADINGS or element.tag == "li" or next(element.iterancestors("li"), None) is None:
            style = {"p": "Normal", "li": "List Bullet"}.get(element.tag) or f"Heading {element.tag[1]}"
            text = " ".join(element.text_content().split())
            blocks.append({"soort": element.tag, "stijl": style, "tekst": text})
    (folder / TEXT).write_text(json.dumps(blocks), encoding="utf-8")


def _write_template(folder: Path) -> None:
    """Write a template for docxtpl as people make them in Word: with the text, a variable in each, and loops."""
    from docx import Document

    document = Document()
    for number, block in enumerate(_blocks(folder)):
        if block["soort"] == "table":
            _loop_over_rows(document, f"blokken[{number}].rijen")
        elif block["soort"] in _HEADINGS:
            document.add_paragraph(block["tekst"], style=block["stijl"])
        else:
            document.add_paragraph(f"{{{{ blokken[{number}].tekst }}}}", style=block["stijl"])
    document.save(folder / TEMPLATE)


def _write_loop(folder: Path) -> None:
    """Write the shortest template for docxtpl: a loop over the text, with a branch for each style and for tables."""
    from docx import Document

    document = Document()
    document.add_paragraph("{%p for blok in blokken %}")
    styles = {**{tag: f"Heading {tag[1]}" for tag in _HEADINGS}, "p": "Normal", "li": "List Bullet"}
    for number, (tag, style) in enumerate(styles.items()):
        document.add_paragraph(f"{{%p {'elif' if number else 'if'} blok.soort == '{tag}' %}}")
        document.add_paragraph("{{ blok.tekst }}", style=style)
    document.add_paragraph("{%p else %}")
    _loop_over_rows(document, "blok.rijen")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.save(folder / LOOP)


def _loop_over_rows(document: Document, rows: str) -> None:
    """Add a table that goes through rows, and through the cells of each."""
    table = document.add_table(3, 3, style="Table Grid")
    table.cell(0, 0).text = f"{{%tr for rij in {rows} %}}"
    for cell, text in zip(table.row_cells(1), ("{%tc for cel in rij %}", "{{ cel }}", "{%tc endfor %}"), strict=True):
        cell.text = text
    table.cell(2, 0).text = "{%tr endfor %}"


if __name__ == "__main__":
    made = {"docxtpl": docxtpl, "careful": careful, "naive": naive, "prepare": prepare}
    made[sys.argv[1]](*map(Path, sys.argv[2:]))
