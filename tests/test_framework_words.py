"""The texts of the framework read as those of a civil servant, and say what the source says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import html

from tests.support.documents import MINIMUM, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.framework import Framework

ADDRESSED = re.compile(r"\b(?:je|jij|jou|jouw|jullie|u|uw|we|ons|onze)\b", re.IGNORECASE)
ORDERS = (
    "bedenk benut bepaal bespreek breng communiceer creëer denk doe formuleer ga gebruik geef grijp"
    " handhaaf herhaal houd investeer kies kijk kom laat leer lees leg let maak neem noem oriënteer pas"
    " plan praat regel richt schrijf sluit spreek sta stel stem toets treed trek verken vertel voorkom"
    " vraag vul wees werk zoek zorg"
)
"""Verbs in the form of an order, as they open a sentence."""
OPENING = re.compile(rf"(?:^|[.?!;:] )(?:{ORDERS.replace(' ', '|')})\b(?! van\b)", re.IGNORECASE)
UNLIKE = re.compile(
    r"misdaad|meer (?:jaren|instanties|partijen)|brede aanpak|melden vaker|\bmist\b|aan de hand is|er bij kwamen"
)
"""Words that are not the source's, or no idiom."""
SAID = {
    "inleiding.randvoorwaarden": "hangt af van de context",
    "inleiding.interventies": "bedoeld ter inspiratie",
    "inleiding.startvragen": "niet zomaar overdraagbaar",
    "inleiding.werkzame_principes": "universele werkzaamheid zeer waarschijnlijk",
    "urgentiebesef.4": "gezamenlijk",
    "urgentiebesef.actie.2": "op een andere manier",
    "lokale_kracht.2": "zo breed mogelijk vertegenwoordigt",
    "langdurige_aanpak.1": "allemaal",
    "langdurige_aanpak.2": "integrale aanpak van 10 tot 20 jaar, met stabiele financiering",
    "gezamenlijke_visie.5": "vertaling",
    "samenwerkingsverband.1": "overeenkomst",
    "samenwerkingsverband.3": "verticale afstemming",
    "samenwerkingsverband.8": "sociaal domein",
    "cultuuromslag.actie.2": "anders moeten aanpakken",
    "reflectie_evaluatie.2": "vastgelegde indicatoren",
    "korte_termijn_successen.2": "leefbaarheid",
    "onafhankelijke_procesbegeleiding.2": "procesleider die helpt",
    "kennis_mandaat_vertrouwen.6": "regels gelden voor het delen",
    "juiste_professional.1": "gevoel voor ondernemen en voor strategische keuzes",
    "pact_aanpak": "opgavegericht",
    "intel_cel": "objecten",
    "stadsmarinier_boa": "meldingsbereidheid",
    "communicatiestrategie_gebied": "meldingsbereidheid",
    "kinderwijkraad": "Juist waar",
    "rolmodellen": "specifieke achtergrond",
    "integrale_handhavingsacties": "werken samen",
    "families_gezinnen_aanpak": "probeert",
    "recreatieterreinen": "niet voor permanente bewoning",
    "bekend_maakt_bemind": "draagt bij aan een positiever beeld",
    "sociale_bewijskracht": "Het effect treedt op als",
    "timing_is_everything": "nieuwe gewoonten",
    "som_meer_dan_delen": "normen en werkwijzen",
}
"""Per text a part of it that the source stands or falls with."""


def _texts(kader: Framework) -> Iterator[tuple[str, str]]:
    yield "herkomst", kader.herkomst
    for step in kader.leeswijzer:
        yield from ((f"leeswijzer {step.deel}", text) for text in (step.vraag, step.tekst))
    yield from ((f"inleiding.{name}", getattr(kader.inleiding, name)) for name in kader.inleiding.__struct_fields__)
    yield from ((own.sleutel, own.wat) for own in kader.eigen)
    for block in kader.bouwstenen:
        yield block.id, block.toelichting
    for item in kader.randvoorwaarden:
        yield item.id, item.toelichting
        yield from ((eis.id, eis.tekst) for eis in item.eisen)
        yield from ((action.id, action.tekst) for action in item.acties)
        yield from ((item.id, text) for text in item.praktijkervaringen)
    for intervention in kader.interventies:
        yield intervention.id, intervention.doel
        yield intervention.id, intervention.beoogd_resultaat
        yield from ((intervention.id, proposal.argument) for proposal in intervention.voorgestelde_principes)
    yield from ((rule.id, rule.punt) for rule in kader.rechtsregels)
    yield from ((question.id, question.vraag) for question in kader.startvragen)
    for principle in kader.werkzame_principes:
        for texts in (principle.hoe_werkt_het, principle.toepassen, principle.let_op):
            yield from ((principle.id, text) for text in texts)


def test_sentences_are_short(kader: Framework) -> None:
    """No sentence in the framework has more than 26 words."""
    for key, text in _texts(kader):
        for sentence in re.split(r"(?<=[.?!;:]) ", text):
            assert len(sentence.split()) <= 26, f"{key}: {sentence}"


