"""What the form takes from npm: exactly the files that the script names."""

from __future__ import annotations

import hashlib

from scripts.vendor_browser_files import FOLDER, SEALS, SOURCES


def test_vendored_files_are_those_that_the_script_names() -> None:
    """No more, no fewer, and each of the bytes that the script fetched; with a licence beside each."""
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in FOLDER.iterdir()}
    assert found == SEALS
    assert list(SOURCES) == list(SEALS)
    assert {name.partition(".")[0].removesuffix("-ext") for name in found} == {
        name.removesuffix(".LICENSE") for name in found if name.endswith(".LICENSE")
    }
