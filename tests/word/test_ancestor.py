"""What a document carries of its making: it reads back as it was put in, and stays out where that is asked."""

from __future__ import annotations

import copy
import hashlib
import io
import platform
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from ruamel.yaml import YAML

from generator import __version__
from generator.framework import load_framework
from generator.housestyle import built_in_styles
from generator.pipeline import find_house_style
from generator.resources import neutral_house_style
from generator.word.assembly import write
from generator.word.package.archive import package
from generator.word.provenance import Ancestor, MadeFrom, is_ancestor, is_untouched, read_ancestor
from generator.word.xml import W14, w
from tests.support.cli import run
from tests.support.documents import MINIMUM, ROOT, checked, example, parts, text_of, word
from tests.support.templates import Rel, build
from tests.support.tools import saved_by_office, validate
from tests.word.helpers import page

if TYPE_CHECKING:
    from collections.abc import Iterator

STYLES = built_in_styles()
EXAMPLES = pytest.mark.parametrize(
    ("name", "style"),
    [
        pytest.param(name, path, id=f"{name}-{style}")
        for name in ("molenkwartier", "stationsbuurt", "helmond")
        for style, path in STYLES.items()
    ],
)
PARA_ID = f"{{{W14}}}paraId"
ITEM = "customXml/item1.xml"
FULL = (ROOT / "examples" / "molenkwartier" / "antwoorden.yaml").read_text(encoding="utf-8")
XML_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
TYPED = st.lists(st.sampled_from(["\r\n", "\n", "\r", "\t", "]]>", "&amp;", "<!--", "\u0085"]) | XML_TEXT).map("".join)
"""Any text that an answer file can hold."""


def ancestor(document: bytes) -> Ancestor:
    """Return the ancestor in a document."""
    found = read_ancestor(parts(document))
    assert found is not None
    return found


def made(making: MadeFrom, content: str = "<p>Tekst</p>", style: Path | None = None) -> bytes:
    """Return a small document that is made from something."""
    return write(page(content), style or neutral_house_style() / "huisstijl.docx", made_from=making)


def shown(block: etree._Element) -> str:
    """Return the text of a paragraph or row, without what floats over it in a text box."""
    if block.tag == w("tr"):
        return "\t".join("\n".join(map(text_of, cell.iter(w("p")))) for cell in block.iter(w("tc")))
    plain = copy.deepcopy(block)
    etree.strip_elements(plain, w("txbxContent"), with_tail=False)
    return text_of(plain)


MAKING = MadeFrom("gemeente: {}\n", "plan", "1", "2", "3", "4", "5", "warm", "6")


@given(st.builds(MadeFrom, TYPED, *[XML_TEXT] * 8))
@settings(max_examples=40)
def test_what_a_document_is_made_from_reads_back_as_it_was(making: MadeFrom) -> None:
    """Whatever stands in the answers: ends of lines, tabs, signs of XML, emoji."""
    assert ancestor(made(making)).made_from == making


@EXAMPLES
def test_each_block_carries_the_digest_of_its_text(name: str, style: Path) -> None:
    """Every block that is named is there once, with its own id, and its digest is that of the text that we read."""
    document = example(name, style)
    root = etree.fromstring(parts(document)["word/document.xml"])
    found = {item.get(PARA_ID): item for item in root.iter(w("p"), w("tr")) if item.get(PARA_ID)}
    blocks = ancestor(document).blocks
    assert len(blocks) > 200
    for block in blocks:
        text = shown(found[block.named.identity.para_id])
        assert block.text_digest == hashlib.sha256(text.encode()).hexdigest()[:16], text
    for unique in ([block.named.identity.name for block in blocks], [item.named.identity.para_id for item in blocks]):
        assert len(set(unique)) == len(unique)


