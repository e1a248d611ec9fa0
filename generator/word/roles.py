"""The roles that text plays in a plan and the Word style for each: the only place with style names."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal["paragraph", "character", "table"]


class Role(Struct, frozen=True):
    """A role and the style that plays it."""

    name: str
    """The name of the style as Word stores it (`w:name`)."""
    kind: Kind
    fallback: str | None = None
    """The role that steps in when the house style has no such style."""


ROLES: dict[str, Role] = {
    "titel": Role("Title", "paragraph", "p"),
    "ondertitel": Role("Subtitle", "paragraph", "p"),
    "voorbladregel": Role("Voorbladregel", "paragraph", "p"),
    "h1": Role("heading 1", "paragraph", "p"),
    "h2": Role("heading 2", "paragraph", "p"),
    "h3": Role("heading 3", "paragraph", "p"),
    "h4": Role("heading 4", "paragraph", "h3"),
    "h5": Role("heading 5", "paragraph", "h4"),
    "h6": Role("heading 6", "paragraph", "h5"),
    "h1.ongenummerd": Role("Kop zonder nummer", "paragraph", "h1"),
    "h2.ongenummerd": Role("Kop 2 zonder nummer", "paragraph", "h2"),
    "h3.ongenummerd": Role("Kop 3 zonder nummer", "paragraph", "h3"),
    "h1.inhoudskop": Role("TOC Heading", "paragraph", "h1.ongenummerd"),
    "h1.bijlage": Role("Bijlage", "paragraph", "h1"),
    "p": Role("Body Text", "paragraph", "normal"),
    "normal": Role("Normal", "paragraph"),
    "p.na-tabel": Role("Na tabel", "paragraph", "p"),
    "p.intro": Role("Intro", "paragraph", "p"),
    "p.bron": Role("Bron", "paragraph", "p"),
    "bijschrift": Role("caption", "paragraph", "p"),
    "verdieping": Role("Verdieping", "paragraph", "bijschrift"),
    "grafiek": Role("Grafiek", "paragraph", "normal"),
    "blockquote": Role("Quote", "paragraph", "p"),
    "kader": Role("Kader", "paragraph", "p"),
    "p.kadertitel": Role("Kadertitel", "paragraph", "kader"),
    "ul1": Role("List Bullet", "paragraph", "p"),
    "ul2": Role("List Bullet 2", "paragraph", "ul1"),
    "ul3": Role("List Bullet 3", "paragraph", "ul2"),
    "ol1": Role("List Number", "paragraph", "p"),
    "ol2": Role("List Number 2", "paragraph", "ol1"),
    "ol3": Role("List Number 3", "paragraph", "ol2"),
    "toc1": Role("toc 1", "paragraph", "p"),
    "toc2": Role("toc 2", "paragraph", "toc1"),
    "toc3": Role("toc 3", "paragraph", "toc2"),
    "tabeltekst": Role("Tabeltekst", "paragraph", "normal"),
    "tabelkop": Role("Tabelkop", "paragraph", "tabeltekst"),
    "tabelgetal": Role("Tabelgetal", "paragraph", "tabeltekst"),
    "tabelkopgetal": Role("Tabelkop getal", "paragraph", "tabelkop"),
    "tabelopsomming": Role("Tabelopsomming", "paragraph", "ul1"),
    "balk": Role("Balk", "paragraph", "tabeltekst"),
    "planningcel": Role("Planningcel", "paragraph", "tabeltekst"),
    "planningkop": Role("Planningkop", "paragraph", "tabelkop"),
    "planningrij": Role("Planningrij", "paragraph", "tabeltekst"),
    "strong": Role("Strong", "character"),
    "em": Role("Emphasis", "character"),
    "code": Role("Code", "character"),
    "a": Role("Hyperlink", "character"),
    "mark.open": Role("Invulplek", "character"),
    "status.op_orde": Role("Status op orde", "character", "strong"),
    "status.deels": Role("Status deels", "character", "strong"),
    "status.niet": Role("Status niet", "character", "strong"),
    "status.onbekend": Role("Status onbekend", "character", "strong"),
    "header": Role("header", "paragraph", "normal"),
    "footer": Role("footer", "paragraph", "normal"),
    "table": Role("Wijkplan Tabel", "table", "tabelraster"),
    "table.gegevens": Role("Wijkplan Gegevens", "table", "table"),
    "table.matrix": Role("Wijkplan Tabel", "table", "tabelraster"),
    "table.planning": Role("Wijkplan Planning", "table", "table"),
    "tabelraster": Role("Table Grid", "table"),
}

OWN_NAMES = frozenset(
    {role.name for role in ROLES.values()}
    - {"Title", "Subtitle", "TOC Heading", "Body Text", "Normal", "caption", "Quote", "Strong", "Emphasis"}
    - {"Hyperlink", "header", "footer", "Table Grid"}
    - {f"{name} {level}" for name in ("heading", "toc", "List Bullet", "List Number") for level in range(1, 7)}
    - {"List Bullet", "List Number"}
)
"""Names that Word does not know by itself."""

PUBLIC: dict[str, str] = {
    "titel": "titel",
    "ondertitel": "ondertitel",
    "voorbladregel": "voorbladregel",
    **{f"kop_{level}": f"h{level}" for level in range(1, 7)},
    **{f"kop_{level}_ongenummerd": f"h{level}.ongenummerd" for level in (1, 2, 3)},
    "inhoudskop": "h1.inhoudskop",
    "bijlage": "h1.bijlage",
    "tekst": "p",
    "intro": "p.intro",
    "bron": "p.bron",
    "bijschrift": "bijschrift",
    "citaat": "blockquote",
    "kader": "kader",
    "kadertitel": "p.kadertitel",
    **{f"opsomming_{level}": f"ul{level}" for level in (1, 2, 3)},
    **{f"nummering_{level}": f"ol{level}" for level in (1, 2, 3)},
    **{f"inhoud_{level}": f"toc{level}" for level in (1, 2, 3)},
    "tabel": "table",
    "tabel_gegevens": "table.gegevens",
    "tabel_planning": "table.planning",
    "tabel_matrix": "table.matrix",
    "tabeltekst": "tabeltekst",
    "tabelkop": "tabelkop",
    "tabelgetal": "tabelgetal",
    "tabelkopgetal": "tabelkopgetal",
    "tabelopsomming": "tabelopsomming",
    "vet": "strong",
    "schuin": "em",
    "code": "code",
    "link": "a",
    "invulplek": "mark.open",
    "op_orde": "status.op_orde",
    "deels": "status.deels",
    "niet": "status.niet",
    "onbekend": "status.onbekend",
    "koptekst": "header",
    "voettekst": "footer",
}
"""The name of a role in `huisstijl.yaml` → the role."""

DUTCH: dict[str, str] = {
    "Title": "Titel",
    "Subtitle": "Ondertitel",
    **{f"heading {level}": f"Kop {level}" for level in range(1, 10)},
    "TOC Heading": "Kop van inhoudsopgave",
    "Body Text": "Platte tekst",
    "Normal": "Standaard",
    "caption": "Bijschrift",
    "Quote": "Citaat",
    "Intense Quote": "Duidelijk citaat",
    "List Bullet": "Lijst opsom.teken",
    "List Number": "Lijstnummering",
    **{f"List Bullet {level}": f"Lijst opsom.teken {level}" for level in range(2, 6)},
    **{f"List Number {level}": f"Lijstnummering {level}" for level in range(2, 6)},
    "List Paragraph": "Lijstalinea",
    **{f"toc {level}": f"Inhopg {level}" for level in range(1, 10)},
    "Strong": "Zwaar",
    "Emphasis": "Nadruk",
    "header": "Koptekst",
    "footer": "Voettekst",
    "Table Grid": "Tabelraster",
    "Normal Table": "Standaardtabel",
}
"""What a Dutch Word calls the styles that it knows by itself."""


def dutch_name(name: str) -> str:
    """Return the name of a style as a Dutch Word shows it."""
    return DUTCH.get(name, name)


def stored_name(name: str) -> str:
    """Return the name under which Word stores a style that a Dutch Word shows with this one."""
    wanted = "".join(name.split()).casefold()
    return next((stored for stored, shown in DUTCH.items() if "".join(shown.split()).casefold() == wanted), name)
