"""Answer files that once went wrong, each by its name: what is wrong in them is told at its place."""

from __future__ import annotations

from collections import Counter

from generator.answers.opdracht import Periode, Persoon
from generator.checks import Checked, check
from generator.framework import load_framework
from generator.problems import Soort
from generator.source import load
from tests.support.documents import ROOT

CASES = ROOT / "tests" / "cases"


def checked(name: str) -> Checked:
    """Return the answers of a case, with every problem in them."""
    return check(load(CASES / f"{name}.yaml"), load_framework())


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
    """Of a file that is typed as people type, five answers are asked: each could be two things, or has no question."""
    assert set(told("getypt", Soort.FOUT)) == {
        "wijk.krachtenveld[1].invloed",
        "doelen.lijst[1].termijn",
        "doelen.lijst[2].termijn",
        "financien.lasten[3].bedragen.2021-2024",
        "monitoring.evaluatie",
    }
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


def test_every_case_counts_its_faults() -> None:
    """No case gives the same message twice."""
    for file in CASES.glob("*.yaml"):
        found = Counter((problem.sleutel, problem.melding) for problem in checked(file.stem).problems)
        assert max(found.values()) == 1, file.name
