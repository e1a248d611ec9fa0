"""The rules of law in the framework file, and the advice that rests on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.problems import Soort
from tests.support.documents import MINIMUM, checked

if TYPE_CHECKING:
    from generator.framework import Framework

SHARING = "informatiedeling: {grondslagen: [{doel: casus, grondslag: %s, partijen: [gemeente, %s]}]}\n"
SHOTS = MINIMUM.replace("wijk: {", "wijk: {aanleiding: Bij een woning gingen explosieven af, ")
DPIA = "informatiedeling: {dpia: {status: %s, datum: %s}}\n"
CELL = "interventies: [{id: intel_cel, planning: {start: 1-5-2026}, juridisch: [getoetst]}]\n"

# What is answered, where the advice stands, and the rule that it names; None where there is nothing to say.
CASES = {
    "an intervention without rules": ("interventies: [{id: veiligheidsrisicogebied}]\n", "[1].juridisch", "wwm_50_52"),
    "an intervention with its rules": ("interventies: [{id: wapendepot, juridisch: [WWM]}]\n", "[1].juridisch", None),
    "no assessment": (CELL, "interventies[1]", "avg_35"),
    "an assessment that runs": (CELL + DPIA % ("in_uitvoering", "1-4-2026"), "interventies[1]", "avg_35"),
    "an assessment that is late": (CELL + DPIA % ("uitgevoerd", "1-6-2026"), "interventies[1]", "avg_35"),
    "an assessment in time": (CELL + DPIA % ("uitgevoerd", "1-4-2026"), "interventies[1]", None),
    "a covenant for a ground": (SHARING % ("RIEC-convenant", "OM"), "grondslagen[1].grondslag", "wgs"),
    "a covenant beside an act": (SHARING % ("RIEC-convenant en Wgs", "politie"), "grondslagen[1].grondslag", None),
    "police without their act": (SHARING % ("AVG art. 6", "politie"), "grondslagen[1].grondslag", "wpg_16_20"),
    "police with their act": (SHARING % ("Wpg art. 20", "politie"), "grondslagen[1].grondslag", None),
    "secrecy without a paragraph": (
        "document: {vertrouwelijke_bijlagen: [{naam: Panden, grond: Woo art. 5.1}]}\n",
        "bijlagen[1].grond",
        "gemeentewet_87",
    ),
    "secrecy with a paragraph": (
        "document: {vertrouwelijke_bijlagen: [{naam: Panden, grond: 'artikel 5.1, tweede lid, onder e, Woo'}]}\n",
        "bijlagen[1].grond",
        None,
    ),
    "participation": ("participatie: {visie: Samen.}\n", "participatie", "gemeentewet_150"),
    "participation by the rules": (
        "participatie: {visie: Volgens de participatieverordening.}\n",
        "participatie",
        None,
    ),
}


def _said(text: str, key: str, soort: Soort = Soort.AANDACHT) -> str:
    found = [item for item in checked(text).problems if item.soort is soort and item.sleutel.endswith(key)]
    return " ".join(f"{item.melding} {item.oplossing}" for item in found)


@pytest.mark.parametrize(("extra", "key", "rule"), CASES.values(), ids=CASES)
def test_advice_on_the_law_names_its_article(extra: str, key: str, rule: str | None, kader: Framework) -> None:
    """Where the law asks something the advice names the article; where the answers say it there is no advice."""
    said = _said(MINIMUM + extra, key)
    articles = [item for item in kader.rechtsregels if item.artikel in said]
    assert [item.id for item in articles] == [] if rule is None else rule in {item.id for item in articles}


@pytest.mark.parametrize(("extra", "advised"), [("", True), ("besluit: {kanttekeningen: [art. 174a telt]}\n", False)])
def test_violence_at_homes_asks_for_the_power_to_close_them(extra: str, advised: bool, kader: Framework) -> None:
    """A plan that begins with explosions names article 174a, or is told of it with the day of the last check."""
    said = _said(SHOTS + extra, "besluiten_nodig")
    assert (kader.rechtsregel("gemeentewet_174a").vindplaats in said) is advised
    assert "174a" not in _said(MINIMUM + extra, "besluiten_nodig")


@pytest.mark.parametrize("raad", ["geen", "raadsinformatiebrief"])
@pytest.mark.parametrize(
    "extra",
    [
        "besluit: {raad: %s}\nfinancien: {begrotingswijziging_nodig: ja}\n",
        "besluit: {bevoegd_orgaan: raad, raad: %s}\n",
    ],
)
def test_only_a_proposal_lets_the_council_decide(extra: str, raad: str) -> None:
    """A change of the budget, or a decision of the council, without a proposal to it is a fault."""
    assert "raadsvoorstel" in _said(MINIMUM + extra % raad, "besluit.raad", Soort.FOUT)
    assert _said(MINIMUM + extra % "raadsvoorstel", "besluit.raad", Soort.FOUT) == ""


def test_rules_of_law_are_each_in_use_and_checked_or_not_yet(kader: Framework) -> None:
    """Each rule has an article and one point; it says when it was last checked, or that this is still to be done."""
    tied = {key for item in kader.interventies for key in item.juridisch}
    general = {"gemeentewet_87", "gemeentewet_150", "gemeentewet_189_192"}
    assert {rule.id for rule in kader.rechtsregels} == tied | general
    for rule in kader.rechtsregels:
        day = r"gecontroleerd op \d+\s\w+ \d{4}" if rule.gecontroleerd else "nog te controleren"
        assert re.fullmatch(rf"{re.escape(rule.artikel)} \({day}\)", rule.vindplaats)
        assert not rule.punt.endswith("."), rule.id
        assert not re.match(r"(?:Toets|Denk|Houd|Stem)\b", rule.punt), rule.id


def test_interventions_that_touch_rights_have_their_rules(kader: Framework) -> None:
    """Powers, privacy and professional secrecy are named where an intervention rests on them."""
    rules = {item.id: set(item.juridisch) for item in kader.interventies}
    assert "gemeentewet_174a" in rules["handhavingsknelpunt"] & rules["ila"]
    assert "opiumwet_13b" in rules["integrale_controles"] & rules["winkelstraten"]
    assert {"gemeentewet_151c", "avg_35"} <= rules["cameratoezicht"]
    assert {"wgs", "wpg_16_20", "avg_35"} <= rules["intel_cel"]
    assert "beroepsgeheim" in rules["hulptrajecten_drugsgebruikers"] & rules["families_gezinnen_aanpak"]
    assessed = {key for key, found in rules.items() if "avg_35" in found}
    assert {"persoonsgerichte_aanpak", "informatieknooppunt", "achter_de_voordeur"} <= assessed
