"""The framework is complete, consistent, in plain Dutch and quick to load."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from msgspec import ValidationError
from platformdirs import user_cache_path

from generator.framework import Framework, load_framework
from generator.framework.browsing import by_problem, detail, search
from generator.resources import framework_file

if TYPE_CHECKING:
    from pathlib import Path

# The id of each condition, the studies of its requirements, the number of its actions and experiences.
CONDITIONS = {
    "urgentiebesef": ([(1,), (), (), (2,)], 2, 1),
    "lokale_kracht": ([(1,), (1,), (1,), (1,), (2, 3)], 2, 1),
    "langdurige_aanpak": ([(1,), (1,), (), (1,), (2,)], 2, 2),
    "gezamenlijke_visie": ([(), (1,), (), (2,), (2,)], 2, 1),
    "bestuurskracht": ([(1,), (1,), (1,), (2,)], 2, 2),
    "samenwerkingsverband": ([(), (), (1,), (1, 3), (2,), (2,), (2,), (3,)], 1, 0),
    "cultuuromslag": ([(2,), ()], 2, 2),
    "reflectie_evaluatie": ([(2,), (2,), (2,), (1,), (2,)], 2, 1),
    "korte_termijn_successen": ([(2,), (1,), (), (1,)], 2, 2),
    "onafhankelijke_procesbegeleiding": ([(1,), (1,), (2,)], 1, 0),
    "kennis_mandaat_vertrouwen": ([(2,), (2,), (2,), (2,), (1, 3), (2,)], 2, 0),
    "juiste_professional": ([(1,), (), (2,), (2,), (2,), (2,)], 1, 0),
}
BLOCKS = {
    "probleem_en_krachtenveld": 2,
    "stevige_coalitie": 5,
    "blijven_reflecteren": 2,
    "juiste_mensen": 3,
}
INTERVENTIONS = {
    "samenwerking": "handhavingsknelpunt pact_aanpak ila",
    "informatiepositie_trends_signaleren": "criminaliteitsbeeldanalyse informatieknooppunt city_deals focusgroepen "
    "intel_cel stadsmarinier_boa relatiemanager_straatversterkers",
    "hulpverlening": "hulptrajecten_drugsgebruikers achter_de_voordeur",
    "jeugd": "jongerenwerk halt_lessen grote_broer_grote_zus rolmodellen politiekids kinderwijkraad",
    "communicatie_awareness": "communicatiestrategie_gebied bijtende_bende",
    "toezicht_controle_handhaving": "veiligheidsrisicogebied cameratoezicht integrale_controles "
    "integrale_handhavingsacties",
    "thema_gerichte_aanpak": "wapendepot persoonsgerichte_aanpak families_gezinnen_aanpak winkelstraten "
    "bedrijventerreinen recreatieterreinen",
}
QUESTIONS = (
    "waarom_passend hoe_werkte_het_elders welke_onderdelen wat_werkte_voor_wie hoe_zag_je_succes "
    "vergelijkbaarheid_context aanpassing_lokaal"
)
PRINCIPLES = {
    "bekend_maakt_bemind": ("Bergen op Zoom", 4),
    "soort_zoekt_soort": ("Tilburg", 1),
    "eerst_zien_dan_geloven": ("Breda", 2),
    "sociale_bewijskracht": ("Best", 1),
    "timing_is_everything": ("Meierijstad", 1),
    "som_meer_dan_delen": ("Maashorst", 1),
}


def test_conditions_are_those_of_the_source(kader: Framework) -> None:
    """The conditions stand in the source's order, with its requirements, studies, actions and experiences."""
    found = {
        item.id: ([eis.bronnen for eis in item.eisen], len(item.acties), len(item.praktijkervaringen))
        for item in kader.randvoorwaarden
    }
    assert found == CONDITIONS
    assert list(found) == list(CONDITIONS)


def test_totals_are_those_of_the_source(kader: Framework) -> None:
    """There are 57 requirements, 47 of them with a study, 21 actions and 12 experiences."""
    requirements = [eis for item in kader.randvoorwaarden for eis in item.eisen]
    assert len(requirements) == 57
    assert sum(bool(eis.bronnen) for eis in requirements) == 47
    assert sum(len(item.acties) for item in kader.randvoorwaarden) == 21
    assert sum(len(item.praktijkervaringen) for item in kader.randvoorwaarden) == 12
    assert sum(len(item.leestips) for item in kader.werkzame_principes) == 10
    assert len(kader.bronnen) == 3


