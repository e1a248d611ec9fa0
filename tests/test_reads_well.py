"""What a plan says around the answers reads as one text: one and many, nothing twice, no head without a subject."""

from __future__ import annotations

import pytest
from lxml import html

from generator.word.assembly import write
from tests.support.documents import MINIMUM, ROOT, body, page
from tests.word.helpers import page as small_page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GOAL = "{id: D1, tekst: Minder overlast, termijn: kort, eigenaar: burgemeester}"


def shown(answers: str, part: str = "*") -> str:
    """Return the words of a part of the plan for the smallest answer file with these answers added."""
    root = html.document_fromstring(page(MINIMUM + answers))
    for aside in root.find_class("opmerkingen"):
        aside.drop_tree()
    (block,) = root.xpath(f"//section[@data-blok='{part}']") if part != "*" else [root.find("body")]
    return " ".join(block.text_content().replace("\u00a0", " ").split())


def test_one_goal_is_not_the_first_one() -> None:
    """A plan with one goal has no first goal, and tells nothing below where no intervention works on it."""
    one = shown(f"doelen: {{lijst: [{GOAL}]}}\n", "inleiding")
    assert "Het doel is dit. Minder overlast." in one
    assert "hieronder wat er gebeurt" not in one
    second = GOAL.replace("D1", "D2")
    two = shown(
        f"doelen: {{lijst: [{GOAL}, {second}]}}\ninterventies: [{{id: ila, draagt_bij_aan: [D1]}}]\n", "inleiding"
    )
    assert "Het eerste doel is dit." in two
    assert "Bij elk doel staat hieronder wat er gebeurt" in two


@pytest.mark.parametrize(
    ("answers", "head"),
    [
        ("hoe_werkte_het_elders: a", "Wat elders werkte."),
        ("hoe_werkte_het_elders: a, aanpassing_lokaal: b", "Wat elders werkte, en wat hier anders is."),
        ("welke_onderdelen: a", "Wat erbij hoort."),
        ("welke_onderdelen: a, wat_werkte_voor_wie: b", "Wat erbij hoort, en wat daarvan bekend is."),
        ("wat_werkte_voor_wie: a", "Wat ervan bekend is."),
        ("hoe_zag_je_succes: a, aanpassing_lokaal: b", "Wat ervan bekend is, en wat hier anders is."),
        ("aanpassing_lokaal: a", "Wat hier anders is."),
        ("samen_met: de wijkagent", "Met wie daarover is gesproken."),
    ],
)
def test_the_head_of_a_paragraph_names_what_is_in_it(answers: str, head: str) -> None:
    """Only what a start question was answered about stands in the head of the paragraph on other places."""
    assert f" {head} " in shown(f"interventies: [{{id: ila, startvragen: {{{answers}}}}}]\n", "interventies.ila")


def test_a_condition_of_which_no_part_was_looked_at_has_no_score() -> None:
    """Nothing in order of four is a judgement; where nobody judged a part, the plan says that."""
    found = shown(
        "randvoorwaarden: {urgentiebesef: {status: deels}, bestuurskracht: {status: deels, eisen: {1: niet}}}\n",
        "randvoorwaarden",
    )
    assert "UrgentiebesefProbleem en krachtenvelddeels op ordeniet beoordeeld" in found
    assert "BestuurskrachtStevige coalitiedeels op orde0 van de 4" in found


@pytest.mark.parametrize(("years", "twice"), [("2027: 40", False), ("2027: 120", True)])
def test_the_only_year_that_is_short_is_told_of_once(years: str, twice: bool) -> None:
    """A second sentence about the balance stands there only where it says more than the first."""
    cost, cover = "{post: p, bedragen: {2026: 100, 2027: 100}}", f"{{bron: b, bedragen: {{2026: 100, {years}}}}}"
    found = shown(f"financien: {{lasten: [{cost}], dekking: [{cover}]}}\n", "financien")
    assert ("niet in elk jaar gelijk" in found) == twice
    assert ("Voor € 60 is er geen dekking, voor het eerst in 2027." in found) != twice


def test_every_proposal_for_a_principle_says_that_it_is_one() -> None:
    """Also where the author wrote how it would work, before the words and not after a full stop."""
    answers = (
        "interventies: [{id: ila, principes: [{id: bekend_maakt_bemind, keuze: voorgesteld, hoe: Zij komen vaak.}]}]"
    )
    found = shown(answers + "\n", "principes.bekend_maakt_bemind")
    assert "(voorstel, nog niet bevestigd): Zij komen vaak." in found


