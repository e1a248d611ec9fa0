"""Each rule finds the one defect in a document, and nothing in the same document without it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.accessibility import RULES, check_accessibility, check_package
from generator.word.package.archive import unpack
from generator.word.package.part_xml import parse
from generator.word.reading.opening import open_parts
from tests.accessibility.building import DUTCH, HEAD, LINE, cell, drawing, found, make, p, r, row, shading, table
from tests.support.templates import STYLES

ENGLISH = {"styles": STYLES.replace("nl-NL", "en-US")}
LONG = " ".join(["woord"] * 320)
BOX = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wp:docPr id='1' name='x'/>"
    "<a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp>"
    "<wps:spPr>{fill}</wps:spPr><wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>"
    "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox><w:txbxContent>{text}"
    "</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
MARK = '<w:bookmarkStart w:id="{id}" w:name="{name}"/>'
END = '<w:bookmarkEnd w:id="{id}"/>'
HEADINGS = "".join(p(f"Kop {number}", "Kop1") for number in range(12))
WHITE = '<w:color w:val="FFFFFF"/>'


def link(text: str, target: str = 'r:id="rId9"') -> str:
    """Return a paragraph with a link."""
    return f"<w:p>{r('Zie ook')}<w:hyperlink {target}>{r(text) if text else ''}</w:hyperlink></w:p>"


def mark(name: str, number: int, *, closed: bool = True) -> str:
    """Return a paragraph with a bookmark."""
    end = END.format(id=number) if closed else ""
    return f"<w:p>{MARK.format(id=number, name=name)}{r('Hier')}{end}</w:p>"


def styled(condition: str, fill: str, colour: str) -> dict[str, str]:
    """Return a table style that colours one part of a table."""
    part = f'<w:rPr><w:color w:val="{colour}"/></w:rPr><w:tcPr>{shading(fill)}</w:tcPr>'
    style = f'<w:tblStylePr w:type="{condition}">{part}</w:tblStylePr>'
    return {"more_styles": f'<w:style w:type="table" w:styleId="Mooi"><w:name w:val="Mooi"/>{style}</w:style>'}


LOOK = '<w:tblStyle w:val="Mooi"/><w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
STRIPED = '<w:tblStyle w:val="Mooi"/><w:tblLook w:firstRow="1" w:noHBand="0" w:noVBand="0"/>'
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
NAMED = '<w:tblCaption w:val="Taken"/>'
PLACE = f"<w:p>{r('Status: ')}{{}}</w:p>"
# Per case: the rule, the broken body, the sound one, and what both documents have besides.
CASES: list[tuple[str, str, str, dict[str, Any]]] = [
    ("kop-ontbreekt", p(LONG), p("Kort briefje."), {"heading": ""}),
    ("kop-eerste-niveau", p("Doel", "Kop2"), p("Doel", "Kop1"), {"heading": ""}),
    ("kop-niveau-overgeslagen", p("Doel", "Kop3"), p("Doel", "Kop2") + p("Meer", "Kop3"), {}),
    ("kop-leeg", p("", "Kop2") + p("Tekst."), p("Doel", "Kop2") + p("Tekst."), {}),
    ("kop-nagemaakt", p("Ons doel", run="<w:b/>") + p("Tekst."), p("Ons doel: rust.", run="<w:b/>") + p("Tekst."), {}),
    ("kop-nagemaakt", table() + p("Ons doel", run="<w:b/>") + p("Tekst."), table() + p("Tekst.", run="<w:b/>"), {}),
    ("kop-nagemaakt", p("Ons doel", run='<w:sz w:val="28"/>') + p("Tekst."), p("Ons doel") + p("Tekst."), {}),
    ("lijst-getypt", p("- een") + p("- twee"), p("– een zin met een streepje"), {}),
    ("lijst-getypt", p("1. een") + p("2. twee"), p("1. een") + p("1. een andere"), {}),
    (
        "lijst-getypt",
        p("- een", paragraph='<w:numPr><w:numId w:val="0"/></w:numPr>') * 2,
        table(HEAD, row(cell("- een"), cell("- twee"))),
        {},
    ),
    ("lijst-getypt", p("a) een") + p("b) twee"), p("A. Jansen") + p("B. de Vries"), {}),
    (
        "lijst-getypt",
        f"<w:p>{r('• een')}<w:r><w:br/></w:r>{r('• twee')}</w:p>",
        p("- een", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>') * 2,
        {},
    ),
    ("tabel-zonder-koprij", table(row(cell("Wie"), cell("Wat")), LINE), table(HEAD, LINE), {}),
    ("tabel-meer-koprijen", table(HEAD, HEAD, LINE), table(HEAD, LINE, LINE), {}),
    ("tabel-lege-kopcel", table(row(cell("Wie"), cell(), header=True), LINE), table(), {}),
    ("tabel-lege-kopcel", table(row(cell(), cell("Wat"), header=True), LINE), table(), {}),
    (
        "tabel-samengevoegde-cellen",
        table(HEAD, row(cell("Iedereen", '<w:gridSpan w:val="2"/>'))),
        table(row(cell("Taken", '<w:gridSpan w:val="2"/>'), header=True), LINE),
        {},
    ),
    (
        "tabel-samengevoegde-cellen",
        table(
            HEAD,
            row(cell("Jan", '<w:vMerge w:val="restart"/>'), cell("Melden")),
            row(cell("", "<w:vMerge/>"), cell("Bellen")),
        ),
        table(HEAD, LINE, LINE),
        {},
    ),
    ("tabel-in-tabel", table(HEAD, row(cell("Jan"), cell("Zie", inside=table(caption="")))), table(), {}),
    ("tabel-zonder-bijschrift", p("Zie hier.") + table(caption=""), table(caption="") + p("Tabel 1. Taken"), {}),
    ("tabel-zonder-beschrijving", table(description=""), table(properties='<w:tblCaption w:val="Taken"/>'), {}),
    ("tabel-voor-opmaak", table(row(cell("Let op"))), p("Let op"), {}),
    ("tabel-rij-splitst", table(HEAD, row(cell("Jan"), cell("Melden"), split=True)), table(), {}),
    ("afbeelding-zonder-tekst", drawing(""), drawing('descr="Een brug"'), {}),
    (
        "afbeelding-zonder-tekst",
        '<w:p><w:r><w:pict><v:shape style="width:1pt"/></w:pict></w:r></w:p>',
        '<w:p><w:r><w:pict><v:shape alt="Een brug"/></w:pict></w:r></w:p>',
        {},
    ),
    (
        "afbeelding-zonder-tekst",
        drawing(""),
        drawing("", inside='<a:ext uri="x"><adec:decorative xmlns:adec="urn:adec" val="1"/></a:ext>'),
        {},
    ),
    ("afbeelding-tekst-zegt-niets", drawing('descr="foto_01.JPG"'), drawing('descr="Kaart van de wijk"'), {}),
    ("afbeelding-tekst-zegt-niets", drawing('descr="Afbeelding 3"'), drawing('descr="Afbeelding 3: de brug"'), {}),
    (
        "afbeelding-tekst-van-word",
        drawing('descr="Brug. Automatisch gegenereerde beschrijving"'),
        drawing('descr="Brug"'),
        {},
    ),
    ("afbeelding-zweeft", drawing('descr="Brug"', kind="anchor"), drawing('descr="Brug"'), {}),
    ("contrast-te-laag", p("Grijs", run='<w:color w:val="808080"/>'), p("Grijs", run='<w:color w:val="757575"/>'), {}),
    (
        "contrast-te-laag",
        p("Grijs", run='<w:color w:val="8C8C8C"/><w:sz w:val="34"/>'),
        p("Groot.", run='<w:color w:val="8C8C8C"/><w:sz w:val="36"/>'),
        {},
    ),
    (
        "contrast-te-laag",
        p("Grijs.", run='<w:color w:val="8C8C8C"/><w:sz w:val="28"/>'),
        p("Vet.", run='<w:color w:val="8C8C8C"/><w:sz w:val="28"/><w:b/>'),
        {},
    ),
    (
        "contrast-te-laag",
        p("Vet.", run='<w:color w:val="8C8C8C"/><w:sz w:val="27"/><w:b/>'),
        p("Vet.", run='<w:color w:val="8C8C8C"/><w:sz w:val="28"/><w:b/>'),
        {},
    ),
    (
        "contrast-te-laag",
        p("Wit", run='<w:color w:val="FFFFFF"/><w:highlight w:val="yellow"/>'),
        p("Wit", run='<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>'),
        {},
    ),
    (
        "contrast-te-laag",
        p("Wit", run=WHITE, paragraph=shading("9FB8CD")),
        p("Wit", run=WHITE, paragraph=shading("1F4E5F")),
        {},
    ),
    (
        "contrast-te-laag",
        p("Wit", run=WHITE, paragraph='<w:shd w:val="pct20" w:color="000000" w:fill="FFFFFF"/>'),
        p("Wit", run=WHITE, paragraph='<w:shd w:val="pct80" w:color="000000" w:fill="FFFFFF"/>'),
        {},
    ),
    (
        "contrast-te-laag",
        p("Blauw", run='<w:color w:val="000000" w:themeColor="accent1"/>'),
        p("Blauw", run='<w:color w:val="000000" w:themeColor="accent1" w:themeShade="BF"/>'),
        {},
    ),
    (
        "contrast-te-laag",
        table(HEAD, row(cell("Jan", shading("777777")), cell("Melden")), properties=LOOK.replace("firstRow", "x")),
        table(HEAD, row(cell("Jan", shading("EEEEEE")), cell("Melden")), properties=LOOK.replace("firstRow", "x")),
        styled("wholeTable", "FFFFFF", "333333"),
    ),
    ("contrast-te-laag", table(properties=LOOK), table(), styled("firstRow", "9FB8CD", "FFFFFF")),
    (
        "contrast-te-laag",
        table(HEAD, LINE, LINE, properties=STRIPED),
        table(HEAD, LINE, properties=STRIPED),
        styled("band2Horz", "9FB8CD", "FFFFFF"),
    ),
    (
        "contrast-te-laag",
        table(properties=STRIPED),
        table(properties=STRIPED.replace("w:firstRow", 'w:firstColumn="1" w:firstRow')),
        styled("band2Vert", "9FB8CD", "FFFFFF"),
    ),
    (
        "contrast-te-laag",
        p("Tekst", "Flets"),
        p("Tekst"),
        {
            "more_styles": '<w:style w:type="paragraph" w:styleId="Flets"><w:name w:val="Flets"/>'
            '<w:basedOn w:val="Bleek"/></w:style><w:style w:type="paragraph" w:styleId="Bleek">'
            '<w:name w:val="Bleek"/><w:rPr><w:color w:val="AAAAAA"/></w:rPr></w:style>'
        },
    ),
    ("tekst-onzichtbaar", p("Geheim", run=WHITE), p("Open", run='<w:color w:val="auto"/>'), {}),
    (
        "kleur-zonder-tekst",
        table(HEAD, row(cell("Jan"), cell("", shading("1F4E5F"))), properties=NAMED, description=""),
        table(HEAD, row(cell("Jan"), cell("ja", shading("DCE9ED"))), properties=NAMED, description=""),
        {},
    ),
    (
        "kleur-zonder-tekst",
        table(HEAD, row(cell("Jan"), cell("", shading("1F4E5F"))), properties=NAMED, description=""),
        table(HEAD, row(cell("Jan"), cell("", shading("1F4E5F"))), description="Jan doet mee."),
        {},
    ),
    (
        "gekleurd-vlak",
        PLACE.format(r("    ", '<w:highlight w:val="red"/>')),
        PLACE.format(r("goed", '<w:highlight w:val="yellow"/>')),
        {},
    ),
    ("lege-alinea", p("Een") + p() + p("Twee"), p("Een") + p("Twee"), {}),
    ("lege-alinea", p("Een") + p() + p() + p("Twee"), table() + p() + table(caption="") + p("Tabel 2. Meer"), {}),
    ("dubbele-spatie", p("Een  spatie te veel"), p("Een spatie"), {}),
    (
        "tabs-voor-opmaak",
        f"<w:p>{r('Jan')}<w:r><w:tab/><w:tab/></w:r>{r('Melden')}</w:p>",
        f"<w:p>{r('Jan')}<w:r><w:tab/></w:r>{r('Melden')}</w:p>",
        {},
    ),
    ("tekstvak", BOX.format(text=p("Let op"), fill=""), p("Let op"), {}),
    ("link-zegt-niets", link("klik hier"), link("het beleid van de gemeente"), {}),
    ("link-zegt-niets", link("https://www.example.org/a"), link("info@example.org"), {}),
    ("link-leeg", link(""), link("de website van de gemeente"), {}),
    ("link-zonder-doel", link("het doel", 'w:anchor="weg"'), mark("weg", 1) + link("het doel", 'w:anchor="weg"'), {}),
    (
        "link-zonder-doel",
        '<w:p><w:fldSimple w:instr=" REF weg \\h "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>',
        mark("weg", 1) + '<w:p><w:fldSimple w:instr=" REF weg \\h "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>',
        {},
    ),
    (
        "link-zonder-doel",
        FIELD.format(" PAGEREF weg \\h "),
        FIELD.format(' STYLEREF "Kop 1" ') + FIELD.format(' HYPERLINK \\l "_top" '),
        {},
    ),
    ("verwijzing-kapot", p("Zie Fout! Verwijzingsbron niet gevonden."), p("Fout! riep hij."), {}),
    ("inhoudsopgave-ontbreekt", HEADINGS, p("Kop 1", "Inhopg1") + HEADINGS, {}),
    ("bladwijzer-dubbel", mark("plek", 1) + mark("Plek", 2), mark("plek", 1) + mark("plaats", 2), {}),
    ("bladwijzer-zonder-einde", mark("plek", 1, closed=False), mark("plek", 1), {}),
    ("tekst-beweegt", p("Let op", run='<w:effect w:val="blinkBackground"/>'), p("Let op"), {}),
    ("letters-te-klein", p("Klein", run='<w:sz w:val="17"/>'), p("Klein", run='<w:sz w:val="18"/>'), {}),
    ("hoofdletters-getypt", p("DIT IS EEN HELE LANGE REGEL"), p("De VVE en de GGD"), {}),
    ("tekst-uitgevuld", p("Tekst", paragraph='<w:jc w:val="both"/>'), p("Tekst", paragraph='<w:jc w:val="left"/>'), {}),
]
WHOLE: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("taal-niet-nederlands", ENGLISH, {}),
    ("taal-niet-nederlands", {"styles": STYLES.replace('<w:lang w:val="nl-NL"/>', "")}, {}),
    ("titel-ontbreekt", {"title": ""}, {}),
    ("titel-ontbreekt", {"title": "Document1"}, {}),
    ("titel-ontbreekt", {"title": "plan_def.docx"}, {"title": "Documentbeheer"}),
    (
        "document-beveiligd",
        {"settings": '<w:documentProtection w:edit="forms" w:enforcement="1"/>'},
        {"settings": '<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>'},
    ),
]


@pytest.mark.parametrize(
    ("rule", "broken", "sound", "more"), CASES, ids=[f"{number}-{case[0]}" for number, case in enumerate(CASES)]
)
def test_a_rule_finds_its_defect_and_nothing_else(rule: str, broken: str, sound: str, more: dict[str, Any]) -> None:
    """The broken document gives exactly that finding, the sound one none."""
    assert found(broken, **more) == [rule]
    assert found(sound, **more) == []


@pytest.mark.parametrize(("rule", "broken", "sound"), WHOLE, ids=[f"{n}-{case[0]}" for n, case in enumerate(WHOLE)])
def test_a_rule_about_the_whole_document(rule: str, broken: dict[str, Any], sound: dict[str, Any]) -> None:
    """The same for what stands in the properties, settings and defaults."""
    assert found(p(DUTCH), **broken) == [rule]
    assert found(p(DUTCH), **sound) == []


def test_a_document_in_memory_gives_the_findings_of_its_file() -> None:
    """What was just written is not opened again, and nothing is found or missed by that."""
    broken = [*((case[1], case[3]) for case in CASES), *((p(DUTCH), case[1]) for case in WHOLE)]
    for body, more in broken:
        document = make(body, **more)
        parts = unpack(document)
        findings = check_package(open_parts(parts, parse(parts["word/document.xml"])))
        assert findings
        assert findings == check_accessibility(document)


def test_every_rule_has_a_case() -> None:
    """No rule goes without a document that it finds fault with, and no two rules share an id."""
    ids = [rule.controle for rule in RULES]
    assert sorted(ids) == sorted(set(ids))
    assert set(ids) == {case[0] for case in CASES} | {case[0] for case in WHOLE}