def test_ids_of_requirements_and_actions_are_stable(kader: Framework) -> None:
    """Each requirement and action is named after its condition and its number."""
    for condition in kader.randvoorwaarden:
        assert [eis.id for eis in condition.eisen] == [
            f"{condition.id}.{number}" for number in range(1, len(condition.eisen) + 1)
        ]
        assert [action.id for action in condition.acties] == [
            f"{condition.id}.actie.{number}" for number in range(1, len(condition.acties) + 1)
        ]


def test_building_blocks_hold_their_conditions(kader: Framework) -> None:
    """The four blocks stand from the bottom up, each with its number of conditions."""
    found = {
        block.id: sum(item.bouwsteen == block.id for item in kader.randvoorwaarden)
        for block in sorted(kader.bouwstenen, key=lambda block: block.plaats)
    }
    assert found == BLOCKS
    assert list(found) == list(BLOCKS)
    assert sorted(block.plaats for block in kader.bouwstenen) == [1, 2, 3, 4]


def test_interventions_are_those_of_the_source(kader: Framework) -> None:
    """The thirty interventions stand in seven categories, in the source's order."""
    found = {
        category.id: " ".join(item.id for item in kader.interventies if item.categorie == category.id)
        for category in kader.interventiecategorieen
    }
    assert found == INTERVENTIONS
    assert len(kader.interventies) == 30


def test_questions_and_principles_are_those_of_the_source(kader: Framework) -> None:
    """The seven questions and six principles are there, with story and reading tips."""
    assert " ".join(item.id for item in kader.startvragen) == QUESTIONS
    found = {item.id: (item.praktijkverhaal_gemeente, len(item.leestips)) for item in kader.werkzame_principes}
    assert found == PRINCIPLES


def test_every_intervention_has_a_proposal_with_an_argument(kader: Framework) -> None:
    """Each intervention has a main proposed principle, and every proposal says why."""
    for item in kader.interventies:
        assert any(proposal.sterkte == "hoofd" for proposal in item.voorgestelde_principes), item.id
        assert all(len(proposal.argument) > 20 for proposal in item.voorgestelde_principes), item.id


def test_every_reference_is_complete(kader: Framework) -> None:
    """Each study and reading tip names its authors, its year and its title."""
    references = [study.verwijzing for study in kader.bronnen]
    references += [tip.verwijzing for item in kader.werkzame_principes for tip in item.leestips]
    for reference in references:
        assert re.match(r"[A-Z][\w-]+, [A-Z].*\(\d{4}\)\. .{15,}", reference), reference
        assert "[" not in reference, reference


# What an adviser sees in the neighbourhood, in his own words, and what should be among what he finds for it.
PROBLEMS = {
    "woonfraude": "integrale_controles",
    "fraude": "integrale_controles",
    "hennep": "integrale_handhavingsacties",
    "hennepkwekerijen": "bedrijventerreinen",
    "explosies": "cameratoezicht",
    "een explosie bij een woning": "cameratoezicht",
    "ronselen": "jongerenwerk",
    "geronseld": "halt_lessen",
    "ronselaars": "grote_broer_grote_zus",
    "jeugd": "jongerenwerk",
    "jeugdbende": "jongerenwerk",
    "jonge aanwas": "persoonsgerichte_aanpak",
    "drugsafval": "bijtende_bende",
    "leegstand": "winkelstraten",
    "leegstaande winkels": "winkelstraten",
    "adresfraude": "recreatieterreinen",
    "mensenhandel": "integrale_controles",
    "buitengebied": "recreatieterreinen",
    "bedrijventerrein": "bedrijventerreinen",
    "vakantiepark": "recreatieterreinen",
    "wapens": "wapendepot",
    "mes": "wapendepot",
    "schulden": "achter_de_voordeur",
    "verslaafden": "hulptrajecten_drugsgebruikers",
    "Witwassen": "winkelstraten",
    "meldingsbereidheid": "communicatiestrategie_gebied",
}


