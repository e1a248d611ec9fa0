"""`wijkplan voeg-toe`: a block comes in its place, and every other sign stays as it was typed."""

from __future__ import annotations

import re
from difflib import ndiff
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.answers import Antwoord, Antwoorden
from generator.answers.questions import questions
from generator.checks import check
from generator.form.additions import add
from generator.form.first_draft import first_draft
from generator.form.holders import NotUnderstoodError, Wish
from generator.form.soorten import REFERENCES, SOORTEN, many_above
from generator.form.wording import asked_at
from generator.framework import load_framework
from generator.pipeline import known_keys_of
from generator.problems import ProblemsError
from generator.source import parse
from tests.support.cli import run
from tests.support.documents import MINIMUM, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KADER = load_framework()
KNOWN = known_keys_of(KADER)
EXAMPLES = {
    name: (ROOT / "examples" / name / "antwoorden.yaml").read_text(encoding="utf-8")
    for name in ("molenkwartier", "stationsbuurt", "helmond")
}
FILES = {"new": first_draft(KADER, "Elzenbeek", "Molenkwartier"), "minimum": MINIMUM, **EXAMPLES}


def added(text: str, soort: str, *words: str, eigen: bool = False) -> str:
    """Return a text with one thing added."""
    return add(parse(text, "antwoorden.yaml", KNOWN), Wish(soort, words, eigen), KADER, KNOWN).text


def tree(text: str) -> Any:
    """Return what a text says."""
    return YAML(typ="safe").load(text)