@EXAMPLES
def test_no_text_of_a_plan_is_without_a_block(name: str, style: Path) -> None:
    """Each row and each paragraph outside tables is named, but for lines of the contents, text boxes and bare ends."""
    document = example(name, style)
    root = etree.fromstring(parts(document)["word/document.xml"])
    named = {block.named.identity.para_id for block in ancestor(document).blocks}
    for item in root.iter(w("p"), w("tr")):
        around = {str(above.tag) for above in item.iterancestors()}
        contents = any(
            above.find(f"{w('sdtPr')}/{w('docPartObj')}") is not None for above in item.iterancestors(w("sdt"))
        )
        if around & {w("tbl"), w("txbxContent")} and (item.tag == w("p") or item.get(PARA_ID) not in named):
            continue
        assert contents or item.get(PARA_ID) in named or not text_of(item), text_of(item)


@pytest.mark.parametrize("style", STYLES)
def test_a_document_knows_what_it_was_made_from(style: str) -> None:
    """The answers as they were read, the versions, and the name of a house style that comes with the program."""
    found = ancestor(example("molenkwartier", STYLES[style])).made_from
    assert found.answers == FULL
    versions = (found.document, found.program, found.framework, found.house_style)
    assert versions == ("plan", __version__, load_framework().versie, style)
    digests = (found.answer_form, found.framework_digest, found.templates_digest, found.house_style_digest)
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in digests)
    framework = (ROOT / "framework.yaml").read_bytes()
    assert found.framework_digest == hashlib.sha256(f"{len(framework)}\x00".encode() + framework).hexdigest()


def test_each_digest_follows_its_own_source(tmp_path: Path) -> None:
    """Settings and templates of a house style change each its own digest, and the name is that of no built-in one."""
    (tmp_path / "sjablonen" / "hoofdstukken").mkdir(parents=True)
    plain = ancestor(word(MINIMUM)).made_from
    (tmp_path / "huisstijl.yaml").write_text("woorden: {tabel: Overzicht}\n", encoding="utf-8")
    settled = ancestor(word(MINIMUM, tmp_path)).made_from
    original = (ROOT / "templates" / "plan" / "hoofdstukken" / "inleiding.html.j2").read_text(encoding="utf-8")
    (tmp_path / "sjablonen" / "hoofdstukken" / "inleiding.html.j2").write_text(original + "\n", encoding="utf-8")
    changed = ancestor(word(MINIMUM, tmp_path)).made_from
    assert (plain.house_style, settled.house_style, changed.house_style) == ("neutraal", "", "")
    assert plain.house_style_digest != settled.house_style_digest == changed.house_style_digest
    assert plain.templates_digest == settled.templates_digest != changed.templates_digest
    assert plain.framework_digest == changed.framework_digest


