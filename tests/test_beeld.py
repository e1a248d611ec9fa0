"""Pictures beside the answers: read as they lie there, and never from anywhere else."""

from __future__ import annotations

import io
import struct
import zlib
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree, html
from PIL import Image, ImageChops, ImageStat

from generator.checks import check
from generator.documents import Draft, make_document
from generator.framework import load_framework
from generator.image_files import without_traces
from generator.pipeline import find_house_style, make_page
from generator.plan import build
from generator.problems import ProblemsError
from generator.source import parse
from scripts.build_example_pictures import FOLDER as EXAMPLE
from scripts.build_example_pictures import PICTURES as DRAWN
from tests.support.documents import MINIMUM, ROOT, W, parts
from tests.support.templates import PIXEL, R, Rel
from tests.support.templates import build as build_template
from tests.support.templates import picture as drawing
from tests.support.tools import validate

if TYPE_CHECKING:
    from generator.checks import Checked

PICTURES = ROOT / "tests" / "pictures"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
STYLE = find_house_style(None)
LOGO = "beeld: {{logo: {{bestand: '{}', alt: Het logo.}}}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an answer file, and pictures in a folder below it."""
    inside = tmp_path / "plan" / "beeld"
    inside.mkdir(parents=True)
    for picture in PICTURES.iterdir():
        (inside / picture.name).write_bytes(picture.read_bytes())
        (tmp_path / picture.name).write_bytes(picture.read_bytes())
    return tmp_path / "plan"


def checked(folder: Path, text: str) -> Checked:
    """Return an answer file in a folder, checked."""
    return check(parse(MINIMUM + text, str(folder / "antwoorden.yaml")), load_framework())


def png(width: int, height: int) -> bytes:
    """Return a sound picture of one colour."""
    rows = zlib.compress(b"".join(b"\x00" + b"\x00" * width for _ in range(height)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


@pytest.mark.parametrize("name", ["plein.png", "plein.jpg"])
def test_a_plan_reaches_the_bytes_of_its_pictures(folder: Path, name: str) -> None:
    """By the key of the group that names them, with their size in pixels."""
    text = f"beeld: {{logo: {{bestand: beeld/{name}, alt: Het logo.}}, fotos: [beeld\\{name}]}}\n"
    found = checked(folder, text)
    assert not found.fouten
    plan = build(found.antwoorden, load_framework(), afbeeldingen=found.afbeeldingen)
    assert [*plan.afbeeldingen] == ["beeld.logo", "beeld.fotos[1]"]
    picture = plan.afbeeldingen["beeld.logo"]
    assert (picture.data, picture.breedte, picture.hoogte) == ((PICTURES / name).read_bytes(), 60, 40)
    assert picture.soort == {"plein.png": "png", "plein.jpg": "jpeg"}[name]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("beeld/plien.png", "staat niet in de map"),
        ("map/plein.png", "staat niet in de map"),
        ("../plein.png", "ligt niet in de map"),
        ("beeld/../../plein.png", "ligt niet in de map"),
        ("/etc/plein.png", "ligt niet in de map"),
        ("C:\\foto\\plein.png", "ligt niet in de map"),
        ("beeld/plein.gif", "geen PNG- of JPEG-bestand"),
        ("beeld", "geen PNG- of JPEG-bestand"),
        ("beeld/map.png", "kan niet worden gelezen"),
        ("beeld/elders.png", "ligt niet in de map"),
        ("beeld/tekst.png", "geen PNG- of JPEG-afbeelding"),
        ("beeld/half.png", "beschadigd of niet volledig"),
        ("beeld/kop.jpg", "beschadigd of niet volledig"),
        ("beeld/delen.jpg", "beschadigd of niet volledig"),
        ("beeld/groot.png", "te groot"),
        ("beeld/zwaar.png", "groter dan 10 MB"),
    ],
)
def test_a_picture_that_cannot_be_used_is_a_fault_at_its_line(folder: Path, name: str, says: str) -> None:
    """It says what is wrong with the file, and what to do."""
    inside = folder / "beeld"
    (inside / "map.png").mkdir()
    (inside / "elders.png").symlink_to(folder.parent / "plein.png")
    (inside / "tekst.png").write_text("geen afbeelding")
    (inside / "half.png").write_bytes(png(60, 40)[:-12])
    (inside / "kop.jpg").write_bytes(b"\xff\xd8\xff\xe0 en verder niets")
    photo = (PICTURES / "plein.jpg").read_bytes()
    (inside / "delen.jpg").write_bytes(photo[:2] + b"\xff\xe0\x00\x02" * 10_001 + photo[2:])
    (inside / "groot.png").write_bytes(png(8000, 1)[:16] + struct.pack(">II", 8000, 8000) + png(8000, 1)[24:])
    (inside / "zwaar.png").write_bytes(png(60, 40) + b"\x00" * 10_000_000)
    found = checked(folder, LOGO.format(name))
    (problem,) = found.fouten
    assert says in problem.melding
    assert (problem.sleutel, problem.regel) == ("beeld.logo.bestand", 3)
    assert found.afbeeldingen == {}