def faults(text: str) -> set[str]:
    """Return what is wrong with a text."""
    return {problem.melding for problem in check(parse(text, "antwoorden.yaml", KNOWN), KADER).fouten}


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that are gone, and the new ones."""
    lines = list(ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True)))
    return [line[2:] for line in lines if line[0] == "-"], [line[2:] for line in lines if line[0] == "+"]


def lists(model: type[Antwoord], above: str = "") -> Iterator[str]:
    """Yield the key of every list in the answers, and of the table of conditions."""
    for name, question in questions(model).items():
        if question.is_lijst or (question.is_tabel and question.model):
            yield f"{above}{name}"
        if question.model is not None:
            yield from lists(question.model, f"{above}{name}.")


def test_there_is_a_word_for_one_thing_in_every_list() -> None:
    """Each list of the answers can be added to, by one word, and no word leads elsewhere."""
    assert sorted(key for keys in SOORTEN.values() for key in keys) == sorted(lists(Antwoorden))


@pytest.mark.slow
@pytest.mark.parametrize("soort", SOORTEN)
def test_each_kind_of_thing_can_be_added_to_each_file(soort: str) -> None:
    """In each list that it can stand in, in the first thing that has such a list; it reads without new faults."""
    for name, text in FILES.items():
        for key in SOORTEN[soort]:
            words = words_for(key, text)
            if words is None:
                continue
            new = added(text, soort, *words)
            gone, more = changed(text, new)
            assert more, (name, words)
            assert all(set(line) & set("{[") or ":" in line for line in gone), gone
            assert faults(new) <= faults(text), (name, words)


def words_for(key: str, text: str) -> tuple[str, ...] | None:
    """Return words with which something comes in a list; None where there is nothing more to put there."""
    above, found = many_above(key), tree(text)
    holder: tuple[str, ...] = ()
    if above == "randvoorwaarden":
        holder = ("bestuurskracht",)
    elif above is not None:
        held = [item for item in at(found, above) or () if isinstance(item, dict)]
        names = [item.get("id") or item.get("naam") or item.get("doel") for item in held]
        if not any(names):
            return None
        holder = (str(next(filter(None, names))),)
    inside = at(held[0], key.removeprefix(f"{above}.")) if above and above != "randvoorwaarden" else at(found, key)
    if key in REFERENCES:
        ids = [item.get("id") for item in at(found, REFERENCES[key]) or ()]
        free = [name for name in ids if name and name not in (inside or ())]
        return (*holder, free[0]) if free else None
    if key == "randvoorwaarden":
        free = [item.id for item in KADER.randvoorwaarden if not isinstance((inside or {}).get(item.id), dict)]
        return (free[0],) if free else None
    known = {"interventies": KADER.interventies, "interventies.principes": KADER.werkzame_principes}.get(key)
    if known:
        there = [item["id"] for item in inside or ()]
        return (*holder, next(item.id for item in known if item.id not in there))
    return holder if asked_at(key).model else (*holder, "Een tekst: met #1, en meer")


def at(found: Any, key: str) -> Any:
    """Return what stands at a dotted key; None where nothing does."""
    for part in key.split("."):
        found = (found or {}).get(part)
    return found


WISHES = st.one_of(
    st.tuples(
        st.sampled_from([soort for soort in SOORTEN if asked_at(SOORTEN[soort][0]).model]),
        st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=12), max_size=2),
    ),
    st.tuples(st.just("interventie"), st.sampled_from([[item.id] for item in KADER.interventies])),
    st.tuples(st.just("randvoorwaarde"), st.sampled_from([[item.id] for item in KADER.randvoorwaarden])),
    st.tuples(
        st.sampled_from(["actie", "indicator", "mijlpaal", "partner", "regel", "bewijs", "principe", "bijdrage"]),
        st.tuples(
            st.sampled_from(["winkelstraten", "stadsmarinier_boa", "urgentiebesef", "lokale_kracht", "jongerenwerk"]),
            st.sampled_from(["Een tekst", "- met: #teken", "timing_is_everything", "D1", "null", "'t Zand"]),
        ).map(list),
    ),
    st.tuples(
        st.sampled_from(["beslispunt", "gedaan", "gepland", "intern", "rapportage", "bibob", "argument"]),
        st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1), max_size=1),
    ),
)


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
@given(wishes=st.lists(WISHES, min_size=1, max_size=5))
def test_any_row_of_additions_only_adds(name: str, wishes: list[tuple[str, list[str]]]) -> None:
    """Whatever is added, in whatever order: no new faults, no line less but where braces were opened, every answer."""
    text = FILES[name]
    for soort, words in wishes:
        try:
            new = added(text, soort, *words)
        except ProblemsError:
            continue
        gone, more = changed(text, new)
        assert len(more) > len(gone)
        assert all(line.rstrip().endswith(("}", "]")) or "{" in line or "[" in line for line in gone), gone
        assert faults(new) <= faults(text)
        text = new


SHAPES = {
    "no key": "wijk: {naam: M}\ngemeente:\n  naam: E\n",
    "an empty key": "gemeente:\n  naam: E\nwijk:\n  naam: M\ninterventies:\n# einde\n",
    "empty braces": "gemeente:\n  naam: E\nwijk:\n  naam: M\ninterventies: []  # nog geen\n",
    "a tilde": "gemeente:\n  naam: E\nwijk:\n  naam: M\ninterventies: ~\n",
    "a commented key": "gemeente:\n  naam: E\n# interventies:\n#   - id: …\n\nwijk:\n  naam: M\n",
    "one in braces": "gemeente: {naam: E}\nwijk: {naam: M}\ninterventies: [{id: ila, fase: nieuw}]\n",
    "names in braces": "gemeente: {naam: E}\nwijk: {naam: M}\ninterventies: [ila, city_deals]\n",
    "one name": "gemeente: {naam: E}\nwijk: {naam: M}\ninterventies: ila\n",
    "names": "gemeente: {naam: E}\nwijk: {naam: M}\ninterventies:\n- ila\n",
    "no space before the dash": "gemeente: {naam: E}\nwijk: {naam: M}\ninterventies:\n- id: ila\n  fase: nieuw\n",
    "all in braces": "{gemeente: {naam: E}, wijk: {naam: M}}\n",
    "no end of line": "gemeente: {naam: E}\nwijk: {naam: M}\ninterventies:\n    - id: ila",
    "a text like a key": "gemeente: {naam: E}\nwijk:\n  naam: M\n  aanleiding: |\n    # interventies:\n    - id: x\n",
}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("shape", SHAPES)
def test_an_intervention_finds_its_place_in_every_shape(shape: str, end: str) -> None:
    """As the last one, below what was there; in what is added an action finds its place too."""
    text = SHAPES[shape].replace("\n", end)
    new = added(text, "interventie", "Jongerenwerk uitbreiden")
    new = added(new, "actie", "jongerenwerk", "Vacature")
    found = tree(new)
    assert [item if isinstance(item, str) else item["id"] for item in found["interventies"]][-1] == "jongerenwerk"
    assert [item["wat"] for item in found["interventies"][-1]["acties"]] == ["Vacature"]
    assert faults(new) == faults(text)
    assert new.count("\n") == new.count(end)
    for piece in ("# einde", "# nog geen", "#   - id: …", "# interventies:", "fase: nieuw"):
        assert (piece in new) == (piece in text)


def test_the_indentation_of_the_file_is_followed() -> None:
    """Four spaces where the file has four, and dashes below their key where it has them there."""
    text = "gemeente:\n    naam: E\nwijk:\n    naam: M\n    cijfers:\n    - indicator: x\n      wijk: 1\n"
    new = added(text, "cijfer", "y")
    assert re.search(r"\n    - (?:id: .*\n      )?indicator: y\n", new)
    new = added(new, "overleg", "stuurgroep")
    assert "\norganisatie:\n    overleg:\n    - naam: stuurgroep\n" in new


def test_comments_stay_with_what_they_are_about() -> None:
    """A comment that goes further in belongs to what stands above; one at the column of the next key to that."""
    text = (
        "gemeente: {naam: E}\nwijk:\n  naam: M\n  cijfers:\n    - indicator: x\n      # nog na te gaan\n\n"
        "  # Over de buurt\n  krachtenveld:\n    - partij: y\n\n# Doelen\ndoelen:\n  visie: z\n"
    )
    new = added(text, "cijfer", "w")
    assert re.search(r"# nog na te gaan\n+    - indicator: w\n", new)
    assert "\n\n  # Over de buurt\n  krachtenveld:\n" in new
    new = added(new, "risico", "r")
    assert new.endswith("  visie: z\n\nrisicos:\n  - risico: r\n" + new.split("- risico: r\n")[1])
    assert "\n# Doelen\ndoelen:\n" in new


def test_a_status_alone_becomes_the_first_answer_of_its_condition() -> None:
    """`deels` stays what it was when an action or the other questions come."""
    text = f"{MINIMUM}randvoorwaarden:\n  urgentiebesef: deels  # na de zomer\n  lokale_kracht: niet\n"
    new = added(text, "actie", "Urgentiebesef", "Bel de corporatie")
    assert "  urgentiebesef:\n    status: deels  # na de zomer\n" in new
    found = tree(added(new, "randvoorwaarde", "lokale_kracht"))["randvoorwaarden"]
    assert found["urgentiebesef"]["acties"][0]["wat"] == "Bel de corporatie"
    assert list(found["lokale_kracht"]) == ["status", "onderbouwing", "eisen", "bewijs", "acties"]
    assert found["lokale_kracht"]["status"] == "niet"


@pytest.mark.parametrize(
    ("soort", "words", "eigen", "said"),
    [
        ("interventie", ("winkelstraten",), False, "staat er al"),
        ("interventie", ("Focusgebied winkelstraten",), False, "staat er al"),
        ("doel", ("d1",), False, "staat er al"),
        ("interventie", ("winkelstraat",), False, "Bedoelde je “winkelstraten”?"),
        ("interventie", ("Halt lesen",), False, "Bedoelde je “halt_lessen”?"),
        ("interventie", ("Zonneweide",), False, "Voeg --eigen toe"),
        ("interventie", ("Jongerenwerk",), True, "Laat --eigen weg"),
        ("interventie", (), False, "Noem ook welke interventie"),
        ("actie", (), False, "Bij welke randvoorwaarde of interventie"),
        ("actie", ("winkelstraat",), False, "Bedoelde je “winkelstraten”?"),
        ("actie", ("jongerenwerk",), False, "wijkplan voeg-toe interventie jongerenwerk"),
        ("deelnemer", ("stuurgroep",), False, "Zet er eerst een overleg bij"),
        ("bijdrage", ("winkelstraten", "D7"), False, "Kies uit: D1."),
        ("beslispunt", (), False, "Zet de tekst erbij"),
        ("risico", ("een", "twee"), False, "één woord te veel: twee"),
        ("principe", ("winkelstraten", "timing"), False, "Bedoelde je “timing_is_everything”?"),
    ],
    ids=str,
)
def test_what_is_not_clear_or_there_already_is_explained(
    soort: str, words: tuple[str, ...], said: str, *, eigen: bool
) -> None:
    """The message says what was probably meant, or where it stands already."""
    with pytest.raises(ProblemsError) as refused:
        added(EXAMPLES["stationsbuurt"], soort, *words, eigen=eigen)
    assert said in refused.value.problems[0].sentences
    assert isinstance(refused.value, NotUnderstoodError) or refused.value.problems[0].regel > 1


@pytest.mark.parametrize(
    "text",
    [
        f"{MINIMUM}interventies: {{id: ila}}\n",
        f"{MINIMUM}interventies: [\n  ila,  # twijfel\n]\n",
        f"{MINIMUM}interventies: >-\n  ila\n",
    ],
)
def test_what_cannot_be_opened_without_loss_is_refused_at_its_line(text: str) -> None:
    """A remark between braces or a group in the place of a list is for the adviser."""
    with pytest.raises(ProblemsError) as refused:
        added(text, "interventie", "jongerenwerk")
    assert refused.value.problems[0].regel >= 3
    assert "eigen regel" in refused.value.problems[0].oplossing


def test_the_command_shows_what_was_added_and_keeps_the_old_file(tmp_path: Path) -> None:
    """With the place; a row of additions keeps one old file, and what was changed by hand is kept too."""
    file = tmp_path / "antwoorden.yaml"
    before = EXAMPLES["stationsbuurt"].replace("\n", "\r\n").encode("utf-16")
    file.write_bytes(before)
    said = run("voeg-toe", "partner", "politie", cwd=tmp_path)
    lines = file.read_bytes().decode("utf-16").split("\r\n")
    assert f"antwoorden.yaml:{lines.index('organisatie:') + 1}\n" in said
    assert "- naam: politie" in said
    assert "antwoorden.yaml.bak" in said
    assert (tmp_path / "antwoorden.yaml.bak").read_bytes() == before
    assert "\r\n\r\norganisatie:\r\n  partners:\r\n" in file.read_bytes().decode("utf-16")
    assert "staat er al" in run("voeg-toe", "partner", "Politie", file, cwd=tmp_path, code=1)
    run("voeg-toe", "actie", "winkelstraten", "Bellen", tmp_path, cwd=tmp_path)
    run("voeg-toe", "partner", "brandweer", cwd=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["antwoorden.yaml", "antwoorden.yaml.bak"]
    assert (tmp_path / "antwoorden.yaml.bak").read_bytes() == before
    file.write_bytes(file.read_bytes().replace("Kadelaan".encode("utf-16-le"), "Havenlaan".encode("utf-16-le")))
    changed_by_hand = file.read_bytes()
    run("voeg-toe", "partner", "GGD", cwd=tmp_path)
    assert (tmp_path / "antwoorden.yaml.2.bak").read_bytes() == changed_by_hand
    assert "0 fouten" in run("controleer", cwd=tmp_path)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["interventi", "ila"], "Bedoelde je “interventie”?"),
        (["iets"], "Kies uit: interventie, instrument, doel"),
        ([], "SOORT"),
        (["interventie", "halt-lesen"], "Bedoelde je “halt_lessen”?"),
        (["interventie", "ila", "weg.yaml"], "bestaat niet"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistyped_command_changes_nothing(words: list[str], expected: str, tmp_path: Path) -> None:
    """It says what was probably meant; the folder stays as it was."""
    (tmp_path / "antwoorden.yaml").write_text(MINIMUM, encoding="utf-8")
    code = 1 if "weg.yaml" in words else 2
    assert expected in run("voeg-toe", *words, cwd=tmp_path, code=code)
    assert [path.name for path in tmp_path.iterdir()] == ["antwoorden.yaml"]


def test_a_file_with_a_fault_in_its_yaml_is_refused(tmp_path: Path) -> None:
    """First the fault, with its line; nothing is written."""
    (tmp_path / "antwoorden.yaml").write_text(f"{MINIMUM}interventies: [\n", encoding="utf-8")
    assert "antwoorden.yaml:3:" in run("voeg-toe", "interventie", "ila", cwd=tmp_path, code=1)
    assert [path.name for path in tmp_path.iterdir()] == ["antwoorden.yaml"]
