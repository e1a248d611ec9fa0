"""`huisstijl.yaml`: what it can ask, what it refuses and where, and how a house style is chosen."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html

from generator.answers.questions import questions
from generator.colours import ENOUGH, WHITE, contrast, darkened, readable
from generator.housestyle import built_in_styles, find_house_style
from generator.housestyle.settings import Huisstijl
from generator.plan.hoofdstukken import APPENDICES, CHAPTERS, INDISPENSABLE
from generator.plan.woorden import KEYS
from generator.problems import ProblemsError
from generator.word.roles import PUBLIC
from tests.support.cli import run
from tests.support.documents import MINIMUM, ROOT, Draft, checked, make_document, make_page, paragraphs, parts

if TYPE_CHECKING:
    from generator.housestyle import HouseStyleFiles
    from generator.problems import Problem

NEUTRAL = ROOT / "templates" / "huisstijl" / "neutraal" / "huisstijl.docx"
EXAMPLE = (ROOT / "examples" / "molenkwartier" / "antwoorden.yaml").read_text(encoding="utf-8")


def _style(folder: Path, settings: str) -> HouseStyleFiles:
    (folder / "huisstijl.yaml").write_text(settings, encoding="utf-8")
    return find_house_style(folder)


def _problems(folder: Path, settings: str) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsError) as caught:
        _style(folder, settings)
    return caught.value.problems


def _titles(page: str) -> list[str]:
    return [str(heading.text_content()) for heading in html.document_fromstring(page).iter("h1")]


def test_every_key_is_explained() -> None:
    """Each key of the file has a description in Dutch."""
    assert all(question.vraag for question in questions(Huisstijl).values())


def test_settings_reach_the_writer(tmp_path: Path) -> None:
    """Styles, colours, numbering and place become what the Word writer is asked."""
    options = _style(
        tmp_path,
        "nummering: nee\ninhoud: na_voorblad\nstijlen: {kop_1: Kop rood, tekst: Platte tekst}\n"
        'kleuren:\n  op_orde: "#D3EEDB"\n  deels: {achtergrond: "#553a00", tekst: "#FFE8B3"}\n  niet: 6E1414\n',
    ).options
    assert options is not None
    assert options.numbered is False
    assert options.place == "na_voorblad"
    assert options.styles == {"h1": "Kop rood", "p": "Platte tekst"}
    assert options.colours == {
        "status.op_orde": ("D3EEDB", "000000"),
        "status.deels": ("553A00", "FFE8B3"),
        "status.niet": ("6E1414", "FFFFFF"),
    }


@pytest.mark.parametrize(
    ("settings", "place", "said"),
    [
        ("stijlen: {kop1: X}", "1:11 stijlen.kop1", "Bedoelde je “kop_1”?"),
        ("stijlen: {kop_1: [a]}", "1:18 stijlen.kop_1", "Hier hoort een tekst, maar er staat een lijst."),
        ("stijl: {kop_1: X}", "1:1 stijl", "Bedoelde je “stijlen”?"),
        ("stijlen:\n  kop1:", "2:3 stijlen.kop1", "Bedoelde je “kop_1”?"),
        ("nummering: misschien", "1:12 nummering", "ja of nee"),
        ("kleuren: {op_orde: groen}", "1:20 kleuren.op_orde", "“groen” is geen kleur."),
        ("kleuren:\n  deels: #FFE8B3", "2:10 kleuren.deels", 'Schrijf: deels: "#FFE8B3"'),
        (
            'kleuren:\n  deels: {achtergrond: "#FFE8B3",\n    tekst: #123456}',
            "3:12 kleuren.deels.tekst",
            'tekst: "#123456"',
        ),
        ("kleuren:\n  deels: {\n    achtergrond: #FFE8B3\n  }", "3:18 kleuren.deels.achtergrond", '"#FFE8B3"'),
        ("kleuren:\n  deels:", "2:9 kleuren.deels", "Zet de kleur tussen aanhalingstekens"),
        ("kleuren: {deel: '#FFE8B3'}", "1:11 kleuren.deel", "Bedoelde je “deels”?"),
        ("kleuren: {niet: {tekst: '#000000'}}", "1:17 kleuren.niet", "De kleur van de achtergrond ontbreekt."),
        ("kleuren: {niet: {achtergrond: '#12'}}", "1:31 kleuren.niet.achtergrond", "“#12” is geen kleur."),
        ("hoofdstukken: [interventies, principes]", "1:1 hoofdstukken", "Een plan behandelt altijd het hele kader."),
        ("hoofdstukken: [inleiding, wijkje]", "1:27 hoofdstukken[2]", "Bedoelde je “wijk”?"),
        ("hoofdstukken: {a: b}", "1:15 hoofdstukken", "Hier hoort een lijst"),
        ("bijlagen: [bronnen, bronnen]", "1:21 bijlagen[2]", "staat hier dubbel"),
        ("bijlagen: [bron]", "1:12 bijlagen[1]", "Bedoelde je “bronnen”?"),
        ("woorden: {samenvating: X}", "1:11 woorden.samenvating", "Bedoelde je “samenvatting”?"),
        ("inhoud: na-inhoud", "1:9 inhoud", "Bedoelde je “na_inhoud”?"),
        ("word: ../huisstijl.docx", "1:7 word", "zonder map"),
        ("word: rapport.dotx", "1:7 word", "staat niet in deze map"),
        ("- een\n- twee", "1:1 ", "bestaat uit sleutels"),
        ("nummering: ja\nnummering: nee", "2:1 nummering", "staat hier dubbel"),
    ],
)
def test_a_fault_is_found_where_it_is(settings: str, place: str, said: str, tmp_path: Path) -> None:
    """Each slip is one problem with line, column, key and what was probably meant."""
    (problem,) = _problems(tmp_path, settings)
    assert f"{problem.regel}:{problem.kolom} {problem.sleutel}" == place
    assert said in f"{problem.melding} {problem.oplossing}"


def test_all_faults_come_together(tmp_path: Path) -> None:
    """One run reports every fault in the file, and those in the templates beside it."""
    (tmp_path / "sjablonen").mkdir()
    (tmp_path / "sjablonen" / "iets.html.j2").write_text("", encoding="utf-8")
    found = _problems(tmp_path, "nummering: misschien\nstijlen: {kop1: X}\nhoofdstukken: [wijk]\nword: x.docx\n")
    assert [problem.sleutel for problem in found] == [
        "nummering", "stijlen.kop1", *["hoofdstukken"] * len(INDISPENSABLE), "word", ""
    ]  # fmt: skip


def test_faults_in_answers_and_house_style_come_together(tmp_path: Path) -> None:
    """Who makes a plan sees the problems of both files at once."""
    (tmp_path / "huisstijl.yaml").write_text("nummering: misschien\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(MINIMUM + "wijken: x\nhuisstijl: .\n", encoding="utf-8")
    said = run("genereer", "a.yaml", cwd=tmp_path, code=1)
    assert "“wijken”" in said
    assert "huisstijl.yaml:1:12  nummering" in said


def test_a_house_style_that_the_answers_name_and_is_not_there_is_a_fault_in_the_answers(tmp_path: Path) -> None:
    """The problem points at the line in the answer file."""
    (tmp_path / "a.yaml").write_text(MINIMUM + "huisstijl: neutrall\n", encoding="utf-8")
    said = run("genereer", "a.yaml", cwd=tmp_path, code=1)
    assert "a.yaml:3:12  huisstijl" in said
    assert "Bedoelde je “neutraal”?" in said


def test_low_contrast_is_refused_with_a_colour_that_passes(tmp_path: Path) -> None:
    """The problem names the contrast that was measured, and the colour it proposes is accepted."""
    settings = 'kleuren: {{niet: {{achtergrond: "#FFFFFF", tekst: "#{}"}}}}'
    (problem,) = _problems(tmp_path, settings.format("AAAAAA"))
    assert "het contrast is 2,3 op 1" in problem.melding
    proposed = re.search(r"#(\w{6})", problem.oplossing)
    assert proposed is not None
    assert _style(tmp_path, settings.format(proposed.group(1))).options


@pytest.mark.parametrize("colour", ["000000", "FFFFFF", "777777", "FF0000", "00FF00", "0000FF", "FFD700", "808000"])
def test_readable_colours_read(colour: str) -> None:
    """Black or white reads on any colour, and a darkened colour reads on white; one that did stays as it was."""
    assert contrast(readable(colour), colour) >= ENOUGH
    assert contrast(darkened(colour), WHITE) >= ENOUGH
    if contrast(colour, WHITE) >= ENOUGH:
        assert darkened(colour) == colour


def test_chapters_and_annexes_come_in_the_order_asked(tmp_path: Path) -> None:
    """The plan has the chapters and annexes of the list that it has answers for, in that order."""
    style = _style(
        tmp_path, "hoofdstukken: [principes, interventies, randvoorwaarden, wijk]\nbijlagen: [bronnen, actielijst]\n"
    )
    titles = _titles(make_page(checked(EXAMPLE), style))
    assert titles == [
        "Samenvatting",
        "Inhoud",
        "Werkzame principes",
        "Interventies",
        "Zijn de randvoorwaarden op orde?",
        "De wijk nu",
        "De randvoorwaarden onderdeel voor onderdeel",
        "Bronnen en leestips",
        "Alle acties",
        "Documentgegevens",
    ]


@pytest.mark.parametrize("left_out", [*(name for name in CHAPTERS if name not in INDISPENSABLE), *APPENDICES])
def test_no_link_leads_nowhere_when_a_part_is_left_out(left_out: str, tmp_path: Path) -> None:
    """Whatever part a house style leaves out, every link in the plan has a target."""
    lists = [[name for name in names if name != left_out] for names in (CHAPTERS, APPENDICES)]
    style = _style(tmp_path, "hoofdstukken: [{}]\nbijlagen: [{}]\n".format(*map(", ".join, lists)))
    root = html.document_fromstring(make_page(checked(EXAMPLE), style))
    names = {element.get("id") for element in root.iter() if element.get("id")}
    assert {link.get("href", "")[1:] for link in root.iter("a") if link.get("href", "").startswith("#")} <= names


def test_own_words_replace_the_fixed_ones_everywhere(tmp_path: Path) -> None:
    """Each fixed text has one source: with own words for all of them, none of the usual titles is left."""
    style = _style(tmp_path, "woorden:\n" + "".join(f"  {key}: Eigen {key}.\n" for key in KEYS))
    answers = checked(EXAMPLE)
    page = make_page(answers, style)
    assert all(title.startswith("Eigen ") for title in _titles(page))
    shown = {text for _, text in paragraphs(make_document(Draft(page, style, answers), "docx"))}
    assert any(text.startswith("Eigen tabel. 1. ") for text in shown)
    assert any(text.startswith("Eigen versie.: ") for text in shown)
    assert "Eigen\u00a0op_orde." in shown
    assert "[Eigen nog_in_te_vullen.: " in make_page(checked(MINIMUM), style)


def test_words_of_one_plan_do_not_reach_the_next(tmp_path: Path) -> None:
    """Two house styles in one run keep their own words."""
    own = _style(tmp_path, "woorden: {inhoud: Wat staat waar}\n")
    answers = checked(MINIMUM)
    assert "Wat staat waar" in make_page(answers, own)
    assert "Wat staat waar" not in make_page(answers)


def test_a_folder_with_only_settings_uses_the_neutral_word_file(tmp_path: Path) -> None:
    """Without a Word file, settings change the neutral house style."""
    assert _style(tmp_path, "nummering: ja\n").word == NEUTRAL


def test_a_settings_file_can_be_named_itself(tmp_path: Path) -> None:
    """Naming `huisstijl.yaml` is naming its folder."""
    _style(tmp_path, "nummering: ja\n")
    options = find_house_style(tmp_path / "huisstijl.yaml").options
    assert options is not None
    assert options.numbered is True


def test_an_empty_settings_file_changes_nothing(tmp_path: Path) -> None:
    """A file with comments only is as good as none."""
    style = _style(tmp_path, "# niets\n")
    answers = checked(MINIMUM)
    neutral = Draft(make_page(answers), find_house_style(None))
    assert make_document(Draft(make_page(answers, style), style), "docx") == make_document(neutral, "docx")


def test_the_word_file_can_have_another_name(tmp_path: Path) -> None:
    """`word` says which of the Word files in the folder it is."""
    for name in ("a.docx", "b.dotx"):
        shutil.copy(NEUTRAL, tmp_path / name)
    assert _style(tmp_path, "word: b.dotx\n").word == tmp_path / "b.dotx"
    (problem,) = _problems(tmp_path, "nummering: ja\n")
    assert "meer dan één Word-bestand" in problem.melding


def test_a_bare_word_file_is_a_house_style() -> None:
    """A Word file needs nothing beside it."""
    assert find_house_style(NEUTRAL).word == NEUTRAL


def test_a_folder_with_nothing_is_no_house_style(tmp_path: Path) -> None:
    """An empty folder is not taken for the neutral house style."""
    with pytest.raises(ProblemsError, match="geen Word-bestand"):
        find_house_style(tmp_path)


def test_a_file_that_windows_renamed_is_noticed(tmp_path: Path) -> None:
    """`huisstijl.yaml.txt` is not passed over without a word."""
    (tmp_path / "huisstijl.yaml.txt").write_text("nummering: ja\n", encoding="utf-8")
    with pytest.raises(ProblemsError, match=r"zonder \.txt"):
        find_house_style(tmp_path)


def test_a_built_in_house_style_has_a_name() -> None:
    """A name stands for a house style of the program; a wrong name lists those that there are."""
    assert find_house_style(Path("neutraal")).word == NEUTRAL
    with pytest.raises(ProblemsError) as caught:
        find_house_style(Path("neutral"))
    (problem,) = caught.value.problems
    assert "Bedoelde je “neutraal”?" in problem.oplossing
    assert all(name in problem.oplossing for name in built_in_styles())


@pytest.mark.slow
def test_the_option_wins_over_the_variable_and_that_over_the_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Option, then environment variable, then the answers; the last starts from the folder of the answers."""
    for name in ("optie", "variabele", "antwoorden"):
        (tmp_path / "wijk" / name).mkdir(parents=True)
        (tmp_path / "wijk" / name / "huisstijl.yaml").write_text(f"woorden: {{inhoud: Uit {name}}}\n", encoding="utf-8")
    (tmp_path / "wijk" / "a.yaml").write_text(MINIMUM + "huisstijl: antwoorden\n", encoding="utf-8")

    def contents(*words: str) -> str:
        run("genereer", "wijk/a.yaml", *words, cwd=tmp_path)
        shown = [text for _, text in paragraphs((tmp_path / "wijk" / "plan.docx").read_bytes())]
        return next(text for text in shown if text.startswith("Uit "))

    assert contents() == "Uit antwoorden"
    monkeypatch.setenv("WIJKPLAN_HUISSTIJL", "wijk/variabele")
    assert contents() == "Uit variabele"
    assert contents("--huisstijl", "wijk/optie") == "Uit optie"
    assert "WIJKPLAN_HUISSTIJL" in run("genereer", "--help", cwd=tmp_path)


