"""What the plan works out from the answers: money per year, what runs when, the first action, numbers of sources."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.answers import Antwoorden
from generator.answers.questions import questions
from generator.checks import check
from generator.framework import load_framework
from generator.plan import build
from generator.plan.punten import OpenPunt
from generator.plan.woorden import fixed_words
from generator.source import parse
from tests.support.documents import MINIMUM, page

if TYPE_CHECKING:
    from generator.plan import Plan

YEARS = (2026, 2027, 2028)
_amounts = st.dictionaries(st.sampled_from(YEARS), st.integers(0, 5), max_size=3)
_firsts = [date(year, month, 1) for year in (2026, 2027) for month in (1, 4, 7, 10)]
_days = st.dates(date(2026, 1, 1), date(2027, 12, 31)) | st.sampled_from(
    [*_firsts, *(first - timedelta(days=1) for first in _firsts[1:])]
)


def plan(answers: str) -> Plan:
    """Return the plan for an answer file that adds these answers to the smallest one."""
    kader = load_framework()
    return build(check(parse(MINIMUM + answers, "antwoorden.yaml"), kader).antwoorden, kader)


def root(answers: str) -> html.HtmlElement:
    """Return the page of the plan for an answer file that adds these answers to the smallest one."""
    return html.document_fromstring(page(MINIMUM + answers))


def text(element: html.HtmlElement) -> str:
    """Return the text of an element, with plain spaces."""
    return " ".join(element.text_content().split())


def rows(page_root: html.HtmlElement, caption: str) -> list[list[str]]:
    """Return the text of each cell in the body of the table with this caption."""
    [table] = [item for item in page_root.iter("table") if text(item.find("caption")) == caption]
    return [[text(cell) for cell in row] for row in table.iterfind("tbody/tr")]


def money(cost: list[dict[int, int]], cover: list[dict[int, int]]) -> str:
    """Return answers about money with these amounts per year."""
    lines = [f"lasten: [{', '.join(f'{{post: a, bedragen: {item}}}' for item in cost)}]"]
    lines += [f"dekking: [{', '.join(f'{{bron: b, bedragen: {item}}}' for item in cover)}]"]
    return f"financien: {{{', '.join(lines)}}}\n"


def test_the_plan_says_in_which_years_money_is_short_and_in_which_it_is_left() -> None:
    """Less cover than cost is too little, more is more than needed, and a year that is even is not named."""
    answers = money(
        [{2026: 700, 2027: 100, 2028: 40}], [{2026: 300, 2027: 100, 2028: 10}, {2026: 100, 2027: 50, 2028: 30}]
    )
    chapter = text(root(answers).xpath("//section[@data-blok='financien']")[0])
    assert "In 2026 is er € 300 te weinig. In 2027 is er € 50 meer dan nodig." in chapter
    assert "In 2028 is er" not in chapter


@given(st.lists(_amounts, max_size=3), st.lists(_amounts, max_size=3))
def test_the_balance_of_a_year_is_its_cover_less_its_cost(
    cost: list[dict[int, int]], cover: list[dict[int, int]]
) -> None:
    """Whatever the amounts: a year without an answer counts as nothing, and only years with one are there."""
    begroting = plan(money(cost, cover)).begroting
    years = sorted({year for item in (*cost, *cover) for year in item})
    if not years:
        assert begroting is None
        return
    assert begroting is not None
    assert list(begroting.jaren) == years
    expected = [sum(item.get(year, 0) for item in cover) - sum(item.get(year, 0) for item in cost) for year in years]
    assert list(begroting.saldo_per_jaar) == expected
    assert sum(line.totaal for line in begroting.dekking) - sum(line.totaal for line in begroting.lasten) == sum(
        expected
    )


@pytest.mark.parametrize(
    ("start", "end", "quarters"),
    [
        ("1-4-2026", "30-6-2026", [2]),
        ("31-3-2026", "1-7-2026", [1, 2, 3]),
        ("30-6-2026", "30-6-2026", [2]),
        ("1-10-2026", None, [4]),
    ],
)
def test_an_intervention_runs_in_a_quarter_that_holds_one_of_its_days(
    start: str, end: str | None, quarters: list[int]
) -> None:
    """The first and the last day of a quarter belong to that quarter alone; without an end it goes on."""
    planning = f"start: {start}" + (f", eind: {end}" if end else "")
    answers = (
        "document: {periode: {van: 2026, tot_en_met: 2026}}\n"
        + f"interventies: [{{id: ila, planning: {{{planning}}}}}]\n"
    )
    [table] = root(answers).find_class("planning")
    [bar] = [row for row in table.iterfind("tbody/tr") if row.find_class("balk")]
    assert [quarter for quarter, cell in enumerate(bar.iterfind("td"), 1) if cell.get("class") == "balk"] == quarters


@pytest.mark.parametrize(("day", "quarter"), [("1-4-2026", 2), ("30-6-2026", 2), ("1-7-2026", 3), ("31-12-2026", 4)])
def test_a_milestone_is_in_the_quarter_of_its_day(day: str, quarter: int) -> None:
    """Also on the first or the last day of a quarter it is in one column."""
    planning = f"start: 1-1-2026, eind: 31-12-2026, mijlpalen: [{{wanneer: {day}}}]"
    [[_, *cells]] = rows(root(f"interventies: [{{id: ila, planning: {{{planning}}}}}]\n"), "Interventies in de tijd")
    assert [number for number, shown in enumerate(cells, 1) if shown == "◆"] == [quarter]


@given(st.lists(_days, min_size=2, max_size=5))
def test_the_time_line_has_a_mark_wherever_a_day_is(days: list[date]) -> None:
    """A column is filled when a day of the intervention is in it, and has a sign when a milestone is."""
    start, *milestones, end = sorted(days)
    listed = ", ".join(f"{{wat: m, wanneer: {day}}}" for day in milestones)
    planning = f"start: {start}, eind: {end}, mijlpalen: [{listed}]"
    tijdbalk = plan(f"interventies: [{{id: ila, planning: {{{planning}}}}}]\n").tijdbalk
    assert tijdbalk is not None
    [bar] = tijdbalk.balken
    running = {start + timedelta(days=number) for number in range((end - start).days + 1)}
    for column, runs, moment in zip(tijdbalk.vakken, bar.loopt, bar.mijlpaal, strict=True):
        inside = {day for day in running if (day.year, (day.month + 2) // 3) == (column.jaar, column.kwartaal)}
        assert runs == bool(inside)
        assert moment == bool(inside & set(milestones))


def test_a_line_marks_the_decision_in_every_row() -> None:
    """The quarter in which the college decides has a line through the whole picture, and words for who hears it."""
    answers = "interventies: [{id: ila, planning: {start: 1-1-2026, eind: 31-12-2026}}]\n"
    page_root = root(f"{answers}besluit: {{datum_college: 10-5-2026}}\n")
    (table,) = page_root.find_class("planning")
    cells = [[list(row).index(cell) for cell in row.find_class("besluit")] for row in table.iterfind("tbody/tr")]
    assert cells == [[2], [2]]
    assert table.get("aria-description").startswith("Besluit van het college: 2026 K2. ")
    assert not root(answers).find_class("besluit")


def test_the_organisation_is_drawn_in_levels_where_more_than_one_is_known() -> None:
    """Each level has its roles and meetings, from the administration down; one level alone needs no picture."""
    roles = "rollen: [{rol: regisseur, wie: x, niveau: programma}, {rol: onderzoeker, wie: y, niveau: uitvoering}]"
    meetings = "overleg: [{naam: driehoek, niveau: bestuurlijk}, {naam: wijktafel, niveau: uitvoering}]"
    (drawn,) = root(f"organisatie:\n  {roles}\n  {meetings}\n").xpath("//figure[@class='niveaus']")
    levels = [[text(cell) for cell in table.iter("caption", "th")] for table in drawn.iter("table")]
    assert levels == [
        ["Bestuurlijk", "Overleg: driehoek"],
        ["Programma", "Rol"],
        ["Uitvoering", "Rol", "Overleg: wijktafel"],
    ]
    assert drawn.findall("table")[2].get("aria-description") == (
        "Niveau uitvoering; rol: onderzoeker; overleg: wijktafel."
    )
    alone = "organisatie: {overleg: [{naam: driehoek, niveau: bestuurlijk}]}\n"
    assert not root(alone).xpath("//figure[@class='niveaus']")


def test_all_actions_stand_by_date_and_those_without_one_come_last() -> None:
    """Those of conditions and interventions stand in one list, wherever they were answered."""
    answers = (
        "randvoorwaarden: {urgentiebesef: {acties: [{wat: derde, wanneer: 1-12-2026}, {wat: vijfde}]},"
        " cultuuromslag: {acties: [{wat: eerste, wanneer: 2-2-2026}]}}\n"
        "interventies: [{id: ila, acties: [{wat: zesde}, {wat: vierde, wanneer: 1-1-2027},"
        " {wat: tweede, wanneer: 10-2-2026}]}]\n"
    )
    found = [cells[1] for cells in rows(root(answers), "Alle acties op volgorde van datum")]
    assert found == ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde"]


@pytest.mark.parametrize(
    ("actions", "first"),
    [
        ("{wat: laat, wanneer: 9-10-2026}, {wat: vroeg, wanneer: 30-4-2026}, {wat: ooit}", "vroeg"),
        ("{wat: ooit}, {wat: vast, wanneer: 9-10-2026}", "vast"),
        ("{wat: een}, {wat: twee}, {wat: drie}", "een"),
        ("{wanneer: 1-1-2026}, {wat: genoemd, wanneer: 2-1-2026}", "genoemd"),
        ("{wie: iemand}", "–"),
    ],
)
def test_the_first_action_of_a_condition_is_the_one_with_the_earliest_date(actions: str, first: str) -> None:
    """Without dates it is the one that comes first; an action that says nothing is none."""
    answers = f"randvoorwaarden: {{urgentiebesef: {{status: deels, acties: [{actions}]}}}}\n"
    found = [item.eerste_actie for item in plan(answers).randvoorwaarden]
    assert [action.wat for action in found if action] == ([first] if first != "–" else [])
    [part] = root(answers).xpath("//section[@data-blok='randvoorwaarden.urgentiebesef']")
    assert first == "–" or f"De eerste stap is: {first} (" in text(part)


def test_the_number_of_a_source_leads_to_that_source() -> None:
    """Studies keep the number of the framework, reading tips come after those, and each is there once."""
    kader = load_framework()
    page_root = root("interventies:\n" + "".join(f"  - {{id: {item.id}}}\n" for item in kader.interventies))
    shown = {item.get("id"): text(item) for item in page_root.iter("p") if item.get("id", "").startswith("bron-")}
    tips = [tip for principle in kader.werkzame_principes for tip in principle.leestips]
    sources = [*(study.verwijzing for study in kader.bronnen), *dict.fromkeys(tip.verwijzing for tip in tips)]
    assert [study.nr for study in kader.bronnen] == [1, 2, 3]
    assert list(shown) == [f"bron-{number}" for number in range(1, len(sources) + 1)]
    for number, source in enumerate(sources, 1):
        assert shown[f"bron-{number}"].startswith(f"[{number}] {source}")
    for principle in kader.werkzame_principes:
        links = page_root.xpath(f"//p[starts-with(@id, 'bron-')][a/@href='#principe-{principle.id}']")
        named = [sources[int(item.get("id").removeprefix("bron-")) - 1] for item in links]
        assert sorted(named) == sorted(tip.verwijzing for tip in principle.leestips)
    for condition in kader.randvoorwaarden:
        [table] = page_root.xpath(f"//table[@id='eisen-{condition.id}']")
        assert [_numbers(row) for row in table.iterfind("tbody/tr")] == [list(eis.bronnen) for eis in condition.eisen]


def test_every_open_point_belongs_to_a_part_with_a_title() -> None:
    """Whatever question is new: what is missing of it stands under a title that the plan has."""
    titles = fixed_words()
    for name in questions(Antwoorden):
        assert OpenPunt(f"{name}[1].x", "Nog in te vullen: x.", "", 1).onderdeel in titles, name


def _numbers(part: html.HtmlElement) -> list[int]:
    """Return the numbers of the sources that a part of the page links to; each shows the number it leads to."""
    links = part.xpath(".//a[starts-with(@href, '#bron-')]")
    assert [link.text for link in links] == [f"[{link.get('href').removeprefix('#bron-')}]" for link in links]
    return [int(link.text.strip("[]")) for link in links]


SIZES = ("klein", "midden", "groot")


@given(st.lists(st.tuples(st.sampled_from((*SIZES, None)), st.sampled_from((*SIZES, None))), min_size=1, max_size=12))
def test_every_risk_stands_by_its_number_in_the_cell_of_its_chance_and_consequence(
    risks: list[tuple[str | None, str | None]],
) -> None:
    """One without a chance or consequence has no place; no cell holds what belongs in another."""
    listed = [
        "{risico: r"
        + "".join(f", {name}: {size}" for name, size in zip(("kans", "gevolg"), pair, strict=True) if size)
        + "}"
        for pair in risks
    ]
    page = root(f"risicos: [{', '.join(listed)}]\n")
    placed = [(number, pair) for number, pair in enumerate(risks, 1) if all(pair)]
    tables = [item for item in page.find_class("veld") if item.tag == "table"]
    assert bool(tables) == bool(placed)
    for table in tables:
        for chance, row in zip(reversed(SIZES), table.iterfind("tbody/tr"), strict=True):
            for consequence, cell in zip(SIZES, row.iterfind("td"), strict=True):
                assert text(cell).split() == [f"R{number}" for number, pair in placed if pair == (chance, consequence)]
