"""Answer files that once went wrong, each by its name: what is wrong in them is told at its place."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import html

from generator.answers.opdracht import Periode, Persoon
from generator.checks import Checked, check
from generator.framework import load_framework
from generator.plan.geld import Begroting
from generator.problems import Problem, ProblemsError, Soort
from generator.source import load
from tests.support import documents
from tests.support.documents import ROOT

CASES = ROOT / "tests" / "cases"
EXAMPLE = (ROOT / "examples" / "molenkwartier" / "antwoorden.yaml").read_text(encoding="utf-8")


def checked(name: str) -> Checked:
    """Return the answers of a case, with every problem in them."""
    return check(load(CASES / f"{name}.yaml"), load_framework())


def problems_of(name: str) -> tuple[Problem, ...]:
    """Return every problem in a case, also where it cannot be read to its end."""
    try:
        return checked(name).problems
    except ProblemsError as error:
        return tuple(error.problems)


def told(name: str, soort: Soort, *words: str) -> dict[str, str]:
    """Return what a case is told of one kind, by key; only messages with one of these words, where any are given."""
    found = {problem.sleutel: problem.melding for problem in checked(name).problems if problem.soort is soort}
    return {key: melding for key, melding in found.items() if not words or any(word in melding for word in words)}


def test_years_that_cannot_be_are_faults() -> None:
    """A year of the Middle Ages or far away is refused, and so are more years than a table can show."""
    assert told("52-jaartypfout", Soort.FOUT) == {
        "document.periode.tot_en_met": "De planning loopt van 2026 tot en met 2092: dat is 67 jaar.",
        "interventies[1].planning.eind": "Het jaar 2206 kan hier niet.",
        "planning[1].wanneer": "Het jaar 0206 kan hier niet.",
    }


def test_years_that_are_not_likely_are_told() -> None:
    """What lies outside the years of the plan is told, be it a date, a year of an indicator or an amount."""
    assert set(told("58-buiten-looptijd", Soort.FOUT)) == {
        "interventies[1].acties[1].wanneer",
        "planning[1].wanneer",
    }
    told_of = told("58-buiten-looptijd", Soort.AANDACHT, "looptijd van het plan", "later dan dit document")
    assert told_of == {
        "wijk.cijfers[1].jaar": "Dit cijfer is van 2062. Dat is later dan dit document (1\u00a0februari 2026).",
        "interventies[1].planning.eind": (
            "“31\u00a0december 2092” valt na de looptijd van het plan: die loopt tot en met 2029."
        ),
        "interventies[1].indicatoren[1].jaar": "“2127” valt na de looptijd van het plan: die loopt tot en met 2029.",
        "interventies[1].acties[2].wanneer": (
            "“1\u00a0januari 1926” valt voor de looptijd van het plan: die begint in 2026."
        ),
        "planning[2].wanneer": "“1\u00a0maart 2062” valt na de looptijd van het plan: die loopt tot en met 2029.",
        "financien.lasten[1].bedragen.2062": (
            "Het bedrag in 2062 valt na de looptijd van het plan: die loopt tot en met 2029."
        ),
        "financien.dekking[1].bedragen.2062": (
            "Het bedrag in 2062 valt na de looptijd van het plan: die loopt tot en met 2029."
        ),
    }


def test_what_an_adviser_types_is_understood() -> None:
    """What is clear in a file that is typed as people type has its value; `test_clear_answers` has what is asked."""
    antwoorden = checked("getypt").antwoorden
    assert antwoorden.document.periode == Periode(van=2020, tot_en_met=2040)
    assert antwoorden.document.status == "vastgesteld"
    assert antwoorden.document.portefeuillehouder == Persoon(functie="burgemeester")
    assert [str(cijfer.wijk) for cijfer in antwoorden.wijk.cijfers] == ["onbekend", "onbekend", "een derde", "50%"]
    assert [str(cijfer.jaar) for cijfer in antwoorden.wijk.cijfers] == ["2023", "2021/2022", "2020", "2018 (jan-mrt)"]
    assert [item.id for item in antwoorden.interventies] == ["Interventieteam", "integrale_controles"]
    assert antwoorden.financien is not None
    first, second, _ = antwoorden.financien.lasten
    assert set(first.bedragen) == set(range(2020, 2041))
    assert [str(amount).replace("\u00a0", " ") for amount in second.bedragen.values()] == [
        "€ 100.000",
        "€ 100.000",
        "PM",
    ]
    assert [str(amount) for amount in antwoorden.financien.dekking[0].bedragen.values()] == ["€\u00a01.200.000"]
    assert antwoorden.financien.dekking[0].status == "toegezegd"
    stands = {key: answer.status for key, answer in antwoorden.randvoorwaarden.items() if answer}
    assert stands == dict.fromkeys(("urgentiebesef", "lokale_kracht", "langdurige_aanpak"), "op_orde")


TYPED = {
    "02-hash": [
        (4, "hekje", 'aanleiding: "Bewoners noemen plek #1 en plek #2 op het plein."'),
        (6, "hekje", 'tekst: "Zie actie #3 van het wijkplan"'),
    ],
    "plan-y3": [
        (4, "hekje", 'aanleiding: "Bewoners gebruiken #samenveilig op sociale media"'),
        (7, "hekje", 'kernboodschap: "Doe mee met #samenveilig"'),
    ],
    "07-apostrof": [
        (1, "apostrof", """gemeente: {naam: "'s-Hertogenbosch"}"""),
        (3, "apostrof", """naam: "'t Zand\""""),
    ],
    "09-apostrof-tekst2": [(4, "apostrof", """aanleiding: "'s Avonds is het druk.\"""")],
    "10-groter": [(9, "het teken >", 'streefwaarde: ">5"')],
    "13-nbsp-inspringing": [(4, "vaste spatie", "Vervang het begin van de regel door 2 spaties.")],
    "15-krullen": [(4, "gekrulde aanhalingstekens", 'aanleiding: "Let op: er is veel gebeurd."')],
    "17-nbsp-na-dubbelepunt": [
        (1, "vaste spatie", "gemeente: {naam: Voorbeeldstad}"),
        (3, "vaste spatie", "naam: Testwijk"),
    ],
    "70-begin-1": [(5, "sterretje", 'aanleiding: "**Vet** begin van de zin."')],
    "70-begin-6": [(5, "vraagteken", 'aanleiding: "? wat is dit"')],
    "70-begin-16": [(5, "een spatie", "aanleiding: Geen spatie")],
}
"""Of each case: the lines with a fault, the cause that is named, and how the line should be."""


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_wrong_is_told_at_its_line_with_its_cause_and_the_right_line(name: str) -> None:
    """One message for each line, in the order of the file, and no other fault."""
    found = [item for item in problems_of(name) if item.soort is Soort.FOUT]
    assert [item.regel for item in found] == [line for line, _, _ in TYPED[name]]
    for fault, (_, cause, right) in zip(found, TYPED[name], strict=True):
        assert cause in fault.melding
        assert right in fault.oplossing


