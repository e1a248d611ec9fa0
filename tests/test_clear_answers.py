"""Answers as people type them, each with what the plan prints; what can be two things is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema
import pytest

from generator.answers.shape import field_at
from generator.answers.tree_reading import read_answers
from generator.problems import ProblemsError, Soort
from generator.source import parse, path_of
from tests.support.documents import MINIMUM, checked, page
from tests.test_cases import told

if TYPE_CHECKING:
    from generator.answers import Antwoorden

DAY, FIGURE, COUNT = "planning[1].wanneer", "wijk.cijfers[1].wijk", "wijk.inwoners"
YEAR, AMOUNT, PER_YEAR = (
    "wijk.cijfers[1].jaar",
    "financien.lasten[1].bedragen.2026",
    "interventies[1].budget.structureel_per_jaar",
)
STAND, STATUS, TREND = "randvoorwaarden.cultuuromslag.status", "document.status", "wijk.cijfers[1].trend"
PARTY, PHASE, COVER = "wijk.krachtenveld[1].soort", "interventies[1].fase", "financien.dekking[1].status"
TERM, COUNCIL, BODY = "doelen.lijst[1].termijn", "besluit.raad", "besluit.bevoegd_orgaan"
DPIA, AGREEMENT, SIGNED = (
    "informatiedeling.dpia.status",
    "organisatie.overeenkomst.status",
    "organisatie.partners[1].getekend",
)

LINES = [
    # dates
    (DAY, "1 mei 2026.", "1 mei 2026"),
    (DAY, "Mei 2026.", "mei 2026"),
    (DAY, "week 12, 2026", "week 12 2026"),
    (DAY, "wk. 12 2026", "week 12 2026"),
    (DAY, "eind Q2 2026", "eind 2e kwartaal 2026"),
    (DAY, "begin tweede kwartaal 2026", "begin 2e kwartaal 2026"),
    (DAY, "2026, 3e kwartaal", "3e kwartaal 2026"),
    (DAY, "1e kw. 2026", "1e kwartaal 2026"),
    (DAY, "Q2-Q3 2026", "2e kwartaal 2026 tot en met 3e kwartaal 2026"),
    (DAY, "2026/05/01", "1 mei 2026"),
    (DAY, "met ingang van 1 mei 2026", "vanaf 1 mei 2026"),
    (DAY, "m.i.v. 1-5-2026", "vanaf 1 mei 2026"),
    (DAY, "sinds 2024", "sinds 2024"),
    (DAY, "ca. mei 2026", "rond mei 2026"),
    (DAY, "plm. mei 2026", "rond mei 2026"),
    (DAY, "rond de zomer van 2026", "rond de zomer 2026"),
    (DAY, "in het voorjaar van 2026", "voorjaar 2026"),
    (DAY, "in de loop van 2026", "2026"),
    (DAY, "2026 en verder", "vanaf 2026"),
    (DAY, "1-5-2026 t/m 30-6-2026", "1 mei 2026 tot en met 30 juni 2026"),
    (DAY, "van mei 2026 tot september 2026", "mei 2026 tot september 2026"),
    (DAY, "schooljaar 2026-2027", "schooljaar 2026/2027"),
    (DAY, "Elk kwartaal", "elk kwartaal"),
    (DAY, "permanent", "doorlopend"),
    (DAY, "z.s.m.", "zo snel mogelijk"),
    (DAY, "n.v.t.", "n.v.t."),
    (DAY, "Nog niet bekend.", "nader te bepalen"),
    (DAY, "nog te plannen", "nader te bepalen"),
    (DAY, "zie bijlage", "zie bijlage"),
    (YEAR, "2024.", "2024"),
    (YEAR, "heel 2024", "2024"),
    # amounts
    (AMOUNT, "€ 1,2 miljoen.", "€ 1.200.000"),
    (AMOUNT, "anderhalf miljoen", "€ 1.500.000"),
    (AMOUNT, "Een half miljoen euro", "€ 500.000"),
    (AMOUNT, "ruim een ton", "ruim € 100.000"),
    (AMOUNT, "geen kosten", "€ 0"),
    (AMOUNT, "Gratis", "€ 0"),
    (AMOUNT, "n.v.t.", "n.v.t."),
    (AMOUNT, "n.t.b.", "nader te bepalen"),
    (AMOUNT, "Zie bijlage", "zie bijlage"),
    (AMOUNT, "PM.", "PM"),
    (PER_YEAR, "€ 74.000 per jaar", "€ 74.000"),
    (PER_YEAR, "74k p.j.", "€ 74.000"),
    # figures and counts
    (FIGURE, "48 %.", "48%"),
    (FIGURE, "één op de drie", "1 op de 3"),
    (FIGURE, "2 op 5", "2 op de 5"),
    (FIGURE, "2/3", "twee derde"),
    (FIGURE, "Meer dan de helft", "meer dan de helft"),
    (FIGURE, "n.t.b.", "nader te bepalen"),
    (FIGURE, "zie bijlage", "zie bijlage"),
    (COUNT, "circa 5.800 inwoners", "ca. 5.800"),
    (COUNT, "plm. 5.800", "ca. 5.800"),
    (COUNT, "naar schatting 5.800", "ongeveer 5.800"),
    (COUNT, "5.840.", "5.840"),
    (COUNT, "bijna 6.000 mensen", "bijna 6.000"),
    # choices in other words
    (STAND, "Grotendeels op orde.", "deels op orde"),
    (STAND, "nog niet", "niet op orde"),
    (STAND, "ontbreekt", "niet op orde"),
    (STAND, "Goed", "op orde"),
    (STAND, "nog te beoordelen", "nog onbekend"),
    (STATUS, "Nog niet vastgesteld", "concept"),
    (STATUS, "ter vaststelling", "ter besluitvorming"),
    (TREND, "↑", "stijgend"),
    (TREND, "Afname", "dalend"),
    (TREND, "gelijk gebleven", "gelijk"),
    (PARTY, "politie", "publiek"),
    (PARTY, "Winkeliers", "privaat"),
    (PARTY, "MBO", "onderwijs"),
    (PHASE, "gestart", "lopend"),
    (PHASE, "nog te starten", "nieuw"),
    (COVER, "Beschikking ontvangen", "toegezegd"),
    (COVER, "nog aan te vragen", "onzeker"),
    (TERM, "Op de lange termijn.", "lang"),
    (COUNCIL, "raadsinformatiebrief (RIB)", "raadsinformatiebrief"),
    (COUNCIL, "n.v.t.", "geen"),
    (BODY, "Burgemeester & wethouders", "college"),
    (DPIA, "gereed", "uitgevoerd"),
    (AGREEMENT, "in voorbereiding", "concept"),
    (SIGNED, "nee, nog niet", "nee"),
]


@pytest.mark.parametrize(("key", "typed", "shown"), LINES, ids=[f"{key}: {typed}" for key, typed, _ in LINES])
def test_a_clear_answer_is_read(key: str, typed: str, shown: str) -> None:
    """The plan prints what was meant, that reads back as the same, and an editor takes what was typed."""
    question = field_at(path_of(key))
    assert question is not None
    kind = question.item_kind
    assert kind is not None
    value = kind.parse(typed)
    assert kind.show(value).replace("\u00a0", " ") == shown
    assert kind.read_back(kind.show(value)) == kind.parse(kind.write(value)) == value
    jsonschema.validate(typed, kind.schema())


ASKED = [
    (DAY, "maart", "jaar"),
    (DAY, "Pasen 2026", "Schrijf bijvoorbeeld"),
    (DAY, "december 2026?", "Schrijf bijvoorbeeld"),
    (DAY, "week 54 2026", "Controleer de week"),
    (DAY, "schooljaar 2026-2028", "Controleer de jaren"),
    (AMOUNT, "50.000 excl. btw", "hele euro’s"),
    (AMOUNT, "anderhalf", "hele euro’s"),
    (FIGURE, "5.840", "zonder punt"),
    (FIGURE, "6,1 per 1.000", "alleen het getal"),
    (STAND, "oranje", "Kies uit"),
    ("interventies[1].budget.status", "deels gedekt", "Kies uit"),
    ("document.openbaarheid", "niet openbaar", "Kies uit"),
]


@pytest.mark.parametrize(("key", "typed", "words"), ASKED, ids=[f"{key}: {typed}" for key, typed, _ in ASKED])
def test_what_can_be_two_things_is_asked(key: str, typed: str, words: str) -> None:
    """The remedy says what is needed, and proposes nothing that says something else."""
    question = field_at(path_of(key))
    assert question is not None
    kind = question.item_kind
    assert kind is not None
    with pytest.raises(ProblemsError) as caught:
        kind.parse(typed)
    assert words in caught.value.problems[0].oplossing


LEFT = {
    "wijk.krachtenveld[1].invloed": "there is no such question: to read it, it would have to be left out of the plan",
    "doelen.lijst[1].termijn": "what lies between short and long may be either of them",
    "doelen.lijst[2].termijn": "a year is long or short by when the plan begins, and that is for the municipality",
    "financien.lasten[3].bedragen.2021-2024": "one amount for four years is of each or of all: four times as much",
}
"""What is asked of the file that is typed as people type, and why that is no clear answer."""


def test_what_is_asked_of_a_typed_file_is_not_clear() -> None:
    """Of sixty-six lines four are asked, and each can be two things or has no place."""
    assert set(told("getypt", Soort.FOUT)) == set(LEFT)


def answers(text: str) -> Antwoorden:
    """Return the answers in a file that adds these to the smallest one; nothing in it may be a fault."""
    reading = read_answers(parse(MINIMUM + text, "a.yaml"))
    assert reading.problems == ()
    return reading.antwoorden


@pytest.mark.parametrize(
    ("period", "typed", "name"),
    [
        ("2026 - 2036", "2030", "tussentijds"),
        ("2026 - 2029", "eind 2029", "eind"),
        ("{van: 2026, tot_en_met: 2029}", "2030", "eind"),
    ],
)
def test_one_date_of_an_evaluation_is_the_last_where_the_plan_ends(period: str, typed: str, name: str) -> None:
    """Before the last year of the plan it is the one halfway."""
    found = answers(f"document: {{periode: {period}}}\nmonitoring: {{evaluatie: {typed}}}\n").monitoring
    assert found is not None
    assert found.evaluatie is not None
    assert str(getattr(found.evaluatie, name)) == typed


@pytest.mark.parametrize(
    "text", ["monitoring: {evaluatie: 2030}\n", "document: {periode: 2026 - 2029}\nmonitoring: {evaluatie: extern}\n"]
)
def test_a_date_of_an_evaluation_without_the_years_of_the_plan_is_asked(text: str) -> None:
    """And so is what is no date."""
    [fault] = checked(MINIMUM + text).fouten
    assert "tussentijds, eind" in fault.oplossing


def test_a_choice_that_was_not_made_yet_is_an_open_point() -> None:
    """It is no fault, stays to be answered, and is shown among what was read."""
    found = checked(MINIMUM + "document: {openbaarheid: Nog niet bekend}\nparticipatie: {niveau: n.t.b., visie: a}\n")
    assert found.fouten == ()
    assert {"document.openbaarheid", "participatie.niveau"} <= {problem.sleutel for problem in found.open}
    assert [(item.gegeven, item.gelezen) for item in found.gelezen] == [
        ("Nog niet bekend", "nog geen antwoord"),
        ("n.t.b.", "nog geen antwoord"),
    ]


@pytest.mark.parametrize("other", ["", ", {post: hek, soort: incidenteel, bedragen: {2026: 5}}"])
def test_a_money_line_without_an_amount_is_in_the_plan(other: str) -> None:
    """Its name prints, with a placeholder for the amount, beside lines that have one and without any."""
    text = f"financien: {{lasten: [{{post: Straatwacht}}{other}], dekking: [{{bron: Wijkfonds}}]}}\n"
    shown = page(MINIMUM + text)
    assert shown.count(">Straatwacht<") == shown.count(">Wijkfonds<") == 1
    for key in ("financien.lasten[1].bedragen", "financien.dekking[1].bedragen"):
        assert shown.count(f'data-antwoord="{key}"') == 1


@pytest.mark.parametrize("item", ["{eigenaar: teamleider}", "{titel: Iets, doel: x, resultaat: y}"])
def test_an_intervention_without_an_id_is_told_at_its_line(item: str) -> None:
    """What else was answered of it is not in the plan; the open point says which interventions that goes for."""
    found = checked(f"{MINIMUM}interventies:\n  - ila\n  - {item}\n")
    assert [(point.regel, point.melding) for point in found.open if point.sleutel == "interventies[2].id"] == [
        (5, "Nog in te vullen: welke interventie dit is.")
    ]
