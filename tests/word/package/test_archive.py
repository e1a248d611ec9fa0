"""Tests of taking the entries out of the zip."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from generator import limits
from generator.problems import ProblemsError
from generator.word.package import archive
from tests.support.templates import build, build_parts, zipped
from tests.word.package.helpers import MAIN, opened, refused

if TYPE_CHECKING:
    from pathlib import Path


class Pipe(io.RawIOBase):
    """A stream that cannot go back, which makes zipfile write sizes after the data."""

    def __init__(self) -> None:
        """Start empty."""
        self.data = b""

    def writable(self) -> bool:
        """Tell that it takes bytes."""
        return True

    def write(self, data: object) -> int:
        """Keep the bytes."""
        new = bytes(data)  # type: ignore[call-overload]  # zipfile gives bytes-like objects only
        self.data += new
        return len(new)


def test_missing_file(tmp_path: Path) -> None:
    """A name without a file is refused as such."""
    with pytest.raises(ProblemsError, match="bestaat niet"):
        archive.read_archive(tmp_path / "weg.docx")


def test_directory(tmp_path: Path) -> None:
    """A folder is refused as such."""
    with pytest.raises(ProblemsError, match="map, geen bestand"):
        archive.read_archive(tmp_path)


def test_name_that_no_file_can_have(tmp_path: Path) -> None:
    """A name that the system does not take is refused like an unreadable file."""
    with pytest.raises(ProblemsError, match="niet te lezen"):
        archive.read_archive(tmp_path / "a\0b.docx")


def test_empty_file(tmp_path: Path) -> None:
    """An empty file is called empty."""
    assert "leeg" in refused(tmp_path, b"").melding


@pytest.mark.parametrize("kept", [0.3, 0.9, 0.999])
def test_truncated(tmp_path: Path, kept: float) -> None:
    """A file that stops halfway is called damaged."""
    data = build()
    assert "beschadigd" in refused(tmp_path, data[: int(len(data) * kept)]).melding


def test_bad_crc(tmp_path: Path) -> None:
    """A file with an entry that is not what its checksum says is called damaged."""
    data = bytearray(build())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entry = package.getinfo(MAIN)
    central = data.rindex(MAIN.encode()) - 46
    data[central + 16 : central + 20] = struct.pack("<I", entry.CRC ^ 1)
    assert "beschadigd" in refused(tmp_path, bytes(data)).melding


@pytest.mark.parametrize(
    "name", ["../weg.xml", "word/../../weg.xml", "/word/weg.xml", "C:/weg.xml", "word\\..\\weg.xml"]
)
def test_name_outside_the_zip(tmp_path: Path, name: str) -> None:
    """An entry with a name that points outside the zip makes the file refused."""
    assert "naar buiten" in refused(tmp_path, zipped(build_parts() | {name: b"<a/>"})).melding


@pytest.mark.parametrize("name", [MAIN, "Word/Document.XML", "word\\document.xml", "word/docum%65nt.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicate_entry(tmp_path: Path, name: str) -> None:
    """An entry that is there twice makes the file refused, also when the names only look different."""
    assert "twee keer" in refused(tmp_path, zipped([*build_parts().items(), (name, b"<a/>")])).melding


def test_encrypted_entries(tmp_path: Path) -> None:
    """A zip with encrypted entries is called encrypted."""
    data = bytearray(build())
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    assert "versleuteld" in refused(tmp_path, bytes(data)).melding


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compression_that_word_does_not_know(tmp_path: Path, method: int) -> None:
    """A zip with another compression than Word's is refused."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as package:
        for name, content in build_parts().items():
            package.writestr(name, content)
    assert "ingepakt op een manier" in refused(tmp_path, stream.getvalue()).melding


def test_bomb_in_one_entry(tmp_path: Path) -> None:
    """An entry that unpacks to more than the limit makes the file refused."""
    bomb = {"word/media/a.bmp": bytes(limits.ENTRY + 1)}
    assert "te groot" in refused(tmp_path, zipped(build_parts() | bomb)).melding


def test_bomb_in_ratio(tmp_path: Path) -> None:
    """A small file that unpacks to hundreds of times its size is refused before the limits of size."""
    bomb = {"word/media/a.bmp": bytes(limits.RATIO_MATTERS + 1)}
    assert "buitengewoon groot" in refused(tmp_path, zipped(build_parts() | bomb)).melding


def test_bomb_in_total(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Entries that are small one by one and too much together make the file refused."""
    monkeypatch.setattr(limits, "UNPACKED", 50_000)
    many = {f"word/media/{number}.bmp": bytes(10_000) for number in range(6)}
    assert "te groot" in refused(tmp_path, zipped(build_parts() | many)).melding


def test_too_many_entries(tmp_path: Path) -> None:
    """A file with thousands of entries is refused."""
    many = {f"a/{number}": b"" for number in range(limits.ENTRIES + 1)}
    assert "onderdelen" in refused(tmp_path, zipped(build_parts() | many)).melding


def test_size_in_the_header_is_not_trusted(tmp_path: Path) -> None:
    """An entry whose header tells a smaller size than it has is damaged, not read beyond that size."""
    data = bytearray(zipped(build_parts() | {"word/media/a.bmp": bytes(1_000_000)}))
    central = data.rindex(b"word/media/a.bmp") - 46
    data[central + 24 : central + 28] = struct.pack("<I", 10)
    assert "beschadigd" in refused(tmp_path, bytes(data)).melding


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_macos_and_windows_add(tmp_path: Path) -> None:
    """Folders and files that packing by hand adds, even twice, are not in the way and do not come along."""
    extra = {"word/": b"", "__MACOSX/word/._document.xml": b"\0", ".DS_Store": b"x", "word/Thumbs.db": b"x"}
    found = opened(tmp_path, zipped([*extra.items(), *build_parts().items(), *extra.items()]))
    assert not set(extra) & set(found.parts)


def test_bytes_around_the_zip(tmp_path: Path) -> None:
    """Bytes before the zip and a comment after it are not in the way."""
    stream = io.BytesIO(build())
    with zipfile.ZipFile(stream, "a") as package:
        package.comment = b"gemaakt door een archief"
    assert opened(tmp_path, b"application/octet-stream" + stream.getvalue()).main == MAIN


def test_sizes_after_the_data(tmp_path: Path) -> None:
    """A zip that was written as a stream, with sizes after the data, opens."""
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in build_parts().items():
            package.writestr(name, content)
    assert opened(tmp_path, pipe.data).main == MAIN


def test_zip64(tmp_path: Path) -> None:
    """A zip with 64-bit sizes opens."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in build_parts().items():
            with package.open(name, "w", force_zip64=True) as entry:
                entry.write(content)
    assert opened(tmp_path, stream.getvalue()).main == MAIN