@pytest.mark.parametrize("problem", PROBLEMS)
def test_a_problem_leads_to_an_intervention(problem: str, kader: Framework) -> None:
    """By our own terms, whatever the ending and whatever the word is part of, and not to half of the framework."""
    found = [hit.interventie.id for hit in by_problem(kader, problem)]
    assert PROBLEMS[problem] in found
    assert len(found) <= 15


@pytest.mark.parametrize(
    ("typed", "meant"), [("henep", "hennep"), ("woonfruade", "woonfraude"), ("explossies", "explosies")]
)
def test_a_problem_is_found_with_a_slip_in_typing(typed: str, meant: str, kader: Framework) -> None:
    """A sign too few or two that changed places lead to the same."""
    found, expected = ({hit.interventie.id for hit in by_problem(kader, word)} for word in (typed, meant))
    assert found == expected != set()


def test_what_is_nearest_to_a_problem_comes_first(kader: Framework) -> None:
    """More of the words count more than one, and the word itself more than one that holds it."""
    assert by_problem(kader, "bedrijventerrein")[0].interventie.id == "bedrijventerreinen"
    assert by_problem(kader, "winkels in verval door leegstand")[0].interventie.id == "winkelstraten"
    assert by_problem(kader, "zonnebloem") == by_problem(kader, "de van in") == []


def test_every_intervention_is_found_by_each_of_its_terms(kader: Framework) -> None:
    """None is without terms, no term stands twice, and each leads to it."""
    for item in kader.interventies:
        assert len(item.eigen_zoektermen) >= 5, item.id
        assert len(set(item.eigen_zoektermen)) == len(item.eigen_zoektermen), item.id
        for term in item.eigen_zoektermen:
            assert item in [hit.interventie for hit in by_problem(kader, term)], term


def test_our_own_terms_are_marked_as_ours(kader: Framework) -> None:
    """In the head of the file, with one intervention and in what is found; they are no text of the framework."""
    head = framework_file().read_text(encoding="utf-8").split("\n\n")[0]
    assert "`eigen_zoektermen`" in head
    assert "Onze eigen trefwoorden (niet uit de bron): " in detail(kader, "interventies", "ila")
    found = search(kader, "adresfraude")
    assert "gevonden via onze eigen trefwoorden" in found
    assert "in de tekst van het kader" not in found
    assert "in de tekst van het kader" in search(kader, "winkelstraten")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("versie:", "verzie:"), "verzie"),
        (("bouwsteen: juiste_mensen", "bouwsteen: juiste_man"), "no building block juiste_man"),
        (("bronnen: [2, 3]", "bronnen: [2, 4]"), "no study 4"),
        (("categorie: jeugd", "categorie: jeugt"), "no category jeugt"),
        (("principe: som_meer_dan_delen", "principe: som"), "no principle som"),
        (("  - id: lokale_kracht\n", "  - id: urgentiebesef\n"), "occurs 2 times"),
    ],
)
def test_a_faulty_framework_is_refused(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    """An unknown key, a reference to nothing and a double id are found when the framework is read."""
    text = framework_file().read_text(encoding="utf-8")
    assert change[0] in text
    file = tmp_path / "framework.yaml"
    file.write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(ValidationError, match=message):
        load_framework(file)


def test_a_changed_framework_is_read_anew(tmp_path: Path) -> None:
    """In the same process too; what did not change is the same object as before."""
    file = tmp_path / "framework.yaml"
    text = framework_file().read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    assert load_framework(file).titel.startswith("12 randvoorwaarden")
    file.write_text(text.replace("titel: 12 randvoorwaarden", "titel: Twaalf randvoorwaarden", 1), encoding="utf-8")
    assert load_framework(file).titel.startswith("Twaalf randvoorwaarden")
    assert load_framework(file) is load_framework(file)


def test_a_damaged_cache_is_not_trusted(tmp_path: Path) -> None:
    """A cache that is cut off is read past, and the framework is still right."""
    load_framework(shutil.copy(framework_file(), tmp_path / "een.yaml"))
    kept = list(user_cache_path("wijkplan").glob("kader-*.json"))
    assert kept
    for file in kept:
        file.write_bytes(file.read_bytes()[:1000])
    assert len(load_framework(shutil.copy(framework_file(), tmp_path / "twee.yaml")).randvoorwaarden) == 12