def test_every_citizen_service_number_and_phone_number_is_told() -> None:
    """Before a full stop, spaced, dotted, with brackets and with any dash; each answer that holds one is named."""
    found = {
        (item.sleutel, word) for item in problems_of("56-bsn") for word in ("BSN", "telefoon") if word in item.melding
    }
    assert found == {
        ("wijk.aanleiding", "BSN"),
        ("wijk.afbakening", "BSN"),
        ("participatie.visie", "telefoon"),
        ("participatie.terugkoppeling", "BSN"),
        ("participatie.terugkoppeling", "telefoon"),
    }


def test_each_number_in_a_sentence_is_told_by_itself() -> None:
    """Of a sentence with many, each spelling counts: alone in the same answer it is told as well."""
    text = (CASES / "56-bsn.yaml").read_text(encoding="utf-8")
    sentence = text.rpartition('terugkoppeling: "')[2].strip().rstrip('"')
    numbers = sentence.removeprefix("BSN ").replace(" of ", ", ").replace("tel ", "").split(", ")
    assert len(numbers) == 7
    for number in numbers:
        alone = documents.checked(text.replace(sentence, f"Het nummer is {number}."))
        assert "participatie.terugkoppeling" in {item.sleutel for item in alone.aandacht}, number


def test_years_outside_those_of_the_plan_are_told_of_an_intervention() -> None:
    """Both the start before it and the end after it, in the full example."""
    text = EXAMPLE.replace("start: 1-9-2026\n      eind: 31-12-2029", "start: 1-9-2016\n      eind: 31-12-2039")
    assert text != EXAMPLE
    found = {item.sleutel for item in documents.checked(text).aandacht if "looptijd van het plan" in item.melding}
    assert found == {"interventies[4].planning.start", "interventies[4].planning.eind"}


def test_the_money_of_many_years_stands_in_tables_of_a_few_years() -> None:
    """Twelve years are two tables of cost and two of cover, each amount whole, and the total in the last."""
    text = (CASES / "51-jaren-12.yaml").read_text(encoding="utf-8")
    root = html.document_fromstring(documents.page(text))
    found = {
        table.get("id"): [[" ".join(cell.text_content().split()) for cell in row] for row in table.iter("tr")]
        for table in root.iter("table")
        if (table.get("id") or "").startswith(("tabel-lasten", "tabel-dekking"))
    }
    assert list(found) == ["tabel-lasten", "tabel-lasten-2", "tabel-dekking", "tabel-dekking-2"]
    first, last = found["tabel-lasten"], found["tabel-lasten-2"]
    assert first[0] == ["Post", "Soort", "2026", "2027", "2028", "2029", "2030", "2031"]
    assert last[0] == ["Post", "Soort", "2032", "2033", "2034", "2035", "2036", "2037", "Totaal"]
    assert first[3] == ["herstructurering", "structureel", *["€ 1.250.000"] * 6]
    assert last[3] == [*first[3], "€ 15.000.000"]
    assert last[4] == ["Totaal", "–", *["€ 1.484.000"] * 6, "€ 17.808.000"]


@pytest.mark.parametrize("count", range(1, 61))
def test_any_number_of_years_is_cut_in_blocks_that_fit(count: int) -> None:
    """All years in their order, six at the most in each table, and no table that is much shorter than its neighbour."""
    years = tuple(range(2026, 2026 + count))
    blocks = Begroting(years, (), ()).jaarblokken
    assert tuple(year for block in blocks for year in block) == years
    assert {len(block) for block in blocks[:-1]} <= {len(blocks[0])}
    assert 0 < len(blocks[-1]) <= len(blocks[0]) <= 6
    assert len(blocks) == -(-count // 6)


def test_the_words_of_the_municipality_go_before_those_of_the_framework() -> None:
    """An intervention of the framework with a goal of one's own shows that one."""
    text = EXAMPLE.replace(
        "  - id: integrale_controles\n", "  - id: integrale_controles\n    doel: Ons eigen doel hier.\n"
    )
    assert text != EXAMPLE
    assert documents.checked(text).fouten == ()
    assert "Ons eigen doel hier." in documents.page(text)


def test_every_case_counts_its_faults() -> None:
    """No case gives the same message twice."""
    for file in CASES.glob("*.yaml"):
        found = Counter((problem.regel, problem.sleutel, problem.melding) for problem in problems_of(file.stem))
        assert max(found.values()) == 1, file.name
