"""Runs the programs that only some tests need; where one is absent the test skips, or fails in the full run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
VALIDATOR = Path(__file__).with_name("validator.mjs")


def require(tool: str) -> str:
    """Return the path of a program, or skip; in the full run its absence is a failure."""
    found = shutil.which(tool)
    return found if found else _absent(tool)


def _absent(tool: str) -> str:
    message = f"{tool} is not installed; .ci/run installs it"
    if os.environ.get("WIJKPLAN_TOOLS_REQUIRED") == "1":
        pytest.fail(message)
    pytest.skip(message)


def validate(paths: list[Path]) -> dict[Path, list[dict[str, Any]]]:
    """Return the errors that the Open XML SDK finds in each document."""
    node = require("node")
    folder = Path(os.environ.get("WIJKPLAN_VALIDATOR", ROOT / ".ci"))
    if not (folder / "node_modules" / "@ooxml-tools" / "validate").is_dir():
        _absent("the npm package @ooxml-tools/validate")
    names = [str(path) for path in paths]
    run = subprocess.run(
        [node, str(VALIDATOR), str(folder), *names], capture_output=True, check=True, timeout=300, encoding="utf-8"
    )
    found = json.loads(run.stdout)
    return {path: found[str(path)] for path in paths}


def to_pdf(document: Path, folder: Path) -> Path:
    """Return the PDF that LibreOffice makes of a document."""
    soffice = require("soffice")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(document)]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    target = folder / f"{document.stem}.pdf"
    assert target.exists(), "LibreOffice made no PDF"
    return target


def page_count(pdf: Path) -> int:
    """Return the number of pages of a PDF."""
    require("pdfinfo")
    shown = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, check=True, encoding="utf-8").stdout
    return next(int(line.split()[1]) for line in shown.splitlines() if line.startswith("Pages:"))


def pdf_text(pdf: Path) -> str:
    """Return the text of a PDF."""
    require("pdftotext")
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