def test_a_picture_whose_name_has_a_slip_is_pointed_out(folder: Path) -> None:
    """The remedy names the file that lies there."""
    (problem,) = checked(folder, LOGO.format("beeld/plien.png")).fouten
    assert problem.oplossing == "Bedoelde je “plein.png”?"


def test_a_picture_needs_words_for_who_cannot_see_it(folder: Path) -> None:
    """Without them a plan for the college is not complete."""
    found = checked(folder, "beeld: {kaart: beeld/plein.png}\n")
    assert "beeld.kaart.alt" in {problem.sleutel for problem in found.open}


def with_traces(name: str) -> bytes:
    """Return a picture with the place where it was made in it, as a camera or a program writes that."""
    data = (PICTURES / name).read_bytes()
    if name.endswith(".jpg"):
        said = b"Exif\x00\x00Molenplein 3"
        return data[:2] + b"\xff\xe1" + struct.pack(">H", len(said) + 2) + said + data[2:]
    said = b"Comment\x00Molenplein 3"
    chunk = struct.pack(">I", len(said)) + b"tEXt" + said + struct.pack(">I", zlib.crc32(b"tEXt" + said))
    return data[:33] + chunk + data[33:] + b"Molenplein 3"


@pytest.mark.parametrize("name", ["plein.png", "plein.jpg"])
def test_a_picture_goes_into_the_documents_without_traces_of_its_making(folder: Path, name: str) -> None:
    """In Word and on the web page: the same picture, its words, and neither its file nor what a camera wrote in it."""
    (folder / "beeld" / name).write_bytes(with_traces(name))
    answers = checked(folder, f"beeld: {{kaart: {{bestand: beeld/{name}, alt: De wijk & het plein., bron: Jan}}}}\n")
    draft = Draft(make_page(answers, STYLE), STYLE, answers)
    plain = (PICTURES / name).read_bytes()
    found = parts(make_document(draft, "docx"))
    assert [data for part, data in found.items() if part.startswith("word/media/beeld")] == [plain]
    assert b'descr="De wijk &amp; het plein."' in found["word/document.xml"]
    web = make_document(draft, "html")
    assert b64encode(plain) in web
    assert 'alt="De wijk &amp; het plein."' in web.decode()
    for data in (*(data for part, data in found.items() if part.startswith("word/")), web):
        assert b"Molenplein 3" not in data
        assert name.encode() not in data


def test_the_caption_and_the_source_of_a_picture_stand_in_controls(folder: Path) -> None:
    """Without a caption the plan says what it shows; one that nobody described has an open point beside it.

    Photos have one caption, which names them in the order in which they stand.
    """
    photo = "{bestand: beeld/plein.png, bijschrift: Het plein, bron: Jan}"
    page = html.document_fromstring(
        make_page(checked(folder, f"beeld: {{fotos: [{photo}, beeld/plein.jpg]}}\n"), STYLE)
    )
    assert [item.text_content().strip() for item in page.iter("figcaption")][-1:] == [
        "Het plein (bron: Jan); Foto van Molenkwartier"
    ]
    tied = {item.get("data-antwoord"): item.text_content() for item in page.iter("span", "mark")}
    assert (tied["beeld.fotos[1].bijschrift"], tied["beeld.fotos[1].bron"]) == ("Het plein", "Jan")
    assert "beeld.fotos[2].alt" in tied


