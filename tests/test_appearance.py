"""The web page in the colours and fonts of a house style: to be read by day and by night, in whatever style."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tinycss2
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.colours import ENOUGH, contrast, luminance
from generator.housestyle import find_house_style
from generator.problems import ProblemsError
from generator.web import webpage
from generator.web.appearance import Appearance, appearance_of, colours, style_of
from tests.support import documents
from tests.support.documents import MINIMUM, ROOT, WORKSHOP

STYLES = ("neutraal", "warm", "fris")
MOMENTS = ("dag", "nacht")
SHEET = (ROOT / "templates" / webpage.STYLESHEET).read_text(encoding="utf-8")
GROUNDS = ("papier", "tint", "kop")
"""What letters can stand on that have no ground of their own."""
_colour = st.integers(0, 0xFFFFFF).map("{:06X}".format)
_looks = st.builds(
    lambda **look: Appearance(**look),
    paper=_colour | st.just("FFFFFF"),
    text=_colour,
    accent=_colour,
    link=_colour,
    statuses=st.fixed_dictionaries(
        {name: st.tuples(_colour, _colour) for name in ("op_orde", "deels", "niet", "onbekend")}
    ),
    series=st.lists(_colour, min_size=1, max_size=6).map(tuple),
)


def look_of(name: str) -> Appearance:
    """Return how a built-in house style looks."""
    files = find_house_style(Path(name))
    return appearance_of(WORKSHOP.word_file(files.word), files.options)


def pairs() -> set[tuple[str, str]]:
    """Return each colour of letters in the style sheet with each ground that it can stand on, as variables."""
    found, local = set(), []
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", SHEET):
        said = dict(re.findall(r"(?<![\w-])(--\w+|color|fill|background): (?:var\(--)?([\w-]+)\)?", body))
        if 'content: ""' in body:
            continue  # a shape, without letters
        if "--vlak" in said:
            local.append((said["--letters"], said["--vlak"]))
            continue
        ink = said.get("color") or (said.get("fill") if "text" in selector else None)
        ground = said.get("background")
        if ink in {None, "inherit", "letters"} and ground in {None, "none", "vlak"}:
            continue
        grounds = GROUNDS if ground in {None, "none"} else (ground,)
        found |= {(ink or "inkt", one) for one in grounds}
    assert len(local) == 4 + 6
    return found | set(local)


def held(look: Appearance) -> None:
    """Hold every pair of colours against what the eye needs, by day and by night."""
    for moment in MOMENTS:
        shown = colours(look, moment)
        for ink, ground in pairs():
            assert contrast(shown[ink], shown[ground]) >= ENOUGH, (moment, ink, ground)


@pytest.mark.parametrize("name", STYLES)
def test_all_letters_can_be_read_by_day_and_by_night(name: str) -> None:
    """4.5 to 1 on every ground that they can stand on; at night the page is dark."""
    look = look_of(name)
    held(look)
    assert luminance(colours(look, "nacht")["papier"]) < 0.02 < luminance(colours(look, "dag")["papier"])


@settings(max_examples=25)
@given(_looks)
def test_whatever_the_colours_of_a_house_style_all_letters_can_be_read(look: Appearance) -> None:
    """Also where the house style has a yellow heading on white, or a black page."""
    held(look)


def test_the_style_sheet_names_no_colour_itself() -> None:
    """Each is a variable that has a colour by day and by night, or a name that takes another one over."""
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb|hsl", SHEET)
    asked = set(re.findall(r"var\(--([\w-]+)\)", SHEET)) - {"vlak", "letters", "letter", "kopletter"}
    assert asked == set(colours(Appearance(), "dag")) == set(colours(Appearance(), "nacht"))


@pytest.mark.parametrize("name", STYLES)
def test_a_house_style_looks_the_same_in_word_and_on_the_web(name: str) -> None:
    """By day its own colour of headings, its own link and status colours, and its fonts, with others behind them."""
    look = look_of(name)
    page = documents.web(MINIMUM, Path(name)).decode()
    assert style_of(look) in page
    assert f"--accent: #{look.accent.lower()};" in page
    assert f'--letter: "{look.font}", ' in page
    shown = colours(look, "dag")
    assert {key: (shown[key], shown[f"{key}-tekst"]) for key in look.statuses} == look.statuses


def test_house_styles_differ_and_the_neutral_one_is_what_a_page_has_by_itself() -> None:
    """No two of the built-in ones have the same colours."""
    looks = [look_of(name) for name in STYLES]
    assert looks[0] == Appearance()
    assert len({look.accent for look in looks}) == len({look.font + look.heading_font for look in looks}) == 3


@settings(max_examples=25)
@given(
    st.text(max_size=30) | st.sampled_from(["</style><script>", '"; } body { display: none', "Arial\\", "Comic Sans"])
)
def test_the_name_of_a_font_stays_a_name(name: str) -> None:
    """Whatever a Word file calls its font, the style sheet has its rules and no others."""
    style = style_of(Appearance(font=name, heading_font=name))
    assert "<" not in style
    rules = tinycss2.parse_stylesheet(style, skip_whitespace=True)
    assert [rule.type for rule in rules] == ["qualified-rule", "at-rule"]
    declared = tinycss2.parse_declaration_list(rules[0].content, skip_whitespace=True)
    assert {item.type for item in declared} == {"declaration"}


def test_a_word_file_that_cannot_be_used_is_told_for_a_web_page_too(tmp_path: Path) -> None:
    """A broken house style stops the page as it stops the document."""
    broken = tmp_path / "huisstijl.docx"
    broken.write_bytes(b"geen Word")
    with pytest.raises(ProblemsError, match=r"huisstijl\.docx|Word"):
        documents.web(MINIMUM, broken)
