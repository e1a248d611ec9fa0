"""Tests of what is said about a file that is no Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.templates import build, build_parts, zipped
from tests.word.package.helpers import opened, refused

if TYPE_CHECKING:
    from pathlib import Path

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
OFFICE = "application/vnd.openxmlformats-officedocument"


def ole(*streams: str) -> bytes:
    """Return what an OLE file with these streams looks like."""
    return OLE + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))


def office(main: str, kind: str) -> bytes:
    """Return another file of Office, by the name and content type of its main part."""
    parts = build_parts(main=main, main_type=kind, styles=None, settings=None, parts={main: "<root/>"})
    return zipped(parts)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param(ole("EncryptedPackage", "EncryptionInfo"), "wachtwoord", id="password"),
        pytest.param(ole("WordDocument", "ObjectPool", "Workbook"), "(.doc)", id="doc-with-a-sheet-in-it"),
        pytest.param(ole("Workbook", "MBD0001", "WordDocument"), "(.xls)", id="xls-with-a-text-in-it"),
        pytest.param(ole("PowerPoint Document"), "(.ppt)", id="ppt"),
        pytest.param(ole("__substg1.0_001A001F"), "(.msg)", id="msg"),
        pytest.param(ole("Iets"), "oude soort", id="other-ole"),
        pytest.param(b"{\\rtf1\\ansi Beste lezer}", "RTF", id="rtf"),
        pytest.param(b"\n%PDF-1.7\n", "PDF", id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "afbeelding", id="png"),
        pytest.param(b"Rar!\x1a\x07", "ingepakt", id="rar"),
        pytest.param(b"<!DOCTYPE html><html></html>", "HTML", id="html"),
        pytest.param("<html><body>é</body></html>".encode("utf-16"), "HTML", id="html-utf-16"),
        pytest.param(b"From: x\nMIME-Version: 1.0\n", "webpagina of e-mail", id="mht"),
        pytest.param(b"<?xml version='1.0'?><pkg:package/>", "XML-vorm", id="flat"),
        pytest.param(b"<?xml version='1.0'?><a/>", "XML-bestand", id="xml"),
        pytest.param(b"Beste lezer,\r\n", "alleen tekst", id="text"),
        pytest.param("Beste lézer".encode("cp1252"), "alleen tekst", id="text-cp1252"),
        pytest.param(b"\0" * 4096, "geen Word-bestand", id="zeros"),
        pytest.param(b"\x01\x02\xff\xfe", "geen Word-bestand", id="bytes"),
        pytest.param(zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "(.odt)", id="odt"),
        pytest.param(zipped({"mimetype": b"application/vnd.oasis.opendocument.text-template"}), "(.ott)", id="ott"),
        pytest.param(zipped({"mimetype": b"application/epub+zip"}), "EPUB", id="epub"),
        pytest.param(office("xl/workbook.xml", f"{OFFICE}.spreadsheetml.sheet.main+xml"), "Excel", id="xlsx"),
        pytest.param(office("ppt/p.xml", f"{OFFICE}.presentationml.presentation.main+xml"), "PowerPoint", id="pptx"),
        pytest.param(office("visio/d.xml", "application/vnd.ms-visio.drawing.main+xml"), "Visio", id="vsdx"),
        pytest.param(office("theme/t.xml", f"{OFFICE}.themeManager+xml"), "Office-thema", id="thmx"),
        pytest.param(zipped({"map/huisstijl.docx": build()}), "Word-bestand erin", id="zip-with-docx"),
        pytest.param(zipped({"word/vbaProject.bin": b"x"}), "alleen macro's", id="macros-only"),
        pytest.param(zipped({"Index/Document.iwa": b"x"}), "Pages", id="pages"),
        pytest.param(zipped({"foto.jpg": b"x"}), "geen Word-document", id="other-zip"),
    ],
)
def test_kind(tmp_path: Path, data: bytes, what: str) -> None:
    """A file that is no Word file is refused with what it is."""
    assert what in refused(tmp_path, data).melding


def test_lock_file_by_name(tmp_path: Path) -> None:
    """The file that Word makes beside an open document is recognised by its name."""
    assert "hulpbestand" in refused(tmp_path, b"\x05Marie" + bytes(48), "~$isstijl.docx").melding


def test_lock_file_by_content(tmp_path: Path) -> None:
    """The file that Word makes beside an open document is recognised under another name."""
    assert "hulpbestand" in refused(tmp_path, (b"\x05Marie" + bytes(48)).ljust(162, b" ")).melding


def test_document_by_another_name(tmp_path: Path) -> None:
    """A Word document is opened for what it is, whatever its name ends on."""
    assert opened(tmp_path, build()).notices == ()