def test_texts_are_clean(kader: Framework) -> None:
    """No text has a trace of a scan, a double space or a straight quote."""
    for key, text in _texts(kader):
        assert not re.search(r"  |[ﬁﬂ»«|]|\b(OCR|scan)\b|\"", text), f"{key}: {text}"


def test_requirements_complete_their_lead_in(kader: Framework) -> None:
    """A requirement and an action are a part of a sentence."""
    for condition in kader.randvoorwaarden:
        assert condition.vraagt_om.endswith("om:")
        for part in (*condition.eisen, *condition.acties):
            assert not part.tekst.endswith("."), part.id
            assert part.tekst[0].islower(), part.id


@pytest.mark.parametrize("words", [ADDRESSED, UNLIKE], ids=["nobody is addressed", "idiom of the source"])
def test_no_text_has_a_word_that_does_not_fit(words: re.Pattern[str], kader: Framework) -> None:
    """The plan is no letter: nobody is called `je`; and what the source calls by a name keeps that name."""
    found = {f"{key}: {match.group()}" for key, text in _texts(kader) if (match := words.search(text))}
    assert found == set()


def test_no_sentence_gives_an_order(kader: Framework) -> None:
    """What the source advises stands in the infinitive, or tells what is asked; also after a colon."""
    found = {f"{key}: {match.group()}" for key, text in _texts(kader) if (match := OPENING.search(text))}
    assert found == set()


@pytest.mark.parametrize(("key", "words"), SAID.items(), ids=SAID)
def test_what_the_source_stands_or_falls_with_is_said(key: str, words: str, kader: Framework) -> None:
    """Meaning that was lost once stays."""
    assert words in " ".join(text for found, text in _texts(kader) if found == key)


def test_integral_is_as_much_there_as_in_the_source(kader: Framework) -> None:
    """The source says it of the approach, the way of working and the safety plan, and of two interventions."""
    said = {key for key, text in _texts(kader) if "integra" in text}
    assert {"urgentiebesef.actie.2", "langdurige_aanpak", "langdurige_aanpak.1", "bestuurskracht.1"} <= said
    assert sum("ntegrale" in item.titel for item in kader.interventies) == 2


def test_an_experience_is_told_as_one(kader: Framework) -> None:
    """What one speaker said is no finding: it was said, noted or advised in the learning circle."""
    for item in kader.randvoorwaarden:
        for text in item.praktijkervaringen:
            assert text.startswith("In de leerkring "), item.id
            assert "bleek" not in text, item.id


def test_a_condition_names_the_studies_of_its_requirements(kader: Framework) -> None:
    """`studies 1 en 2` are those that stand with the requirements."""
    for item in kader.randvoorwaarden:
        section, _, studies = item.bron.partition(";")
        assert section == f"Randvoorwaarden: {item.titel[0].lower()}{item.titel[1:]}"
        assert {int(nr) for nr in re.findall(r"\d", studies)} == {nr for eis in item.eisen for nr in eis.bronnen}


def test_numbers_in_words_are_those_of_the_lists(kader: Framework) -> None:
    """What the introductions count is there."""
    said = kader.inleiding
    assert (len(kader.randvoorwaarden), "twaalf randvoorwaarden" in said.randvoorwaarden) == (12, True)
    assert (len(kader.bouwstenen), "vier bouwstenen" in said.randvoorwaarden) == (4, True)
    assert (len(kader.interventies), "kort dertig" in said.interventies) == (30, True)
    assert (len(kader.interventiecategorieen), "zeven categorieën" in said.interventies) == (7, True)
    assert (len(kader.startvragen), "zeven startvragen" in said.startvragen) == (7, True)
    assert (len(kader.werkzame_principes), "beschrijft er zes" in said.werkzame_principes) == (6, True)


def test_the_three_steps_stand_in_the_order_of_the_source(kader: Framework) -> None:
    """First the conditions, then interventions, then what makes them work."""
    assert [step.deel for step in kader.leeswijzer] == ["randvoorwaarden", "interventies", "werkzame_principes"]
    assert "dan komen interventies aan bod" in kader.leeswijzer[0].tekst


def test_what_is_ours_is_there_and_the_plan_says_so(kader: Framework) -> None:
    """Each entry leads to a field of the framework file; the annex of sources prints it, and who made the source."""
    annex = html.document_fromstring(page(MINIMUM)).xpath("//section[@data-blok='bijlage.bronnen']")[0].text_content()
    assert kader.herkomst in annex
    for own in kader.eigen:
        group, field = own.sleutel.split(".")
        assert all(hasattr(item, field) for item in getattr(kader, group)), own.sleutel
        assert own.wat in annex
    for principle in kader.werkzame_principes:
        assert principle.titel_bron is None or principle.titel_bron in annex


def test_the_introduction_prints_the_three_steps(kader: Framework) -> None:
    """Where the plan says how it is built, it tells the steps in the words of the framework."""
    text = html.document_fromstring(page(MINIMUM)).text_content()
    places = [text.find(step.tekst) for step in kader.leeswijzer]
    assert places == sorted(places)
    assert places[0] > 0