def test_what_follows_a_decision_follows_something() -> None:
    """`Daarna` needs a day before it."""
    with_day = shown("besluit: {datum_college: 10-3-2026, raad: raadsinformatiebrief}\n", "besluit")
    assert "op 10 maart 2026. De raad krijgt daarna een raadsinformatiebrief." in with_day
    without = shown("besluit: {raad: raadsinformatiebrief}\n", "besluit")
    assert "De raad krijgt na het besluit een raadsinformatiebrief." in without
    assert "daarna" not in without


def test_nothing_is_not_an_amount_beside_one() -> None:
    """Costs of € 0 once beside some each year are left out; where they are all there is, they are told."""
    both = shown(
        "interventies: [{id: ila, budget: {incidenteel: 0, structureel_per_jaar: 60000}}]\n", "interventies.ila"
    )
    assert "Kosten: € 60.000 per jaar" in both
    alone = shown("interventies: [{id: ila, budget: {incidenteel: 0}}]\n", "interventies.ila")
    assert "Kosten: € 0 eenmalig" in alone


def test_numbered_arguments_have_no_bullets_before_their_numbers() -> None:
    """An argument that says 1.1 is no item of a list with bullets; others are."""
    root = html.document_fromstring(page(MINIMUM + "besluit: {argumenten: ['1.1 Het helpt.', '1.2 Het kan.']}\n"))
    (chapter,) = root.xpath("//section[@data-blok='besluit']")
    assert "1.1 Het helpt." in chapter.text_content()
    assert not [item for item in chapter.iter("li") if "Het helpt" in item.text_content()]
    root = html.document_fromstring(page(MINIMUM + "besluit: {argumenten: [Het helpt.]}\n"))
    assert [item for item in root.iter("li") if "Het helpt" in item.text_content()]


def test_the_goal_of_a_plan_on_one_page_is_measured_as_in_its_chapter() -> None:
    """Where a figure belongs to a goal, that figure shows it, and not what its interventions measure."""
    goal = GOAL.replace("}", ", cijfer: c1}")
    figure = "wijk: {naam: Molenkwartier, cijfers: [{id: c1, indicator: meldingen van overlast, wijk: 40, jaar: 2025}]}"
    item = "{id: ila, draagt_bij_aan: [D1], indicatoren: [{naam: iets}]}"
    answers = f"doelen: {{lijst: [{goal}]}}\ninterventies: [{item}]\n"
    root = html.document_fromstring(page(f"gemeente: {{naam: Elzenbeek}}\n{figure}\n{answers}"))
    cells = [
        " ".join(cell.text_content().split()) for cell in root.get_element_by_id("tabel-plan-op-een-a4").iter("td")
    ]
    assert "meldingen van overlast (nog zonder streefwaarde)" in cells


@pytest.mark.parametrize("kind", ["ul", "ol"])
@pytest.mark.parametrize("style", ["neutraal/huisstijl.docx", "warm/huisstijl.docx", "fris/huisstijl.dotx"])
def test_text_after_a_list_keeps_the_distance_of_a_paragraph(kind: str, style: str) -> None:
    """Else it seems one item more; the items before the last stay as close as the house style has them."""
    content = f"<p>Voor</p><{kind}><li>een</li><li>twee</li></{kind}><p>Na</p>"
    made = body(write(small_page(content), ROOT / "templates" / "huisstijl" / style))
    first, last = (item for item in made.iter(f"{W}p") if "".join(item.itertext()) in {"een", "twee"})
    assert first.find(f"{W}pPr/{W}spacing") is None
    spacing = last.find(f"{W}pPr/{W}spacing")
    assert (spacing is None) == style.startswith("neutraal")
    assert spacing is None or spacing.get(f"{W}after") == "90"


def test_how_a_room_of_the_house_stands_is_on_one_line() -> None:
    """Its sign and words do not break, however narrow the room is."""
    root = html.document_fromstring(page(MINIMUM))
    rooms = [cell.text_content().strip() for cell in root.get_element_by_id("huis").iter("td")]
    assert rooms == ["?\u00a0nog\u00a0onbekend"] * 12
