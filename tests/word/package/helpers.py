"""Opens built templates the way the program does, and holds what comes out against what every reader needs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from docx.package import Package
from lxml import etree

from generator.problems import ProblemsError
from generator.word.package import WordPackage, open_package
from tests.support.templates import DOCX, W, build, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from generator.problems import Problem

MAIN = "word/document.xml"


def opened(folder: Path, data: bytes | None = None, **features: object) -> WordPackage:
    """Return the package in a file with these bytes, or with these features; python-docx opens it as well."""
    path = folder / "huisstijl.docx"
    path.write_bytes(build(**features) if data is None else data)
    found = open_package(path)
    read = Package.open(io.BytesIO(zipped(found.parts)))
    assert read.main_document_part.partname == f"/{found.main}"
    assert read.main_document_part.content_type == DOCX
    return found


def refused(folder: Path, data: bytes, name: str = "huisstijl.docx") -> Problem:
    """Return the refusal of a file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(ProblemsError) as caught:
        open_package(path)
    (problem,) = caught.value.problems
    for sentence in (problem.melding, problem.oplossing):
        assert sentence.endswith(".")
        assert sentence[0].isupper()
    return problem


def tree(package: WordPackage, name: str = MAIN) -> etree._Element:
    """Return the root of a part."""
    return etree.fromstring(package.parts[name])


def tags(root: etree._Element) -> list[str]:
    """Return the local name of every element, in order."""
    return [etree.QName(item).localname for item in root.iter("*")]


def value(root: etree._Element, path: str, attribute: str = "val") -> str | None:
    """Return an attribute of the first element on a path of WordprocessingML names."""
    found = root.find(".//" + "/".join(f"{{{W}}}{name}" for name in path.split("/")))
    assert found is not None, path
    return found.get(f"{{{W}}}{attribute}")


def text(root: etree._Element) -> str:
    """Return the text in a part."""
    return "".join(item.text or "" for item in root.iter(f"{{{W}}}t"))