def _leaves(tree: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """Yield the path of each answer and each item of a list, below the first two keys; no names of interventions."""
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in items:
        yield from _leaves(value, (*path, key))
        if len(path) > 1 and key != "lokale_naam":
            yield (*path, key)


def _without(path: tuple[object, ...]) -> str:
    """Return the answers of the full example without one."""
    yaml = YAML()
    tree = inner = yaml.load(FULL)
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    stream = io.StringIO()
    yaml.dump(tree, stream)
    return stream.getvalue()


def _names(document: bytes) -> dict[tuple[str, str], str]:
    """Return the name of each block whose text nothing else of its kind has, by kind and digest."""
    found = {(block.named.kind, block.text_digest): block.named.identity.name for block in ancestor(document).blocks}
    count = Counter((block.named.kind, block.text_digest) for block in ancestor(document).blocks)
    return {key: name for key, name in found.items() if count[key] == 1 and "#" not in name}


@pytest.mark.slow
@given(path=st.sampled_from(sorted(_leaves(YAML(typ="safe").load(FULL)), key=repr)))
@settings(max_examples=10)
def test_an_answer_more_leaves_the_names_of_other_blocks(path: tuple[object, ...]) -> None:
    """Whichever answer is filled in, wherever it stands: a block that says the same has the same name.

    The name of an intervention is another matter: its tables are called after it.
    """
    text = _without(path)
    if checked(text).fouten:
        return
    before, after = _names(word(text)), _names(example("molenkwartier"))
    same = before.keys() & after.keys()
    assert len(same) > 600
    assert {key: before[key] for key in same} == {key: after[key] for key in same}


def test_an_adopted_plan_carries_its_ancestor() -> None:
    """Also where nobody works on it any more: it can be compared with a later one."""
    adopted = FULL.replace("status: concept", "status: vastgesteld", 1)
    assert ancestor(word(adopted)).made_from.answers == adopted


def test_schoon_leaves_nothing_behind(tmp_path: Path) -> None:
    """With --schoon no part holds the answers or a digest; the document is the same for the rest."""
    secret = "# Alleen voor ons: niet printen\n" + MINIMUM
    (tmp_path / "antwoorden.yaml").write_text(secret, encoding="utf-8")
    run("genereer", "antwoorden.yaml", "-o", "vol.docx", cwd=tmp_path)
    run("genereer", "antwoorden.yaml", "-o", "schoon.docx", "--schoon", cwd=tmp_path)
    whole, clean = (parts((tmp_path / name).read_bytes()) for name in ("vol.docx", "schoon.docx"))
    assert any(b"niet printen" in data for data in whole.values())
    for name, data in clean.items():
        assert b"niet printen" not in data, name
        assert b"herkomst" not in data, name
    assert read_ancestor(clean) is None
    assert whole.keys() - clean.keys() == {ITEM, "customXml/itemProps1.xml", "customXml/_rels/item1.xml.rels"}
    assert whole["word/document.xml"] == clean["word/document.xml"]
    assert is_untouched((tmp_path / "schoon.docx").read_bytes())


def test_no_name_of_a_file_or_computer_goes_along(tmp_path: Path) -> None:
    """Not of the answers, the folder, the house style or its templates, nor of the computer or its user.

    Only a comment for whoever works on a draft says in which file an answer goes; here are none.
    """
    place = tmp_path / "map-van-janneke"
    (place / "stijl-van-piet" / "sjablonen").mkdir(parents=True)
    (place / "pietersen-map.yaml").write_text(MINIMUM, encoding="utf-8")
    neutral = (neutral_house_style() / "huisstijl.docx").read_bytes()
    (place / "stijl-van-piet" / "nota-klaas.docx").write_bytes(neutral)
    wishes = ("--huisstijl", "stijl-van-piet", "--zonder-opmerkingen")
    run("genereer", place / "pietersen-map.yaml", *wishes, "-o", "uit.docx", cwd=place)
    found = parts((place / "uit.docx").read_bytes())
    assert ITEM in found
    names = ["janneke", "pietersen", "piet", "klaas", str(tmp_path), Path.home().as_posix() + "/"]
    for name in [*names, *([platform.node()] if platform.node() else [])]:
        assert not [part for part, data in found.items() if name.encode() in data], name


def test_the_ancestor_of_another_plan_does_not_travel_along(tmp_path: Path) -> None:
    """A plan as the house style of another plan: the new one carries its own making, and with --schoon none."""
    earlier = tmp_path / "eerder.docx"
    earlier.write_bytes(word("# van vroeger\n" + MINIMUM))
    found = parts(word(MINIMUM, earlier))
    assert [name for name, data in found.items() if is_ancestor(name, data)] == [ITEM]
    assert ancestor(word(MINIMUM, earlier)).made_from.answers == MINIMUM
    clean = parts(write(page("<p>Tekst</p>"), earlier))
    for data in [*found.values(), *clean.values()]:
        assert b"van vroeger" not in data
    assert read_ancestor(clean) is None


def _bound(tmp_path: Path, stored: str) -> Path:
    """Return a template that shows what is in a store of its own, in the place that a store mostly has."""
    store = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    control = (
        f'<w:sdt><w:sdtPr><w:alias w:val="Zaak"/><w:dataBinding w:xpath="/x" w:storeItemID="{store}"/><w:text/>'
        "</w:sdtPr><w:sdtContent><w:p><w:r><w:t>Zaak 7</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    place = tmp_path / "sjabloon.docx"
    place.write_bytes(
        build(
            body="<w:p><w:r><w:t>{{ inhoud }}</w:t></w:r></w:p><w:p/>",
            headers={"default": control},
            parts={
                ITEM: stored,
                "customXml/itemProps1.xml": f'<ds:datastoreItem xmlns:ds="{space}" ds:itemID="{store}"/>',
            },
            rels={
                "word/document.xml": [Rel("customXml", "../customXml/item1.xml", "rId_c")],
                ITEM: [Rel("customXmlProps", "itemProps1.xml", "rId_p")],
            },
        )
    )
    return place


def test_a_store_of_the_template_stays_beside_it(tmp_path: Path) -> None:
    """Both parts are there, each under a name of its own; a store that claims to be an ancestor goes."""
    document = made(MAKING, style=_bound(tmp_path, "<x>Zaak 7</x>"))
    found = parts(document)
    assert b"Zaak 7" in found[ITEM]
    assert is_ancestor("customXml/item2.xml", found["customXml/item2.xml"])
    assert ancestor(document).made_from == MAKING
    false = made(MAKING, style=_bound(tmp_path, '<x xmlns="urn:wijkplan:herkomst">Zaak 7</x>'))
    assert [name for name in parts(false) if name.startswith("customXml/item") and "Props" not in name] == [ITEM]
    assert ancestor(false).made_from == MAKING


def test_the_seal_is_about_what_people_can_work_on() -> None:
    """Another ancestor leaves a document untouched; another word in its text does not."""
    found = parts(made(MAKING))
    assert is_untouched(package(found))
    assert is_untouched(package(found | {ITEM: found[ITEM].replace(b"gemeente", b"GEMEENTE")}))
    main = found["word/document.xml"]
    assert not is_untouched(package(found | {"word/document.xml": main.replace(b"Tekst", b"Taal")}))
    assert not is_untouched(package(found | {"customXml/item2.xml": b"<x/>"}))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('versie="1"', 'versie="3"'),
        ('versie="1"', ""),
        ("<herkomst ", "<afkomst "),
        ("<gemaakt-met ", "<gemaakt "),
        ('programma="1"', ""),
        ('soort="alinea"', 'soort="anders"'),
        ("</herkomst>", ""),
        ("<herkomst ", '<!DOCTYPE x [<!ENTITY a "b">]><herkomst '),
    ],
)
def test_what_is_no_ancestor_is_none(old: str, new: str) -> None:
    """Of another format, damaged or hostile: the document then has none, and nothing breaks."""
    data = parts(made(MAKING))[ITEM].decode()
    assert old in data
    changed = data.replace(old, new).replace("</herkomst>", "</afkomst>" if "<afkomst" in new else "</herkomst>", 1)
    assert read_ancestor({ITEM: changed.encode()}) is None
    assert read_ancestor({}) is None
    assert read_ancestor({"word/item1.xml": data.encode()}) is None
    assert read_ancestor({"customXml/anders.xml": data.encode()}) is not None


def test_only_a_plan_carries_answers() -> None:
    """A specimen of a house style is made from no answers, so it carries none."""
    assert read_ancestor(parts(write(page("<p>x</p>"), neutral_house_style() / "huisstijl.docx"))) is None
    assert find_house_style(None).word.name == "huisstijl.docx"


@pytest.mark.sdk
def test_documents_with_an_ancestor_are_valid(tmp_path: Path) -> None:
    """The Open XML SDK finds nothing: not in a plan, nor beside a store of the template."""
    files = [tmp_path / "plan.docx", tmp_path / "store.docx"]
    files[0].write_bytes(word(MINIMUM))
    files[1].write_bytes(made(MAKING, style=_bound(tmp_path, "<x>Zaak 7</x>")))
    assert validate(files) == {file: [] for file in files}


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_keeps_it_word_for_word(tmp_path: Path) -> None:
    """Saved by LibreOffice, a plan still carries the answers as they were typed, and reads the same."""
    given = example("stationsbuurt")
    file = tmp_path / "plan.docx"
    file.write_bytes(given)
    saved = saved_by_office(file, tmp_path / "uit")
    assert ancestor(saved) == ancestor(given)
    assert not is_untouched(saved)
