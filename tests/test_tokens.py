"""Design tokens: what is found under which name, aliases, notations of colours and fonts, and files that are none."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.colours import BLACK, ENOUGH, WHITE, contrast
from generator.housestyle import find_house_style
from generator.housestyle.new_house_style import start
from generator.housestyle.token_files import load_tokens
from generator.housestyle.tokens import choose, colour, font
from generator.problems import ProblemsError
from generator.word.recolour import Look, recolour
from tests.support.documents import MINIMUM, ROOT, Draft, checked, make_document, make_page, parts
from tests.support.tools import validate

if TYPE_CHECKING:
    from generator.housestyle.tokens import Chosen
    from generator.problems import Problem

FILES = Path(__file__).parent / "tokens"
STYLE_DICTIONARY, TOKENS_STUDIO = FILES / "duinrade.tokens.json", FILES / "veenstad.figma.json"
NEUTRAL = ROOT / "templates" / "huisstijl" / "neutraal" / "huisstijl.docx"


def _chosen(folder: Path, tree: Any) -> Chosen:
    file = folder / "tokens.json"
    file.write_text(json.dumps(tree), encoding="utf-8")
    return choose(load_tokens(file))


def _problem(folder: Path, text: str) -> Problem:
    file = folder / "tokens.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        choose(load_tokens(file))
    (problem,) = caught.value.problems
    return problem


def test_style_dictionary_gives_fonts_and_colours() -> None:
    """Well-known names are found, aliases followed, states and dark schemes passed over."""
    assert choose(load_tokens(STYLE_DICTIONARY)).look == Look(
        body_font="Noto Sans",
        heading_font="Noto Serif",
        text="2B2620",
        heading="0C6F6D",
        accent="0D8481",
        link="663399",
    )


def test_tokens_studio_gives_fonts_and_colours() -> None:
    """The sets of the first light theme are put together; sets that are off or dark have no part in it."""
    assert choose(load_tokens(TOKENS_STUDIO)).look == Look(
        body_font="Georgia", heading_font=None, text="222222", heading="7A0B2E", accent="C05809", link="C05809"
    )


def test_a_later_set_goes_before_an_earlier_one(tmp_path: Path) -> None:
    """Without themes every set counts, in the order of `tokenSetOrder`."""
    sets = {name: {"link": {"color": {"value": value}}} for name, value in (("a", "#111111"), ("b", "#222222"))}
    assert _chosen(tmp_path, {**sets, "$metadata": {"tokenSetOrder": ["b", "a"]}}).look.link == "111111"
    assert _chosen(tmp_path, {**sets, "$metadata": {"tokenSetOrder": ["a", "b"]}}).look.link == "222222"


@pytest.mark.parametrize("dark", ["donker", "thema/nacht", "Dark mode", "hoog-contrast"])
def test_a_dark_set_never_counts(dark: str, tmp_path: Path) -> None:
    """Also without themes, and as the last in the order, it has no part in the colours for paper."""
    sets = {name: {"link": {"color": {"value": value}}} for name, value in (("licht", "#111111"), (dark, "#222222"))}
    assert _chosen(tmp_path, {**sets, "$metadata": {"tokenSetOrder": ["licht", dark]}}).look.link == "111111"
    assert _chosen(tmp_path, {**sets, "$themes": []}).look.link == "111111"


def test_a_pale_colour_is_darkened_and_said() -> None:
    """The command names the token, what it was, how little contrast that gives, and what it became."""
    said = next(line for line in choose(load_tokens(TOKENS_STUDIO)).said if "links" in line)
    assert "#F47B20 (uit nl.link.color)" in said
    assert "het contrast is 2,7 op 1" in said
    assert said.endswith("#C05809.")


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_every_colour_ends_up_readable(text: str) -> None:
    """Whatever the colour of a token, the one in the Word file has a contrast of 4.5 to 1 or more on white."""
    from generator.housestyle.token_files import Tokens

    look = choose(Tokens("t.json", {"utrecht.link.color": text})).look
    assert look.link is not None
    assert contrast(look.link, WHITE) >= ENOUGH


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("#abc", "AABBCC"),
        ("#AABBCC", "AABBCC"),
        ("#00000080", "7F7F7F"),
        ("rgb(1, 2, 3)", "010203"),
        ("rgb(0 0 0 / 50%)", "808080"),
        ("hsl(210, 50%, 40%)", "336699"),
        ("hsl(210deg 50% 40%)", "336699"),
        ("rebeccapurple", "663399"),
        ("color(srgb 0.2 0.4 0.6)", "336699"),
        ("transparent", None),
        ("currentColor", None),
        ("16px", None),
        ("", None),
    ],
)
def test_colours_are_read_as_css_does(text: str, digits: str | None) -> None:
    """Every notation gives the colour that shows on white; what shows nothing gives none."""
    found = colour(text)
    assert found == digits


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("'Fira Sans', Arial, sans-serif", "Fira Sans"),
        ('"Source Sans 3"', "Source Sans 3"),
        ("Verdana", "Verdana"),
        ("Noto Sans Variable, Arial", "Noto Sans"),
        ("sans-serif", "Arial"),
        ("-apple-system, Roboto", "Arial"),
        ("<b>", None),
        ("", None),
    ],
)
def test_a_font_stack_gives_its_first_family(text: str, family: str | None) -> None:
    """Quotes go, and a family that every computer fills in for itself becomes Arial."""
    assert font(text) == family


@pytest.mark.parametrize(
    "tree",
    [
        {"utrecht": {"link": {"color": {"value": "#123456"}}}},
        {"utrecht": {"link": {"color": {"$value": "#123456", "$type": "color"}}}},
        {"utrecht": {"link": {"color": {"$value": {"colorSpace": "srgb", "components": [0, 0, 0], "hex": "#123456"}}}}},
        {"x.link.color": {"value": "{ a.b.value }"}, "a": {"b": {"value": "{c}"}}, "c": {"value": "#123456"}},
        {"utrecht": {"link": {"color": "#123456"}}},
        {"utrecht-link-color": "#123456"},
        [{"name": "x", "path": ["utrecht", "link", "color"], "value": "#123456"}],
        {"gemeente": {"linkColor": {"value": "#123456"}}},
        {"kleur": {"link": {"default": {"value": "#123456"}}}},
        {"dark": {"link": {"color": {"value": "#fff"}}}, "een": {"thema": {"link": {"color": {"value": "#123456"}}}}},
        {"high-contrast": {"link": {"color": {"value": "#000"}}}, "een": {"thema-link-color": {"value": "#123456"}}},
        {"a-link-color": {"value": "{nergens}"}, "zz-other-link-color": {"value": "#123456"}},
    ],
)
def test_a_link_colour_is_found_in_every_form(tree: Any, tmp_path: Path) -> None:
    """Both formats, chained aliases, other spellings, and names beside those of a dark scheme."""
    assert _chosen(tmp_path, tree).look.link == "123456"


def test_tokens_that_double_stay_small(tmp_path: Path) -> None:
    """Aliases that would grow to gigabytes give no value, and take no time."""
    bomb = {f"a{n}": {"value": f"{{a{n + 1}}}{{a{n + 1}}}"} for n in range(35)} | {"a35": {"value": "x"}}
    assert _chosen(tmp_path, {**bomb, "link-color": {"value": "#123456"}}).look.link == "123456"


def test_typography_gives_its_font(tmp_path: Path) -> None:
    """A composed token has parts, each under a name of its own."""
    tree = {
        "heading": {"value": {"fontFamily": "{f}", "fontWeight": 700}, "type": "typography"},
        "f": {"value": "Lora"},
    }
    assert _chosen(tmp_path, tree).look.heading_font == "Lora"


def test_the_colour_of_a_button_is_not_that_of_the_text(tmp_path: Path) -> None:
    """A name of a component says nothing about the document."""
    tree = {"button": {"text": {"color": {"value": "#ffffff"}}}, "link": {"color": {"value": "#123456"}}}
    assert _chosen(tmp_path, tree).look.text is None


def test_the_colour_of_a_component_is_not_that_of_the_document(tmp_path: Path) -> None:
    """A heading in a card and the tick of a form give no colour of headings or accents."""
    tree = {
        "card": {"heading": {"color": {"value": "#111111"}}},
        "form-toggle": {"accent-color": {"value": "#222222"}},
        "button": {"primary-action": {"background-color": {"value": "#333333"}}},
    }
    look = _chosen(tmp_path, tree).look
    assert (look.heading, look.accent) == ("333333", "333333")


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ('{"a" 1}', (1, 6), "geen geldige JSON"),
        ('{\n  "a": x}', (2, 8), "geen geldige JSON"),
        ("[1, 2]", (0, 0), "geen design tokens"),
        ("{}", (0, 0), "geen design tokens"),
        ('{"versie": 1}', (0, 0), "geen design tokens"),
        ('{"naam": "plan"}', (0, 0), "geen token voor een lettertype of een kleur"),
        ('{"document": {"color": {"value": "#f2f2f2"}}}', (0, 0), "hoort bij een donkere achtergrond"),
        ('{"space": {"value": "16px"}}', (0, 0), "geen token voor een lettertype of een kleur"),
        ('{"a": {"value": "{b}"}, "b": {"value": "{c}"}, "c": {"value": "{b}"}}', (0, 0), "b → c → b"),
        ("[" * 100_000, (0, 0), "te veel haken"),
        ('{"a":' * 2_000 + "1" + "}" * 2_000, (0, 0), "te veel haken"),
        (json.dumps({f"a{n}": {"value": f"{{a{n + 1}}}"} for n in range(200)}), (0, 0), "te veel andere tokens"),
    ],
)
def test_a_file_that_gives_nothing_is_explained(text: str, place: tuple[int, int], said: str, tmp_path: Path) -> None:
    """Broken JSON has a line and column; a file without tokens, or with a circle of them, says so."""
    problem = _problem(tmp_path, text)
    assert (problem.regel, problem.kolom) == place
    assert said in problem.melding


def test_none_of_the_old_colours_is_left() -> None:
    """With all colours given, no accent, text or link colour of the neutral house style stays behind."""
    look = Look("Lora", "Lora", "111111", "222222", "333333", "444444")
    neutral = parts(NEUTRAL.read_bytes())
    changed = parts(recolour(NEUTRAL, look))
    old = set(re.findall(rb'<a:(?:dk2|lt2|accent1|hlink)><a:srgbClr val="(\w+)"', neutral["word/theme/theme1.xml"]))
    assert len(old) == 4
    assert all(digits not in changed["word/styles.xml"] for digits in old)
    assert all(digits in neutral["word/styles.xml"] for digits in old)
    assert b'typeface="Arial"' not in changed["word/theme/theme1.xml"]


@pytest.mark.parametrize("file", [STYLE_DICTIONARY, TOKENS_STUDIO])
def test_text_on_a_tint_reads(file: Path) -> None:
    """The head of a table reads on the tint behind it, which is light, so that what else stands there reads too."""
    styles = parts(recolour(NEUTRAL, choose(load_tokens(file)).look))["word/styles.xml"].decode()
    head = re.search(r'w:type="firstRow">.*?w:fill="(\w{6})"', styles)
    ink = re.search(r'w:styleId="Tabelkop">.*?<w:color w:val="(\w{6})"', styles)
    assert head is not None
    assert ink is not None
    assert contrast(head.group(1), ink.group(1)) >= ENOUGH
    assert contrast(head.group(1), BLACK) > 10
    assert head.group(1) != WHITE


@pytest.mark.sdk
def test_plans_from_tokens_pass_the_open_xml_sdk(tmp_path: Path) -> None:
    """Microsoft's validator finds nothing in a plan in either house style, nor in their Word files."""
    files = []
    for source in (STYLE_DICTIONARY, TOKENS_STUDIO):
        folder = tmp_path / source.stem
        files.append(start(folder, tokens=source).files[0])
        style = find_house_style(folder)
        files.append(folder / "plan.docx")
        files[-1].write_bytes(make_document(Draft(make_page(checked(MINIMUM), style), style), "docx"))
    assert list(validate(files).values()) == [[]] * len(files)
