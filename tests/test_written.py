"""Answers as people wrote them, each file for a kind of text that once went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from generator.web import webpage
from tests.support.documents import page, word
from tests.support.words import words_of_page, words_of_word

WRITTEN = Path(__file__).parent / "written"
AANLEIDING, BELEVING = "wijk.aanleiding", "wijk.beleving.tekst"
EXPECTED = {
    "folded-list": {
        AANLEIDING: "<p>Daarom doen wij drie dingen:</p><ul><li>meedenken met bewoners</li><li>"
        "zelf projecten uitvoeren</li>"
        "<li>terugkoppelen</li></ul>",
        BELEVING: "<p>Daarom doen wij drie dingen:</p><ul><li>meedenken met bewoners</li><li>"
        "zelf projecten uitvoeren</li>"
        "<li>terugkoppelen</li></ul>",
    },
    "literal-list-noblank": {
        AANLEIDING: "<p>Daarom doen wij drie dingen:</p><ul><li>meedenken met bewoners</li><li>"
        "zelf projecten uitvoeren</li>"
        "</ul><p>Dit is een slotzin die niet bij het laatste punt hoort.</p>",
        BELEVING: "<p>In de zomer van 2026. was het druk. Er waren 3) incidenten.</p>",
    },
    "year-start": {
        AANLEIDING: '<p>2026. Dat is het jaar waarin wij beginnen.</p><ol type="1"><li>Eerst praten wij.</li>'
        "<li>Daarna doen wij.</li></ol>",
        BELEVING: "<p>5. Alleen punt vijf.</p><ul><li>streepje een</li><li>streepje twee</li></ul>",
    },
    "lijst-vervolg": {
        AANLEIDING: '<p>Wij doen het zo:</p><ol type="1"><li>Eerst praten wij met bewoners.</li>'
        "<li>Dan kiezen wij interventies.</li></ol><p>Tussendoor informeren wij de raad.</p>"
        '<ol start="3" type="1"><li>Daarna voeren wij uit.</li><li>Tot slot evalueren wij.</li></ol>'
        "<p>Wat wij niet doen:</p><ul><li>straffen zonder gesprek</li><li>wachten</li></ul>",
    },
    "link-zonder-https": {
        AANLEIDING: '<p>Lees <a href="https://www.voorbeeld.nl/convenant">het convenant</a> en '
        '<a href="https://voorbeeld.nl">de regeling</a> en de map (\\\\server\\map\\plan.docx) en '
        '<a href="tel:0123456789">bel</a> en <a href="https://voorbeeld.nl/pad%20met%20spatie/x.pdf">deel</a>.</p>',
    },
    "sterretjes": {
        AANLEIDING: "<p>"
        "Het vak is 2*3*4 meter en de code is A*B*C. Zie [1] en bijlage_nr_3 en _concept_ en __init__.</p>",
        BELEVING: "<p>De bijdrage* en de subsidie* zijn onzeker. *) exclusief btw. **) inclusief btw.</p>",
        "wijk.beleving.bron": "a*b*c",
    },
    "opsom-bullet": {
        AANLEIDING: "<p>Dit zien wij:</p><ul><li>dealen op het plein</li><li>leegstand</li><li>"
        "schulden bij jongeren</li></ul>",
        BELEVING: "<p>Drie punten:</p><ul><li>onveilig</li><li>onrustig</li><li>onbekend</li></ul>"
        '<ol type="a"><li>punt a</li><li>punt b</li></ol>'
        "<ul><li>punt met wingding<ul><li>punt met o</li></ul></li></ul>",
    },
    "onzichtbaar": {
        AANLEIDING: "<p>zacht afbreekstreepje, ondermijningsaanpak, vast\u2011streepje, nulbreedte, linksnaarrechts, "
        "bommidden, smalle\u202fspatie, figuur\u2007spatie, verticaal regel, \ufb01nanciële "
        "ligatuur, e\u0301\u0301n cafe\u0301, "
        "\ufffd vraagteken, nel, pua, pua</p>",
    },
    "plat-in-cel": {
        "wijk.krachtenveld[1].partij": "Regel een<br>Regel twee",
        "wijk.krachtenveld[1].belang": "<ul><li>rust</li><li>veiligheid</li></ul><p>Slot</p>",
        "wijk.krachtenveld[1].rol": '<strong>vet</strong> en <a href="https://www.voorbeeld.nl">'
        "link</a> en <em>schuin</em>",
        "wijk.cijfers[1].indicator": "<strong>vet</strong> en a_b_c * d",
    },
    "beslispunten": {
        "besluit.beslispunten[1]": "Het plan vast te stellen.",
        "besluit.beslispunten[2]": "De kosten te dekken uit A*, B* en reserve_x_y.",
        "besluit.beslispunten[3]": '<p>In te stemmen met:</p><ol type="a"><li>de campagne</li><li>'
        "de controles</li></ol>",
        "besluit.beslispunten[4]": "<p>De raad te informeren over:</p><ul><li>de voortgang</li><li>het geld</li></ul>",
        "besluit.beslispunten[5]": '<strong>Vet</strong> besluit met <a href="https://www.voorbeeld.nl">link</a> en '
        "<em>schuin</em>",
        "besluit.argumenten[1]": "<p>Eerste alinea.</p><p>Tweede alinea.</p>",
        "besluit.argumenten[2]": "<p>1.1 De aanpak werkt.</p>",
        "besluit.kanttekeningen[2]": "geen",
        "besluit.kanttekeningen[3]": "1) een",
        "participatie.gedaan[1]": "wijkavond",
        "participatie.gedaan[2]": "gesprek",
    },
    "gelijke-ids": {"interventies[4].titel": "Buurt huis vier"},
}


@pytest.mark.parametrize("name", EXPECTED)
def test_what_people_write_is_what_the_plan_shows(name: str) -> None:
    """Each answer is read as it was meant, and Word and the web page show the same words in the same order."""
    text = (WRITTEN / f"{name}.yaml").read_text(encoding="utf-8")
    made = page(text)
    root = html.document_fromstring(made)
    for key, expected in EXPECTED[name].items():
        [found, *_] = root.xpath(f"//*[@data-antwoord='{key}']")
        assert _inside(found) == expected, key
        shown = "".join(words_of_page(found))
        web = html.document_fromstring(webpage.write(made).decode()).find("body")
        assert web is not None
        assert shown in "".join(words_of_page(web))
        assert shown in "".join(words_of_word(word(text)))


def _inside(element: html.HtmlElement) -> str:
    """Return the HTML inside an element."""
    children = (html.tostring(child, encoding="unicode") for child in element)
    return (element.text or "") + "".join(children)
