"""Rules across answers and framework: each fires where it should, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.checks import check
from generator.checks.privacy import personal_data
from generator.problems import Soort
from generator.source import load
from tests.support.documents import MINIMUM, ROOT, checked

if TYPE_CHECKING:
    from pathlib import Path

    from generator.framework import Framework
    from generator.problems import Problem

BROKEN = sorted((ROOT / "tests" / "broken").glob("*.yaml"))


def _found(extra: str, soort: Soort, base: str = MINIMUM) -> dict[str, Problem]:
    return {problem.sleutel: problem for problem in checked(base + extra).problems if problem.soort is soort}


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_a_broken_file_gives_the_problems_it_names(file: Path, kader: Framework) -> None:
    """Each file in `broken/` says in its comments what is found: kind, line, column and a word."""
    expected = [
        line[2:].split(maxsplit=3) for line in file.read_text(encoding="utf-8").splitlines() if line[:2] == "#!"
    ]
    assert expected, "the file names no problem"
    problems = check(load(file), kader).problems
    for kind, line, column, words in expected:
        assert any(
            (problem.soort, problem.regel, problem.kolom) == (kind, int(line), int(column))
            and words in f"{problem.melding} {problem.oplossing}"
            for problem in problems
        ), f"not found: {kind} {line} {column} {words}\n" + "\n".join(map(str, problems))
    faults = [problem for problem in problems if problem.soort is Soort.FOUT]
    assert len(faults) == sum(kind == "fout" for kind, *_ in expected)


@pytest.mark.parametrize(
    ("part", "wrap"),
    [
        ("randvoorwaarden", "randvoorwaarden: {%s: {status: deels}}\n"),
        ("interventies", "interventies: [{id: %s}]\n"),
        ("werkzame_principes", "interventies: [{id: halt_lessen, principes: [{id: %s}]}]\n"),
        ("interventiecategorieen", "interventies: [{id: eigen, titel: a, categorie: %s}]\n"),
    ],
)
def test_a_typo_in_any_id_is_answered_with_the_id(part: str, wrap: str, kader: Framework) -> None:
    """A letter dropped or swapped, in any id of the framework: right line, column and suggestion."""
    for item in getattr(kader, part):
        half = len(item.id) // 2
        for wrong in (
            item.id[:half] + item.id[half + 1 :],
            item.id[: half - 1] + item.id[half] + item.id[half - 1] + item.id[half + 1 :],
        ):
            if wrong in {other.id for other in getattr(kader, part)}:
                continue
            text = MINIMUM + wrap % wrong
            (found,) = checked(text).fouten
            assert (found.regel, found.kolom) == (3, text.splitlines()[2].index(wrong) + 1)
            assert f"“{item.id}”" in found.oplossing


def test_every_id_of_the_framework_can_be_chosen(kader: Framework) -> None:
    """All thirty interventions with all six principles, and every requirement, give no fault."""
    principles = ", ".join(f"{{id: {item.id}}}" for item in kader.werkzame_principes)
    lines = [f"  - {{id: {item.id}, principes: [{principles}]}}" for item in kader.interventies]
    conditions = [
        f"  {item.id}: {{status: deels, eisen: {{{', '.join(f'{eis.nr}: deels' for eis in item.eisen)}}}}}"
        for item in kader.randvoorwaarden
    ]
    text = MINIMUM + "interventies:\n" + "\n".join(lines) + "\nrandvoorwaarden:\n" + "\n".join(conditions) + "\n"
    assert checked(text).fouten == ()


@pytest.mark.parametrize(
    ("extra", "key"),
    [
        ("document: {periode: {van: 2029, tot_en_met: 2026}}\n", "document.periode.tot_en_met"),
        ("document: {datum: 1-1-2026, versiebeheer: [{datum: 2-1-2026}]}\n", "document.versiebeheer[1].datum"),
        (
            "randvoorwaarden: {urgentiebesef: {status: op_orde, eisen: {2: niet}}}\n",
            "randvoorwaarden.urgentiebesef.status",
        ),
        (
            "randvoorwaarden: {cultuuromslag: {status: niet, eisen: {1: op_orde, 2: op_orde}}}\n",
            "randvoorwaarden.cultuuromslag.status",
        ),
        ("randvoorwaarden: {urgentiebesef: {eisen: {5: niet}}}\n", "randvoorwaarden.urgentiebesef.eisen.5"),
        (
            "randvoorwaarden: {urgentiebesef: {acties: [{wat: a, uit_kader: 3}]}}\n",
            "randvoorwaarden.urgentiebesef.acties[1].uit_kader",
        ),
        ("interventies: [{id: ila, planning: {start: 2-1-2026, eind: 1-1-2026}}]\n", "interventies[1].planning.eind"),
        (
            "interventies: [{id: ila, planning: {start: 2-1-2026, mijlpalen: [{wanneer: 1-1-2026}]}}]\n",
            "interventies[1].planning.mijlpalen[1].wanneer",
        ),
        ("interventies: [{id: ila}, {id: ila}]\n", "interventies[2].id"),
        ("interventies: [{id: ila, titel: Iets}]\n", "interventies[1].titel"),
        ("interventies: [{id: ila, draagt_bij_aan: [D1]}]\n", "interventies[1].draagt_bij_aan[1]"),
        (
            "interventies: [{id: ila, principes: [{id: soort_zoekt_soort}, {id: soort_zoekt_soort}]}]\n",
            "interventies[1].principes[2].id",
        ),
        ("doelen: {lijst: [{id: D1}, {id: D1}]}\n", "doelen.lijst[2].id"),
        (
            "document: {openbaarheid: openbaar}\ninformatiedeling: {persoonsgegevens_in_dit_plan: ja}\n",
            "informatiedeling.persoonsgegevens_in_dit_plan",
        ),
        ("besluit: {raad: geen}\nfinancien: {begrotingswijziging_nodig: ja}\n", "besluit.raad"),
        (
            "monitoring: {evaluatie: {tussentijds: 2-1-2027, eind: 1-1-2027}}\n",
            "monitoring.evaluatie.eind",
        ),
    ],
)
def test_a_contradiction_is_a_fault(extra: str, key: str) -> None:
    """Answers that cannot both be true stop a plan, at the key to change."""
    assert list(_found(extra, Soort.FOUT)) == [key]


@pytest.mark.parametrize(
    "extra",
    [
        "document: {periode: {van: 2026, tot_en_met: 2026}}\n",
        "document: {datum: 1-1-2026, versiebeheer: [{datum: 1-1-2026}]}\n",
        "randvoorwaarden: {urgentiebesef: {status: op_orde, eisen: {2: deels}}}\n",
        "randvoorwaarden: {cultuuromslag: {status: niet, eisen: {1: op_orde}}}\n",
        "interventies: [{id: ila, planning: {start: 1-1-2026, eind: 1-1-2026, mijlpalen: [{wanneer: 1-1-2026}]}}]\n",
        "interventies: [{id: ila}, {id: eigen, titel: Iets, doel: x, resultaat: y}]\n",
        "doelen: {lijst: [{id: D1}]}\ninterventies: [{id: ila, draagt_bij_aan: [D1]}]\n",
        "document: {openbaarheid: intern}\ninformatiedeling: {persoonsgegevens_in_dit_plan: ja}\n",
        "besluit: {raad: raadsvoorstel}\nfinancien: {begrotingswijziging_nodig: ja}\n",
    ],
)
def test_what_can_be_true_is_no_fault(extra: str) -> None:
    """The nearest sound answers give no fault."""
    assert _found(extra, Soort.FOUT) == {}


@pytest.mark.parametrize(
    ("extra", "key", "words"),
    [
        (
            "randvoorwaarden: {cultuuromslag: {status: deels, onderbouwing: a}}\n",
            "randvoorwaarden.cultuuromslag",
            "deels op orde, maar er is nog geen actie",
        ),
        ("interventies: [{id: ila}]\n", "interventies", "niet alle randvoorwaarden zijn op orde"),
        (
            "interventies: [{id: ila, startvragen: {waarom_passend: x}}]\n",
            "interventies[1].startvragen",
            "nog niet alle startvragen",
        ),
        ("interventies: [{id: ila}]\n", "interventies[1].principes", "werkzaam principe"),
        (
            "interventies: [{id: ila, principes: [{id: som_meer_dan_delen}]}]\n",
            "interventies[1].principes[1]",
            "nog niet bevestigd",
        ),
        (
            "interventies: [{id: ila, principes: [{id: som_meer_dan_delen, keuze: eigen}]}]\n",
            "interventies[1].principes[1].let_op",
            "waarschuwing",
        ),
        ("interventies: [{id: ila, indicatoren: [{naam: a, jaar: 2026}]}]\n", "interventies[1].indicatoren[1]", "bron"),
        ("doelen: {lijst: [{id: D1, termijn: kort}]}\n", "doelen.lijst", "lange"),
        ("doelen: {lijst: [{id: D1, termijn: lang}]}\n", "doelen.lijst", "korte"),
        (
            "doelen: {lijst: [{id: D1, termijn: lang}, {id: D2}]}\ninterventies: [{id: ila, draagt_bij_aan: [D2]}]\n",
            "doelen.lijst[1]",
            "dit doel",
        ),
        ("document: {periode: {van: 2026, tot_en_met: 2034}}\n", "document.periode", "9 jaar"),
        (
            "financien: {lasten: [{bedragen: {2026: 5}}], dekking: [{bedragen: {2026: 3}}]}\n",
            "financien.dekking",
            "2026",
        ),
        (
            "financien: {lasten: [{bedragen: {2027: 5}}], dekking: [{bedragen: {2027: 300}}, {bedragen: {2027: 8}}]}\n",
            "financien.dekking",
            "In 2027 zijn lasten en dekking niet gelijk: de lasten zijn €\u00a05 en de dekking is €\u00a0308.",
        ),
        ("begrippen: [{term: s.dewit@elzenbeek.nl}]\n", "begrippen[1].term", "e-mailadres"),
    ],
)
def test_the_framework_gives_advice(extra: str, key: str, words: str) -> None:
    """Each piece of advice is given at its key, in words that say what it is about."""
    found = [problem for problem in checked(MINIMUM + extra).aandacht if problem.sleutel == key]
    assert any(words in problem.melding for problem in found), [problem.melding for problem in found]


@pytest.mark.parametrize(("cover", "words"), [(3, "€\u00a02 te weinig"), (3_000, "€\u00a02.995 te veel")])
def test_a_year_out_of_balance_says_how_much_and_which_way(cover: int, words: str) -> None:
    """Too much cover is worth a word as well as too little."""
    money = f"financien: {{lasten: [{{bedragen: {{2026: 5}}}}], dekking: [{{bedragen: {{2026: {cover}}}}}]}}\n"
    assert words in _found(money, Soort.AANDACHT)["financien.dekking"].oplossing


@pytest.mark.parametrize(
    ("extra", "key"),
    [
        (
            "randvoorwaarden: {cultuuromslag: {status: deels, acties: [{wat: a, wie: b, wanneer: 1-1-2026}]}}\n",
            "randvoorwaarden.cultuuromslag",
        ),
        ("randvoorwaarden: {cultuuromslag: {status: op_orde}}\n", "randvoorwaarden.cultuuromslag"),
        (
            "start_motivering: De explosies wachten niet.\ninterventies: [{id: ila}]\n",
            "interventies",
        ),
        (
            "interventies: [{id: ila, principes: [{id: som_meer_dan_delen, keuze: eigen, let_op: x}]}]\n",
            "interventies[1].principes[1]",
        ),
        ("doelen: {lijst: [{id: D1, termijn: lang}, {id: D2, termijn: kort}]}\n", "doelen.lijst"),
        ("document: {periode: {van: 2026, tot_en_met: 2035}}\n", "document.periode"),
        ("financien: {lasten: [{bedragen: {2026: 5}}], dekking: [{bedragen: {2026: 5}}]}\n", "financien.dekking"),
        ("document: {openbaarheid: vertrouwelijk}\nbegrippen: [{term: s.dewit@elzenbeek.nl}]\n", "begrippen[1].term"),
    ],
)
def test_advice_that_was_followed_is_not_given(extra: str, key: str) -> None:
    """Where the framework is followed there is nothing to say."""
    assert key not in _found(extra, Soort.AANDACHT)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("bel 06-12345678", 1),
        ("bel (013) 542 81 11 of 0135428111", 1),
        ("+31 6 12345678", 1),
        ("BSN 111222333", 1),
        ("zaak 123456789", 0),
        ("van 2024 tot en met 2026, € 412.000", 0),
        ("mail naar a.b@c.nl en bel 0612345678", 2),
        ("doi:10.1177/0022427815576576", 0),
        ("Het BSN is 123456782.", 1),
        ("BSN 1234.56.782 of 1234 56 782", 1),
        ("123 456 782", 1),
        ("€ 123.456.782", 0),
        ("tel 06 - 1234 5678", 1),
        ("06–1234‑5678, thuis", 1),
        ("010/1234567", 1),
        ("(010) 123 45 67.", 1),
        ("+31 (0)6 12345678", 1),
        ("van 05-11-2026 tot 31-12-2029, 18 uur", 0),
        ("NL91 ABNA 0417 1643 00", 1),
        ("NL92 ABNA 0417 1643 00", 0),
        ("de auto met kenteken AB-12-CD", 1),
        ("12-ABC-3", 1),
        ("dossier ABC-2026-12", 0),
        ("Mevrouw De Vries woont op Beeklaan 12.", 1),
        ("Op Beeklaan 12 staat een pand leeg. Mevrouw De Vries leidt het overleg.", 0),
        ("de verdachte Piet", 1),
        ("zijn zoontje Sem", 1),
        ("leerlingen in Molenkwartier", 0),
    ],
)
def test_personal_data_is_recognised(text: str, kinds: int) -> None:
    """Addresses, phone numbers and citizen service numbers are found; other numbers are left alone."""
    assert len(personal_data(text)) == kinds


@pytest.mark.parametrize("piece", ["1 ", "A", "a@", "x.", "(0", "NL91 ", "de heer A. "])
def test_a_long_text_is_searched_in_one_pass(piece: str) -> None:
    """A text of a million characters without personal data in it comes back; no pattern starts over at each sign."""
    assert len(personal_data(piece * (1_000_000 // len(piece)))) <= 1


GAPS = (
    ("wijk: {naam: M, cijfers: [{indicator: a}]}\n", "wijk.cijfers[1]"),
    ("interventies: [{id: ila}]\n", "interventies[1].eigenaar"),
    ("interventies: [{id: ila}]\n", "interventies[1].indicatoren"),
    ("interventies: [{id: ila}]\ndoelen: {lijst: [{id: D1}]}\n", "interventies[1].draagt_bij_aan"),
    ("doelen: {lijst: [{id: D1}]}\n", "doelen.lijst[1].termijn"),
    ("randvoorwaarden: {cultuuromslag: {status: deels, acties: [{wat: a}]}}\n", "randvoorwaarden.cultuuromslag"),
)


@pytest.mark.parametrize(("extra", "key"), GAPS, ids=[key for _, key in GAPS])
def test_a_gap_is_one_message(extra: str, key: str) -> None:
    """What is an open point is not advice as well, here or at the group around it."""
    base = MINIMUM if not extra.startswith("wijk") else MINIMUM.splitlines(keepends=True)[0]
    assert any(found.startswith(key) for found in _found(extra, Soort.OPEN, base))
    advice = _found(extra, Soort.AANDACHT, base)
    assert not {key, "doelen.lijst", "doelen.lijst[1]"} & set(advice)
    assert not any(word in item.melding for item in advice.values() for word in ("eigenaar", "indicator", "draagt bij"))


def test_a_message_is_the_same_for_each_thing_and_names_it() -> None:
    """What many figures, conditions or interventions lack is said in the same words; which one it is, stands apart."""
    extra = (
        "interventies: [{id: ila, lokale_naam: Team}, jongerenwerk, {id: eigen, titel: Iets}]\n"
        "financien: {lasten: [{post: boa}, {post: hek}]}\n"
    )
    told: dict[str, list[str]] = {}
    for problem in checked(MINIMUM + extra).problems:
        told.setdefault(problem.melding, []).append(problem.onderwerp)
    assert told["Nog in te vullen: de eigenaar."] == ["Team", "Jongerenwerk uitbreiden", "Iets"]
    assert told["Nog in te vullen: de bedragen."] == ["boa", "hek"]
    assert told["Voor deze interventie is nog geen werkzaam principe gekozen."] == [
        "Team",
        "Jongerenwerk uitbreiden",
        "Iets",
    ]
    assert len(told["Deze randvoorwaarde is nog niet beoordeeld."]) == 12
    assert "Urgentiebesef" in told["Deze randvoorwaarde is nog niet beoordeeld."]


def test_a_thing_in_a_thing_has_both_names() -> None:
    """An indicator without a source is named with its intervention."""
    extra = "interventies: [{id: ila, lokale_naam: Team, indicatoren: [meldingen]}]\n"
    found = _found(extra, Soort.AANDACHT)["interventies[1].indicatoren[1]"]
    assert found.onderwerp == "Team: meldingen"


def test_open_points_count_a_missing_group_once() -> None:
    """A group that is absent is one open point; once begun, each needed question in it counts."""
    absent = _found("", Soort.OPEN)
    assert "monitoring" in absent
    begun = _found("monitoring: {raad: x}\n", Soort.OPEN)
    assert "monitoring" not in begun
    assert {"monitoring.cyclus", "monitoring.aan", "monitoring.evaluatie"} <= set(begun)


def test_each_condition_is_an_open_point_until_it_is_judged(kader: Framework) -> None:
    """All twelve conditions are asked for, and only those that were not answered."""
    text = "randvoorwaarden: {urgentiebesef: {status: deels, onderbouwing: x}}\n"
    missing = {key for key in _found(text, Soort.OPEN) if key.startswith("randvoorwaarden")}
    assert missing == {f"randvoorwaarden.{item.id}" for item in kader.randvoorwaarden} - {
        "randvoorwaarden.urgentiebesef"
    }


def test_start_questions_are_advice_not_open_points() -> None:
    """An unanswered start question never stops a plan."""
    assert not [key for key in _found("interventies: [{id: ila}]\n", Soort.OPEN) if "startvragen" in key]


@pytest.mark.parametrize(("status", "stops"), [("concept", False), ("ter_besluitvorming", True), ("vastgesteld", True)])
def test_open_points_stop_a_plan_that_goes_to_the_college(status: str, stops: bool) -> None:
    """An open point is a fault once the plan is no draft any more."""
    assert checked(f"{MINIMUM}document: {{status: {status}}}\n").stops is stops


@pytest.mark.parametrize(
    ("form", "answers", "told"),
    [
        ("de gemeente", "{visie: Wij doen mee.}\ndoelen: {visie: Onze wijk.}\n", "in 2 antwoorden staan “wij”"),
        ("de gemeente", "{visie: Bewoners doen mee.}\n", ""),
        ("wij", "{visie: Wij doen mee.}\n", ""),
    ],
)
def test_answers_that_speak_otherwise_than_the_plan_are_told_once(form: str, answers: str, told: str) -> None:
    """A plan that says `de gemeente` has answers that say `wij`: one advice, at the first."""
    base = MINIMUM.replace("gemeente: {", f"gemeente: {{aanspreekvorm: {form}, ")
    assert form in base
    said = _found(f"participatie: {answers}", Soort.AANDACHT, base).get("participatie.visie")
    assert (said is not None) is bool(told)
    assert said is None or told in said.melding


def test_the_full_example_is_complete(kader: Framework) -> None:
    """The example of a full plan has no fault and no open point, and some advice left to show."""
    result = check(load(ROOT / "examples" / "molenkwartier" / "antwoorden.yaml"), kader)
    assert (result.fouten, result.open) == ((), ())
    assert 0 < len(result.aandacht) < 10


def test_problems_come_in_the_order_of_the_file(kader: Framework) -> None:
    """Problems are sorted by line and column, and none is there twice."""
    problems = check(load(ROOT / "examples" / "stationsbuurt" / "antwoorden.yaml"), kader).problems
    places = [(problem.regel, problem.kolom) for problem in problems]
    assert places == sorted(places)
    assert len(set(problems)) == len(problems)


@pytest.mark.parametrize(("argument", "told"), [("1.2 Het helpt.", False), ("3.1 Het helpt.", True), ("Nu.", False)])
def test_an_argument_by_a_point_that_is_not_there_is_told(argument: str, told: bool) -> None:
    """Its number leads to no point to decide; one without a number belongs to all of them."""
    extra = f"besluit: {{beslispunten: [Eerst., Dan.], argumenten: [{argument}]}}\n"
    assert ("besluit.argumenten[1]" in _found(extra, Soort.AANDACHT)) is told