@pytest.mark.parametrize(
    ("settings", "place", "said"),
    [
        ("stijlen:\n  tekst: Body Text\n  kop_1: Headng 1\n", "3:10 stijlen.kop_1", "Bedoelde je “heading 1”?"),
        ("nummering: ja\ninhoud: na_voorblat\n", "2:9 inhoud", "Bedoelde je “na_voorblad”?"),
    ],
)
def test_what_the_word_file_lacks_is_a_fault_in_the_settings(
    settings: str, place: str, said: str, tmp_path: Path
) -> None:
    """A style or bookmark that is not in the Word file is reported at the line that asks for it."""
    style = _style(tmp_path, settings)
    with pytest.raises(ProblemsError) as caught:
        make_document(Draft(make_page(checked(MINIMUM), style), style), "docx")
    (problem,) = caught.value.problems
    assert problem.bestand.endswith("huisstijl.yaml")
    assert f"{problem.regel}:{problem.kolom} {problem.sleutel}" == place
    assert said in problem.oplossing


def test_settings_change_the_document(tmp_path: Path) -> None:
    """Own colours and style names are in the Word file of the plan."""
    style = _style(
        tmp_path, 'kleuren: {onbekend: {achtergrond: "#123456", tekst: "#FEDCBA"}}\nstijlen: {intro: Quote}\n'
    )
    document = make_document(Draft(make_page(checked(MINIMUM), style), style), "docx")
    styles = parts(document)["word/styles.xml"]
    assert b"123456" in styles
    assert b"FEDCBA" in styles
    assert "Quote" in {used for used, _ in paragraphs(document)}


def test_every_role_can_be_given_a_style(tmp_path: Path) -> None:
    """Each public role is a key under `stijlen`."""
    options = _style(tmp_path, "stijlen:\n" + "".join(f"  {role}: X\n" for role in PUBLIC)).options
    assert options is not None
    assert set(options.styles) == set(PUBLIC.values())
