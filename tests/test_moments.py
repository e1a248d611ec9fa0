"""Dates as people give them: any spelling is the same moment, and a plan sorts, draws and shows what was given."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.answers.kinds import Datum, Tijdvak
from generator.answers.kinds.moment import (
    Moment,
    altijd,
    in_jaar,
    in_kwartaal,
    in_maand,
    nog_onbekend,
    op_dag,
)
from generator.problems import ProblemsError
from tests.support.documents import MINIMUM, page
from tests.support.spellings import moments, spelled_moments
from tests.test_plan_counts import root, rows

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@given(spelled_moments())
def test_any_spelling_of_a_date_is_the_same_moment(spelled: tuple[str, Moment]) -> None:
    """Whatever the case, the signs and the spaces; the editor takes each of them too."""
    text, moment = spelled
    for kind in (Datum(), Tijdvak()):
        assert kind.parse(text) == moment
        assert kind.read_back(kind.show(moment)) == moment
        jsonschema.validate(text, kind.schema())


@given(moments(), moments(), moments())
def test_moments_have_an_order_that_follows_the_calendar(one: Moment, two: Moment, three: Moment) -> None:
    """As deadlines and as starts, two moments are equal or one is first; what is certainly earlier stands first."""
    for key in (lambda moment: moment.als_termijn, lambda moment: moment.als_start):
        assert (key(one) < key(two)) + (key(two) < key(one)) + (one == two) == 1
        assert not (key(one) <= key(two) <= key(three)) or key(one) <= key(three)
        assert not one.voor(two) or key(one) < key(two)
    assert not (one.voor(two) and two.voor(one))


def test_a_deadline_is_at_the_end_of_its_time_and_a_start_at_the_beginning() -> None:
    """`mei 2026` as a deadline comes after 15 May, as a start before it."""
    fifteenth, june = op_dag(date(2026, 5, 15)), op_dag(date(2026, 6, 1))
    given = [in_jaar(2026), june, in_kwartaal(2026, 2), altijd(), nog_onbekend(), fifteenth, in_maand(2026, 5)]
    by_deadline = sorted(given, key=lambda moment: moment.als_termijn)
    assert [moment.tekst.replace("\u00a0", " ") for moment in by_deadline[:5]] == [
        *("15 mei 2026", "mei 2026", "1 juni 2026", "2e kwartaal 2026", "2026")
    ]
    by_start = sorted(given, key=lambda moment: moment.als_start)
    assert by_start == [
        altijd(),
        in_jaar(2026),
        in_kwartaal(2026, 2),
        in_maand(2026, 5),
        fifteenth,
        june,
        nog_onbekend(),
    ]


@pytest.mark.parametrize(
    ("text", "shown", "first", "last"),
    [
        ("voorjaar 2026", "voorjaar 2026", "2026-03-01", "2026-05-31"),
        ("het najaar van 2026", "najaar 2026", "2026-09-01", "2026-11-30"),
        ("1e helft 2026", "1e helft 2026", "2026-01-01", "2026-06-30"),
        ("tweede halfjaar 2026", "2e helft 2026", "2026-07-01", "2026-12-31"),
        ("begin 2027", "begin 2027", "2027-01-01", "2027-03-31"),
        ("einde 2027", "eind 2027", "2027-10-01", "2027-12-31"),
        ("eind februari 2028", "eind februari 2028", "2028-02-21", "2028-02-29"),
        ("uiterlijk 1 juli 2026", "uiterlijk 1 juli 2026", "2026-07-01", "2026-07-01"),
        ("voor 1 juli 2026", "vóór 1 juli 2026", "2026-06-30", "2026-06-30"),
        ("na de zomer 2026", "na de zomer 2026", "2026-09-01", "2026-09-01"),
        ("2021/2022", "2021/2022", "2021-01-01", "2022-12-31"),
        ("jan-mrt 2018", "januari tot en met maart 2018", "2018-01-01", "2018-03-31"),
        ("2018 (jan-mrt)", "2018 (jan-mrt)", "2018-01-01", "2018-12-31"),
        ("n.t.b.", "nader te bepalen", "9999-12-31", "9999-12-31"),
    ],
)
def test_other_words_of_time_stay_what_they_are(text: str, shown: str, first: str, last: str) -> None:
    """A season or a part of a year is kept in words, with its place on the calendar."""
    moment = Datum().parse(text)
    assert moment.tekst.replace("\u00a0", " ") == shown
    assert (moment.begin.isoformat(), moment.eind.isoformat()) == (first, last)
    assert Datum().read_back(moment.tekst) == moment
    jsonschema.validate(text, Datum().schema())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1-3-0206", "tussen 1900 en 2199"),
        ("31-12-2206", "tussen 1900 en 2199"),
        ("mei 1789", "tussen 1900 en 2199"),
        ("1 mei", "Zet het jaar erbij"),
        ("winter 2026", "twee jaren"),
        ("voorjaar", "2e kwartaal 2026"),
        ("13-2026", "30-4-2026"),
        ("donderdag 1 mei 2026", "is een vrijdag"),
        ("31-4-2026", "bestaat niet"),
        ("juni - mei 2026", "niet later"),
        ("01-02-03", "30-4-2026"),
    ],
)
def test_a_date_that_cannot_be_or_can_be_two_things_is_asked(text: str, words: str) -> None:
    """The message says what is wrong with it, or what is missing."""
    with pytest.raises(ProblemsError) as caught:
        Datum().parse(text)
    assert words in caught.value.problems[0].sentences


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_the_dates_of_other_programs_are_read(day: date) -> None:
    """A day as ISO 8601 has it is that day, and only a day has a day."""
    assert Datum().parse(day.isoformat()).dag == day
    assert in_maand(day.year, day.month).dag is None
    assert Datum().parse(f"uiterlijk {day.isoformat()}").dag is None


def _times(root: HtmlElement) -> dict[str, tuple[str, str, str]]:
    """Return the dates of a page by their key: the element, what other programs read in it, and its words."""
    found = {}
    for element in root.iter("time", "span"):
        if (element.get("data-antwoord") or "").endswith(("wanneer", "start", "eind", "datum")):
            words = " ".join(str(element.text_content()).split())
            found[element.get("data-antwoord")] = (element.tag, element.get("datetime") or "", words)
    return found


def test_a_plan_shows_a_date_at_the_precision_that_was_given() -> None:
    """A day, month and year are times for other programs; what they have no form for is words alone."""
    answers = (
        "document: {datum: december 2025}\n"
        "planning: [{wat: a, wanneer: 1 mei 2026}, {wat: b, wanneer: Q2 2026}, {wat: c, wanneer: '2026'},"
        " {wat: d, wanneer: Doorlopend}]\n"
    )
    shown = _times(root(answers))
    assert shown["document.datum"] == ("time", "2025-12", "december 2025")
    assert shown["planning[1].wanneer"] == ("time", "2026-05-01", "1 mei 2026")
    assert shown["planning[2].wanneer"] == ("span", "", "2e kwartaal 2026")
    assert shown["planning[3].wanneer"] == ("time", "2026", "2026")
    assert shown["planning[4].wanneer"] == ("span", "", "doorlopend")
    assert '<meta name="datum" content="december 2025">' in page(MINIMUM + answers)


@pytest.mark.parametrize(
    ("start", "end", "quarters"),
    [
        ("mei 2026", "Q3 2026", [2, 3]),
        ("2e kwartaal 2026", "2e kwartaal 2026", [2]),
        ("eind 2026", "doorlopend", [4]),
        ("doorlopend", "begin 2026", [1]),
        ("2026", "2026", [1, 2, 3, 4]),
    ],
)
def test_the_time_line_runs_from_the_first_day_of_the_start_to_the_last_of_the_end(
    start: str, end: str, quarters: list[int]
) -> None:
    """A month, quarter or year counts from its first day as a start, and to its last day as an end."""
    answers = (
        "document: {periode: {van: 2026, tot_en_met: 2026}}\n"
        f"interventies: [{{id: ila, planning: {{start: {start}, eind: {end}}}}}]\n"
    )
    [table] = root(answers).xpath("//table[@class='planning']")
    [cells] = [row.findall("td") for row in table.iterfind("tbody/tr")]
    assert [number for number, cell in enumerate(cells, 1) if cell.get("class") == "balk"] == quarters


def test_an_intervention_whose_start_nobody_knows_is_not_drawn() -> None:
    """`nader te bepalen` prints, and is no place in the time line."""
    text = page(MINIMUM + "interventies: [{id: ila, planning: {start: n.t.b.}}]\n")
    assert "nader te bepalen" in text
    assert "Interventies in de tijd" not in text


def test_actions_stand_in_the_order_of_their_deadlines() -> None:
    """A month comes after its days and before the next, a quarter after its months; without a date comes last."""
    given = ["2026", "juni 2026", "15-5-2026", "Q2 2026", "mei 2026", "doorlopend", "1-6-2026"]
    listed = ", ".join(f"{{wat: '{text}', wanneer: '{text}'}}" for text in given)
    found = [
        cells[1]
        for cells in rows(
            root(f"interventies: [{{id: ila, acties: [{{wat: x}}, {listed}]}}]\n"), "Alle acties op volgorde van datum"
        )
    ]
    assert found == ["15-5-2026", "mei 2026", "1-6-2026", "juni 2026", "Q2 2026", "2026", "x", "doorlopend"]


def test_moments_contradict_only_where_no_day_could_be_right() -> None:
    """An end in the month of the start may be right; one in the quarter before it is not."""
    soon = op_dag(date(2026, 5, 20))
    assert not in_maand(2026, 5).voor(soon)
    assert in_kwartaal(2026, 1).voor(soon)
    assert not nog_onbekend().voor(soon)
    assert not soon.voor(nog_onbekend())
    assert soon.voor(op_dag(soon.begin + timedelta(days=1)))