def test_photos_stand_beside_each_other(folder: Path) -> None:
    """In Word two of them fill one line and no more; one by itself is not as wide as the page."""
    shapes = {}
    for count in (1, 2, 3):
        photos = ", ".join(["{bestand: beeld/plein.png, alt: Het plein.}"] * count)
        answers = checked(folder, f"beeld: {{fotos: [{photos}]}}\n")
        draft = Draft(make_page(answers, STYLE), STYLE, answers)
        body = etree.fromstring(parts(make_document(draft, "docx"))["word/document.xml"])
        holders = [item for item in body.iter(f"{{{W}}}p") if item.findall(f".//{{{PICTURE}}}pic")]
        assert len(holders) == 1
        shapes[count] = [int(item.get("cx")) for item in holders[0].iter(f"{{{DRAWING}}}extent")]
    assert [len(widths) for widths in shapes.values()] == [1, 2, 3]
    line = shapes[1][0] / 0.6
    assert 0.95 * line < sum(shapes[2]) < 0.99 * line


def photo(orientation: int, colour: str = "RGB") -> bytes:
    """Return a photo as a camera keeps it that was held in some way: seen upright its top left quarter is dark."""
    upright = Image.new("RGB", (60, 40), "white")
    upright.paste("black", (0, 0, 30, 20))
    lying = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    kept = upright.transpose(Image.Transpose(lying[orientation])) if orientation in lying else upright
    exif, stream = Image.Exif(), io.BytesIO()
    exif[0x0112] = orientation
    kept.convert(colour).save(stream, "JPEG", exif=exif)
    return stream.getvalue()


@pytest.mark.parametrize("orientation", range(1, 10))
@pytest.mark.parametrize("colour", ["RGB", "L", "CMYK"])
def test_a_photo_is_shown_upright(folder: Path, orientation: int, colour: str) -> None:
    """However the camera was held, in Word and on the web page, and without what the camera wrote."""
    (folder / "beeld" / "plein.jpg").write_bytes(photo(orientation, colour))
    answers = checked(folder, "beeld: {kaart: {bestand: beeld/plein.jpg, alt: De wijk.}}\n")
    assert not answers.fouten
    found = answers.afbeeldingen["beeld.kaart"]
    assert (found.breedte, found.hoogte) == (60, 40)
    shown = without_traces(found)
    assert b"Exif" not in shown
    with Image.open(io.BytesIO(shown)) as picture:
        grey = picture.convert("L")
    quarters = [grey.getpixel(place) for place in ((15, 10), (45, 10), (15, 30), (45, 30))]
    assert quarters[0] < 30
    assert min(quarters[1:]) > 220


@pytest.mark.parametrize(
    "how", [{}, {"progressive": True}, {"subsampling": 2}, {"exif": b"Exif\x00\x00Molenplein 3"}, {"comment": b"Ada"}]
)
@pytest.mark.parametrize("colour", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("filled", [b"", b"\xff\xff"])
def test_a_picture_has_the_size_that_other_programs_see(
    folder: Path, how: dict[str, object], colour: str, filled: bytes
) -> None:
    """However it was written, also with room between its parts, in which no traces hide."""
    stream = io.BytesIO()
    Image.new(colour, (61, 42)).save(stream, "JPEG", **how)
    data = stream.getvalue()
    (folder / "beeld" / "plein.jpg").write_bytes(data[:2] + filled + data[2:])
    found = checked(folder, LOGO.format("beeld/plein.jpg")).afbeeldingen["beeld.logo"]
    assert (found.breedte, found.hoogte) == (61, 42)
    shown = without_traces(found)
    assert not any(trace in shown for trace in (b"Molenplein 3", b"Ada"))
    with Image.open(io.BytesIO(shown)) as picture:
        picture.load()


@pytest.mark.parametrize(("start", "end"), [(12, 30), (30, 60), (6, 12)])
def test_what_a_camera_wrote_may_be_damaged(folder: Path, start: int, end: int) -> None:
    """A photo whose remarks cannot be read is shown as it lies; one that cannot be shown is a fault, never a crash."""
    data = photo(6)
    (folder / "beeld" / "plein.jpg").write_bytes(data[:start] + b"\xa5" * (end - start) + data[end:])
    found = checked(folder, "beeld: {kaart: {bestand: beeld/plein.jpg, alt: De wijk.}}\n")
    assert [*found.afbeeldingen] == ([] if found.fouten else ["beeld.kaart"])


def test_a_picture_that_the_page_names_must_be_there(folder: Path) -> None:
    """A template that names another one is told so, in Word and on the web page."""
    answers = checked(folder, "beeld: {kaart: {bestand: beeld/plein.png, alt: De wijk.}}\n")
    page = make_page(answers, STYLE).replace('src="beeld.kaart"', 'src="beeld.foto"')
    for formaat in ("docx", "html"):
        with pytest.raises(ProblemsError, match=r"“beeld\.foto” is er niet"):
            make_document(Draft(page, STYLE, answers), formaat)


def test_the_cover_shows_logo_and_picture_around_the_title(folder: Path) -> None:
    """The logo stands above the title, the picture below it; one without a file leaves no hole."""
    text = (
        "beeld: {logo: {bestand: beeld/plein.png, alt: Het logo.}, voorblad: {bestand: beeld/plein.jpg, alt: Plein.}}"
    )
    header = html.document_fromstring(make_page(checked(folder, text + "\n"), STYLE)).find(".//header")
    assert [item.get("src") or item.get("class") for item in header][:4] == [
        *("beeld.logo", "titel", "ondertitel", "beeld.voorblad")
    ]
    header = html.document_fromstring(make_page(checked(folder, "beeld: {logo: {alt: Het logo.}}\n"), STYLE)).find(
        ".//header"
    )
    assert not list(header.iter("img"))


def test_the_pictures_of_the_example_are_those_that_the_script_draws() -> None:
    """Each is used by the answers and small; another version of the drawing library may differ by a shade."""
    text = (EXAMPLE.parent / "antwoorden.yaml").read_text(encoding="utf-8")
    assert sorted(path.name for path in EXAMPLE.iterdir()) == sorted(DRAWN)
    for name, draw in DRAWN.items():
        assert f"bestand: beeld/{name}" in text
        assert (EXAMPLE / name).stat().st_size < 60_000
        with Image.open(EXAMPLE / name) as kept:
            difference = ImageChops.difference(kept.convert("RGB"), draw().convert("RGB"))
        assert max(ImageStat.Stat(difference).mean) < 1


def logos(document: bytes) -> list[tuple[bytes, str, int, int]]:
    """Return the picture, the words, the width and the height of each drawing that is named Logo, part by part."""
    found, shown = parts(document), []
    for name in sorted(found):
        place, _, file = name.rpartition("/")
        related = {
            item.get("Id"): item.get("Target")
            for item in etree.fromstring(found.get(f"{place}/_rels/{file}.rels", b"<none/>"))
        }
        for said in etree.fromstring(found[name]).iter(f"{{{DRAWING}}}docPr") if related else ():
            if said.get("name") == "Logo":
                (blip,) = said.getparent().iter(f"{{{A}}}blip")
                size = said.getparent().find(f"{{{DRAWING}}}extent")
                data = found[f"{place}/{related[blip.get(f'{{{R}}}embed')]}"]
                shown.append((data, said.get("descr"), int(size.get("cx")), int(size.get("cy"))))
    return shown


@pytest.mark.parametrize("style", ["warm", "fris"])
@pytest.mark.parametrize("kind", ["plan", "collegevoorstel"])
def test_the_logo_of_the_answers_stands_where_a_house_style_has_one(folder: Path, style: str, kind: str) -> None:
    """On the cover and in the headers, not pulled out of shape and with its own words; nothing stays of the old one."""
    own = find_house_style(Path(style))
    answers = checked(folder, "beeld: {logo: {bestand: beeld/plein.png, alt: De gemeente & haar molen.}}\n")
    made = make_document(Draft(make_page(answers, own, kind), own, answers), "docx")
    given = (PICTURES / "plein.png").read_bytes()
    room = logos(own.word.read_bytes())[-len(logos(made)) :]
    assert room
    for (data, said, width, height), (*_, widest, highest) in zip(logos(made), room, strict=True):
        assert (data, said) == (given, "De gemeente & haar molen.")
        assert width / height == pytest.approx(60 / 40, rel=0.001)
        assert (width == widest and height <= highest) or (height == highest and width <= widest)
    assert [data for name, data in parts(made).items() if name.startswith("word/media/")] == [given]


@pytest.mark.parametrize("style", ["warm", "fris"])
def test_a_house_style_keeps_its_logo_where_the_answers_have_none(folder: Path, style: str) -> None:
    """As large as it was drawn, and with its own words."""
    own = find_house_style(Path(style))
    answers = checked(folder, "")
    made = make_document(Draft(make_page(answers, own), own, answers), "docx")
    assert logos(made) == logos(own.word.read_bytes())
    assert len(logos(made)) == 2


def test_a_logo_in_the_house_style_is_not_repeated_on_the_own_cover_of_the_plan(folder: Path) -> None:
    """A letterhead named so shows the logo of the answers; a picture of another name stays, and so does the cover's."""
    letterhead = {
        "body": f"<w:p>{drawing('rId_logo')}</w:p>",
        "parts": {"word/media/image1.png": PIXEL},
        "rels": {"word/document.xml": [Rel("image", "media/image1.png", "rId_logo")]},
    }
    own = folder / "stijl.docx"
    text = "{{bestand: beeld/plein.{}, alt: {}.}}"
    answers = checked(
        folder, f"beeld: {{logo: {text.format('png', 'Het wapen')}, voorblad: {text.format('jpg', 'Het plein')}}}\n"
    )
    for name, shown in (("logo ", ["Het wapen.", "Het plein."]), ("Wapen", [None, "Het wapen.", "Het plein."])):
        features = letterhead | {
            "body": letterhead["body"].replace('docPr id="1" name="Logo"', f'docPr id="1" name="{name}"')
        }
        own.write_bytes(build_template(**features))
        style = find_house_style(own)
        made = make_document(Draft(make_page(answers, style), style, answers), "docx")
        body = etree.fromstring(parts(made)["word/document.xml"])
        assert [said.get("descr") for said in body.iter(f"{{{DRAWING}}}docPr")][: len(shown)] == shown


@pytest.mark.sdk
def test_documents_with_the_logo_of_the_answers_are_valid(folder: Path) -> None:
    """The Open XML SDK finds no fault in them."""
    answers = checked(folder, "beeld: {logo: {bestand: beeld/plein.png, alt: De gemeente & haar molen.}}\n")
    files = []
    for name in ("warm", "fris"):
        own = find_house_style(Path(name))
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(make_document(Draft(make_page(answers, own), own, answers), "docx"))
    assert validate(files) == {file: [] for file in files}


def test_a_picture_on_the_cover_leaves_room_for_what_else_stands_there(folder: Path) -> None:
    """On a cover whose title stands low the picture is smaller, in its own ratio; elsewhere it is as it was."""
    answers = checked(folder, "beeld: {voorblad: {bestand: beeld/plein.png, alt: Het plein.}}\n")
    own, heights = folder / "stijl.docx", {}
    for before in (0, 3000, 6000, 20_000):
        look = f'<w:pPr><w:spacing w:before="{before}" w:line="240" w:lineRule="auto"/></w:pPr>'
        title = f'<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/>{look}</w:style>'
        own.write_bytes(build_template(more_styles=title))
        style = find_house_style(own)
        body = etree.fromstring(
            parts(make_document(Draft(make_page(answers, style), style, answers), "docx"))["word/document.xml"]
        )
        size = next(body.iter(f"{{{DRAWING}}}extent"))
        width, heights[before] = int(size.get("cx")) / 635, int(size.get("cy")) / 635
        assert width / heights[before] == pytest.approx(60 / 40, rel=0.001)
    text = 16838 - 2 * 1417
    assert heights[0] == pytest.approx(0.4 * text, rel=0.01)
    assert heights[0] > heights[6000] > heights[20_000] > 0
    assert 6000 + heights[6000] < 0.88 * text
